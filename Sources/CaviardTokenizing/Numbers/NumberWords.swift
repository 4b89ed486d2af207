package import CaviardCase

/// Reads numbers written out in words: 0 to 999 999, ordinals, and years as they are spoken.
package struct NumberWords: Sendable {
  private let english: KeyTable<NumberEntry>
  private let french: KeyTable<NumberEntry>

  package init() {
    english = KeyTable(EnglishNumberWords.entries)
    french = KeyTable(FrenchNumberWords.entries)
  }

  /// Whether a number may start with this word: quick, for the loop over all tokens.
  package func mayStart(_ token: Token, language: Language) -> Bool {
    guard let entry = table(language)[token.key] else { return false }
    return entry.word != .joiner && entry.word != .oh
  }

  /// The keys of the words a number may start with, in either language.
  package var startingKeys: [UInt64] {
    (english.entries + french.entries).filter { $0.value.word != .joiner && $0.value.word != .oh }.map(\.key)
  }

  /// The longest number that starts at `start`, its words joined by spaces or hyphens only.
  ///
  /// `un`, `une`, `one`, `second` are numbers here; whether they count anything is for the caller to say.
  package func parse(_ tokens: [Token], at start: Int, end: Int, language: Language) -> NumberPhrase? {
    let cursor = NumberCursor(tokens: tokens, start: start, end: min(end, tokens.count), table: table(language))
    switch language {
    case .english: return EnglishNumberParser(cursor: cursor).parse()
    case .french: return FrenchNumberParser(cursor: cursor).parse()
    }
  }

  private func table(_ language: Language) -> KeyTable<NumberEntry> {
    switch language {
    case .english: english
    case .french: french
    }
  }
}

/// Where a parser stands: steps forward over words of one number.
struct NumberCursor {
  private let tokens: [Token]
  private let start: Int
  private let end: Int
  private let table: KeyTable<NumberEntry>
  private(set) var position: Int
  private(set) var isOrdinal = false

  init(tokens: [Token], start: Int, end: Int, table: KeyTable<NumberEntry>) {
    self.tokens = tokens
    self.start = start
    self.end = end
    self.table = table
    position = start
  }

  var count: Int { position - start }

  /// The next word, if the number can go on there; nothing follows an ordinal.
  var word: NumberWord? { entry(at: position)?.word }

  /// The word after the next.
  var wordAfter: NumberWord? { entry(at: position + 1)?.word }

  mutating func advance() {
    isOrdinal = entry(at: position)?.isOrdinal ?? false
    position += 1
  }

  private func entry(at index: Int) -> NumberEntry? {
    guard index < end, !isOrdinal else { return nil }
    if index > start, tokens[index].gap != .space, tokens[index].gap != .hyphen { return nil }
    return table[tokens[index].key]
  }
}
