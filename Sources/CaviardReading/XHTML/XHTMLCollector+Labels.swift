// MARK: - What cells and descriptions are called

extension XHTMLCollector {
  /// An element begins whose text is a label or has one.
  mutating func enterPart(_ part: ElementTraits.Part) {
    flowLabel = []
    firstFlow = nil
    switch part {
    case .table: tables.append(TableLabels())
    case .row:
      let row = vocabulary == .word ? wordRowAhead() : rowAhead()
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
    var at = nameEnd(from: cursor + 1)
    while at + 3 < source.count {
      guard source[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      let isEnd = source[at + 1] == UInt8(ascii: "/")
      let start = isEnd ? at + 2 : at + 1
      let end = nameEnd(from: start)
      if isTag("tr", start..<end) { break }
      if !isEnd, isTag("th", start..<end) { row.headings += 1 }
      if !isEnd, isTag("td", start..<end) { row.cells += 1 }
      at = max(end, at + 1)
    }
    return row
  }

  func nameEnd(from offset: Int) -> Int {
    var at = offset
    while at < source.count, source[at].isWord || source[at] == UInt8(ascii: ":") { at += 1 }
    return at
  }

  /// True when a tag's name is this one of two letters, in any case and with any prefix.
  func isTag(_ name: StaticString, _ tag: Range<Int>) -> Bool {
    guard tag.count >= 2 else { return false }
    let local = tag.upperBound - 2
    guard tag.count == 2 || source[local - 1] == UInt8(ascii: ":") else { return false }
    return source[local] | 0x20 == name.utf8Start[0] && source[local + 1] | 0x20 == name.utf8Start[1]
  }
}
