internal import CaviardCase
internal import CaviardReporting

/// The lines of the report and the manifest, in input order, with the count of everything.
struct Ledger {
  private let session: Session
  private var progress: ProgressBar
  private var tally = CaseTally()
  private var listed: [String] = []
  private var output: Reports
  private var library: LibraryCheck

  private let missing: [String]

  /// - Throws: when a report cannot be written.
  init(session: Session, plan: OutputPlan, reports: Reports) throws(CaseFailure) {
    self.session = session
    progress = ProgressBar(total: plan.rows.count, isQuiet: session.options.quiet)
    output = reports
    missing = plan.missing
    library = LibraryCheck(session)
    try output.begin()
  }

  var summary: ScrubSummary {
    ScrubSummary(tally: tally, listed: listed, seconds: progress.seconds, hasFailed: output.hasFailed)
  }

  mutating func reportLine(_ outcome: CaseOutcome) -> [UInt8] {
    output.add(outcome)
    library.add(outcome)
    var json = JSONWriter()
    JSONReport(session.reports).write(outcome, to: &json)
    json.lineFeed()
    return json.bytes
  }

  /// One row for every input file, whatever became of it.
  mutating func manifestLine(
    _ row: OutputPlan.Row, _ outcome: CaseOutcome?, _ companion: CompanionFate?
  ) -> [UInt8] {
    defer { progress.step() }
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "caviard.manifest/1")
      json.member("path", row.path)
      if row.isRenamed {
        json.key("renamed")
        json.bool(true)
        json.member("input", row.number)
      }
      if let outcome {
        write(outcome, to: &json)
      } else if let companion {
        write(companion, to: &json)
      } else {
        json.member("outcome", row.file.choice == .passedOver ? "passed-over" : "unsupported")
      }
      json.member("policy", session.policy.name)
      json.member("dictionary", session.dictionaryDigest)
    }
    json.lineFeed()
    if let companion { count(row, companion) } else { count(row, outcome) }
    return json.bytes
  }

  /// The record of the whole library: `OUT/.caviard/library.json`.
  mutating func end() -> [UInt8] {
    let view = library.finish()
    output.add(view.report)
    output.end(
      ReportRun(
        tally: tally, missing: missing, complaints: missing.map { session.messages.commandError(.noSuchInput($0)) }))
    listed += view.report.links.map { session.messages.linked($0.first, $0.second) }
    var json = JSONWriter(.indented)
    view.report.write(to: &json)
    json.lineFeed()
    progress.clear()
    return json.bytes
  }
}

extension Ledger {
  private func write(_ outcome: CaseOutcome, to json: inout JSONWriter) {
    switch outcome.result {
    case .checked, .passedBefore, .scrubbed: json.member("outcome", "written")
    case .held: json.member("outcome", "held")
    case .flagged: json.member("outcome", "flagged")
    case .failed(let failure): write(failure, to: &json)
    }
    json.member("verdict", outcome.verdict.rawValue)
    if let report = outcome.report { json.member("risk", report.risk.risk) }
    guard let after = outcome.after else { return }
    json.member("verdictAfter", after.verdict.rawValue)
    json.member("riskAfter", after.risk.risk)
    if after.datesShifted > 0 { json.member("datesShifted", after.datesShifted) }
  }

  private func write(_ companion: CompanionFate, to json: inout JSONWriter) {
    switch companion {
    case .copied: json.member("outcome", "copied")
    case .leftOut: json.member("outcome", "left-out")
    case .failed(let failure): write(failure, to: &json)
    }
  }

  private func write(_ failure: CaseFailure, to json: inout JSONWriter) {
    json.member("outcome", "failed")
    json.key("error")
    JSONReport(session.reports).write(failure, to: &json)
  }

  private mutating func count(_ row: OutputPlan.Row, _ companion: CompanionFate) {
    switch companion {
    case .copied: tally.copied += 1
    case .leftOut: tally.leftOut += 1
    case .failed(let failure):
      tally.notCopied += 1
      complain(row, failure)
    }
  }

  private mutating func count(_ row: OutputPlan.Row, _ outcome: CaseOutcome?) {
    let messages = session.messages
    guard let outcome else {
      guard row.file.choice == .unsupported else {
        tally.passedOver += 1
        return
      }
      tally.unsupported += 1
      return complain(messages.listed(row.path, .unsupported))
    }
    tally.count(outcome)
    switch outcome.result {
    case .failed(let failure): complain(row, failure)
    case .held: listed.append(messages.listed(row.path, .held))
    case .flagged:
      if outcome.verdict != .pass { listed.append(messages.listed(row.path, .flagged)) }
    case .scrubbed:
      if outcome.after?.reasons.contains(.notForSharing) == true { listed.append(messages.listed(row.path, .export)) }
      if outcome.after?.verdict == .review { listed.append(messages.listed(row.path, .needsReview)) }
    case .checked, .passedBefore: break
    }
  }

  private func complain(_ row: OutputPlan.Row, _ failure: CaseFailure) {
    complain(session.messages.listed(row.path, .unreadable(session.messages.failure(failure))))
  }

  private func complain(_ line: String) {
    progress.clear()
    Terminal.complain(line)
  }
}

/// What a scrub came to.
struct ScrubSummary {
  let tally: CaseTally
  /// Cases kept back or left for a person.
  let listed: [String]
  let seconds: Double
  /// True when reports for standard output could not be written.
  let hasFailed: Bool

  /// On standard output, or beside the reports on standard error.
  func say(_ session: Session, isQuiet: Bool, besideReports: Bool) {
    var lines = listed
    if !isQuiet { lines.append(session.messages.scrubbed(tally, seconds: seconds)) }
    let text = lines.map { $0 + "\n" }.joined()
    if besideReports { Terminal.hint(text) } else { _ = Terminal.write(text) }
  }
}
