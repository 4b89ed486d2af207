internal import ArgumentParser
internal import CaviardCase
internal import CaviardPolicies
internal import CaviardReporting

/// What every command that reads cases understands.
struct SharedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The policy: a built-in one (caviard policy list) or a policy file.", valueName: "name|file"))
  var policy: String?

  @Option(help: "The language of the cases: auto, en or fr.")
  var language: LanguageChoice?

  @Option(help: "The language of the program's messages: en or fr (default: the locale's).")
  var messages: Language?

  @Option(help: ArgumentHelp("The encoding of those text files that are not UTF-8.", valueName: "name"))
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      "The form of the output: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "form"))
  var format: ReportFormat?

  @Option(help: ArgumentHelp("Cases worked on at a time (default: one a core).", valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp("The compiled dictionaries.", valueName: "file"))
  var dictionary: String?

  @Option(help: "References to pictures: placeholder, drop or keep.")
  var media: MediaHandling?

  @Option(name: .customLong("pin"), help: ArgumentHelp("A kind of fact to keep as written.", valueName: "kind"))
  var pins: [Kind] = []

  @Flag(help: "Show words of the case in the report.")
  var showText = false

  @Flag(help: "Insist: on --show-text where output is stored, on --install-hook where there is another hook.")
  var force = false

  @Flag(help: "Say why each finding was believed.")
  var explain = false

  @Flag(help: "Only the results.")
  var quiet = false

  @Flag(help: "Shares, sources and detectors as well.")
  var verbose = false

  @Option(help: "Colours: auto, always or never.")
  var color: ColourChoice = .auto

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be from 1 to 256") }
  }
}
