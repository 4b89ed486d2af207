internal import Glibc

/// Lines of an open file, one at a time, in bounded memory.
package struct LineReader {
  package enum Line: Sendable {
    /// Without its line feed.
    case whole([UInt8])
    /// Longer than the limit; passed over to its end.
    case tooLong
  }

  private let descriptor: Int32
  private let limitBytes: Int
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var position = 0
  private var filled = 0
  private var isAtEnd = false
  /// True when reading failed before the end.
  package private(set) var hasFailed = false

  package init(_ descriptor: Int32, limitBytes: Int) {
    self.descriptor = descriptor
    self.limitBytes = limitBytes
  }

  /// `nil` at the end.
  package mutating func next() -> Line? {
    var line: [UInt8] = []
    var isTooLong = false
    var isEmpty = true
    while true {
      if position == filled, !refill() { return isEmpty ? nil : isTooLong ? .tooLong : .whole(line) }
      isEmpty = false
      let rest = chunk[position..<filled]
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      if line.count + (end ?? filled) - position > limitBytes {
        isTooLong = true
        line = []
      }
      if !isTooLong { line.append(contentsOf: rest[..<(end ?? filled)]) }
      position = end.map { $0 + 1 } ?? filled
      if end != nil { return isTooLong ? .tooLong : .whole(line) }
    }
  }

  /// False at the end.
  private mutating func refill() -> Bool {
    while !isAtEnd {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      position = 0
      filled = max(0, count)
      if count <= 0 {
        isAtEnd = true
        hasFailed = count < 0
      }
      return count > 0
    }
    return false
  }
}
