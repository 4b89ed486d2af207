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

  @Flag(help: "The files named are a list of what changed: what is no case among them is counted, not refused.")
  var listed = false

  @Flag(help: "Only write the hook that has git judge what is staged before every commit.")
  var installHook = false

  /// True for the files that lie there.
  var isWorkingFolder: Bool { !staged && diff == nil && !history && !listed }

  func validate() throws {
    if [staged, diff != nil, history, listed, installHook].count(where: \.self) > 1 {
      throw ValidationError("--staged, --diff, --history, --listed and --install-hook cannot be used together")
    }
  }
}
