internal import ArgumentParser
internal import CaviardCase
internal import CaviardGating
internal import CaviardPipeline
internal import CaviardReporting

struct BaselineCreateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Accepts every case that does not pass today, as it is today.",
    discussion: """
      Without a key only cases whose findings are quasi-identifiers can be accepted. What is accepted already stays as it is.
      Exit status: 1 when a case could not be accepted, 2 when one could not be read.
      """)

  @OptionGroup var options: SharedOptions
  @OptionGroup var accepting: AcceptingOptions

  @Option(help: "Why these cases may be shared as they are; every report repeats it.")
  var reason: String

  @Argument(help: "Files and folders, as for gate (default: the working folder).")
  var paths: [String] = ["."]

  func run() throws {
    let session = try Session(options, accepting: accepting, for: .writingBaseline, allowsText: false)
    try session.refuseNames(reason, of: "--reason")
    guard let files = session.accepting else { return }
    var acceptance = files.acceptance
    var baseline = files.baseline
    var (added, kept, open) = (0, 0, 0)
    let summary = try session.checkAll(paths) { outcome in
      let outcome = acceptance.judged(outcome)
      guard outcome.verdict != .pass else { return }
      if outcome.accepted != nil {
        kept += 1
      } else if let report = outcome.report, Acceptance.isAcceptable(report) {
        guard let fingerprint = outcome.fingerprints?.keyed ?? outcome.fingerprints?.masked else {
          open += 1
          Terminal.complain(session.messages.acceptance(.needsKey(name: outcome.name)))
          return
        }
        added += 1
        baseline.replace(BaselineEntry(report, fingerprint: fingerprint, path: outcome.name, reason: reason))
      } else {
        open += 1
        Terminal.complain(session.messages.acceptance(.needsRepair(name: outcome.name)))
      }
    }
    // What did not change is not touched: comments that people wrote stay.
    if baseline != files.baseline { try session.write(baseline.text, to: files.baselinePath) }
    let words = session.messages.acceptance(.created(added: added, kept: kept, open: open))
    if !options.quiet, !Terminal.write(words + "\n") { throw ExitStatus.unprocessed.code }
    if summary.hasUnread { throw ExitStatus.unprocessed.code }
    if open > 0 { throw ExitStatus.notShareable.code }
  }
}
