/// A half-open range of UTF-8 bytes in the text that detectors see.
///
/// Not an offset in the file: for XHTML the two differ. ``OffsetMap`` converts.
package struct TextSpan: Hashable, Sendable, Comparable, BitwiseCopyable {
  package let lower: Int
  package let upper: Int

  /// - Precondition: `lower <= upper`, both on Unicode scalar boundaries.
  @inlinable package init(_ lower: Int, _ upper: Int) {
    precondition(lower <= upper, "a span never runs backwards")
    self.lower = lower
    self.upper = upper
  }

  @inlinable package var range: Range<Int> { lower..<upper }
  @inlinable package var count: Int { upper - lower }
  package var isEmpty: Bool { lower == upper }

  package func overlaps(_ other: TextSpan) -> Bool { lower < other.upper && other.lower < upper }
  package func contains(_ other: TextSpan) -> Bool { lower <= other.lower && other.upper <= upper }

  /// The smallest span that holds both.
  package func union(_ other: TextSpan) -> TextSpan {
    TextSpan(min(lower, other.lower), max(upper, other.upper))
  }

  package static func < (a: TextSpan, b: TextSpan) -> Bool {
    (a.lower, a.upper) < (b.lower, b.upper)
  }
}
