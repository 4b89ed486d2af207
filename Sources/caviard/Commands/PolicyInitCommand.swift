internal import ArgumentParser
internal import CaviardCase
internal import CaviardPipeline
internal import CaviardPolicies
internal import CaviardReporting
internal import Glibc

struct PolicyInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Writes a policy file to start from, with every setting explained.")

  @Option(help: ArgumentHelp("The policy to tighten.", valueName: "name|file"))
  var extends = BuiltInPolicy.canada.rawValue

  @Option(help: "The language of the program's messages: en or fr (default: the locale's).")
  var messages: Language?

  @Argument(help: "The file to write; one that exists is never overwritten.")
  var file: String

  func run() throws {
    let messages = messagesIn(messages ?? MessageLanguage.ofLocale)
    let text = Array(messages.startingPolicy(extending: extends).utf8)
    do throws(PolicyError) {
      // A file that could not be used is not written.
      _ = try PolicyCatalogue { $0 == file ? text : ConfigurationLocator.contents($0) }.policy(file)
    } catch {
      Terminal.complain(messages.policyError(error))
      throw ExitStatus.usage.code
    }
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      Terminal.complain(messages.commandError(errno == EEXIST ? .fileExists(file) : .outputUnwritable(file)))
      throw ExitStatus.usage.code
    }
    let isWritten = ByteOutput.write(text, to: descriptor)
    guard close(descriptor) == 0, isWritten else {
      unlink(file)
      Terminal.complain(messages.commandError(.outputUnwritable(file)))
      throw ExitStatus.unprocessed.code
    }
  }
}
