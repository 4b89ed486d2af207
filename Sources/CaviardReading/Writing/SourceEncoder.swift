package import CaviardCase

/// Text as UTF-8 → bytes as stored: the inverse of ``SourceDecoder``.
package struct SourceEncoder: Sendable {
  package init() {}

  /// - Parameters:
  ///   - utf8: the source's text, edited.
  ///   - source: where the encoding and the byte order mark come from.
  ///   - format: how a character the encoding lacks is written: a reference in markup, its ASCII form in text.
  package func encode(_ utf8: [UInt8], as source: SourceText, format: CaseFormat) -> [UInt8] {
    if source.encoding == .utf8 {
      return source.hasByteOrderMark ? source.encoding.byteOrderMark + utf8 : utf8
    }
    let isMarkup = format == .xhtml || format == .html
    var bytes: [UInt8] = source.hasByteOrderMark ? source.encoding.byteOrderMark : []
    bytes.reserveCapacity(utf8.count)
    var decoder = UTF8()
    var input = utf8.makeIterator()
    while true {
      switch decoder.decode(&input) {
      case .scalarValue(let scalar):
        if Self.append(scalar, as: source.encoding, to: &bytes) { continue }
        bytes.append(contentsOf: isMarkup ? Array("&#\(scalar.value);".utf8) : ASCIIForm.of(scalar))
      case .emptyInput: return bytes
      case .error: preconditionFailure("what is written is well-formed UTF-8")
      }
    }
  }

  /// False if the encoding lacks the character.
  private static func append(_ scalar: Unicode.Scalar, as encoding: SourceEncoding, to bytes: inout [UInt8]) -> Bool {
    switch encoding {
    case .utf8:
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    case .utf16LittleEndian:
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        bytes.append(UInt8(truncatingIfNeeded: unit))
        bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
      }
    case .utf16BigEndian:
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
        bytes.append(UInt8(truncatingIfNeeded: unit))
      }
    case .latin1:
      guard scalar.value <= 0xFF else { return false }
      bytes.append(UInt8(scalar.value))
    case .windows1252:
      guard let byte = Windows1252.byte(scalar) else { return false }
      bytes.append(byte)
    }
    return true
  }
}
