/// The bytes between two tokens in 32 bits: up to three characters as ``GapReader`` reads them, whether there are spaces,
/// and how many line ends.
struct GapCode: BitwiseCopyable, Hashable {
  private let bits: UInt32

  private static var hasSpace: UInt32 { 1 << 27 }

  /// One space.
  static var space: GapCode { GapCode(bits: hasSpace) }

  private init(bits: UInt32) { self.bits = bits }

  init(_ reader: GapReader) {
    var bits = UInt32(min(reader.count, 4)) << 24 | UInt32(min(reader.lineEnds, 2)) << 28
    for index in 0..<min(reader.count, 3) { bits |= UInt32(reader.character(index)) << UInt32(8 * index) }
    if reader.spaces + reader.lineEnds > 0 { bits |= Self.hasSpace }
    self.bits = bits
  }

  /// A gap that no pattern crosses, as between two paragraphs.
  static var barrier: GapCode { GapCode(bits: hasSpace | 2 << 28) }

  /// The gap of one ASCII byte.
  init(mark: UInt8) { bits = UInt32(mark) | 1 << 24 }

  /// Non-space characters, at most 4.
  var count: Int { Int(bits >> 24 & 7) }
  var hasSpace: Bool { bits & Self.hasSpace != 0 }
  /// At most 2.
  var lineEnds: Int { Int(bits >> 28) }

  /// The character at a place below three; 0xFF for one that is not ASCII.
  func character(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits >> UInt32(8 * index)) }
}

/// A gap class as two words of bits.
struct GapTest: BitwiseCopyable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private let allowsSpaceOnly: Bool
  private let allowsNothing: Bool
  private let mostLineEnds: UInt8

  init(_ allowed: TokenPattern.GapClass) {
    for character in allowed.characters where character < 0x80 {
      if character < 64 { low |= 1 << UInt64(character) } else { high |= 1 << UInt64(character - 64) }
    }
    allowsSpaceOnly = allowed.allowsSpaceOnly
    allowsNothing = allowed.allowsNothing
    mostLineEnds = allowed.allowsLineEnd ? 1 : 0
  }

  func admits(_ character: UInt8) -> Bool {
    character < 64 ? low >> UInt64(character) & 1 == 1 : character < 128 && high >> UInt64(character - 64) & 1 == 1
  }

  func fits(_ gap: GapCode) -> Bool {
    guard gap.lineEnds <= Int(mostLineEnds) else { return false }
    switch gap.count {
    case 0: return gap.hasSpace ? allowsSpaceOnly : allowsNothing
    case 1: return admits(gap.character(0))
    case 2: return admits(gap.character(0)) && admits(gap.character(1))
    case 3: return admits(gap.character(0)) && admits(gap.character(1)) && admits(gap.character(2))
    default: return false
    }
  }

  /// What one of two classes admits.
  func union(_ other: GapTest) -> GapTest {
    var union = GapTest(
      TokenPattern.GapClass(
        characters: [], allowsSpaceOnly: allowsSpaceOnly || other.allowsSpaceOnly,
        allowsNothing: allowsNothing || other.allowsNothing, allowsLineEnd: true))
    union.low = low | other.low
    union.high = high | other.high
    return union
  }

  /// Whether spaces alone will do, line ends aside.
  var admitsSpaces: Bool { allowsSpaceOnly }
  var admitsNothing: Bool { allowsNothing }
  var admitsMarks: Bool { low | high != 0 }
}
