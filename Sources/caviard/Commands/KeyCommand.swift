internal import ArgumentParser
internal import CaviardCase
internal import CaviardGating
internal import CaviardPipeline
internal import CaviardReporting
internal import Glibc

struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "The key of fingerprints and moved dates.", subcommands: [KeyCreateCommand.self])
}

struct KeyCreateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Writes a new key, for its owner alone; keep it outside the repository.")

  @Option(help: "The language of the program's messages: en or fr (default: the locale's).")
  var messages: Language?

  @Argument(help: "The file to write; one that exists is never overwritten.")
  var file: String

  func run() throws {
    let messages = messagesIn(messages ?? MessageLanguage.ofLocale)
    if GitPlace.wouldBeTracked(RealPath.of(file)) {
      Terminal.complain(messages.commandError(.keyUnusable(file, .wouldBeTracked)))
      throw ExitStatus.usage.code
    }
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      Terminal.complain(messages.commandError(errno == EEXIST ? .fileExists(file) : .outputUnwritable(file)))
      throw ExitStatus.usage.code
    }
    let isWritten = ByteOutput.write(Array((CaseFingerprinter.newKey() + "\n").utf8), to: descriptor)
    guard close(descriptor) == 0, isWritten else {
      unlink(file)
      Terminal.complain(messages.commandError(.outputUnwritable(file)))
      throw ExitStatus.unprocessed.code
    }
  }
}
