/// A text with spans marked in place: `Seen by [[person-name:Dr Roy]].`
package struct MarkedText: Sendable {
  /// Without the marks.
  package let text: String
  package let spans: [LabelledSpan]

  /// What is not `[[kind:`, with a kind of small letters and hyphens, is text.
  package init(_ marked: String) {
    let scalars = Array(marked.unicodeScalars)
    var plain = String.UnicodeScalarView()
    var spans: [LabelledSpan] = []
    var open: (label: String, start: Int)?
    var count = 0
    var index = 0
    while index < scalars.count {
      if open == nil, let (label, next) = Self.mark(scalars, at: index) {
        open = (label, count)
        index = next
      } else if let (label, start) = open, Self.isClose(scalars, at: index) {
        spans.append(LabelledSpan(start: start, end: count, label: label))
        open = nil
        index += 2
      } else {
        plain.append(scalars[index])
        count += 1
        index += 1
      }
    }
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
}
