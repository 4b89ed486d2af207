/// Entries of characters outside the table: compatibility forms of Latin letters and digits, and all other scripts.
///
/// Slower than the table (the standard library's properties are asked); such characters are rare in our texts.
enum WideCharacters {
  static func entry(of scalar: Unicode.Scalar) -> CharacterEntry {
    let value = scalar.value
    if let separator = Separators.characterClass(of: value) { return CharacterEntry(separator) }
    switch value {
    case 0xFF10...0xFF19: return ascii(value - 0xFF10 + 0x30)
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: return ascii(value - 0xFF21 + 0x41)
    case 0x1D400...0x1D6A3: return mathematicalLetter(value - 0x1D400)
    case 0x1D7CE...0x1D7FF: return ascii((value - 0x1D7CE) % 10 + 0x30)
    case 0x2080...0x2089: return ascii(value - 0x2080 + 0x30)
    case 0x212A: return ascii(0x4B)
    case 0x212B: return ascii(0x41)
    case 0x2126: return CharacterEntry(.greekUpper, "ω".utf8)
    case 0xFB00...0xFB06: return CharacterEntry(.latinLower, ligatures[Int(value - 0xFB00)].utf8)
    case 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: return CharacterEntry(.mark)
    case 0x1D43...0x1D5B, 0x2071, 0x207F: return superscriptLetter(value)
    default: return general(scalar)
    }
  }

  private static func ascii(_ value: UInt32) -> CharacterEntry {
    switch value {
    case 0x30...0x39: CharacterEntry(.digit, folded: value)
    case 0x41...0x5A: CharacterEntry(.latinUpper, folded: value + 32)
    default: CharacterEntry(.latinLower, folded: value)
    }
  }

  /// Bold, italic, script … alphabets: thirteen times A–Z, a–z.
  private static func mathematicalLetter(_ offset: UInt32) -> CharacterEntry {
    let place = offset % 52
    return ascii(place < 26 ? place + 0x41 : place - 26 + 0x61)
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  /// Raised letters of abbreviations (`Mᵐᵉ`, `1ᵉʳ`).
  private static func superscriptLetter(_ value: UInt32) -> CharacterEntry {
    for (letter, folded) in superscripts where letter.value == value { return CharacterEntry(.latinLower, folded.utf8) }
    return CharacterEntry(.other)
  }

  private static let superscripts: [(Unicode.Scalar, String)] = [
    ("ᵃ", "a"), ("ᵇ", "b"), ("ᵈ", "d"), ("ᵉ", "e"), ("ᵍ", "g"), ("ᵏ", "k"), ("ᵐ", "m"), ("ᵒ", "o"), ("ᵖ", "p"),
    ("ᵗ", "t"), ("ᵘ", "u"), ("ᵛ", "v"), ("ⁱ", "i"), ("ⁿ", "n"),
  ]

  private static func general(_ scalar: Unicode.Scalar) -> CharacterEntry {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .letterNumber,
      .nonspacingMark, .spacingMark:
      return CharacterEntry(.otherLetter)
    case .decimalNumber:
      guard let number = properties.numericValue, number >= 0, number <= 9 else { return CharacterEntry(.other) }
      return CharacterEntry(.digit, folded: UInt32(number) + 0x30)
    default:
      return CharacterEntry(.other)
    }
  }
}
