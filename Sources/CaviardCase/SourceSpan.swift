/// A half-open range of bytes in the decoded file (``SourceText/utf8``): UTF-8, without the byte order mark.
package struct SourceSpan: Hashable, Sendable, Comparable {
  package let lower: Int
  package let upper: Int

  /// - Precondition: `lower <= upper`, both on Unicode scalar boundaries.
  package init(_ lower: Int, _ upper: Int) {
    precondition(lower <= upper, "a span never runs backwards")
    self.lower = lower
    self.upper = upper
  }

  package var range: Range<Int> { lower..<upper }
  package var count: Int { upper - lower }
  package var isEmpty: Bool { lower == upper }

  package static func < (a: SourceSpan, b: SourceSpan) -> Bool {
    (a.lower, a.upper) < (b.lower, b.upper)
  }
}
