internal import CaviardCase
package import CaviardDictionaries

/// The dictionary's tables as detectors ask them: opened once, before the first case.
package struct DetectorTables: Sendable {
  package let dictionary: CompiledDictionary
  private let tables: [DictionaryTable]
  /// The kind of every row of `cues`.
  let cueKinds: [String]
  /// Heads after the eponym, before it, or both.
  let headPositions: [String]

  package init(_ dictionary: CompiledDictionary) {
    self.dictionary = dictionary
    tables = ListSet.order.map(dictionary.table)
    cueKinds = Self.texts(dictionary.table(.cues), "kind")
    headPositions = Self.texts(dictionary.table(.eponymHeads), "position")
  }

  private static func texts(_ table: DictionaryTable, _ column: String) -> [String] {
    guard let column = table.column(column) else { return [] }
    return (0..<table.rowCount).map { table.text(column, $0) }
  }

  func table(_ list: DictionaryList) -> DictionaryTable { tables[list.compiledOrder] }

  /// A cell's text, empty when the list has no such column.
  func text(_ list: DictionaryList, _ column: String, _ row: Int) -> String {
    let table = table(list)
    return table.column(column).map { table.text($0, row) } ?? ""
  }

  func number(_ list: DictionaryList, _ column: String, _ row: Int) -> Double? {
    let table = table(list)
    return table.column(column).flatMap { table.number($0, row) }
  }
}
