import CaviardCase
import CaviardReading
import Testing

@Suite("Bytes to text and back")
struct SourceDecoderTests {
  private func decode(
    _ bytes: [UInt8], _ format: CaseFormat = .text, named: SourceEncoding? = nil
  ) throws(ReadingError) -> SourceText {
    try SourceDecoder().decode(CaseSource(name: "c", format: format, bytes: bytes, encoding: named))
  }

  @Test(
    "invalid UTF-8 is refused at its first byte",
    arguments: [
      ([0x61, 0xE9, 0x61], 1), ([0xC3], 0), ([0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0xC0, 0x80], 8),
      ([0xED, 0xA0, 0x80], 0), ([0xE0, 0x80, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xC3, 0xA9, 0xFF], 2),
      ([0xE2, 0x80], 0), ([0xF8, 0x88, 0x80, 0x80, 0x80], 0),
    ] as [([UInt8], Int)])
  func invalid(_ bytes: [UInt8], _ byte: Int) {
    #expect(throws: ReadingError.undecodable(.utf8, at: byte, isMarked: false)) { try decode(bytes) }
  }

  @Test("plain text of unknown encoding names the option that helps")
  func hint() {
    let error = ReadingError.undecodable(.utf8, at: 3, isMarked: false)
    #expect(error.failure.detail?.contains("--encoding windows-1252") == true)
    #expect(error.failure.byte == 3)
  }

  @Test("a NUL is refused in every encoding")
  func nul() {
    #expect(throws: ReadingError.binary(at: 9)) { try decode(Array("123456789".utf8) + [0, 0x61]) }
    #expect(throws: ReadingError.binary(at: 1)) { try decode([0x61, 0], named: .windows1252) }
    #expect(throws: ReadingError.binary(at: 4)) { try decode([0xFF, 0xFE, 0x61, 0, 0, 0]) }
  }

  @Test("halves of characters and bytes without a character are refused")
  func undefined() {
    #expect(throws: ReadingError.undecodable(.windows1252, at: 1, isMarked: true)) {
      try decode([0x61, 0x81], named: .windows1252)
    }
    #expect(throws: ReadingError.undecodable(.utf16LittleEndian, at: 2, isMarked: true)) {
      try decode([0xFF, 0xFE, 0x00, 0xD8, 0x61, 0])
    }
    #expect(throws: ReadingError.undecodable(.utf16BigEndian, at: 4, isMarked: true)) {
      try decode([0xFE, 0xFF, 0, 0x61, 0])
    }
    #expect(throws: ReadingError.unsupportedEncoding(name: "utf-32")) { try decode([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]) }
  }

  @Test("an encoding nobody knows is refused without repeating its name")
  func unknownEncoding() {
    func document(_ name: String) -> [UInt8] { Array("<?xml version='1.0' encoding='\(name)'?><p/>".utf8) }
    #expect(throws: ReadingError.unsupportedEncoding(name: "macintosh")) { try decode(document("macintosh"), .xhtml) }
    #expect(throws: ReadingError.unsupportedEncoding(name: nil)) { try decode(document("Tremblay"), .xhtml) }
  }

  @Test("a meta element counts only where UTF-8 does not")
  func meta() throws {
    let document = "<html><head><meta charset='iso-8859-1'/></head><p>L\u{E9}a</p></html>"
    #expect(try decode(Array(document.utf8), .html).encoding == .utf8)
    let bytes = document.unicodeScalars.map { UInt8($0.value) }
    let text = try decode(bytes, .html)
    #expect(text.encoding == .windows1252)
    #expect(text.utf8 == Array(document.utf8))
  }

  @Test(
    "an encoding of single bytes is for files that are not UTF-8", arguments: [SourceEncoding.windows1252, .latin1])
  func mixedFolder(_ named: SourceEncoding) throws {
    let text = try decode(Array("préposé aux bénéficiaires".utf8), named: named)
    #expect(text.encoding == .utf8)
    #expect(text.utf8 == Array("préposé aux bénéficiaires".utf8))
    let old = try decode([0x70, 0x72, 0xE9], named: named)
    #expect(old.encoding == named && old.utf8 == Array("pré".utf8))
    #expect(try decode([0xC3, 0xA9, 0xE9], named: named).encoding == named)
    #expect(try decode(Array("abc".utf8), named: named).encoding == named)
  }

  @Test("encoding what was decoded gives the file's bytes", arguments: SourceEncoding.allCases)
  func roundTrip(_ encoding: SourceEncoding) throws {
    for hasMark in [false, true] {
      let bytes: [UInt8]
      switch encoding {
      case .utf8: bytes = (hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array("Léa 👩🏽 \r\n x".utf8)
      case .utf16LittleEndian: bytes = [0xFF, 0xFE, 0x4C, 0, 0xE9, 0, 0x3D, 0xD8, 0x00, 0xDE]
      case .utf16BigEndian: bytes = [0xFE, 0xFF, 0, 0x4C, 0, 0xE9, 0xD8, 0x3D, 0xDE, 0x00]
      case .latin1: bytes = (1...255).map { UInt8($0) }
      case .windows1252: bytes = (1...255).map { UInt8($0) }.filter { ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) }
      }
      let text = try decode(bytes, named: encoding)
      #expect(text.encoding == encoding)
      #expect(SourceEncoder().encode(text.utf8, as: text, format: .text) == bytes)
    }
  }

  @Test("a character the encoding lacks is a reference in markup and ASCII in text")
  func lackingCharacters() {
    let source = SourceText(utf8: [], encoding: .latin1)
    let utf8 = Array("“Łódź” – œuvre… 漢 é".utf8)
    let markup = SourceEncoder().encode(utf8, as: source, format: .xhtml)
    #expect(String(decoding: markup.dropLast(), as: UTF8.self).hasPrefix("&#8220;&#321;"))
    #expect(
      SourceEncoder().encode(utf8, as: source, format: .text) == Array("\"L".utf8) + [0xF3]
        + Array("dz\" - oeuvre... ? ".utf8) + [0xE9])
  }
}

