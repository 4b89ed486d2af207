internal import CaviardCase
internal import CaviardDictionaries

/// Reads checked columns of one list.
struct TableReader: Sendable {
  let list: DictionaryList
  private let table: DictionaryTable
  private let idText: @Sendable (Int) -> String
  private let sourceText: @Sendable (Int) -> String

  init(_ dictionary: CompiledDictionary, _ list: DictionaryList) {
    self.list = list
    let table = dictionary.table(list)
    self.table = table
    if let column = table.column("id") {
      idText = { table.text(column, $0) }
    } else {
      idText = { String($0) }
    }
    if let column = table.column("source") {
      sourceText = { table.text(column, $0) }
    } else {
      sourceText = { _ in "" }
    }
  }

  var rowCount: Int { table.rowCount }

  func row(id: String) -> Int? { table.row(id: id) }

  /// The row's id, or its number in a list without ids.
  func id(_ row: Int) -> String { idText(row) }

  /// What reports name as the source of a share: `diagnoses:fabry-disease`.
  func source(_ row: Int) -> String { "\(list.rawValue):\(id(row))" }

  /// Reads one cell of a required text column at a time.
  func text(_ name: String) throws(RiskModelError) -> @Sendable (Int) -> String {
    let table = table
    guard let column = table.column(name) else {
      if rowCount > 0 { throw .missingColumn(list, name) }
      return { _ in "" }
    }
    return { table.text(column, $0) }
  }

  /// Finds the rows whose cell in a text column is a given text: one pass over numbers, no text is read twice.
  func rows(_ name: String) -> @Sendable (String) -> [Int] {
    let table = table
    guard let column = table.column(name) else { return { _ in [] } }
    return { text in
      guard let code = table.distinctTexts(column).firstIndex(of: text) else { return [] }
      return (0..<table.rowCount).filter { table.place(column, $0) == code }
    }
  }

  /// Reads one cell of a required number column at a time.
  func number(_ name: String) throws(RiskModelError) -> @Sendable (Int) -> Double? {
    guard rowCount == 0 || table.column(name) != nil else { throw .missingColumn(list, name) }
    return optionalNumber(name)
  }

  /// Reads one cell of a number column at a time; always `nil` when the list has no such column.
  func optionalNumber(_ name: String) -> @Sendable (Int) -> Double? {
    let table = table
    guard let column = table.column(name) else { return { _ in nil } }
    return { table.number(column, $0) }
  }

  /// The cells of a text column; empty strings when an optional column is absent.
  func texts(_ name: String, isRequired: Bool = false) throws(RiskModelError) -> [String] {
    guard let column = table.column(name) else {
      if isRequired, rowCount > 0 { throw .missingColumn(list, name) }
      return Array(repeating: "", count: rowCount)
    }
    return (0..<rowCount).map { table.text(column, $0) }
  }

  /// The cells of a number column, `nil` where empty; each not negative.
  func numbers(_ name: String, isRequired: Bool = false) throws(RiskModelError) -> [Double?] {
    guard let column = table.column(name) else {
      if isRequired, rowCount > 0 { throw .missingColumn(list, name) }
      return Array(repeating: nil, count: rowCount)
    }
    var numbers: [Double?] = []
    numbers.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      let number = table.number(column, row)
      if let number, !(number.isFinite && number >= 0) { throw .invalidNumber(list, row: row, column: name) }
      numbers.append(number)
    }
    return numbers
  }

  /// Shares in milli-dex.
  func shares(_ name: String = "share", isRequired: Bool = false) throws(RiskModelError) -> [Int64?] {
    guard let column = table.column(name) else {
      if isRequired, rowCount > 0 { throw .missingColumn(list, name) }
      return Array(repeating: nil, count: rowCount)
    }
    var shares: [Int64?] = []
    shares.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      let share = table.number(column, row)
      if let share, !(share >= 0 && share <= 1) { throw .invalidShare(list, row: row) }
      shares.append(share.map(MilliDex.floorLog))
    }
    return shares
  }

  /// Least half-width of what rests on general knowledge: two thirds of such figures lie within a factor of 2.5. A choice of the
  /// project's, not a measurement.
  static let generalKnowledgeWidth: Int64 = 400

  /// A half-width as far as the row's source is to be trusted: what nobody looked up is never known closer than
  /// ``generalKnowledgeWidth``.
  func trusted(_ width: Int64, row: Int) -> Int64 {
    isGeneralKnowledge(row) ? max(width, Self.generalKnowledgeWidth) : width
  }

  /// Whether a row's figures are general knowledge, and no publication's or package's.
  func isGeneralKnowledge(_ row: Int) -> Bool { sourceText(row).hasSuffix("general-knowledge") }

  /// Half-widths in milli-dex.
  func halfWidths(_ name: String = "halfwidth") throws(RiskModelError) -> [Int64?] {
    guard let column = table.column(name) else { return Array(repeating: nil, count: rowCount) }
    var widths: [Int64?] = []
    widths.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      let width = table.number(column, row)
      if let width, !(width.isFinite && width >= 0) { throw .invalidHalfWidth(list, row: row) }
      widths.append(width.map(MilliDex.ceiling))
    }
    return widths
  }

  /// Rows of `target` named by ids in a column; `nil` where empty.
  func references(_ name: String, to target: TableReader) throws(RiskModelError) -> [Int?] {
    let ids = try texts(name)
    var rows: [Int?] = []
    rows.reserveCapacity(ids.count)
    // Few ids, named many times.
    var known: [String: Int] = [:]
    for (row, id) in ids.enumerated() {
      guard !id.isEmpty else {
        rows.append(nil)
        continue
      }
      guard let found = known[id] ?? target.row(id: id) else {
        throw .brokenReference(list, row: row, column: name)
      }
      known[id] = found
      rows.append(found)
    }
    return rows
  }
}
