internal import CaviardCase

/// How much the words of a block speak for each language, in points.
struct LanguageEvidence {
  private(set) var english = 0
  private(set) var french = 0
  /// Function words of third languages and words of other scripts.
  private(set) var third = 0
  /// Small-letter words of four letters or more that no list knows.
  private(set) var strange = 0
  /// Words, numbers left out.
  private(set) var words = 0

  /// Adds a word no list knows.
  @inline(__always)
  mutating func add(unknown token: Token, in bytes: [UInt8]) {
    switch token.shape {
    case .digits, .alphanumeric: return
    case .otherScript:
      let count = max(1, Int(token.length) / Self.lettersPerWord(bytes[Int(token.lower)]))
      words += count
      third += 3 * count
    case .lower:
      words += 1
      if token.length >= 4 { strange += 1 }
      if Self.hasFrenchLetter(token, in: bytes) { french += 1 }
    case .capitalised, .capitals, .mixedCase: words += 1
    }
  }

  /// Adds the known words of a block.
  mutating func add(_ points: LanguagePoints, words count: Int) {
    english += points.english
    french += points.french
    third += points.third
    words += count
  }

  mutating func add(_ other: LanguageEvidence) {
    english += other.english
    french += other.french
    third += other.third
    strange += other.strange
    words += other.words
  }

  /// The language of these words alone.
  var verdict: ParagraphLanguage {
    // Spanish or Creole shares small words with French; what gives it away is how little else is known.
    let own = max(english, french)
    if third >= 9, third > own, 2 * (third + strange) > 3 * own || 5 * strange > words { return .other }
    if english >= 6, english >= 2 * french { return .decided(.english) }
    if french >= 6, french >= 2 * english { return .decided(.french) }
    return .undecided
  }

  /// English or French beyond doubt, in spite of some words of a third language.
  var isClear: Bool { max(english, french) > 2 * third }

  /// Nothing here speaks against a language.
  func permits(_ language: Language) -> Bool {
    switch language {
    case .english: french == 0 && third == 0
    case .french: english == 0 && third == 0
    }
  }

  /// Scripts without spaces run many words together; told by the first byte of a letter: Thai and its kin, Han and kana.
  private static func lettersPerWord(_ leadByte: UInt8) -> Int {
    switch leadByte {
    case 0xE0: 4
    case 0xE3...0xE9, 0xF0: 2
    default: 255
    }
  }

  /// `à â ç è é ê ë î ï ô ù û œ`, composed.
  private static func hasFrenchLetter(_ token: Token, in bytes: [UInt8]) -> Bool {
    for index in Int(token.lower)..<Int(token.upper) where bytes[index] >= 0xC3 {
      guard index + 1 < bytes.count else { return false }
      switch (bytes[index], bytes[index + 1]) {
      case (0xC3, 0xA0), (0xC3, 0xA2), (0xC3, 0xA7...0xAB), (0xC3, 0xAE), (0xC3, 0xAF), (0xC3, 0xB4), (0xC3, 0xB9),
        (0xC3, 0xBB), (0xC5, 0x93):
        return true
      default: continue
      }
    }
    return false
  }
}
