internal import ArgumentParser
internal import CaviardCase
internal import CaviardGating
internal import CaviardReporting

struct ConsentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consent", abstract: "Consents that a chart records, each bound to one version of a case.",
    subcommands: [ConsentRecordCommand.self, ConsentListCommand.self])
}

struct ConsentListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The consents recorded, and which of them have ended.")

  @OptionGroup var options: SharedOptions
  @OptionGroup var accepting: AcceptingOptions

  /// Digits that tell entries apart for a reader.
  private static let shownDigits = 12

  func run() throws {
    let settings = try Settings(options)
    let files = try AcceptanceFiles(accepting, settings)
    let today = Today.day
    var remarks = files.consents.entries.map { entry in
      AcceptanceRemark.consent(
        ConsentRow(
          fingerprint: String(
            entry.fingerprint.dropFirst(CaseFingerprinter.keyedPrefix.count).prefix(Self.shownDigits)),
          scope: entry.scope, reference: entry.reference, recordedBy: entry.recordedBy, recorded: entry.recorded.text,
          expires: entry.expires.text, isExpired: entry.isExpired(on: today)))
    }
    if remarks.isEmpty { remarks = [.noConsents] }
    let words = remarks.map { settings.messages.acceptance($0) + "\n" }.joined()
    if !Terminal.write(words) { throw ExitStatus.unprocessed.code }
  }
}
