/// A part of one line of the file, as editors and code hosts count: half-open.
package struct LineRegion: Hashable, Sendable {
  /// From 1. A line ends at LF, CR or CRLF.
  package let line: Int
  /// UTF-16 units, from 1, without the byte order mark.
  package let column: Int
  /// One past the last unit.
  package let endColumn: Int
  /// Unicode scalars from the start of the file, as in ``FindingPlace``.
  package let start: Int
  package let end: Int

  package init(line: Int, column: Int, endColumn: Int, start: Int, end: Int) {
    self.line = line
    self.column = column
    self.endColumn = endColumn
    self.start = start
    self.end = end
  }
}
