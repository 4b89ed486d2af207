internal import ArgumentParser
internal import CaviardReporting

struct CaviardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "caviard",
    abstract:
      "Makes medical teaching cases shareable: finds what identifies people, and takes out the least that suffices.",
    discussion: """
      It helps to find identifiers; it does not certify anonymity, and consent is still needed.
      Exit status: 0 all is well, 1 a case is not shareable, 2 an input was not processed whole, 64 wrong use, \
      130 interrupted.
      """,
    version: Product.version,
    subcommands: [
      CheckCommand.self, ScrubCommand.self, GateCommand.self, StreamCommand.self, EvaluateCommand.self,
      DictionaryCommand.self, PolicyCommand.self, BaselineCommand.self, ConsentCommand.self, KeyCommand.self,
    ])
}
