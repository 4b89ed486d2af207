/// A character of a script or style sheet written as `\u00e9`, `\xe9`, `\u{e9}` or, in a style sheet, `\e9 `.
struct CodeEscape {
  let utf8: Unicode.UTF8.EncodedScalar
  /// Length in the source.
  let count: Int

  /// The escape that starts at `offset` before `limit`; `nil` if it is none, or a control character.
  init?(in source: UnsafeBufferPointer<UInt8>, at offset: Int, before limit: Int, isStyle: Bool) {
    guard offset + 1 < limit, source[offset] == UInt8(ascii: "\\") else { return nil }
    let found = isStyle ? Self.style(source, offset + 1, limit) : Self.script(source, offset + 1, limit)
    guard let (value, end) = found, value >= 0x20, let scalar = Unicode.Scalar(value),
      let encoded = UTF8.encode(scalar)
    else { return nil }
    utf8 = encoded
    count = end - offset
  }

  /// One to six digits and perhaps a space.
  private static func style(
    _ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int
  ) -> (value: UInt32, end: Int)? {
    guard let (value, end) = number(source, start, min(limit, start + 6)) else { return nil }
    return (value, end < limit && source[end].isSpace ? end + 1 : end)
  }

  private static func script(
    _ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int
  ) -> (value: UInt32, end: Int)? {
    let digits: Int
    switch source[start] {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u") where source.has("{", at: start + 1):
      guard let (value, end) = number(source, start + 2, min(limit, start + 8)), end < limit,
        source[end] == UInt8(ascii: "}")
      else { return nil }
      return (value, end + 1)
    case UInt8(ascii: "u"): digits = 4
    default: return nil
    }
    guard let (value, end) = number(source, start + 1, min(limit, start + 1 + digits)), end == start + 1 + digits else {
      return nil
    }
    return (value, end)
  }

  private static func number(
    _ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int
  ) -> (value: UInt32, end: Int)? {
    var value: UInt32 = 0
    var at = start
    while at < limit, let digit = source[at].hexadecimalValue {
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return at > start ? (value, at) : nil
  }
}
