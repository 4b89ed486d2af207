internal import CaviardCase

/// Cuts Markdown into blocks, line by line; ``MarkdownInlines`` reads what is inside them.
struct MarkdownScanner {
  private let source: UnsafeBufferPointer<UInt8>
  private var inlines: MarkdownInlines
  /// Where the next line starts.
  private var offset = 0
  /// The block that is open: its lines without quote marks, list marks and indentation, with their ends.
  private var pieces: [Range<Int>] = []
  private var role = BlockRole.paragraph
  private var isQuoted = false
  private var isTable = false
  private var labels = TableLabels()

  init(source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    inlines = MarkdownInlines(source: source)
  }

  mutating func readFrontMatter(_ front: FrontMatter) {
    inlines.builder.append(front.content)
    inlines.builder.closeFlow(role: .frontMatter, context: .plain)
    offset = front.end
  }

  mutating func readBlocks() {
    var lines = Lines(source, from: offset)
    while let line = lines.next() {
      let content = stripped(line.content)
      if content.isEmpty {
        closeBlock()
      } else if let fence = fence(content) {
        closeBlock()
        offset = readCode(fence, after: content)
        lines = Lines(source, from: offset)
      } else if source.has("<!--", at: content.lowerBound),
        let end = inlines.commentEnd(from: content.lowerBound + 4)
      {
        closeBlock()
        inlines.readComment(content.lowerBound + 4..<end)
        inlines.builder.closeFlow(role: .paragraph, context: .plain)
        offset = end + 3
        lines = Lines(source, from: offset)
      } else {
        read(content, end: line.next)
      }
    }
    closeBlock()
  }

  mutating func finish(_ text: SourceText, pins: Set<Kind>) -> CaseText {
    inlines.builder.finish(
      text, format: .markdown, media: EmbeddedData.adding(to: inlines.media, in: source), pins: pins)
  }

  // MARK: Lines

  private mutating func read(_ content: Range<Int>, end: Int) {
    if !pieces.isEmpty, isUnderline(content) {
      if role == .paragraph { role = .heading }
      closeBlock()
      return
    }
    if isRule(content) { return closeBlock() }
    if !pieces.isEmpty, isTableRule(content) {
      let header = pieces.removeLast()
      closeBlock()
      labels = TableLabels()
      readCells(header, areHeadings: true)
      isTable = true
      return
    }
    if isTable { return readCells(content.lowerBound..<end, areHeadings: false) }
    if let text = heading(content) {
      closeBlock()
      role = .heading
      pieces = [text..<end]
      return closeBlock()
    }
    if let text = listItem(content) {
      closeBlock()
      role = .listItem
      pieces = [text..<end]
      return
    }
    pieces.append(content.lowerBound..<end)
  }

  private mutating func closeBlock() {
    if !pieces.isEmpty {
      inlines.read(pieces)
      inlines.builder.closeFlow(role: role, context: .plain)
    }
    pieces.removeAll(keepingCapacity: true)
    role = .paragraph
    isTable = false
  }

  /// The line without indentation and quote marks; starting a quotation ends the block before it.
  private mutating func stripped(_ line: Range<Int>) -> Range<Int> {
    var lower = line.lowerBound
    var hasQuote = false
    while lower < line.upperBound, source[lower].isSpace || source[lower] == UInt8(ascii: ">") {
      if source[lower] == UInt8(ascii: ">") { hasQuote = true }
      lower += 1
    }
    if hasQuote, !isQuoted { closeBlock() }
    isQuoted = hasQuote
    var upper = line.upperBound
    while upper > lower, source[upper - 1].isSpace { upper -= 1 }
    return lower..<upper
  }

  // MARK: Block marks

  private func run(of byte: UInt8, _ range: Range<Int>) -> Int { source[range].prefix { $0 == byte }.count }

  /// `# text`: where the text starts. A closing row of `#` stays text.
  private func heading(_ line: Range<Int>) -> Int? {
    let marks = run(of: UInt8(ascii: "#"), line)
    let text = line.lowerBound + marks
    guard (1...6).contains(marks), text == line.upperBound || source[text].isSpace else { return nil }
    return text
  }

