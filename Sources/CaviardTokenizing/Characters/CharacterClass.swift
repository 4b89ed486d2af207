/// What one character is to the tokenizer. Separators come first, so that one comparison tells a word apart.
package enum CharacterClass: UInt8, Sendable {
  case other
  case space
  case lineFeed
  case carriageReturn
  case hyphen
  case apostrophe
  case period
  case comma
  case slash
  case colon
  case at
  case underscore
  /// `?`, `!`, `;`, `…` and their kin.
  case sentenceEnd
  case bracket
  /// Zero-width characters, soft hyphens, direction marks: they do not count anywhere.
  case ignorable
  /// A combining mark: part of a word once the word has begun, dropped when folding.
  case mark
  // From here on: characters of words.
  case latinLower
  case latinUpper
  case greekLower
  case greekUpper
  case cyrillicLower
  case cyrillicUpper
  case digit
  /// A letter of any other script.
  case otherLetter
}

/// A character's class and what it folds to, in one load.
struct CharacterEntry: Sendable, Equatable {
  /// Bits 24–31 the class; below, up to three folded bytes, the first one lowest, 0 where there is none.
  /// No folded byte at all means that a word character folds to itself.
  let bits: UInt32

  init(_ characterClass: CharacterClass, folded: UInt32 = 0) {
    bits = UInt32(characterClass.rawValue) << 24 | folded
  }

  init(_ characterClass: CharacterClass, _ folded: some Sequence<UInt8>) {
    var packed: UInt32 = 0
    for byte in folded.reversed() { packed = packed << 8 | UInt32(byte) }
    self.init(characterClass, folded: packed)
  }

  var classCode: UInt32 { bits >> 24 }
  var folded: UInt32 { bits & 0xFF_FFFF }
  var isWord: Bool { bits >= Self.firstWord }

  func `is`(_ characterClass: CharacterClass) -> Bool { classCode == UInt32(characterClass.rawValue) }

  private static let firstWord = UInt32(CharacterClass.latinLower.rawValue) << 24
}
