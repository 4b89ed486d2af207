/// The strings of a compiled dictionary, each once.
struct StringPool {
  /// Bytes.
  static let longest = 65_535

  private(set) var bytes: [UInt8] = []
  private var offsets: [String: UInt32] = [:]

  mutating func offset(of text: String) -> UInt32 {
    if let known = offsets[text] { return known }
    let offset = UInt32(bytes.count)
    offsets[text] = offset
    bytes.appendLittleEndian(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
    return offset
  }
}

extension [UInt8] {
  mutating func appendLittleEndian(_ value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  mutating func storeLittleEndian(_ value: some FixedWidthInteger, at offset: Int) {
    Swift.withUnsafeBytes(of: value.littleEndian) { raw in
      for (place, byte) in raw.enumerated() { self[offset + place] = byte }
    }
  }

  mutating func align(to multiple: Int) {
    while count % multiple != 0 { append(0) }
  }
}
