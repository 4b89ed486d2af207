internal import CaviardCase

/// Reads a `terms.tsv` (the format of `Dictionaries/README.md`).
struct TermListParser {
  private enum CellKind {
    case terms(LanguageSet)
    case text
    case number
  }

  private struct Header {
    var names: [String] = []
    var kinds: [CellKind] = []
    /// For each cell, the index of its column in the list; `nil` for terms.
    var columns: [Int?] = []
  }

  let list: DictionaryList
  let file: String

  /// - Throws: `.malformed` with the line and the column's name.
  func parse(_ bytes: [UInt8]) throws(DictionaryError) -> TermList {
    if bytes.isEmpty { throw fault(.missingHeader, line: 1) }
    guard bytes.last == 0x0A else {
      throw fault(.noFinalLineEnd, line: bytes.count { $0 == 0x0A } + 1)
    }
    var result = TermList(list: list, columns: [], terms: [], lines: [], file: file)
    var header: Header?
    var lineNumber = 0
    var previous: ArraySlice<UInt8> = []
    for line in bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false) {
      lineNumber += 1
      guard let text = String(validating: line, as: UTF8.self) else { throw fault(.notUTF8, line: lineNumber) }
      if line.last == 0x0D { throw fault(.carriageReturn, line: lineNumber) }
      if let header {
        try parseRow(text, header, line: lineNumber, into: &result)
        if line.lexicographicallyPrecedes(previous), result.firstUnsortedLine == nil {
          result.firstUnsortedLine = lineNumber
        }
        previous = line
      } else if line.first != UInt8(ascii: "#") {
        header = try parseHeader(text, line: lineNumber, into: &result)
      }
    }
    guard header != nil else { throw fault(.missingHeader, line: lineNumber) }
    try checkIDs(result)
    return result
  }

  private func parseHeader(_ text: String, line: Int, into result: inout TermList) throws(DictionaryError) -> Header {
    var header = Header()
    for cell in cells(text) {
      let parts = cell.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !header.names.contains(String(parts[0])) else {
        throw fault(.invalidHeaderCell, line: line, column: String(cell))
      }
      let name = String(parts[0])
      header.names.append(name)
      header.columns.append(parts[1].hasPrefix("terms") ? nil : result.columns.count)
      switch parts[1] {
      case "terms": header.kinds.append(.terms(.both))
      case "terms.en": header.kinds.append(.terms(.english))
      case "terms.fr": header.kinds.append(.terms(.french))
      case "text":
        header.kinds.append(.text)
        result.columns.append(TermList.Column(name: name, values: .texts([])))
      case "number":
        header.kinds.append(.number)
        result.columns.append(TermList.Column(name: name, values: .numbers([])))
      default: throw fault(.invalidHeaderCell, line: line, column: String(cell))
      }
    }
    return header
  }

  private func parseRow(
    _ text: String, _ header: Header, line: Int, into result: inout TermList
  ) throws(DictionaryError) {
    let cells = cells(text)
    guard cells.count == header.kinds.count else {
      throw fault(.cellCount(found: cells.count, expected: header.kinds.count), line: line)
    }
    var terms: [TermList.Term] = []
    for (place, cell) in cells.enumerated() {
      switch (header.kinds[place], header.columns[place]) {
      case (.terms(let languages), _):
        try parseTerms(cell, languages, line: line, column: header.names[place], into: &terms)
      case (.text, let column?):
        guard cell.utf8.count <= StringPool.longest else {
          throw fault(.textTooLong, line: line, column: header.names[place])
        }
        result.columns[column].append(text: String(cell))
      case (.number, let column?):
        guard let number = number(cell) else { throw fault(.invalidNumber, line: line, column: header.names[place]) }
        result.columns[column].append(number: number)
      case (.text, nil), (.number, nil): continue
      }
    }
    result.terms.append(terms)
    result.lines.append(line)
  }

  private func parseTerms(
    _ cell: Substring, _ languages: LanguageSet, line: Int, column: String, into terms: inout [TermList.Term]
  ) throws(DictionaryError) {
    if cell.isEmpty { return }
    for term in cell.split(separator: "|", omittingEmptySubsequences: false) {
      let isExact = term.hasPrefix("=")
      let text = String(isExact ? term.dropFirst() : term)
      guard !text.isEmpty else { throw fault(.emptyTerm, line: line, column: column) }
      terms.append(TermList.Term(text: text, isExact: isExact, languages: languages))
    }
  }

  /// A decimal number; NaN for an empty cell; `nil` for anything else.
  private func number(_ cell: Substring) -> Double? {
    if cell.isEmpty { return .nan }
    let isPlain = cell.utf8.allSatisfy { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }
    guard isPlain, let number = Double(cell), number.isFinite else { return nil }
    return number
  }

  private func checkIDs(_ result: TermList) throws(DictionaryError) {
    guard case .texts(let ids)? = result.columns.first(where: { $0.name == "id" })?.values else { return }
    var seen: Set<String> = []
    for (row, id) in ids.enumerated() where !seen.insert(id).inserted {
      throw fault(.duplicateID, line: result.lines[row], column: "id")
    }
  }

  private func cells(_ text: String) -> [Substring] { text.split(separator: "\t", omittingEmptySubsequences: false) }

  private func fault(_ fault: ListFault, line: Int, column: String? = nil) -> DictionaryError {
    .malformed(file: file, line: line, column: column, fault: fault)
  }
}

extension TermList.Column {
  fileprivate mutating func append(text: String) {
    guard case .texts(var texts) = values else { return }
    values = .texts([])
    texts.append(text)
    values = .texts(texts)
  }

  fileprivate mutating func append(number: Double) {
    guard case .numbers(var numbers) = values else { return }
    values = .numbers([])
    numbers.append(number)
    values = .numbers(numbers)
  }
}
