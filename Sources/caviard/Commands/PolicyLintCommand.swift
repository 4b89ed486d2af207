internal import ArgumentParser
internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardPipeline
internal import CaviardPolicies
internal import CaviardReporting

struct PolicyLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Explains everything that is wrong with policy files or caviard.yml.")

  @Option(help: "The language of the program's messages: en or fr (default: the locale's).")
  var messages: Language?

  @Option(help: ArgumentHelp("The compiled dictionaries.", valueName: "file"))
  var dictionary: String?

  @Argument(help: "Policy files, or a caviard.yml.")
  var files: [String]

  func run() throws {
    let messages = messagesIn(messages ?? MessageLanguage.ofLocale)
    let catalogue = PolicyCatalogue(contents: ConfigurationLocator.contents)
    var mistakes: [PolicyError] = []
    var warnings: [PolicyWarning] = []
    for file in files {
      do throws(PolicyError) {
        if file.split(separator: "/").last.map(String.init) == ConfigurationFile.fileName {
          mistakes += try configurationMistakes(file, catalogue)
          continue
        }
        let reading = try catalogue.read(file)
        mistakes += reading.mistakes
        warnings += reading.warnings + needlessWords(reading, file)
      } catch {
        mistakes.append(error)
      }
    }
    for mistake in mistakes { Terminal.complain(messages.policyError(mistake)) }
    for warning in warnings { Terminal.complain(messages.policyWarning(warning)) }
    let summary = messages.linted(files.count, mistakes: mistakes.count, warnings: warnings.count)
    if !Terminal.write(summary + "\n") { throw ExitStatus.unprocessed.code }
    if !mistakes.isEmpty { throw ExitStatus.usage.code }
  }

  private func configurationMistakes(
    _ file: String, _ catalogue: PolicyCatalogue
  ) throws(PolicyError) -> [PolicyError] {
    guard let bytes = ConfigurationLocator.contents(file) else { throw PolicyError(.unreadable, file: file) }
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    return ConfigurationFile.mistakes(path: file, bytes: bytes) { named throws(PolicyError) in
      let isBuiltIn = BuiltInPolicy(rawValue: named) != nil
      _ = try catalogue.policy(isBuiltIn || named.hasPrefix("/") ? named : folder + named)
    }
  }

  /// Words allowed that nobody would take for a name. Without dictionaries that cannot be said.
  private func needlessWords(_ reading: PolicyReading, _ file: String) -> [PolicyWarning] {
    guard !reading.allowed.isEmpty else { return [] }
    var policy = reading.policy
    policy.allow = []
    // Whatever is wrong with the dictionaries is said by the commands that need them.
    guard let path = try? DictionaryLocator(named: dictionary).locate(),
      let compiled = try? CompiledDictionary(contentsOf: path),
      let pipeline = try? Pipeline(dictionary: compiled, policy: policy)
    else { return [] }
    return reading.allowed.filter { !pipeline.mayTakeForName($0.word) }.map { placed in
      PolicyWarning(.allowWithoutEffect(placed.word), file: file, line: placed.line, column: placed.column)
    }
  }
}
