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

  private static let frequentEN = ListSet.frequentWordsEN.rawValue
  private static let frequentFR = ListSet.frequentWordsFR.rawValue
  private static let commonEN = ListSet.commonWordsEN.rawValue
  private static let commonFR = ListSet.commonWordsFR.rawValue
  private static let otherWords = ListSet.otherLanguageWords.rawValue

  /// Adds a word no list knows.
  @inline(__always)
  mutating func add(unknown token: Token, in bytes: [UInt8]) {
    switch token.shape {
    case .digits, .alphanumeric: return
    case .otherScript:
      // A run of Han or Thai letters is many words.
      let count = max(1, Int(token.length) / 4)
      words += count
      third += 3 * count
    case .lower:
      words += 1
      if token.length >= 4 { strange += 1 }
      if Self.hasFrenchLetter(token, in: bytes) { french += 1 }
    case .capitalised, .capitals, .mixedCase: words += 1
    }
  }

  /// Adds a word of some list: a frequent word of one language counts more than an ordinary one.
  @inline(__always)
  mutating func add(_ lists: UInt64) {
    words += 1
    let isEnglish = lists & (Self.frequentEN | Self.commonEN) != 0
    let isFrench = lists & (Self.frequentFR | Self.commonFR) != 0
    if lists & Self.otherWords != 0 {
      if lists & (Self.frequentEN | Self.frequentFR) == 0 { third += isEnglish || isFrench ? 1 : 3 }
    } else if isEnglish != isFrench {
      if isEnglish { english += lists & Self.frequentEN != 0 ? 3 : 1 }
      if isFrench { french += lists & Self.frequentFR != 0 ? 3 : 1 }
    } else if lists & Self.frequentEN != 0, lists & Self.frequentFR == 0 {
      english += 1
    } else if lists & Self.frequentFR != 0, lists & Self.frequentEN == 0 {
      french += 1
    }
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
    if third >= 9, third + strange > 2 * max(english, french) || (third > max(english, french) && strange * 4 > words) {
      return .other
    }
    if english >= 6, english >= 2 * french { return .decided(.english) }
    if french >= 6, french >= 2 * english { return .decided(.french) }
    return .undecided
  }

  /// Nothing here speaks against a language.
  func permits(_ language: Language) -> Bool {
    switch language {
    case .english: french == 0 && third == 0
    case .french: english == 0 && third == 0
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
