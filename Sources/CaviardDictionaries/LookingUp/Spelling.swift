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

  /// Whether tokens are written like `spelling` (words separated by spaces).
  static func matches(_ spelling: String, _ range: Range<Int>, of tokens: [Token], in bytes: [UInt8]) -> Bool {
    range.map { visible(bytes, tokens[$0]) }.joined(separator: " ") == spelling
  }

  private static func isHidden(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF: true
    default: false
    }
  }
}
