/// A column of few distinct texts, read as small numbers: what a detector asks of a row without making a string.
package final class CodedColumn: Sendable {
  private let table: DictionaryTable
  private let column: DictionaryTable.Column?
  /// By distinct value.
  private let codes: [UInt8]

  /// - Parameter code: the number of a text; the text of a list without such a column is empty.
  package init(_ table: DictionaryTable, _ name: String, code: (String) -> UInt8) {
    self.table = table
    column = table.column(name)
    codes = column.map { table.distinctTexts($0).map(code) } ?? [code("")]
  }

  /// Whether the list has the column.
  package var isPresent: Bool { column != nil }

  package subscript(row: Int) -> UInt8 {
    guard let column else { return codes[0] }
    let place = table.place(column, row) ?? 0
    return place < codes.count ? codes[place] : 0
  }

  /// The numbers of all rows.
  package var rows: [UInt8] { (0..<table.rowCount).map { self[$0] } }
}
