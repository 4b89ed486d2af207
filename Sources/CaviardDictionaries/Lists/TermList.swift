package import CaviardCase

/// The languages a term is valid in.
package struct LanguageSet: OptionSet, Hashable, Sendable, BitwiseCopyable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let english = LanguageSet(rawValue: 1)
  package static let french = LanguageSet(rawValue: 2)
  package static let both: LanguageSet = [.english, .french]

  /// The languages whose terms count in a paragraph.
  package init(_ language: ParagraphLanguage) {
    switch language {
    case .decided(.english): self = .english
    case .decided(.french): self = .french
    case .undecided, .other: self = .both
    }
  }
}

/// A list as written: its facts by column, and the terms that name each row.
package struct TermList: Sendable {
  package struct Term: Hashable, Sendable {
    /// As written, without the `=` of an exact term.
    package let text: String
    /// Must be written exactly so, in the same case.
    package let isExact: Bool
    package let languages: LanguageSet
  }

  package enum Values: Sendable {
    /// NaN where the cell is empty.
    case numbers([Double])
    case texts([String])
  }

  package struct Column: Sendable {
    package let name: String
    package var values: Values
  }

  package let list: DictionaryList
  package internal(set) var columns: [Column]
  /// The terms of each row.
  package internal(set) var terms: [[Term]]
  /// The line of each row in its file, from 1.
  package internal(set) var lines: [Int]
  package let file: String
  /// Further files of the same list, with the rows each of them wrote.
  package internal(set) var overlays: [(file: String, rows: Set<Int>)] = []
  /// The first line that stands before its place by bytes.
  package internal(set) var firstUnsortedLine: Int?

  package var rowCount: Int { terms.count }

  /// The file that a row's line (``lines``) is in: the last that wrote it.
  package func file(ofRow row: Int) -> String { overlays.last { $0.rows.contains(row) }?.file ?? file }
}
