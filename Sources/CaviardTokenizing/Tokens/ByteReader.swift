/// UTF-8 bytes and the character table, for one pass. The only file of this target with unsafe pointers.
///
/// Everything is checked against `end`; bytes that are not UTF-8 read as one separator each.
struct ByteReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let table: UnsafeBufferPointer<CharacterEntry>

  /// The character at `index` (which is below `end`) and its length in bytes.
  @inline(__always)
  func character(at index: Int, end: Int) -> (entry: CharacterEntry, width: Int) {
    let first = bytes[index]
    return first < 0x80 ? (table[Int(first)], 1) : longCharacter(at: index, end: end)
  }

  /// The ASCII letters from `index` on; at least eight bytes must follow.
  @inline(__always)
  func letters(at index: Int) -> LetterWord {
    LetterWord(
      UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)))
  }

  @inline(__always)
  private func longCharacter(at index: Int, end: Int) -> (entry: CharacterEntry, width: Int) {
    let first = bytes[index]
    guard first >= 0xC2, first <= 0xDF, index + 1 < end, bytes[index + 1] & 0xC0 == 0x80 else {
      return wideCharacter(at: index, end: end)
    }
    return (table[Int(first & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F)], 2)
  }

  @inline(never)
  private func wideCharacter(at index: Int, end: Int) -> (entry: CharacterEntry, width: Int) {
    guard let (value, width) = scalar(at: index, end: end) else { return (CharacterEntry(.other), 1) }
    if let slot = CharacterTable.slot(of: value) { return (table[slot], width) }
    guard let scalar = Unicode.Scalar(value) else { return (CharacterEntry(.other), 1) }
    return (WideCharacters.entry(of: scalar), width)
  }

  /// The scalar at `index` and its length; `nil` if the bytes there are not UTF-8.
  func scalar(at index: Int, end: Int) -> (value: UInt32, width: Int)? {
    let first = UInt32(bytes[index])
    let width: Int
    var value: UInt32
    let least: UInt32
    switch first {
    case 0..<0x80: return (first, 1)
    case 0xC2...0xDF: (width, value, least) = (2, first & 0x1F, 0x80)
    case 0xE0...0xEF: (width, value, least) = (3, first & 0x0F, 0x800)
    case 0xF0...0xF4: (width, value, least) = (4, first & 0x07, 0x10000)
    default: return nil
    }
    guard index + width <= end else { return nil }
    for offset in 1..<width {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= least, value <= 0x10FFFF, value & 0xFFFF_F800 != 0xD800 else { return nil }
    return (value, width)
  }

  /// Calls `body` with a reader over `bytes`.
  static func read<Result>(_ bytes: [UInt8], _ body: (ByteReader) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      CharacterTable.shared.entries.withUnsafeBufferPointer { body(ByteReader(bytes: bytes, table: $0)) }
    }
  }
}
