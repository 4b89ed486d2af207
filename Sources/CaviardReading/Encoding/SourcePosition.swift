/// A place in a file, counted in the ways reports and editors need.
package struct SourcePosition: Hashable, Sendable {
  /// Unicode scalars before it, from 0; a byte order mark is not counted.
  package let scalar: Int
  /// Bytes before it in the file as stored, from 0; a byte order mark is counted.
  package let byte: Int
  /// From 1; a line ends with LF, CR LF or CR.
  package let line: Int
  /// From 1, in Unicode scalars.
  package let column: Int

  package init(scalar: Int, byte: Int, line: Int, column: Int) {
    self.scalar = scalar
    self.byte = byte
    self.line = line
    self.column = column
  }
}
