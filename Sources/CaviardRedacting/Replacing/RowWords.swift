internal import CaviardCase
internal import CaviardDictionaries

/// The names that coarser rows have in each language.
struct RowWords: Sendable {
  private let tables: [DictionaryList: DictionaryTable]

  init(_ dictionary: CompiledDictionary) {
    let lists: [DictionaryList] = [.places, .diagnoses, .procedures, .occupationGroups, .groups, .facts]
    tables = Dictionary(uniqueKeysWithValues: lists.map { ($0, dictionary.table($0)) })
  }

  /// The text of a column in a language; `nil` when the row has none.
  func text(_ row: TermRow, _ column: String, _ language: Language) -> String? {
    text(row, "\(column).\(language.rawValue)")
  }

  func text(_ row: TermRow, _ column: String) -> String? {
    guard let table = tables[row.list], let column = table.column(column) else { return nil }
    let text = table.text(column, row.row)
    return text.isEmpty ? nil : text
  }
}
