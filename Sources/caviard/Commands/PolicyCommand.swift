internal import ArgumentParser
internal import CaviardCase
internal import CaviardPolicies
internal import CaviardReporting

struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "What a case must satisfy.",
    subcommands: [
      PolicyListCommand.self, PolicyShowCommand.self, PolicyInitCommand.self, PolicyLintCommand.self,
    ])
}

struct PolicyListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The built-in policies, and what each is for.")

  @Option(help: "The language of the program's messages: en or fr (default: the locale's).")
  var messages: Language?

  func run() throws {
    let messages = messagesIn(messages ?? MessageLanguage.ofLocale)
    let width = BuiltInPolicy.names.map(\.count).max() ?? 0
    let lines = BuiltInPolicy.allCases.map { policy in
      let name = policy.rawValue
      return name + String(repeating: " ", count: width - name.count) + "  " + messages.purpose(policy) + "\n"
    }
    if !Terminal.write(lines.joined()) { throw ExitStatus.unprocessed.code }
  }
}

struct PolicyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "The policy in force, with everything it extends.")

  @OptionGroup var options: SharedOptions

  @Flag(help: "Show the policy's file instead.")
  var source = false

  @Argument(help: "A built-in policy or a file (default: the one in force here).")
  var name: String?

  func run() throws {
    var options = options
    if let name { options.policy = name }
    let settings = try Settings(options)
    let text: [UInt8]
    if source {
      do throws(PolicyError) {
        text = try PolicyCatalogue(contents: ConfigurationLocator.contents).source(settings.policyName)
      } catch {
        Terminal.complain(settings.messages.policyError(error))
        throw ExitStatus.usage.code
      }
    } else {
      let shown = options.format == .json ? PolicyText.json(settings.policy) : PolicyText.yaml(settings.policy)
      text = Array(shown.utf8)
    }
    if !Terminal.write(text) { throw ExitStatus.unprocessed.code }
  }
}
