internal import ArgumentParser
internal import CaviardReporting

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads one or a few cases; says what identifies, why, and what to write instead.")

  @OptionGroup var options: SharedOptions
  @OptionGroup var reports: ReportFileOptions
  @OptionGroup var accepting: AcceptingOptions

  @Argument(help: "Files or folders; - is standard input.")
  var files: [String] = ["-"]

  func run() throws {
    let session = try Session(options, accepting: accepting)
    var acceptance = session.accepting?.acceptance
    let inputs = try session.inputs(files, for: .check)
    var tally = CaseTally()
    var library = LibraryCheck(session)
    var output = try session.reports(
      options.format ?? .text, reports.files, inputs,
      ReportContext(
        options: session.reports, policy: session.policy.name, isSingle: inputs.files.count == 1 && files.count == 1))
    try session.check(inputs, as: .check) { _, checked in
      let outcome = acceptance?.judged(checked.outcome) ?? checked.outcome
      tally.count(outcome)
      library.add(outcome)
      output.add(outcome)
      if let failure = outcome.failure {
        Terminal.complain(session.messages.listed(outcome.name, .unreadable(session.messages.failure(failure))))
      }
    }
    let view = library.finish()
    tally.link(view.passing)
    if inputs.files.count > 1 { output.add(view.report) }
    output.end(session.finished(tally, missing: inputs.missing))
    _ = acceptance?.complain(session.messages, isWhole: false)
    if output.hasFailed || !inputs.missing.isEmpty { throw ExitStatus.unprocessed.code }
    try ExitStatus.checked(tally).end()
  }
}
