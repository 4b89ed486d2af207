/// A table or header of a JPEG file that decoding needs (ITU-T T.81, B.2), without its marker and length.
struct JPEGSegment {
  /// True when it holds what its numbers announce, and not a byte more.
  let isExact: Bool

  /// `nil` for a segment we do not know.
  init?(_ marker: UInt8, _ content: ArraySlice<UInt8>) {
    let bytes = Array(content)
    switch marker {
    case _ where Self.isFrame(marker): isExact = Self.isFrameHeader(bytes)
    case 0xC4: isExact = Self.areHuffmanTables(bytes[...])
    // Conditioning of the arithmetic coder: a table's number and value each.
    case 0xCC: isExact = bytes.count.isMultiple(of: 2) && bytes.count <= 16
    case 0xDA: isExact = bytes.count >= 6 && bytes.count == 4 + 2 * Int(bytes[0])
    case 0xDB: isExact = Self.areQuantisationTables(bytes[...])
    // Lines of the picture; restart interval.
    case 0xDC, 0xDD: isExact = bytes.count == 2
    default: return nil
    }
  }

  /// Baseline, extended, progressive and lossless frames, Huffman or arithmetic coded; hierarchies of frames are not read.
  static func isFrame(_ marker: UInt8) -> Bool { [0xC0, 0xC1, 0xC2, 0xC3, 0xC9, 0xCA, 0xCB].contains(marker) }

  /// Precision, lines, samples a line, components with three bytes each.
  private static func isFrameHeader(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 9 && bytes.count == 6 + 3 * Int(bytes[5]) && bytes[3] | bytes[4] != 0
  }

  /// A class and number, how many codes there are of each of 16 lengths, then a byte for each code.
  private static func areHuffmanTables(_ tables: ArraySlice<UInt8>) -> Bool {
    var rest = tables
    while !rest.isEmpty {
      guard rest.count >= 17, let first = rest.first, first & 0xEC == 0 else { return false }
      let codes = rest.dropFirst().prefix(16).reduce(0) { $0 + Int($1) }
      guard codes <= 256, rest.count >= 17 + codes else { return false }
      rest = rest.dropFirst(17 + codes)
    }
    return true
  }

  /// A precision and number, then 64 values of one or two bytes.
  private static func areQuantisationTables(_ tables: ArraySlice<UInt8>) -> Bool {
    var rest = tables
    while let first = rest.first {
      guard first & 0xEC == 0, rest.count >= (first & 0x10 == 0 ? 65 : 129) else { return false }
      rest = rest.dropFirst(first & 0x10 == 0 ? 65 : 129)
    }
    return true
  }
}
