enum FrenchNumberWords {
  static var entries: [(word: String, value: NumberEntry)] {
    var entries: [(word: String, value: NumberEntry)] = []
    func add(_ words: String, _ word: (Int) -> NumberWord, isOrdinal: Bool = false) {
      for (place, text) in words.split(separator: " ").enumerated() {
        entries.append((String(text), NumberEntry(word: word(place), isOrdinal: isOrdinal)))
      }
    }
    add(
      "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize", { .unit($0) })
    add("une", { _ in .unit(1) })
    add("vingt trente quarante cinquante soixante septante huitante nonante", { .ten(20 + 10 * $0) })
    add("vingts", { _ in .ten(20) })
    add("octante", { _ in .ten(80) })
    add("cent cents", { _ in .hundred })
    add("mille mil", { _ in .thousand })
    add("et", { _ in .joiner })
    add("premier première unième", { _ in .unit(1) }, isOrdinal: true)
    add("second seconde", { _ in .unit(2) }, isOrdinal: true)
    add(
      "deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième "
        + "quatorzième quinzième seizième", { .unit($0 + 2) }, isOrdinal: true)
    add(
      "vingtième trentième quarantième cinquantième soixantième septantième huitantième nonantième",
      { .ten(20 + 10 * $0) }, isOrdinal: true)
    add("centième", { _ in .hundred }, isOrdinal: true)
    add("millième", { _ in .thousand }, isOrdinal: true)
    return entries
  }
}

/// `vingt et un`, `quatre-vingt-dix-sept`, `septante-deux`, `deux mille dix-sept`, `mil neuf cent quarante`.
struct FrenchNumberParser {
  var cursor: NumberCursor

  func parse() -> NumberPhrase? {
    var parser = self
    guard let value = parser.number() else { return nil }
    return NumberPhrase(value: value, count: parser.cursor.count, isOrdinal: parser.cursor.isOrdinal)
  }

  private mutating func number() -> Int? {
    let first = cursor.word == .thousand ? 1 : belowThousand()
    guard let first else { return nil }
    guard cursor.word == .thousand, first > 0 else { return first }
    cursor.advance()
    return first * 1000 + (restBelowThousand() ?? 0)
  }

  private mutating func restBelowThousand() -> Int? {
    let before = cursor
    if let value = belowThousand(), value > 0 { return value }
    cursor = before
    return nil
  }

  /// Up to 1999: `dix-neuf cent` counts as years do.
  private mutating func belowThousand() -> Int? {
    let first = cursor.word == .hundred ? 1 : belowHundred()
    guard let first else { return nil }
    guard cursor.word == .hundred, (1...19).contains(first) else { return first }
    cursor.advance()
    let before = cursor
    if let rest = belowHundred(), rest > 0 { return first * 100 + rest }
    cursor = before
    return first * 100
  }

  private mutating func belowHundred() -> Int? {
    switch cursor.word {
    case .unit(4) where cursor.wordAfter == .ten(20) && !isOrdinalAhead:
      cursor.advance()
      cursor.advance()
      return 80 + (belowTwenty() ?? 0)
    case .unit: return belowTwenty()
    case .ten(let ten):
      cursor.advance()
      return ten + (added(to: ten) ?? 0)
    default: return nil
    }
  }

  /// An ordinal `quatrième` never begins `quatre-vingts`.
  private var isOrdinalAhead: Bool {
    var ahead = cursor
    ahead.advance()
    return ahead.isOrdinal
  }

  /// What may follow a ten: `et un`, `-deux`, and after sixty `et onze`, `-douze` … `-dix-neuf`.
  private mutating func added(to ten: Int) -> Int? {
    let before = cursor
    let limit = ten == 60 ? 19 : 9
    if cursor.word == .joiner {
      cursor.advance()
      if cursor.word == .unit(1) || (ten == 60 && cursor.word == .unit(11)) { return belowTwenty() }
      cursor = before
      return nil
    }
    // `vingt quatre-vingts` is no number: leave the second one alone.
    if cursor.word == .unit(4), cursor.wordAfter == .ten(20) { return nil }
    if let value = belowTwenty(), (1...limit).contains(value) { return value }
    cursor = before
    return nil
  }

  private mutating func belowTwenty() -> Int? {
    guard case .unit(let unit)? = cursor.word else { return nil }
    let before = cursor
    cursor.advance()
    guard unit == 10, case .unit(let more)? = cursor.word, (7...9).contains(more) else {
      return unit == 0 && before.count > 0 ? nil : unit
    }
    cursor.advance()
    return 10 + more
  }
}
