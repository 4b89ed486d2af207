/// The ASCII letters at the start of eight bytes, found and folded all at once.
struct LetterWord {
  /// Small letters, the first one lowest; 0 above them.
  let folded: UInt64
  /// 0...8.
  let count: Int
  /// One high bit for each capital.
  private let uppers: UInt64

  private static let lowBits: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let caseBits: UInt64 = 0x2020_2020_2020_2020

  /// - Parameter bytes: eight bytes of a text, the first one lowest.
  @inline(__always)
  init(_ bytes: UInt64) {
    let small = bytes | Self.caseBits
    // The high bit of each byte: at least `a`; past `z`.
    let atLeastA = (small & Self.lowBits) &+ 0x1F1F_1F1F_1F1F_1F1F
    let pastZ = (small & Self.lowBits) &+ 0x0505_0505_0505_0505
    let letters = atLeastA & ~pastZ & ~bytes & Self.highBits
    let others = ~letters & Self.highBits
    let bits = others == 0 ? 64 : others.trailingZeroBitCount &- 7
    // A shift by 64 must give 0, and `&<<` would wrap.
    let kept: UInt64 = others == 0 ? .max : (1 &<< UInt64(bits)) &- 1
    count = bits &>> 3
    folded = small & kept
    uppers = letters & ~(bytes &<< 2) & kept
  }

  @inline(__always)
  var upperCount: Int { uppers.nonzeroBitCount }

  @inline(__always)
  var startsUpper: Bool { uppers & 0x80 != 0 }
}
