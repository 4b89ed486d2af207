internal import ArgumentParser
internal import CaviardCase
internal import CaviardGating
internal import CaviardPipeline
internal import CaviardReporting

extension ConsentScope: ExpressibleByArgument {}

struct ConsentRecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Records that the patient consented to a case as it is today.",
    discussion: """
      The consent itself stays in the chart: here stand a reference to it, who recorded it (an office, not a person), what it \
      covers and until when. Any edit but of white space ends it.
      """)

  @OptionGroup var options: SharedOptions
  @OptionGroup var accepting: AcceptingOptions

  @Option(help: "Where the consent is kept, such as the entry of the chart; no name and no number of a person.")
  var reference: String

  @Option(name: .customLong("recorded-by"), help: "The office or function that records it; no name.")
  var recordedBy: String

  @Option(
    help: ArgumentHelp("What is consented to: recognisable, pictures, named; may be given several times."))
  var scope: [ConsentScope]

  @Option(help: ArgumentHelp("The last day it holds.", valueName: "YYYY-MM-DD"))
  var expires: String

  @Argument(help: "The case.")
  var file: String

  func validate() throws {
    if scope.isEmpty { throw ValidationError("--scope is missing") }
  }

  func run() throws {
    let session = try Session(options, accepting: accepting, for: .writingConsents, allowsText: false)
    guard let files = session.accepting, files.fingerprinter.hasKey else { try refuse(.consentNeedsKey, session) }
    guard let last = CalendarDay(expires), last >= Today.day else {
      try refuse(.notAComingDay(option: "--expires"), session)
    }
    try session.refuseNames(reference, of: "--reference")
    try session.refuseNames(recordedBy, of: "--recorded-by")
    let inputs = try session.inputs([file], for: .check)
    guard inputs.missing.isEmpty, let input = inputs.files.first, inputs.files.count == 1, input.isNamed else {
      try refuse(.noSuchInput(inputs.missing.first ?? file), session)
    }
    var found: CaseOutcome?
    try session.check(inputs, as: .check) { _, checked in found = checked.outcome }
    guard let outcome = found, let fingerprint = outcome.fingerprints?.keyed else {
      if let failure = found?.failure {
        Terminal.complain(session.messages.listed(input.name, .unreadable(session.messages.failure(failure))))
      }
      throw ExitStatus.unprocessed.code
    }
    var consents = files.consents
    let isNew = consents.append(
      ConsentEntry(
        fingerprint: fingerprint, reference: reference, recordedBy: recordedBy,
        scope: ConsentScope.allCases.filter(scope.contains), recorded: Today.day, expires: last))
    if isNew { try session.write(consents.text, to: files.consentsPath) }
    let remark =
      isNew
      ? AcceptanceRemark.recorded(name: outcome.name, expires: last.text) : .recordedBefore(name: outcome.name)
    if !Terminal.write(session.messages.acceptance(remark) + "\n") { throw ExitStatus.unprocessed.code }
  }

  private func refuse(_ problem: CommandProblem, _ session: Session) throws -> Never {
    Terminal.complain(session.messages.commandError(problem))
    throw ExitStatus.usage.code
  }
}
