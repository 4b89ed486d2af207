internal import ArgumentParser

/// What lets cases through that do not pass by themselves.
struct AcceptingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The key of fingerprints, never in the repository (default: the file that CAVIARD_KEY_FILE names).",
      valueName: "file"))
  var key: String?

  @Option(help: ArgumentHelp("The cases that people accepted (default: caviard-baseline.yml).", valueName: "file"))
  var baseline: String?

  @Option(help: ArgumentHelp("The consents recorded (default: caviard-consents.yml).", valueName: "file"))
  var consents: String?

  @Flag(name: .customLong("no-inline"), help: "Pass over the caviard:allow comments of cases.")
  var noInline = false
}
