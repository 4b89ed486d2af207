internal import CLibXML2

/// A reference to a character (`&#233;`, `&#xE9;`, `&eacute;`) as markup writes it.
struct CharacterReference {
  /// UTF-8 of the character.
  let utf8: Unicode.UTF8.EncodedScalar
  /// Length in the source, `&` and `;` included.
  let count: Int

  /// What HTML shows for it: the numbers 128...159 are those of windows-1252.
  var shown: Unicode.UTF8.EncodedScalar {
    let scalar = UTF8.decode(utf8)
    guard (0x80...0x9F).contains(scalar.value), let other = Windows1252.scalar(UInt8(scalar.value)) else { return utf8 }
    return UTF8.encode(other) ?? utf8
  }

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

  /// A reference without its `;`, as HTML takes it: a number, or the longest name of HTML 2 that what follows begins with.
  ///
  /// - Parameter isAttribute: true where a letter, a digit or `=` after the name makes it part of a link.
  init?(openIn source: UnsafeBufferPointer<UInt8>, at offset: Int, before limit: Int, isAttribute: Bool) {
    guard offset + 2 < limit, source[offset] == .ampersand else { return nil }
    let start = offset + 1
    let farthest = min(limit, offset + Self.longest - 1)
    var end = start
    if source[start] == 0x23 {
      end += source[start + 1] | 0x20 == UInt8(ascii: "x") ? 2 : 1
      let isHexadecimal = end == start + 2
      while end < farthest, let digit = source[end].hexadecimalValue, isHexadecimal || digit < 10 { end += 1 }
      guard let scalar = Self.number(source, start..<end), let encoded = Unicode.UTF8.encode(scalar) else { return nil }
      (utf8, count) = (encoded, end - offset)
      return
    }
    while end < farthest, source[end].isASCIILetter || source[end].isDigit { end += 1 }
    let word = end
    while end > start + 1 {
      // Those that HTML 2 had, and no other, may stand open: the upper half of ISO 8859-1, and the four of SGML.
      if let scalar = Self.entity(source, start..<end), scalar.value <= 0xFF,
        Self.mayStandOpen(source, start..<end, scalar),
        let encoded = Unicode.UTF8.encode(scalar)
      {
        let isInLink = isAttribute && (end < word || end < limit && source[end] == UInt8(ascii: "="))
        guard !isInLink else { return nil }
        (utf8, count) = (encoded, end - offset)
        return
      }
      end -= 1
    }
    return nil
  }

  /// The names that libxml2 has too, but for the apostrophe's; and six that HTML 5 adds in capitals.
  private static func mayStandOpen(
    _ source: UnsafeBufferPointer<UInt8>, _ name: Range<Int>, _ scalar: Unicode.Scalar
  ) -> Bool {
    HTML5Entities.scalar(named: source[name]) == nil
      ? scalar != "'" : ["AMP", "COPY", "GT", "LT", "QUOT", "REG"].contains { source[name].elementsEqual($0.utf8) }
  }

  /// True when a name with its `;` stands after the `&` at `offset`, whoever defines it.
  static func isNamed(in source: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard offset + 1 < source.count, source[offset + 1].isASCIILetter else { return false }
    var end = offset + 1
    while end < min(source.count, offset + longest), source[end].isASCIILetter || source[end].isDigit { end += 1 }
    return end < source.count && source[end] == UInt8(ascii: ";")
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

  /// The character that XML or HTML gives this name to.
  static func entity(named name: UnsafePointer<UInt8>) -> Unicode.Scalar? {
    guard let entity = htmlEntityLookup(name) else {
      return HTML5Entities.scalar(named: UnsafeBufferPointer(start: name, count: strlen(name)))
    }
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
    let isHexadecimal = range.count > 1 && source[range.lowerBound + 1] | 0x20 == UInt8(ascii: "x")
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
