package import CaviardCase

/// The rows of one list.
package struct DictionaryTable: Sendable {
  /// A column of one table; only to be used with it.
  package struct Column: Hashable, Sendable {
    package let name: String
    package let isNumber: Bool
    let width: Int
    let distinct: Int
    let values: Int
    let indices: Int
  }

  package let list: DictionaryList
  package let rowCount: Int
  package let columns: [Column]
  private let image: DictionaryImage
  private let firstID: Int?
  private let idColumn: Int

  init(_ image: DictionaryImage, _ list: DictionaryList) {
    self.image = image
    self.list = list
    let entry = image.lists[Int(list.bit)]
    rowCount = Int(entry?.rows ?? 0)
    firstID = entry.flatMap { $0.firstID == WordEntry.none ? nil : Int($0.firstID) }
    idColumn = Int(entry?.idColumn ?? 0)
    columns = (0..<Int(entry?.columns ?? 0)).compactMap { place in
      image.columns[Int(entry?.firstColumn ?? 0) + place].map { column in
        Column(
          name: image.string(at: column.name), isNumber: column.kind == 1, width: Int(column.width),
          distinct: Int(column.distinct), values: Int(column.values), indices: Int(column.indices))
      }
    }
  }

  /// The column of this name; `nil` if the list has none.
  package func column(_ name: String) -> Column? { columns.first { $0.name == name } }

  /// The number in a cell; `nil` where it is empty.
  package func number(_ column: Column, _ row: Int) -> Double? {
    guard column.isNumber, let place = place(column, row) else { return nil }
    let number = image.data(at: column.values + 8 * place, as: UInt64.self).map(Double.init(bitPattern:))
    return number.flatMap { $0.isNaN ? nil : $0 }
  }

  /// The text in a cell; empty where it is empty.
  package func text(_ column: Column, _ row: Int) -> String {
    textOffset(column, row).map(image.string(at:)) ?? ""
  }

  /// The different texts of a column, in the order of their places.
  package func distinctTexts(_ column: Column) -> [String] {
    guard !column.isNumber else { return [] }
    return (0..<column.distinct).map { place in
      image.data(at: column.values + 4 * place, as: UInt32.self).map(image.string(at:)) ?? ""
    }
  }

  /// The row with this id. O(log n).
  package func row(id: String) -> Int? {
    guard let firstID, columns.indices.contains(idColumn) else { return nil }
    let wanted = Array(id.utf8)
    var low = 0
    var high = rowCount
    while low < high {
      let middle = (low + high) / 2
      guard let row = image.ids[firstID + middle],
        let bytes = textOffset(columns[idColumn], Int(row)).flatMap(image.bytes(at:))
      else { return nil }
      if bytes.elementsEqual(wanted) { return Int(row) }
      if bytes.lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func textOffset(_ column: Column, _ row: Int) -> UInt32? {
    guard !column.isNumber, let place = place(column, row) else { return nil }
    return image.data(at: column.values + 4 * place, as: UInt32.self)
  }

  /// The place of a row's value among the column's distinct values.
  package func place(_ column: Column, _ row: Int) -> Int? {
    guard row >= 0, row < rowCount else { return nil }
    let offset = column.indices + row * column.width
    let place: Int? =
      switch column.width {
      case 1: image.data(at: offset, as: UInt8.self).map(Int.init)
      case 2: image.data(at: offset, as: UInt16.self).map(Int.init)
      default: image.data(at: offset, as: UInt32.self).map(Int.init)
      }
    return place.flatMap { $0 < column.distinct ? $0 : nil }
  }
}
