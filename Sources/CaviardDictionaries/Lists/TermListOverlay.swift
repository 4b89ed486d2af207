internal import CaviardCase

extension TermList {
  /// Puts another file's rows on top: one with a known id adds its terms and replaces the cells it fills, any other is added.
  ///
  /// - Throws: `.malformed` for a column this list does not have, or has with another type.
  mutating func lay(_ other: TermList) throws(DictionaryError) {
    var targets: [Int] = []
    for column in other.columns {
      guard let target = columns.firstIndex(where: { $0.name == column.name && $0.values.isLike(column.values) }) else {
        throw .malformed(
          file: other.file, line: other.headerLine, column: column.name, fault: .invalidHeaderCell)
      }
      targets.append(target)
    }
    var rowsByID: [String: Int] = [:]
    if case .texts(let ids)? = columns.first(where: { $0.name == "id" })?.values {
      rowsByID = Dictionary(zip(ids, ids.indices)) { first, _ in first }
    }
    var written: Set<Int> = []
    for row in 0..<other.rowCount {
      let id = other.id(row)
      let place: Int
      if let id, let known = rowsByID[id] {
        place = known
        terms[place] += other.terms[row].filter { !terms[place].contains($0) }
        lines[place] = other.lines[row]
      } else {
        place = rowCount
        terms.append(other.terms[row])
        lines.append(other.lines[row])
        for column in columns.indices { columns[column].values.appendEmpty() }
      }
      written.insert(place)
      for (column, target) in zip(other.columns, targets) {
        columns[target].values.set(place, to: column.values, row)
      }
    }
    overlays.append((other.file, written))
  }

  /// The header stands right above the first row.
  private var headerLine: Int { lines.first.map { $0 - 1 } ?? 1 }

  private func id(_ row: Int) -> String? {
    guard case .texts(let ids)? = columns.first(where: { $0.name == "id" })?.values else { return nil }
    return ids[row].isEmpty ? nil : ids[row]
  }
}

extension TermList.Values {
  fileprivate func isLike(_ other: TermList.Values) -> Bool {
    switch (self, other) {
    case (.numbers, .numbers), (.texts, .texts): true
    case (.numbers, .texts), (.texts, .numbers): false
    }
  }

  fileprivate mutating func appendEmpty() {
    switch self {
    case .numbers(var numbers):
      self = .numbers([])
      numbers.append(.nan)
      self = .numbers(numbers)
    case .texts(var texts):
      self = .texts([])
      texts.append("")
      self = .texts(texts)
    }
  }

  /// An empty cell replaces nothing.
  fileprivate mutating func set(_ place: Int, to other: TermList.Values, _ row: Int) {
    switch (self, other) {
    case (.numbers(var numbers), .numbers(let others)):
      guard !others[row].isNaN else { return }
      self = .numbers([])
      numbers[place] = others[row]
      self = .numbers(numbers)
    case (.texts(var texts), .texts(let others)):
      guard !others[row].isEmpty else { return }
      self = .texts([])
      texts[place] = others[row]
      self = .texts(texts)
    case (.numbers, .texts), (.texts, .numbers): return
    }
  }
}
