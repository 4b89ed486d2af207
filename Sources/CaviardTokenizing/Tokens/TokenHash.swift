/// The 64-bit hash of a word's folded bytes, fed eight bytes at a time.
///
/// Seed and constants belong to ``Tokenizer/version``: compiled dictionaries hold these hashes.
struct TokenHash {
  static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let multiplier: UInt64 = 0xA076_1D64_78BD_642F
  private static let finisher: UInt64 = 0xE703_7ED1_A0B4_28DB

  private var state = seed
  private var pending: UInt64 = 0
  /// Bits of `pending` in use.
  private var fill: UInt64 = 0
  private var count: UInt64 = 0

  @inline(__always)
  mutating func append(_ byte: UInt64) {
    pending |= byte &<< fill
    fill &+= 8
    if fill == 64 { flush() }
  }

  @inline(__always)
  mutating func append(folded: UInt32) {
    var rest = folded
    repeat {
      append(UInt64(rest & 0xFF))
      rest &>>= 8
    } while rest != 0
  }

  /// Appends up to eight bytes, the first one lowest; the bytes above them are 0.
  @inline(__always)
  mutating func append(_ bytes: UInt64, count byteCount: Int) {
    let used = fill
    let total = used &+ UInt64(byteCount) &* 8
    pending |= bytes &<< used
    if total < 64 {
      fill = total
    } else {
      flush()
      fill = total &- 64
      // A shift by 64 (nothing left over) must give 0.
      pending = used == 0 ? 0 : bytes &>> (64 &- used)
    }
  }

  @inline(__always)
  private mutating func flush() {
    state = Self.fold(state ^ pending, Self.multiplier)
    pending = 0
    fill = 0
    count &+= 8
  }

  @inline(__always)
  func finish() -> UInt64 {
    let length = count &+ (fill &>> 3)
    return Self.fold(Self.fold(state ^ pending, Self.multiplier) ^ length, Self.finisher)
  }

  @inline(__always)
  private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = TokenHash()
    for byte in bytes { hash.append(UInt64(byte)) }
    return hash.finish()
  }
}
