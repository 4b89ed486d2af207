internal import CaviardCase

/// Words as written, for terms that must be written exactly so.
enum Spelling {
  /// A token's text without its zero-width characters and soft hyphens.
  static func visible(_ bytes: [UInt8], _ token: Token) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in String(decoding: bytes[token.span.range], as: UTF8.self).unicodeScalars
    where !isHidden(scalar.value) {
      scalars.append(scalar)
    }
    return String(scalars)
  }

  /// Whether tokens are written like `spelling` (UTF-8, words separated by spaces), hidden characters apart.
  static func matches(
    _ spelling: some RandomAccessCollection<UInt8>, _ range: Range<Int>, of tokens: [Token], in bytes: [UInt8]
  ) -> Bool {
    var rest = spelling[...]
    for index in range {
      if index > range.lowerBound, rest.popFirst() != 0x20 { return false }
      var place = Int(tokens[index].lower)
      let end = Int(tokens[index].upper)
      while place < end {
        let hidden = hiddenBytes(bytes, at: place, end: end)
        if hidden == 0 {
          guard rest.popFirst() == bytes[place] else { return false }
          place += 1
        } else {
          place += hidden
        }
      }
    }
    return rest.isEmpty
  }

  /// The length of the hidden character at `place`; 0 if another stands there.
  @inline(__always)
  private static func hiddenBytes(_ bytes: [UInt8], at place: Int, end: Int) -> Int {
    if bytes[place] < 0xC2 || place + 1 >= end { return 0 }
    if bytes[place] == 0xC2 { return bytes[place + 1] == 0xAD ? 2 : 0 }
    guard place + 2 < end else { return 0 }
    switch (bytes[place], bytes[place + 1], bytes[place + 2]) {
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x81, 0xA0...0xA4), (0xEF, 0xBB, 0xBF): return 3
    default: return 0
    }
  }

  private static func isHidden(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF: true
    default: false
    }
  }
}
