internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardTokenizing

/// The questions patterns and detectors ask of a token.
extension CaseContext {
  func satisfies(_ index: Int, _ predicate: TokenPattern.Predicate) -> Bool {
    let token = tokens[index]
    if let shapes = predicate.shapes, !shapes.contains(token.shape) { return false }
    if let literal = predicate.literal, literal != token.key { return false }
    if let length = predicate.length, !length.contains(Int(token.length)) { return false }
    if let range = predicate.number, !range.contains(token.number) { return false }
    if predicate.excludedLiterals.contains(token.key) { return false }
    let lists = membership[index]
    for list in predicate.lists where !lists.contains(ListSet(list)) { return false }
    for list in predicate.excludedLists where lists.contains(ListSet(list)) { return false }
    if predicate.isDay, dayOfMonth(index) == nil { return false }
    if predicate.isZeroLed, !isZeroLed(index) { return false }
    if predicate.isUpper, bytes[token.span.range].contains(where: { (0x61...0x7A).contains($0) || $0 >= 0x80 }) {
      return false
    }
    if let byte = predicate.precededBy, byte != self.byte(before: index) { return false }
    if predicate.isLineStart, !isLineStart(index) { return false }
    if !predicate.endings.isEmpty {
      let form = form(index)
      guard predicate.endings.contains(where: { form.hasSuffix($0) }) else { return false }
    }
    if !predicate.suffixes.isEmpty {
      let (value, suffix) = leadingNumber(index)
      guard value != nil, predicate.suffixes.contains(suffix) else { return false }
    }
    if let mask = predicate.mask, !matches(index, mask: mask) { return false }
    return true
  }

  /// The longest term of a list at a token whose column has one of the values.
  func match(at index: Int, in list: DictionaryList, column: String, values: [String]) -> TermMatch? {
    var best: TermMatch?
    for match in matches(at: index) where match.sense.list == list {
      if let best, match.tokens.upperBound <= best.tokens.upperBound { continue }
      if !values.isEmpty {
        guard values.contains(tables.text(list, column, match.sense.row)) else { continue }
      }
      best = match
    }
    return best
  }

  /// The day a token names: `7`, `07`, `3rd`, `1er`, `2e`.
  func dayOfMonth(_ index: Int) -> Int? {
    let token = tokens[index]
    switch token.shape {
    case .digits:
      return token.length <= 2 && (1...31).contains(token.number) ? Int(token.number) : nil
    case .alphanumeric:
      let (value, suffix) = leadingNumber(index)
      guard let value, (1...31).contains(value) else { return nil }
      return ["st", "nd", "rd", "th", "er", "e", "eme", "ieme", "re"].contains(suffix) ? value : nil
    default: return nil
    }
  }

  /// Nothing but spaces and bullets before the token on its line.
  private func isLineStart(_ index: Int) -> Bool {
    let start = textBlock(of: index).span.lower
    var position = Int(tokens[index].lower)
    while position > start {
      position -= 1
      switch bytes[position] {
      case 0x0A: return true
      case 0x20, 0x09, UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "("), 0xE2, 0x80, 0xA2, 0x93, 0x94: continue
      default: return false
      }
    }
    return true
  }

  private func isZeroLed(_ index: Int) -> Bool {
    tokens[index].length > 1 && form(index).hasPrefix("0")
  }

  /// A token's leading ASCII digits as a number, and the rest, folded.
  func leadingNumber(_ index: Int) -> (value: Int?, suffix: String) {
    let form = form(index)
    let digits = form.prefix { $0.isNumber }
    return (digits.count <= 9 ? Int(digits) : nil, String(form.dropFirst(digits.count)))
  }

  /// A number in words that begins at a token, in the paragraph's language.
  func numberWords(at index: Int) -> NumberPhrase? {
    let end = block(of: index).tokens.upperBound
    for candidate in Language.allCases
    where language(of: index).admits(candidate) && Self.numbers.mayStart(tokens[index], language: candidate) {
      if let words = Self.numbers.parse(tokens, at: index, end: end, language: candidate) { return words }
    }
    return nil
  }

  private static let numbers = NumberWords()

  /// Whether a token's letters and digits follow a mask of `A`, `9` and a final `*`.
  private func matches(_ index: Int, mask: [UInt8]) -> Bool {
    let form = Array(form(index).utf8)
    var position = 0
    for symbol in mask {
      if symbol == UInt8(ascii: "*") { return true }
      guard position < form.count else { return false }
      let isDigit = (0x30...0x39).contains(form[position])
      if symbol == UInt8(ascii: "9") ? !isDigit : isDigit { return false }
      position += 1
    }
    return position == form.count
  }
}
