internal import ArgumentParser
internal import CaviardCase
internal import CaviardPipeline
internal import CaviardReporting

struct ScrubCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scrub",
    abstract: "Writes shareable copies of many cases, with a report and a manifest.")

  @OptionGroup var options: SharedOptions
  @OptionGroup var reports: ReportFileOptions

  @Option(name: [.short, .long], help: ArgumentHelp("The folder to write, outside every input.", valueName: "dir"))
  var output: String

  @Option(
    name: .customLong("shift-dates"),
    help: ArgumentHelp(
      "For a research export that is not for sharing: move the dates of each case by days that this key decides.",
      valueName: "keyfile"))
  var dateKey: String?

  @Argument(help: "Files and folders.")
  var inputs: [String]

  func run() throws {
    let session = try Session(options)
    let shift = try dateShift(session)
    let files = try session.inputs(inputs, for: .scrub)
    let plan = try OutputPlan(files, inputs: inputs, output: output, session: session)
    if let format = ([options.format].compactMap(\.self) + reports.files.map(\.format)).first(where: \.needsFilesAsRead)
    {
      Terminal.complain(session.messages.commandError(.notOfCopies(format.rawValue)))
      throw ExitStatus.usage.code
    }
    let context = ReportContext(
      options: session.reports, policy: session.policy.name, isSingle: false, judgesCopies: true)
    let reports = try Reports(options.format, reports.files, context, files, session)
    Interruption.watch()
    let summary: ScrubSummary
    do throws(CaseFailure) {
      summary = try ScrubRun(
        session: session, plan: plan, output: output, shift: shift, reports: reports
      ).run()
    } catch {
      Terminal.complain(session.messages.listed(ScrubRun.folder, .unreadable(session.messages.failure(error))))
      throw ExitStatus.unprocessed.code
    }
    for path in plan.missing { Terminal.complain(session.messages.commandError(.noSuchInput(path))) }
    summary.say(session, isQuiet: options.quiet, besideReports: options.format != nil)
    if Interruption.hasCome { throw ExitStatus.interrupted.code }
    if !plan.missing.isEmpty || summary.hasFailed { throw ExitStatus.unprocessed.code }
    try ExitStatus.scrubbed(summary.tally).end()
  }

  private func dateShift(_ session: Session) throws -> DateShift? {
    guard let dateKey else { return nil }
    if !session.policy.isFlagOnly, let key = ConfigurationLocator.contents(dateKey), let shift = DateShift(key: key) {
      return shift
    }
    Terminal.complain(session.messages.commandError(.dateKeyUnusable(dateKey, leastBytes: DateShift.keyBytes)))
    throw ExitStatus.usage.code
  }
}
