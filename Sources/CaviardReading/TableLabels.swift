/// What the cells of one table are called: by the heading of their column, else by the first cell of their row.
///
/// `Name | Age` over `Wills | 45` reads as `Name: Wills` and `Age: 45`, as it does to a person.
struct TableLabels {
  /// Longest heading that is a label, bytes.
  static let longest = 48
  /// More columns than a table has; what stands further right has no label.
  private static let mostColumns = 256

  private var columns: [[UInt8]] = []
  private var rowLabel: [UInt8] = []
  private var isRowLabelHeading = false
  private var column = 0
  private var row = Row()
  private var hasRows = false

  /// What a row's tags or bars say before its cells are read.
  struct Row {
    var headings = 0
    var cells = 0
  }

  /// Headings of columns that say nothing of what stands in them: the first cell of the row does.
  private static let generic: Set<String> = [
    "value", "values", "valeur", "valeurs", "detail", "details", "détail", "détails", "information", "informations",
    "info", "result", "results", "résultat", "résultats", "response", "réponse", "answer", "data", "donnée", "données",
    "description", "entry", "content", "contenu",
  ]

  mutating func startRow(_ row: Row) {
    self.row = row
    column = 0
    rowLabel = []
    isRowLabelHeading = false
  }

  mutating func endRow() { hasRows = true }

  private var isHeadingRow: Bool {
    row.headings > 0 && (row.cells == 0 || !hasRows && row.headings > row.cells)
  }

  /// A first row of plain cells names the columns, unless there are only two: then each row says itself.
  private var isFirstRowOfPlainCells: Bool { !hasRows && row.headings == 0 && row.cells > 2 }

  /// The label of the cell that begins, with its colon; empty where there is none.
  func label(isHeading: Bool) -> [UInt8] {
    guard !isHeading, !isHeadingRow, !isFirstRowOfPlainCells else { return [] }
    let named = column < columns.count ? columns[column] : []
    let own = column > 0 ? rowLabel : []
    let isByRow = named.isEmpty || isRowLabelHeading && (columns.first ?? []).isEmpty
    let chosen = isByRow && !own.isEmpty ? own : named
    return chosen.isEmpty ? [] : chosen + Array(": ".utf8)
  }

  /// - Parameter text: the cell's first paragraph; `nil` when it is long.
  mutating func endCell(_ text: ArraySlice<UInt8>?, isHeading: Bool, columnSpan: Int = 1) {
    let span = min(max(1, columnSpan), Self.mostColumns)
    let words = text.map(Self.trimmed) ?? []
    let label = words.contains { $0.isASCIILetter || $0 >= 0x80 } && words.count <= Self.longest ? words : []
    if isHeadingRow || isFirstRowOfPlainCells {
      name(label, span)
    } else if column == 0 || isHeading && rowLabel.isEmpty {
      rowLabel = label
      isRowLabelHeading = isHeading
    }
    column = min(column + span, Self.mostColumns)
  }

  private mutating func name(_ label: [UInt8], _ span: Int) {
    let isOverAll = hasRows && row.headings + row.cells == 1 && span > 1
    guard !isOverAll, column < Self.mostColumns else { return }
    let isGeneric = Self.generic.contains(String(decoding: label, as: UTF8.self).lowercased())
    for place in column..<min(column + span, Self.mostColumns) {
      while columns.count <= place { columns.append([]) }
      if !label.isEmpty { columns[place] = isGeneric ? [] : label }
    }
  }

  /// Without white space, marks of Markdown, and the colon at its ends.
  static func trimmed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    func isTrim(_ byte: UInt8) -> Bool { byte.isSpace || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "*") }
    var words = text.drop(while: isTrim)
    while let last = words.last, isTrim(last) { words.removeLast() }
    // A line end inside would end the label's sentence.
    return words.map { $0.isSpace ? .space : $0 }
  }
}
