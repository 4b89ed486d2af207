internal import CaviardCase

/// A text with spans marked in place: `Seen by [[person-name:Dr Roy]].`
package struct MarkedText: Sendable {
  /// Without the marks.
  package let text: String
  package let spans: [LabelledSpan]

  /// What is not `[[kind:`, with small letters and hyphens for the kind, is text.
  ///
  /// - Throws: `.notUTF8`; `.mark` for a kind we do not know and a mark that nothing closes.
  package init(_ bytes: some Sequence<UInt8>) throws(GoldFault) {
    guard let marked = String(validating: bytes, as: UTF8.self) else {
      throw GoldFault(.notUTF8, line: Self.firstBrokenLine(bytes))
    }
    let scalars = Array(marked.unicodeScalars)
    var plain = String.UnicodeScalarView()
    var spans: [LabelledSpan] = []
    var open: (label: String, start: Int, line: Int)?
    var count = 0
    var index = 0
    var line = 1
    while index < scalars.count {
      if scalars[index] == "\n" { line += 1 }
      if open == nil, let (label, next) = Self.mark(scalars, at: index) {
        guard Kind(rawValue: label) != nil else { throw GoldFault(.mark, line: line) }
        open = (label, count, line)
        index = next
      } else if let (label, start, _) = open, Self.isClose(scalars, at: index) {
        spans.append(LabelledSpan(start: start, end: count, label: label))
        open = nil
        index += 2
      } else {
        plain.append(scalars[index])
        count += 1
        index += 1
      }
    }
    if let open { throw GoldFault(.mark, line: open.line) }
    text = String(plain)
    self.spans = spans
  }

  private static func mark(_ scalars: [Unicode.Scalar], at index: Int) -> (label: String, next: Int)? {
    guard index + 1 < scalars.count, scalars[index] == "[", scalars[index + 1] == "[" else { return nil }
    var end = index + 2
    while end < scalars.count, ("a"..."z").contains(scalars[end]) || scalars[end] == "-" { end += 1 }
    guard end > index + 2, end < scalars.count, scalars[end] == ":" else { return nil }
    return (String(String.UnicodeScalarView(scalars[(index + 2)..<end])), end + 1)
  }

  private static func isClose(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    index + 1 < scalars.count && scalars[index] == "]" && scalars[index + 1] == "]"
  }

  private static func firstBrokenLine(_ bytes: some Sequence<UInt8>) -> Int {
    let lines = Array(bytes).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }
}
