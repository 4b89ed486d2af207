package import CaviardCase

/// A word of the compiled vocabulary.
package struct WordID: Hashable, Sendable {
  package let index: Int32

  package init(index: Int32) { self.index = index }

  /// A word no list knows.
  package static let none = WordID(index: -1)
  package var isKnown: Bool { index >= 0 }
}

/// One meaning of a term: a row of a list, and the languages in which the term names it.
package struct Sense: Hashable, Sendable {
  package let list: DictionaryList
  package let languages: LanguageSet
  private let compactRow: UInt32

  package init(list: DictionaryList, row: Int, languages: LanguageSet) {
    self.list = list
    self.languages = languages
    compactRow = UInt32(truncatingIfNeeded: row)
  }

  package var row: Int { Int(compactRow) }
  package var termRow: TermRow { TermRow(list, row) }
}
