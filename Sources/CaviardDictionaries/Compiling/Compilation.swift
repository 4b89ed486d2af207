package import CaviardCase

/// A compiled dictionary and what there is to say about its sources.
package struct Compilation: Sendable {
  /// The compiled file.
  package let bytes: [UInt8]
  /// Lists that have no file yet.
  package let missing: [DictionaryList]
  package let warnings: [CompilationWarning]
  package let wordCount: Int
  package let phraseCount: Int
}

/// Something a list should not do, that harms nothing.
package struct CompilationWarning: Hashable, Sendable {
  package enum Code: String, Hashable, Sendable {
    /// A term that is one letter: not compiled.
    case singleLetter = "single-letter"
    /// A term that no text can match, for what stands between its words: not compiled.
    case unreachable
    /// Rows are not sorted by their bytes.
    case unsorted
  }

  package let code: Code
  package let file: String
  package let line: Int
}
