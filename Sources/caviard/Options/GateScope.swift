internal import ArgumentParser

/// What of a repository the gate looks at.
struct GateScope: ParsableArguments {
  @Flag(help: "What the next commit holds, as git has staged it.")
  var staged = false

  @Option(
    help: ArgumentHelp(
      "What a range of commits brings: findings on added lines, and cases whose risk rose.", valueName: "base...head"))
  var diff: String?

  @Flag(help: "Everything that was ever committed, and the messages of the commits.")
  var history = false

  /// True for the files that lie there.
  var isWorkingFolder: Bool { !staged && diff == nil && !history }

  func validate() throws {
    if [staged, diff != nil, history].count(where: \.self) > 1 {
      throw ValidationError("--staged, --diff and --history cannot be used together")
    }
  }
}
