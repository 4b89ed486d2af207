internal import ArgumentParser
internal import CaviardCase
internal import CaviardPipeline
internal import CaviardReporting

struct GateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "For continuous integration: exit status and findings; never prints text of a case.")

  @OptionGroup var options: SharedOptions

  @Option(name: .customLong("fail-on"), help: "The mildest verdict that fails: review or block.")
  var failOn: FailOn = .review

  @Argument(help: "Files and folders (default: the working folder).")
  var paths: [String] = ["."]

  func run() throws {
    let session = try Session(options, allowsText: false)
    let inputs = InputFiles(paths, for: .gate, session)
    var tally = CaseTally()
    var library = LibraryCheck(session)
    let format = options.format ?? .text
    var output = ReportOutput(format, session.reports, isSingle: false)
    output.begin()
    let reads = inputs.keeping { file in
      // A file that was named must be read, and what cannot be opened may hold cases; others are only counted.
      file.choice != .unsupported || file.isNamed || !file.nameKinds.isEmpty || !file.isReadable
    }
    CheckRun(session: session, purpose: .gate).run(reads) { outcome in
      tally.count(outcome)
      library.add(outcome)
      if format != .text || outcome.verdict != .pass || options.verbose { output.add(outcome) }
      if let failure = outcome.failure {
        Terminal.complain(session.messages.listed(outcome.name, .unreadable(session.messages.failure(failure))))
      }
    }
    let view = library.finish()
    tally.link(view.passing)
    output.add(view.report, isVerbose: options.verbose)
    output.end()
    for path in inputs.missing { Terminal.complain(session.messages.commandError(.noSuchInput(path))) }
    let status = ExitStatus.checked(tally, failOn: failOn)
    tally.unsupported = inputs.files.count {
      ($0.choice == .unsupported || $0.isCompanion) && !$0.isNamed && $0.isReadable
    }
    summarise(session.messages.scanned(tally), format)
    if output.hasFailed || !inputs.missing.isEmpty { throw ExitStatus.unprocessed.code }
    try status.end()
  }

  /// Beside machine-readable output the count goes to standard error.
  private func summarise(_ text: String, _ format: OutputFormat) {
    if format == .text, !options.quiet {
      _ = Terminal.write(text + "\n")
    } else if format != .text {
      Terminal.hint(text + "\n")
    }
  }
}