@Suite("Places and edits")
struct PlacesTests {
  @Test("places count scalars, bytes as stored, lines and columns")
  func places() {
    let text = Array("é\r\nb👩c\rd\ne".utf8)
    // Offsets of: é, b, 👩, c, d, e, end.
    let offsets = [0, 4, 5, 9, 11, 13, 14]
    let expected = [(0, 1, 1), (3, 2, 1), (4, 2, 2), (5, 2, 3), (7, 3, 1), (9, 4, 1), (10, 4, 2)]
    let bytes: [SourceEncoding: [Int]] = [
      .utf8: [3, 7, 8, 12, 14, 16, 17], .utf16LittleEndian: [2, 8, 10, 14, 18, 22, 24],
    ]
    for (encoding, bytes) in bytes {
      let places = SourcePositions(SourceText(utf8: text, encoding: encoding, hasByteOrderMark: true)).locate(offsets)
      #expect(places.map(\.byte) == bytes)
      #expect(places.map(\.scalar) == expected.map(\.0))
      #expect(places.map(\.line) == expected.map(\.1))
      #expect(places.map(\.column) == expected.map(\.2))
    }
    #expect(SourcePositions(SourceText(utf8: text)).locate(4).byte == 4)
  }

  @Test("edits change their bytes and no others")
  func splice() {
    let source = SourceText(utf8: Array("abcdef".utf8))
    let edits = [
      Edit(source: SourceSpan(0, 1), replacement: Array("XYZ".utf8)),
      Edit(source: SourceSpan(2, 2), replacement: [0x2D]),
      Edit(source: SourceSpan(2, 4), replacement: []), Edit(source: SourceSpan(5, 6), replacement: Array("f".utf8)),
    ]
    #expect(String(decoding: Splicer().splice(source, edits), as: UTF8.self) == "XYZb-ef")
    #expect(Splicer().splice(source, []) == source.utf8)
  }
}
