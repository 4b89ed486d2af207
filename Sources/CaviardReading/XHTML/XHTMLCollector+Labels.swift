// MARK: - What cells and descriptions are called

extension XHTMLCollector {
  /// An element begins whose text is a label or has one.
  mutating func enterPart(_ part: ElementTraits.Part) {
    flowLabel = []
    firstFlow = nil
    switch part {
    case .table: tables.append(TableLabels())
    case .row:
      let row = rowAhead()
      withTable { $0.startRow(row) }
    case .heading, .cell: flowLabel = tables.last?.label(isHeading: part == .heading) ?? []
    case .list: term = []
    case .term: isInTerm = true
    case .description: flowLabel = term.isEmpty ? [] : term + Array(": ".utf8)
    }
  }

  /// It ends; its last flow is closed.
  mutating func leavePart(_ part: ElementTraits.Part, columnSpan: Int) {
    switch part {
    case .table: _ = tables.popLast()
    case .row: withTable { $0.endRow() }
    case .heading, .cell:
      let text = firstFlow
      withTable { $0.endCell(text?[...], isHeading: part == .heading, columnSpan: columnSpan) }
    case .list: term = []
    case .term:
      isInTerm = false
      term = firstFlow.map { TableLabels.trimmed($0[...]) } ?? []
    case .description: break
    }
    flowLabel = []
    firstFlow = nil
  }

  /// Remembers the first paragraph of a cell or term, if it is short.
  mutating func noteFirstFlow() {
    guard firstFlow == nil, flow.isOpen, isInTerm || !tables.isEmpty else { return }
    firstFlow = builder.flowText(upTo: TableLabels.longest * 2).map(Array.init) ?? []
  }

  private mutating func withTable(_ change: (inout TableLabels) -> Void) {
    if !tables.isEmpty { change(&tables[tables.count - 1]) }
  }

  /// The cells of the row whose tag stands at the cursor, up to its end or the next row's start.
  private func rowAhead() -> TableLabels.Row {
    var row = TableLabels.Row()
    var at = cursor + 3
    while at + 3 < source.count {
      guard source[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      if isTag("tr", at: at + 1) || source[at + 1] == UInt8(ascii: "/") && isTag("tr", at: at + 2) { break }
      if isTag("th", at: at + 1) { row.headings += 1 }
      if isTag("td", at: at + 1) { row.cells += 1 }
      at += 3
    }
    return row
  }

  /// True when this name of two letters, in any case, ends a tag's name here.
  private func isTag(_ name: StaticString, at offset: Int) -> Bool {
    guard offset + 2 < source.count else { return false }
    for index in 0..<2 where source[offset + index] | 0x20 != name.utf8Start[index] { return false }
    return !source[offset + 2].isWord
  }
}
