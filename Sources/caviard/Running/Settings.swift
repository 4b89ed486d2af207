internal import CaviardCase
internal import CaviardDetecting
internal import CaviardDictionaries
internal import CaviardPipeline
internal import CaviardPolicies
internal import CaviardReporting

/// The configuration file and the command line together; the command line wins.
struct Settings {
  let messageLanguage: Language
  let messages: any Messages
  let policy: Policy
  /// The built-in name or the path it was found under.
  let policyName: String
  let selection: CaseSelection
  let language: Language?
  /// Of the configuration.
  let baselinePath: String?
  let consentsPath: String?

  /// - Throws: ``ExitStatus/usage`` after saying why.
  init(_ options: SharedOptions) throws {
    let early = options.messages ?? MessageLanguage.ofLocale
    do throws(PolicyError) {
      let found = try ConfigurationLocator.configuration()
      let file = found?.0
      messageLanguage = options.messages ?? file?.messages ?? early
      messages = messagesIn(messageLanguage)
      language = (options.language ?? file?.language ?? .auto).language
      let own = [file?.baseline, file?.consents].compactMap(\.self).map(PathPattern.init)
      selection = CaseSelection(cases: file?.cases ?? [], ignore: (file?.ignore ?? []) + own)
      baselinePath = file?.baseline.map { Self.resolved($0, folder: found?.folder) }
      consentsPath = file?.consents.map { Self.resolved($0, folder: found?.folder) }
      policyName = Self.policyName(options, file: file, folder: found?.folder)
      policy = try Self.policy(policyName, options)
    } catch {
      Terminal.complain(messagesIn(early).policyError(error))
      throw ExitStatus.usage.code
    }
  }

  /// Says why and ends the command.
  func refuse(_ problem: CommandProblem) throws -> Never {
    Terminal.complain(messages.commandError(problem))
    throw ExitStatus.usage.code
  }

  func dictionary(_ named: String?) throws -> CompiledDictionary {
    let locator = DictionaryLocator(named: named)
    let path: String
    do {
      path = try locator.locate()
    } catch {
      guard let checkout = locator.checkout else { try refuse(.dictionaryMissing) }
      Terminal.complain(messages.compilingDictionaries())
      try compile([checkout.lists], to: checkout.compiled)
      path = checkout.compiled
    }
    do {
      return try CompiledDictionary(contentsOf: path)
    } catch {
      try refuse(.dictionaryUnusable(path: path, why: "\(error)"))
    }
  }

  /// Compiles lists and rules into a file that is complete or absent: two runs at once write the same.
  ///
  /// - Throws: ``ExitStatus/usage`` after saying what is refused.
  func compile(_ folders: [String], to output: String) throws {
    do {
      let files = try PatternRuleLoader().load(folder: folders[0] + "/patterns")
      let compilation = try DictionaryCompiler().compile(
        folders: folders, patterns: PatternRuleCodec.encode(files.map(\.rule)))
      try RuleProof.check(files, dictionary: try CompiledDictionary(bytes: compilation.bytes))
      try AtomicFile.write(compilation.bytes, to: output)
    } catch let error as PatternRuleError {
      try refuse(.rulesUnusable(error.description))
    } catch {
      try refuse(.listsUnusable("\(error)"))
    }
  }

  func encoding(_ name: String?) throws -> SourceEncoding? {
    guard let name else { return nil }
    let aliases: [String: SourceEncoding] = [
      "utf8": .utf8, "utf-16": .utf16LittleEndian, "latin1": .latin1, "latin-1": .latin1, "cp1252": .windows1252,
    ]
    if let encoding = SourceEncoding(rawValue: name.lowercased()) ?? aliases[name.lowercased()] { return encoding }
    try refuse(.unknownEncoding(name, known: SourceEncoding.allCases.map(\.rawValue)))
  }

  private static func policyName(_ options: SharedOptions, file: ConfigurationFile?, folder: String?) -> String {
    if let named = options.policy { return named }
    guard let named = file?.policy else { return BuiltInPolicy.canada.rawValue }
    return BuiltInPolicy(rawValue: named) != nil ? named : resolved(named, folder: folder)
  }

  /// A path of the configuration is relative to its folder.
  private static func resolved(_ path: String, folder: String?) -> String {
    path.hasPrefix("/") ? path : (folder ?? ".") + "/" + path
  }

  private static func policy(_ name: String, _ options: SharedOptions) throws(PolicyError) -> Policy {
    var policy = try PolicyCatalogue(contents: ConfigurationLocator.contents).policy(name)
    if let media = options.media { policy.media = media }
    policy.pins.formUnion(options.pins)
    return policy
  }
}
