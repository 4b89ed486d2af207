package import CaviardCase

/// Bytes as stored → text as UTF-8, strictly: a byte that stands for nothing is an error, never a replacement.
package struct SourceDecoder: Sendable {
  package init() {}

  /// The encoding is the byte order mark's, else the one the user names, else the XML declaration's, else UTF-8, else
  /// (markup that is not UTF-8) the one of an HTML `meta`.
  ///
  /// What the user names is for files that are not UTF-8: where it has one byte for each character, it does not count for a
  /// file whose accented letters are UTF-8.
  ///
  /// - Throws: `undecodable`, `binary`, `unsupportedEncoding`.
  package func decode(_ source: CaseSource) throws(ReadingError) -> SourceText {
    let bytes = source.bytes
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw .unsupportedEncoding(name: "utf-32")
    }
    for encoding in [SourceEncoding.utf8, .utf16LittleEndian, .utf16BigEndian]
    where bytes.starts(with: encoding.byteOrderMark) {
      return try decode(bytes, as: encoding, isMarked: true, skipping: encoding.byteOrderMark.count)
    }
    if let named = source.encoding, !(named.isSingleByte && Self.isPlainlyUTF8(bytes)) {
      return try decode(bytes, as: named, isMarked: true)
    }
    let isMarkup = source.format == .xhtml || source.format == .html
    guard isMarkup else { return try decode(bytes, as: .utf8, isMarked: false) }
    if let declared = try EncodingDeclaration.xml(bytes) {
      // A browser believes the other one.
      if source.format == .html, let other = try EncodingDeclaration.meta(bytes), other != declared,
        [other, declared] != [.windows1252, .latin1]
      {
        throw .unsupportedEncoding(name: nil)
      }
      return try decode(bytes, as: declared, isMarked: true)
    }
    do throws(ReadingError) {
      return try decode(bytes, as: .utf8, isMarked: true)
    } catch {
      guard case .undecodable = error, let declared = try EncodingDeclaration.meta(bytes) else { throw error }
      return try decode(bytes, as: declared, isMarked: true)
    }
  }

  /// True for UTF-8 with a character of several bytes: hardly any text of another encoding is valid by chance.
  private static func isPlainlyUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.contains { $0 >= 0x80 }
      && bytes.withUnsafeBufferPointer { UTF8Validation.firstFault(in: $0, from: 0) } == nil
  }

  private func decode(
    _ bytes: [UInt8], as encoding: SourceEncoding, isMarked: Bool, skipping mark: Int = 0
  ) throws(ReadingError) -> SourceText {
    let utf8: [UInt8]
    switch encoding {
    case .utf8:
      let fault = bytes.withUnsafeBufferPointer { UTF8Validation.firstFault(in: $0, from: mark) }
      switch fault {
      case .invalid(let byte): throw .undecodable(.utf8, at: byte, isMarked: isMarked)
      case .nul(let byte): throw .binary(at: byte)
      case nil: utf8 = mark == 0 ? bytes : Array(bytes[mark...])
      }
    case .utf16LittleEndian: utf8 = try utf16(bytes, from: mark, encoding, low: 0, high: 1)
    case .utf16BigEndian: utf8 = try utf16(bytes, from: mark, encoding, low: 1, high: 0)
    case .latin1, .windows1252: utf8 = try singleByte(bytes, encoding)
    }
    return SourceText(utf8: utf8, encoding: encoding, hasByteOrderMark: mark > 0)
  }

  /// - Parameters: `low` and `high` are the places of a unit's bytes.
  private func utf16(
    _ bytes: [UInt8], from start: Int, _ encoding: SourceEncoding, low: Int, high: Int
  ) throws(ReadingError) -> [UInt8] {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count)
    var at = start
    func unit(_ offset: Int) -> UInt32? {
      offset + 1 < bytes.count ? UInt32(bytes[offset + high]) << 8 | UInt32(bytes[offset + low]) : nil
    }
    while at < bytes.count {
      guard let first = unit(at) else { throw .undecodable(encoding, at: at, isMarked: true) }
      guard first != 0 else { throw .binary(at: at) }
      var value = first
      var length = 2
      if first & 0xFC00 == 0xD800, let second = unit(at + 2), second & 0xFC00 == 0xDC00 {
        value = 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF
        length = 4
      }
      guard let scalar = Unicode.Scalar(value) else { throw .undecodable(encoding, at: at, isMarked: true) }
      utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      at += length
    }
    return utf8
  }

  private func singleByte(_ bytes: [UInt8], _ encoding: SourceEncoding) throws(ReadingError) -> [UInt8] {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 8)
    for (offset, byte) in bytes.enumerated() {
      if byte < 0x80 {
        guard byte != 0 else { throw .binary(at: offset) }
        utf8.append(byte)
        continue
      }
      guard let scalar = encoding == .windows1252 ? Windows1252.scalar(byte) : Unicode.Scalar(byte) else {
        throw .undecodable(encoding, at: offset, isMarked: true)
      }
      utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return utf8
  }
}

extension SourceEncoding {
  /// True when every byte is a character.
  fileprivate var isSingleByte: Bool { self == .latin1 || self == .windows1252 }
}
