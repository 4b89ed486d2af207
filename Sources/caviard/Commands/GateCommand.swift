internal import ArgumentParser
internal import CaviardCase
internal import CaviardPipeline
internal import CaviardReporting

struct GateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "For continuous integration: exit status and findings; never prints text of a case.")

  @OptionGroup var options: SharedOptions
  @OptionGroup var reports: ReportFileOptions

  @Option(name: .customLong("fail-on"), help: "The mildest verdict that fails: review or block.")
  var failOn: FailOn = .review

  @Flag(name: .customLong("exit-zero"), help: "Report only: cases that do not pass are no failure; unread ones are.")
  var exitZero = false

  @Argument(help: "Files and folders (default: the working folder).")
  var paths: [String] = ["."]

  func run() throws {
    let session = try Session(options, allowsText: false)
    let inputs = InputFiles(paths, for: .gate, session)
    var tally = CaseTally()
    var library = LibraryCheck(session)
    let format = options.format ?? .text
    var output = try session.reports(
      format, reports.files, inputs,
      ReportContext(
        options: session.reports, policy: session.policy.name, isSingle: false, showsPassing: options.verbose,
        failsOn: failOn == .block ? .block : .review))
    let reads = inputs.keeping { file in
      // A file that was named must be read, and what cannot be opened may hold cases; others are only counted.
      file.choice != .unsupported || file.isNamed || !file.nameKinds.isEmpty || !file.isReadable
    }
    CheckRun(session: session, purpose: .gate).run(reads) { outcome in
      tally.count(outcome)
      library.add(outcome)
      output.add(outcome)
      if let failure = outcome.failure {
        Terminal.complain(session.messages.listed(outcome.name, .unreadable(session.messages.failure(failure))))
      }
    }
    let view = library.finish()
    tally.link(view.passing)
    output.add(view.report)
    let status = ExitStatus.checked(tally, failOn: failOn)
    tally.unsupported = inputs.files.count {
      ($0.choice == .unsupported || $0.isCompanion) && !$0.isNamed && $0.isReadable
    }
    output.end(session.finished(tally, missing: inputs.missing))
    summarise(session.messages.scanned(tally), format)
    if output.hasFailed || !inputs.missing.isEmpty { throw ExitStatus.unprocessed.code }
    if status != .notShareable || !exitZero { try status.end() }
  }

  /// Beside machine-readable output the count goes to standard error.
  private func summarise(_ text: String, _ format: ReportFormat) {
    if format == .text, !options.quiet {
      _ = Terminal.write(text + "\n")
    } else if format != .text {
      Terminal.hint(text + "\n")
    }
  }
}
