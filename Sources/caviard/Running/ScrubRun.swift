internal import CaviardCase
internal import CaviardPipeline
internal import CaviardReporting

/// Scrubs the files of a plan in parallel; each is written whole or not at all, and each has its row.
struct ScrubRun {
  /// Of reports and the manifest, in the output.
  static let folder = ".caviard"
  /// Below it, the copies that a person looks at.
  private static let reviewFolder = ".caviard/review"

  let session: Session
  let plan: OutputPlan
  let output: String
  /// Moves dates, for a research export.
  let shift: DateShift?
  let reports: Reports

  /// What one file came to, in the worker that wrote it.
  private struct Done: Sendable {
    let row: OutputPlan.Row
    /// `nil` for a file that is no case.
    let outcome: CaseOutcome?
    /// What became of a picture or style sheet.
    var companion: CompanionFate?
  }

  /// - Throws: when the report or the manifest cannot be written.
  func run() throws(CaseFailure) -> ScrubSummary {
    AtomicFile.sweep(output, and: Self.folder)
    let report = try AtomicFile("\(output)/\(Self.folder)/report.jsonl", within: output)
    let manifest = try AtomicFile("\(output)/\(Self.folder)/manifest.jsonl", within: output)
    var ledger = try Ledger(session: session, plan: plan, reports: reports)
    var failure: CaseFailure?
    deliverAll { done in
      // Counted and complained of even when there is no room left to write it down.
      let reportLine = done.outcome.map { ledger.reportLine($0) }
      let manifestLine = ledger.manifestLine(done.row, done.outcome, done.companion)
      guard failure == nil else { return }
      do throws(CaseFailure) {
        if let reportLine { try report.write(reportLine) }
        try manifest.write(manifestLine)
      } catch {
        failure = error
      }
    }
    let library = ledger.end()
    if let failure { throw failure }
    try AtomicFile.write(library, to: "\(output)/\(Self.folder)/library.json", within: output)
    try report.finish()
    try manifest.finish()
    return ledger.summary
  }

  private func deliverAll(_ deliver: @escaping (Done) -> Void) {
    var rest = plan.rows[...]
    let session = session
    let output = output
    let shift = shift
    let links = plan.links
    CaseStream(jobs: min(session.jobs, max(1, plan.rows.count))).run(
      next: { Interruption.hasCome ? nil : rest.popFirst() },
      makeWorker: { session.pipeline },
      work: { pipeline, row in
        let pipeline = links.map { pipeline.following($0.from(row.file.relativePath)) } ?? pipeline
        return Self.process(row, session, pipeline, output, shift)
      },
      deliver: deliver)
  }

  private static func process(
    _ row: OutputPlan.Row, _ session: Session, _ pipeline: Pipeline, _ output: String, _ shift: DateShift?
  ) -> Done {
    if case .companion(let companion) = row.file.choice {
      return Done(row: row, outcome: nil, companion: copy(companion, row, pipeline, output))
    }
    let done = attempt(row, session, pipeline, output, shift)
    // A copy that an earlier run wrote must not outlive the case's right to it.
    if let outcome = done.outcome, outcome.output == nil {
      AtomicFile.withdraw(output + "/" + row.path, within: output)
    }
    if done.outcome?.reviewCopy == nil { AtomicFile.withdraw(reviewPath(row, output), within: output) }
    return done
  }

  private static func attempt(
    _ row: OutputPlan.Row, _ session: Session, _ pipeline: Pipeline, _ output: String, _ shift: DateShift?
  ) -> Done {
    guard case .read = row.file.choice else {
      guard row.file.isReadable || row.file.choice == .passedOver else {
        return Done(row: row, outcome: failed(row, row.file.unreadable, 0))
      }
      return Done(row: row, outcome: nil)
    }
    let source: CaseSource
    do throws(CaseFailure) {
      source = try session.source(row.file).named(row.path)
    } catch {
      return Done(row: row, outcome: failed(row, error, 0))
    }
    let outcome = (shift.map { pipeline.scrub(source, shifting: $0) } ?? pipeline.scrub(source)).naming(
      row.file.nameKinds)
    let (copy, path) =
      outcome.reviewCopy.map { ($0, reviewPath(row, output)) } ?? (outcome.output, output + "/" + row.path)
    guard let bytes = copy else { return Done(row: row, outcome: outcome) }
    do throws(CaseFailure) {
      try AtomicFile.write(bytes, to: path, within: output)
      return Done(row: row, outcome: outcome)
    } catch {
      return Done(row: row, outcome: failed(row, error, source.bytes.count))
    }
  }

  private static func copy(
    _ companion: Companion, _ row: OutputPlan.Row, _ pipeline: Pipeline, _ output: String
  ) -> CompanionFate {
    let path = output + "/" + row.path
    do throws(CaseFailure) {
      let bytes = try FileContents.read(row.file.path, limit: companion.limitBytes)
      if let copy = try pipeline.copy(bytes, of: companion, without: row.file.persons) {
        try AtomicFile.write(copy, to: path, within: output)
        return .copied
      }
      AtomicFile.withdraw(path, within: output)
      return .leftOut
    } catch {
      AtomicFile.withdraw(path, within: output)
      return .failed(error)
    }
  }

  private static func reviewPath(_ row: OutputPlan.Row, _ output: String) -> String {
    "\(output)/\(reviewFolder)/\(row.path)"
  }

  private static func failed(_ row: OutputPlan.Row, _ failure: CaseFailure, _ byteCount: Int) -> CaseOutcome {
    CaseOutcome(name: row.path, byteCount: byteCount, report: nil, after: nil, result: .failed(failure))
  }
}

/// What became of a picture or style sheet.
enum CompanionFate: Sendable {
  case copied
  /// The policy keeps no pictures.
  case leftOut
  case failed(CaseFailure)
}

extension CaseSource {
  /// The same case under the name it is written with.
  fileprivate func named(_ name: String) -> CaseSource {
    CaseSource(name: name, format: format, bytes: bytes, encoding: encoding, language: language)
  }
}
