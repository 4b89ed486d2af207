internal import CaviardCase
internal import CaviardPipeline
internal import CaviardReporting

/// Reads and assesses files in parallel; outcomes come in the order of the files. Of pictures and style sheets only what is
/// wrong with them is delivered.
struct CheckRun {
  let session: Session

  func run(_ inputs: InputFiles, deliver: @escaping (CaseOutcome) -> Void) {
    let files = inputs.files.filter { $0.choice != .passedOver }
    var rest = files[...]
    let session = session
    CaseStream(jobs: min(session.jobs, files.count)).run(
      next: { Interruption.hasCome ? nil : rest.popFirst() },
      makeWorker: { session.pipeline },
      work: { pipeline, file in Self.outcome(file, session, pipeline) },
      deliver: { if let outcome = $0 { deliver(outcome) } })
  }

  private static func outcome(_ file: InputFile, _ session: Session, _ pipeline: Pipeline) -> CaseOutcome? {
    do throws(CaseFailure) {
      if case .companion(let companion) = file.choice {
        try pipeline.judge(try FileContents.read(file.path, limit: companion.limitBytes), as: companion)
        return nil
      }
      return pipeline.check(try session.source(file))
    } catch {
      return CaseOutcome(name: file.name, byteCount: 0, report: nil, after: nil, result: .failed(error))
    }
  }
}
