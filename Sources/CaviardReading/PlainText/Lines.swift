/// The lines of a text, with and without their ends (LF, CR LF or CR).
struct Lines: Sequence, IteratorProtocol {
  struct Line {
    /// Without the line end.
    let content: Range<Int>
    /// Where the next line starts.
    let next: Int
  }

  private let source: UnsafeBufferPointer<UInt8>
  private var offset: Int

  init(_ source: UnsafeBufferPointer<UInt8>, from offset: Int = 0) {
    self.source = source
    self.offset = offset
  }

  mutating func next() -> Line? {
    guard offset < source.count else { return nil }
    let start = offset
    var end = start
    while end < source.count, source[end] != .lineFeed, source[end] != .carriageReturn { end += 1 }
    offset = Swift.min(end + 1, source.count)
    if end < source.count, source[end] == .carriageReturn, offset < source.count, source[offset] == .lineFeed {
      offset += 1
    }
    return Line(content: start..<end, next: offset)
  }
}