  /// `- text` or `1. text`: where the text starts. A number may be a year, so it stays text.
  private func listItem(_ line: Range<Int>) -> Int? {
    let first = source[line.lowerBound]
    let next = line.lowerBound + 1
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+") {
      return next < line.upperBound && source[next].isSpace ? next : nil
    }
    let digits = source[line].prefix { $0.isDigit }.count
    let mark = line.lowerBound + digits
    guard (1...9).contains(digits), mark + 1 < line.upperBound, source[mark + 1].isSpace,
      source[mark] == UInt8(ascii: ".") || source[mark] == UInt8(ascii: ")")
    else { return nil }
    return line.lowerBound
  }

  private func isUnderline(_ line: Range<Int>) -> Bool {
    source[line].allSatisfy { $0 == UInt8(ascii: "=") } || source[line].allSatisfy { $0 == UInt8(ascii: "-") }
  }

  /// `***`, `- - -`, `___`
  private func isRule(_ line: Range<Int>) -> Bool {
    let mark = source[line.lowerBound]
    guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "_") else { return false }
    var count = 0
    for byte in source[line] where !byte.isSpace {
      guard byte == mark else { return false }
      count += 1
    }
    return count >= 3
  }

  /// `|---|:-:|` under a line with a bar.
  private func isTableRule(_ line: Range<Int>) -> Bool {
    var hasBar = false
    var hasHyphen = false
    for byte in source[line] {
      switch byte {
      case UInt8(ascii: "|"): hasBar = true
      case UInt8(ascii: "-"): hasHyphen = true
      case UInt8(ascii: ":"): break
      default: guard byte.isSpace else { return false }
      }
    }
    return hasBar && hasHyphen
  }

  private mutating func readCells(_ row: Range<Int>, areHeadings: Bool) {
    var cells: [Range<Int>] = []
    var start = row.lowerBound
    for at in row where source[at] == UInt8(ascii: "|") && (at == 0 || source[at - 1] != UInt8(ascii: "\\")) {
      cells.append(start..<at)
      start = at + 1
    }
    cells.append(start..<row.upperBound)
    // What stands outside the outer bars is no cell.
    if let first = cells.first, source[first].allSatisfy(\.isSpace) { cells.removeFirst() }
    if let last = cells.last, source[last].allSatisfy(\.isSpace) { cells.removeLast() }
    labels.startRow(
      areHeadings ? TableLabels.Row(headings: cells.count) : TableLabels.Row(cells: cells.count))
    for cell in cells { readCell(cell, isHeading: areHeadings) }
    labels.endRow()
  }

  private mutating func readCell(_ range: Range<Int>, isHeading: Bool) {
    let text = range.drop { source[$0].isSpace }
    let label = labels.label(isHeading: isHeading)
    if !label.isEmpty, !text.isEmpty { inlines.builder.append(label: label) }
    if !text.isEmpty { inlines.read([text.startIndex..<text.endIndex]) }
    labels.endCell(inlines.builder.flowText(upTo: TableLabels.longest * 2), isHeading: isHeading)
    inlines.builder.closeFlow(role: .tableCell, context: .plain)
  }

  // MARK: Code

  private struct Fence {
    let mark: UInt8
    let count: Int
  }

  private func fence(_ line: Range<Int>) -> Fence? {
    let mark = source[line.lowerBound]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let count = run(of: mark, line)
    let info = source[line.dropFirst(count)]
    return count >= 3 && !(mark == UInt8(ascii: "`") && info.contains(mark)) ? Fence(mark: mark, count: count) : nil
  }

  /// Reads the block as it is, the words after the opening fence included.
  ///
  /// - Returns: where the line after it starts.
  private mutating func readCode(_ fence: Fence, after opening: Range<Int>) -> Int {
    let start = opening.lowerBound + fence.count
    var lines = Lines(source, from: start)
    _ = lines.next()
    while let line = lines.next() {
      let content = line.content.drop { source[$0].isSpace || source[$0] == UInt8(ascii: ">") }
      let count = run(of: fence.mark, content)
      guard count >= fence.count, source[content.dropFirst(count)].allSatisfy(\.isSpace) else { continue }
      closeCode(start..<line.content.lowerBound)
      return line.next
    }
    closeCode(start..<source.count)
    return source.count
  }

  private mutating func closeCode(_ range: Range<Int>) {
    if !range.isEmpty { inlines.builder.append(range) }
    inlines.builder.closeFlow(role: .code, context: .plain)
  }
}
