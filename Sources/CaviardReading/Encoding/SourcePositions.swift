package import CaviardCase

/// Converts offsets in ``SourceText/utf8`` to places in the file as stored.
package struct SourcePositions: Sendable {
  private let source: SourceText

  package init(_ source: SourceText) { self.source = source }

  /// The place of one offset. O(offset).
  package func locate(_ offset: Int) -> SourcePosition { locate([offset])[0] }

  /// The places of many offsets in one pass. O(text + offsets).
  ///
  /// - Precondition: `offsets` are sorted, inside the text, and on scalar boundaries.
  package func locate(_ offsets: [Int]) -> [SourcePosition] {
    var places: [SourcePosition] = []
    places.reserveCapacity(offsets.count)
    source.utf8.withUnsafeBufferPointer { bytes in
      var at = 0
      var scalar = 0
      var byte = source.hasByteOrderMark ? source.encoding.byteOrderMark.count : 0
      var line = 1
      var lineStart = 0
      for offset in offsets {
        precondition(offset >= at && offset <= bytes.count, "offsets are sorted and inside the text")
        while at < offset {
          let first = bytes[at]
          at += 1
          guard first & 0xC0 != 0x80 else { continue }
          scalar += 1
          byte += source.encoding.storedBytes(ofScalarStartingWith: first)
          let endsLine =
            first == .lineFeed || first == .carriageReturn && !(at < bytes.count && bytes[at] == .lineFeed)
          if endsLine {
            line += 1
            lineStart = scalar
          }
        }
        places.append(SourcePosition(scalar: scalar, byte: byte, line: line, column: scalar - lineStart + 1))
      }
    }
    return places
  }
}

extension SourceEncoding {
  /// The mark a file of this encoding may start with; empty for encodings that have none.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .latin1, .windows1252: []
    }
  }

  /// Bytes as stored of a scalar whose UTF-8 starts with this byte.
  fileprivate func storedBytes(ofScalarStartingWith first: UInt8) -> Int {
    switch self {
    case .utf8: first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    case .utf16LittleEndian, .utf16BigEndian: first < 0xF0 ? 2 : 4
    case .latin1, .windows1252: 1
    }
  }
}
