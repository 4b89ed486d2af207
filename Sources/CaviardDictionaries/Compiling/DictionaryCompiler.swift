internal import CaviardCase
internal import CaviardTokenizing

/// Compiles the lists of a folder into one file: the same bytes for the same lists.
package struct DictionaryCompiler: Sendable {
  /// Words in a term.
  static let longestTerm = 32

  package init() {}

  /// - Parameters:
  ///   - folder: the path of `Dictionaries`.
  ///   - patterns: the compiled pattern rules, opaque here.
  /// - Throws: `.unreadable`, `.unknownList`, `.malformed`, `.keyCollision`, `.tooMany`.
  package func compile(folder: String, patterns: [UInt8] = []) throws(DictionaryError) -> Compilation {
    let sources = try DictionarySources(folder: folder)
    var building = DictionaryBuilding()
    for list in sources.lists { try building.add(list) }
    var digest = Checksum()
    digest.add(sources.checksum)
    digest.add(patterns)
    digest.add(UInt64(Tokenizer.version) << 32 | UInt64(DictionaryFormat.version))
    return try building.finish(sources, patterns: patterns, digest: digest.value)
  }
}
