internal import ArgumentParser

struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline", abstract: "Cases that do not pass and that a person accepted, version by version.",
    subcommands: [BaselineCreateCommand.self, BaselineAuditCommand.self])
}
