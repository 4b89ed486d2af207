/// A character of a link written as `%C3%A9`.
struct PercentEscape {
  let utf8: Unicode.UTF8.EncodedScalar
  /// Length in the source: three bytes for each byte of UTF-8.
  let count: Int

  /// The escape that starts at `offset` before `limit`; `nil` if it is none, or not well-formed UTF-8, or a control.
  init?(in source: UnsafeBufferPointer<UInt8>, at offset: Int, before limit: Int) {
    guard let first = Self.byte(source, offset, limit), first >= 0x20 else { return nil }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let bytes = (0..<length).lazy.compactMap { Self.byte(source, offset + 3 * $0, limit) }
    guard bytes.count == length, let text = String(validating: bytes, as: UTF8.self),
      let scalar = text.unicodeScalars.first, let encoded = UTF8.encode(scalar)
    else { return nil }
    utf8 = encoded
    count = 3 * length
  }

  private static func byte(_ source: UnsafeBufferPointer<UInt8>, _ offset: Int, _ limit: Int) -> UInt8? {
    guard offset + 3 <= limit, source[offset] == UInt8(ascii: "%"), let high = source[offset + 1].hexadecimalValue,
      let low = source[offset + 2].hexadecimalValue
    else { return nil }
    return high << 4 | low
  }
}
