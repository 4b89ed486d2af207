internal import CaviardCase
internal import CaviardTokenizing

/// Compiles the lists of one or more folders into one file: the same bytes for the same lists.
package struct DictionaryCompiler: Sendable {
  /// Words in a term.
  static let longestTerm = 32

  package init() {}

  /// - Parameters:
  ///   - folders: the path of `Dictionaries`, then of folders whose rows go on top of it: a row with an id that is known
  ///     adds its terms and replaces the cells it fills; any other is a row more.
  ///   - patterns: the compiled pattern rules, opaque here.
  /// - Throws: `.unreadable`, `.unknownList`, `.malformed`, `.keyCollision`, `.tooMany`.
  package func compile(folders: [String], patterns: [UInt8] = []) throws(DictionaryError) -> Compilation {
    let sources = try DictionarySources(folders: folders)
    var building = DictionaryBuilding()
    for list in sources.lists { try building.add(list) }
    var digest = Checksum()
    digest.add(sources.checksum)
    digest.add(patterns)
    digest.add(UInt64(Tokenizer.version) << 32 | UInt64(DictionaryFormat.version))
    return try building.finish(sources, patterns: patterns, digest: digest.value)
  }

  package func compile(folder: String, patterns: [UInt8] = []) throws(DictionaryError) -> Compilation {
    try compile(folders: [folder], patterns: patterns)
  }
}
