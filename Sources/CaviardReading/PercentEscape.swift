/// A character of a link written as `%C3%A9`, or escaped again: `%25C3%25A9`.
package struct PercentEscape {
  let utf8: Unicode.UTF8.EncodedScalar
  /// Length in the source: three bytes for each byte of UTF-8, more when its `%` is escaped.
  let count: Int

  /// The escape that starts at `offset` before `limit`; `nil` if it is none, or not well-formed UTF-8, or a control.
  init?(in source: UnsafeBufferPointer<UInt8>, at offset: Int, before limit: Int) {
    guard let first = Self.byte(source, offset, limit), first.value >= 0x20 else { return nil }
    let length = first.value < 0x80 ? 1 : first.value < 0xE0 ? 2 : first.value < 0xF0 ? 3 : 4
    var bytes = [first.value]
    var end = offset + first.count
    while bytes.count < length, let next = Self.byte(source, end, limit) {
      bytes.append(next.value)
      end += next.count
    }
    guard bytes.count == length, let text = String(validating: bytes, as: UTF8.self),
      let scalar = text.unicodeScalars.first, let encoded = UTF8.encode(scalar)
    else { return nil }
    utf8 = encoded
    count = end - offset
  }

  /// A link with its escapes undone; what is none stays.
  package static func decoded(_ link: [UInt8]) -> [UInt8] {
    link.withUnsafeBufferPointer { source in
      var bytes: [UInt8] = []
      var at = 0
      while at < source.count {
        let escape = PercentEscape(in: source, at: at, before: source.count)
        if let escape { bytes += escape.utf8 } else { bytes.append(source[at]) }
        at += escape?.count ?? 1
      }
      return bytes
    }
  }

  private static func byte(
    _ source: UnsafeBufferPointer<UInt8>, _ offset: Int, _ limit: Int
  ) -> (value: UInt8, count: Int)? {
    guard offset < limit, source[offset] == UInt8(ascii: "%") else { return nil }
    var digits = offset + 1
    while digits + 2 < limit, source[digits] == UInt8(ascii: "2"), source[digits + 1] == UInt8(ascii: "5"),
      source[digits + 2].hexadecimalValue != nil, digits - offset < 8
    {
      digits += 2
    }
    guard digits + 2 <= limit, let high = source[digits].hexadecimalValue, let low = source[digits + 1].hexadecimalValue
    else { return nil }
    return (high << 4 | low, digits + 2 - offset)
  }
}
