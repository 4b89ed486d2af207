/// The columns of all lists: distinct values once, and a small index for each row.
struct TableWriter {
  private(set) var lists: [UInt8] = []
  private(set) var columns: [UInt8] = []
  private(set) var data: [UInt8] = []
  private(set) var ids: [UInt8] = []
  private var columnCount = 0
  private var idCount = 0

  mutating func write(_ list: TermList, strings: inout StringPool) {
    let idColumn = list.columns.firstIndex { $0.name == "id" }
    let entry = ListEntry(
      rows: UInt32(list.rowCount), terms: UInt32(list.terms.reduce(0) { $0 + $1.count }),
      firstColumn: UInt32(columnCount), columns: UInt32(list.columns.count),
      firstID: writeIDs(list, column: idColumn), idColumn: UInt32(idColumn ?? 0))
    append(entry)
    for column in list.columns { write(column, strings: &strings) }
  }

  /// A list without a file.
  mutating func writeMissing() {
    append(ListEntry(rows: 0, terms: 0, firstColumn: 0, columns: 0, firstID: WordEntry.none, idColumn: 0))
  }

  private mutating func append(_ entry: ListEntry) {
    for field in [entry.rows, entry.terms, entry.firstColumn, entry.columns, entry.firstID, entry.idColumn] {
      lists.appendLittleEndian(field)
    }
  }

  /// Rows in the order of their ids' bytes.
  private mutating func writeIDs(_ list: TermList, column: Int?) -> UInt32 {
    guard let column, case .texts(let texts) = list.columns[column].values else { return WordEntry.none }
    let first = UInt32(idCount)
    for row in texts.indices.sorted(by: { texts[$0].utf8.lexicographicallyPrecedes(texts[$1].utf8) }) {
      ids.appendLittleEndian(UInt32(row))
      idCount += 1
    }
    return first
  }

  private mutating func write(_ column: TermList.Column, strings: inout StringPool) {
    let indices: [Int]
    let distinct: Int
    data.align(to: 8)
    let values = UInt32(data.count)
    let kind: UInt32
    switch column.values {
    case .texts(let texts):
      kind = 0
      let (order, places) = Self.distinct(texts)
      for text in order { data.appendLittleEndian(strings.offset(of: text)) }
      (indices, distinct) = (places, order.count)
    case .numbers(let numbers):
      kind = 1
      let (order, places) = Self.distinct(numbers.map(\.bitPattern))
      for bits in order { data.appendLittleEndian(bits) }
      (indices, distinct) = (places, order.count)
    }
    let width: UInt32 = distinct <= 0x100 ? 1 : distinct <= 0x1_0000 ? 2 : 4
    data.align(to: 8)
    let start = UInt32(data.count)
    for index in indices {
      switch width {
      case 1: data.append(UInt8(index))
      case 2: data.appendLittleEndian(UInt16(index))
      default: data.appendLittleEndian(UInt32(index))
      }
    }
    for field in [strings.offset(of: column.name), kind, width, UInt32(distinct), values, start] {
      columns.appendLittleEndian(field)
    }
    columnCount += 1
  }

  /// The different values in order of first appearance, and each row's place among them.
  private static func distinct<Value: Hashable>(_ values: [Value]) -> (order: [Value], places: [Int]) {
    var order: [Value] = []
    var known: [Value: Int] = [:]
    let places = values.map { value in
      if let place = known[value] { return place }
      known[value] = order.count
      order.append(value)
      return order.count - 1
    }
    return (order, places)
  }
}
