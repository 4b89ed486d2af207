package import CaviardDetecting
package import CaviardDictionaries

/// The project's own dictionaries, compiled once for the whole run.
package enum TestDictionary {
  package static let folder = ProjectFolder.url.appending(path: "Dictionaries").path

  package static let rules: Result<[PatternRuleFile], PatternRuleError> = Result { () throws(PatternRuleError) in
    try PatternRuleLoader().load(folder: folder + "/patterns")
  }

  package static let compiled: Result<CompiledDictionary, any Error> = Result {
    let patterns = PatternRuleCodec.encode(try rules.get().map(\.rule))
    return try CompiledDictionary(bytes: DictionaryCompiler().compile(folder: folder, patterns: patterns).bytes)
  }
}
