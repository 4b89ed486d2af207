/// How much of a case the readers take. Past a limit the case is refused, never cut.
package struct ReadingLimits: Sendable, Hashable {
  /// Longest file, bytes as stored.
  package var caseBytes: Int
  /// Deepest nesting of elements.
  package var depth: Int
  /// Longest attribute value, comment or processing instruction, bytes of UTF-8.
  package var markupBytes: Int
  /// Bytes given to libxml2 at a time, at least 4.
  package var chunkBytes: Int

  /// 2 MiB a file, 256 elements deep.
  package static let standard = ReadingLimits()

  package init(
    caseBytes: Int = 2 << 20, depth: Int = 256, markupBytes: Int = 8 << 20, chunkBytes: Int = 32 << 10
  ) {
    self.caseBytes = caseBytes
    self.depth = depth
    self.markupBytes = markupBytes
    self.chunkBytes = max(4, chunkBytes)
  }
}
