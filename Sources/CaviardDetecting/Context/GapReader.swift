/// The bytes between two tokens, reduced to what patterns compare.
struct GapReader {
  /// Non-space characters in ASCII (dashes as `-`, apostrophes as `'`, `°` as `o`, `·` and `•` as `.`); others as 0xFF. At most four are kept.
  private(set) var characters: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
  private(set) var count = 0
  private(set) var spaces = 0
  private(set) var lineEnds = 0

  init(_ bytes: FlatArray<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x20, 0x09: spaces += 1
      case 0x0A: lineEnds += 1
      case 0x0D: break
      case 0x21..<0x7F: add(byte)
      case 0xC2 where index < end:
        let next = bytes[index]
        index += 1
        switch next {
        case 0xA0: spaces += 1
        case 0xAD: break
        case 0xB0, 0xBA: add(0x6F)
        case 0xB7: add(0x2E)  // ·
        default: add(0xFF)
        }
      case 0xE2 where index + 1 < end:
        let (second, third) = (bytes[index], bytes[index + 1])
        index += 2
        switch (second, third) {
        case (0x80, 0x8B...0x8D), (0x81, 0xA0): break
        case (0x80, 0x80...0x8A), (0x80, 0xAF), (0x81, 0x9F): spaces += 1
        case (0x80, 0x90...0x95), (0x88, 0x92): add(0x2D)
        case (0x80, 0x98...0x99): add(0x27)
        case (0x80, 0xA2), (0x80, 0xA7): add(0x2E)  // • ‧
        case (0x84, 0x96): add(0x23)  // №
        default: add(0xFF)
        }
      case 0xEF where index + 1 < end && bytes[index] == 0xBC:
        // Full-width forms of the ASCII marks: ＠ ． － （ ）.
        let mark = bytes[index + 1] &- 0x60
        index += 2
        if (0x21...0x5F).contains(mark) { add(mark) } else { add(0xFF) }
      case 0x80..<0xC0: break  // rest of a longer character
      default: add(0xFF)
      }
    }
  }

  private mutating func add(_ byte: UInt8) {
    switch count {
    case 0: characters.0 = byte
    case 1: characters.1 = byte
    case 2: characters.2 = byte
    case 3: characters.3 = byte
    default: break
    }
    count += 1
  }

  /// The character at a place, 0 beyond the end.
  func character(_ index: Int) -> UInt8 {
    guard index < count else { return 0 }
    switch index {
    case 0: return characters.0
    case 1: return characters.1
    case 2: return characters.2
    default: return characters.3
    }
  }
}
