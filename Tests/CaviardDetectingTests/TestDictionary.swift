import CaviardDetecting
import CaviardDictionaries
import Foundation

/// The project's own dictionaries, compiled once for the whole run.
enum TestDictionary {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Dictionaries").path

  static let rules: Result<[PatternRuleFile], PatternRuleError> = Result { () throws(PatternRuleError) in
    try PatternRuleLoader().load(folder: folder + "/patterns")
  }

  static let compiled: Result<CompiledDictionary, any Error> = Result {
    let patterns = PatternRuleCodec.encode(try rules.get().map(\.rule))
    return try CompiledDictionary(bytes: DictionaryCompiler().compile(folder: folder, patterns: patterns).bytes)
  }
}
