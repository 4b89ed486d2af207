/// Finds the first byte that is not well-formed UTF-8, or is NUL.
enum UTF8Validation {
  enum Fault: Equatable {
    /// The sequence that starts here is cut short, overlong, a surrogate, or no sequence at all.
    case invalid(at: Int)
    case nul(at: Int)
  }

  static func firstFault(in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Fault? {
    let raw = UnsafeRawBufferPointer(bytes)
    var at = start
    while at < bytes.count {
      // Eight ASCII bytes that are not NUL at a time.
      while at + 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let zeros = (word &- 0x0101_0101_0101_0101) & ~word
        guard (word | zeros) & 0x8080_8080_8080_8080 == 0 else { break }
        at += 8
      }
      guard at < bytes.count else { break }
      guard bytes[at] != 0 else { return .nul(at: at) }
      let length = sequenceLength(bytes, at)
      guard length > 0 else { return .invalid(at: at) }
      at += length
    }
    return nil
  }

  /// Length of the well-formed sequence at `at`; 0 if there is none.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let first = bytes[at]
    if first < 0x80 { return 1 }
    let length: Int
    // The second byte's range keeps out overlong forms, surrogates and what lies past U+10FFFF.
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if first == 0xE0 { second = 0xA0...0xBF }
      if first == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if first == 0xF0 { second = 0x90...0xBF }
      if first == 0xF4 { second = 0x80...0x8F }
    default: return 0
    }
    guard at + length <= bytes.count, second.contains(bytes[at + 1]) else { return 0 }
    for offset in 2..<max(2, length) where bytes[at + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
