internal import CaviardCase
internal import CaviardTokenizing

/// The questions patterns and values ask of a token.
extension CaseContext {
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

  /// Every letter is an ASCII capital.
  func isUpper(_ index: Int) -> Bool {
    for place in tokens[index].span.range where (0x61...0x7A).contains(bytes[place]) || bytes[place] >= 0x80 {
      return false
    }
    return true
  }

  /// Nothing but spaces and bullets before the token on its line.
  func isLineStart(_ index: Int) -> Bool {
    let start = textSpan(of: index).lower
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

  func isZeroLed(_ index: Int) -> Bool {
    let form = foldedBytes(index)
    return tokens[index].length > 1 && form.count > 0 && form[0] == UInt8(ascii: "0")
  }

  /// A token's leading digits as a number, and the rest, folded.
  func leadingNumber(_ index: Int) -> (value: Int?, suffix: String) {
    let form = foldedBytes(index)
    guard form.isASCII else {
      let text = self.form(index)
      let digits = text.prefix { $0.isNumber }
      return (digits.count <= 9 ? Int(digits) : nil, String(text.dropFirst(digits.count)))
    }
    let digits = form.leadingDigits
    var value = 0
    for place in 0..<min(digits, 9) { value = value * 10 + Int(form[place]) - 0x30 }
    let suffix = String(decoding: (digits..<form.count).map { form[$0] }, as: UTF8.self)
    return ((1...9).contains(digits) ? value : nil, suffix)
  }

  /// A number in words that begins at a token, in the paragraph's language.
  func numberWords(at index: Int) -> NumberPhrase? {
    let all = lexed.tokenized.tokens
    let block = block(of: index)
    for candidate in Language.allCases
    where block.language.admits(candidate) && Self.numbers.mayStart(tokens[index], language: candidate) {
      if let words = Self.numbers.parse(all, at: index, end: block.tokens.upperBound, language: candidate) {
        return words
      }
    }
    return nil
  }

  private static let numbers = NumberWords()
}
