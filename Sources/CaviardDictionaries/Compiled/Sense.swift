package import CaviardCase

/// A word of the compiled vocabulary.
package struct WordID: Hashable, Sendable {
  package let index: Int32

  @inlinable package init(index: Int32) { self.index = index }

  /// A word no list knows.
  @inlinable package static var none: WordID { WordID(index: -1) }
  @inlinable package var isKnown: Bool { index >= 0 }
}

/// One meaning of a term: a row of a list, and the languages in which the term names it.
package struct Sense: Hashable, Sendable, BitwiseCopyable {
  package let list: DictionaryList
  package let languages: LanguageSet
  @usableFromInline let compactRow: UInt32

  package init(list: DictionaryList, row: Int, languages: LanguageSet) {
    self.list = list
    self.languages = languages
    compactRow = UInt32(truncatingIfNeeded: row)
  }

  @inlinable package var row: Int { Int(compactRow) }
  package var termRow: TermRow { TermRow(list, row) }
}
