enum EnglishNumberWords {
  static var entries: [(word: String, value: NumberEntry)] {
    var entries: [(word: String, value: NumberEntry)] = []
    func add(_ words: String, _ word: (Int) -> NumberWord, isOrdinal: Bool) {
      for (place, text) in words.split(separator: " ").enumerated() {
        entries.append((String(text), NumberEntry(word: word(place), isOrdinal: isOrdinal)))
      }
    }
    add(
      "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        + "eighteen nineteen", { .unit($0) }, isOrdinal: false)
    add(
      "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        + "fifteenth sixteenth seventeenth eighteenth nineteenth", { .unit($0 + 1) }, isOrdinal: true)
    add("twenty thirty forty fifty sixty seventy eighty ninety", { .ten(20 + 10 * $0) }, isOrdinal: false)
    add(
      "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", { .ten(20 + 10 * $0) },
      isOrdinal: true)
    add("fourty", { _ in .ten(40) }, isOrdinal: false)
    add("hundred", { _ in .hundred }, isOrdinal: false)
    add("hundredth", { _ in .hundred }, isOrdinal: true)
    add("thousand", { _ in .thousand }, isOrdinal: false)
    add("thousandth", { _ in .thousand }, isOrdinal: true)
    add("and", { _ in .joiner }, isOrdinal: false)
    add("oh", { _ in .oh }, isOrdinal: false)
    add("a", { _ in .article }, isOrdinal: false)
    return entries
  }
}

/// `twenty-one`, `a hundred and five`, `two thousand seventeen`, `nineteen eighty-four`.
struct EnglishNumberParser {
  var cursor: NumberCursor

  func parse() -> NumberPhrase? {
    var parser = self
    guard let value = parser.number() else { return nil }
    return NumberPhrase(value: value, count: parser.cursor.count, isOrdinal: parser.cursor.isOrdinal)
  }

  private mutating func number() -> Int? {
    if cursor.word == .article, cursor.wordAfter != .hundred, cursor.wordAfter != .thousand { return nil }
    guard var value = belowThousand() else { return nil }
    if cursor.word == .thousand, value > 0 {
      cursor.advance()
      value *= 1000
      if let rest = rest() { value += rest }
    }
    return value
  }

  /// `105`, and years by their halves (`1984`, `1905`): the second half has two digits.
  private mutating func belowThousand() -> Int? {
    guard let first = cursor.word == .article ? article() : belowHundred() else { return nil }
    if cursor.word == .hundred, first > 0 {
      cursor.advance()
      return first * 100 + (rest() ?? 0)
    }
    guard (16...20).contains(first), !cursor.isOrdinal else { return first }
    switch cursor.word {
    case .oh:
      guard case .unit(let unit)? = cursor.wordAfter, (1...9).contains(unit) else { return first }
      cursor.advance()
      cursor.advance()
      return first * 100 + unit
    case .unit(10...19), .ten:
      return first * 100 + (belowHundred() ?? 0)
    default:
      return first
    }
  }

  private mutating func article() -> Int? {
    cursor.advance()
    return 1
  }

  /// What follows `hundred` or `thousand`, with or without `and`.
  private mutating func rest() -> Int? {
    let before = cursor
    if cursor.word == .joiner { cursor.advance() }
    if let value = belowHundred(), value > 0 {
      guard cursor.word == .hundred, value < 10, before.word != .joiner else { return value }
      cursor.advance()
      return value * 100 + (rest() ?? 0)
    }
    cursor = before
    return nil
  }

  private mutating func belowHundred() -> Int? {
    switch cursor.word {
    case .unit(let unit):
      cursor.advance()
      return unit
    case .ten(let ten):
      cursor.advance()
      if case .unit(let unit)? = cursor.word, (1...9).contains(unit) {
        cursor.advance()
        return ten + unit
      }
      return ten
    default:
      return nil
    }
  }
}
