/// Which lines of a text are not in an earlier version of it.
///
/// A line counts as old as often as the earlier version has it, wherever it stood: what moved was there before.
/// O(bytes).
package struct AddedLines: Sendable {
  /// From 1; `nil` when all of them are new.
  private let lines: Set<Int>?

  /// - Parameter old: `nil` for a text that is new.
  package init(_ new: [UInt8], since old: [UInt8]?) {
    guard let old else {
      lines = nil
      return
    }
    var known: [ArraySlice<UInt8>: Int] = [:]
    for line in Self.split(old) { known[line, default: 0] += 1 }
    var added: Set<Int> = []
    for (index, line) in Self.split(new).enumerated() {
      guard let count = known[line], count > 0 else {
        added.insert(index + 1)
        continue
      }
      known[line] = count - 1
    }
    lines = added
  }

  /// True when a line of this range, from 1, is new.
  package func touches(_ range: ClosedRange<Int>) -> Bool { lines.map { range.contains(where: $0.contains) } ?? true }

  /// A line ends as in reports: with LF, CR LF or CR.
  private static func split(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    var at = 0
    while at < text.count {
      let byte = text[at]
      at += 1
      guard byte == 0x0A || byte == 0x0D && !(at < text.count && text[at] == 0x0A) else { continue }
      lines.append(text[start..<at])
      start = at
    }
    if start < text.count { lines.append(text[start...]) }
    return lines
  }
}
