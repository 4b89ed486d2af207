internal import CLibXML2

/// A reference to a character (`&#233;`, `&#xE9;`, `&eacute;`) as markup writes it.
struct CharacterReference {
  /// UTF-8 of the character.
  let utf8: Unicode.UTF8.EncodedScalar
  /// Length in the source, `&` and `;` included.
  let count: Int

  /// Longest reference read, bytes: a name of HTML 4 has 8 letters, a number 8 digits; zeros may lead.
  private static let longest = 40

  /// The reference that starts at `offset` before `limit`; `nil` if there is none or nobody defines it.
  ///
  /// - Parameter isNested: takes `&amp;#233;`, a reference whose `&` is one itself, for what it stands for in the end.
  init?(in source: UnsafeBufferPointer<UInt8>, at offset: Int, before limit: Int, isNested: Bool = false) {
    guard offset < limit, source[offset] == .ampersand else { return nil }
    let farthest = min(limit, offset + Self.longest)
    var end = offset + 1
    while end < farthest, source[end] != UInt8(ascii: ";") { end += 1 }
    guard end < farthest else { return nil }
    let name = offset + 1..<end
    guard let scalar = source.has("#", at: offset + 1) ? Self.number(source, name) : Self.entity(source, name),
      let encoded = Unicode.UTF8.encode(scalar)
    else { return nil }
    if isNested, scalar == "&",
      let inner = CharacterReference(in: source, at: offset, named: end + 1, before: min(limit, end + Self.longest))
    {
      self = inner
      return
    }
    utf8 = encoded
    count = end + 1 - offset
  }

  /// What stands after an `&` that was written as a reference at `offset`: a name that starts at `start`, and `;`.
  private init?(in source: UnsafeBufferPointer<UInt8>, at offset: Int, named start: Int, before limit: Int) {
    var end = start
    while end < limit, source[end].isASCIILetter || source[end].isDigit || end == start && source[end] == 0x23 {
      end += 1
    }
    guard end < limit, end > start, source[end] == UInt8(ascii: ";"),
      let scalar = source[start] == 0x23 ? Self.number(source, start..<end) : Self.entity(source, start..<end),
      let encoded = Unicode.UTF8.encode(scalar)
    else { return nil }
    utf8 = encoded
    count = end + 1 - offset
  }

  /// The character that XML or HTML 4 gives this name to.
  static func entity(named name: UnsafePointer<UInt8>) -> Unicode.Scalar? {
    guard let entity = htmlEntityLookup(name) else { return nil }
    return Unicode.Scalar(UInt32(entity.pointee.value))
  }

  private static func entity(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Unicode.Scalar? {
    guard !range.isEmpty else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { name in
      for (index, offset) in range.enumerated() { name[index] = source[offset] }
      name[range.count] = 0
      guard let start = name.baseAddress else { return nil }
      return entity(named: start)
    }
  }

  private static func number(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Unicode.Scalar? {
    let isHexadecimal = range.count > 1 && source[range.lowerBound + 1] == UInt8(ascii: "x")
    let digits = range.dropFirst(isHexadecimal ? 2 : 1)
    guard !digits.isEmpty else { return nil }
    var value: UInt32 = 0
    for offset in digits {
      guard let digit = source[offset].hexadecimalValue, isHexadecimal || digit < 10 else { return nil }
      value = value * (isHexadecimal ? 16 : 10) + UInt32(digit)
      guard value <= 0x10FFFF else { return nil }
    }
    return value == 0 ? nil : Unicode.Scalar(value)
  }
}
