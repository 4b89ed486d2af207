internal import CaviardCase
internal import CaviardPipeline
internal import CaviardReporting

/// Reads and assesses files in parallel; outcomes come in the order of the files. Of pictures and style sheets only what is
/// wrong with them is delivered.
struct CheckRun {
  let session: Session
  let purpose: InputFiles.Purpose

  func run(_ inputs: InputFiles, deliver: @escaping (CaseOutcome) -> Void) {
    let files = inputs.files.filter { $0.choice != .passedOver }
    var rest = files[...]
    let session = session
    let purpose = purpose
    CaseStream(jobs: min(session.jobs, files.count)).run(
      next: { Interruption.hasCome ? nil : rest.popFirst() },
      makeWorker: { session.pipeline },
      work: { pipeline, file in Self.outcome(file, session, pipeline, purpose) },
      deliver: { if let outcome = $0 { deliver(outcome) } })
  }

  private static func outcome(
    _ file: InputFile, _ session: Session, _ pipeline: Pipeline, _ purpose: InputFiles.Purpose
  ) -> CaseOutcome? {
    do throws(CaseFailure) {
      if case .companion(let companion) = file.choice {
        try pipeline.judge(try FileContents.read(file.path, limit: companion.limitBytes), as: companion)
        if !file.nameKinds.isEmpty { throw CaseFailure(.identifyingName) }
        return nil
      }
      if purpose == .gate, file.choice == .unsupported, !file.isNamed, file.isReadable {
        // It is not read, but its name can be.
        throw CaseFailure(.identifyingName)
      }
      return pipeline.check(try session.source(file)).naming(file.nameKinds)
    } catch {
      return CaseOutcome(name: file.name, byteCount: 0, report: nil, after: nil, result: .failed(error))
    }
  }
}
