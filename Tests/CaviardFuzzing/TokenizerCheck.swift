internal import CaviardCase
internal import CaviardTokenizing

/// Tokens lie in order inside their text, and say the same of their own bytes alone.
struct TokenizerCheck {
  private let tokenizer = Tokenizer()
  private static let numbers = NumberWords()
  private let boundaries = SentenceBoundaries()

  func check(_ bytes: [UInt8]) throws(FuzzFault) {
    let tokens = tokenizer.tokenize(bytes)
    var end = 0
    for (index, token) in tokens.enumerated() {
      let (lower, upper) = (Int(token.lower), Int(token.upper))
      try FuzzFault.require(lower >= end && lower < upper && upper <= bytes.count, "a token lies wrong")
      try FuzzFault.require((token.gap == .blockStart) == (index == 0), "a gap is wrong")
      try FuzzFault.require(token.number >= -1, "a number is negative")
      end = upper
      _ = boundaries.isStart(index, of: tokens, in: bytes)
      for language in Language.allCases {
        guard Self.numbers.mayStart(token, language: language),
          let phrase = Self.numbers.parse(tokens, at: index, end: tokens.count, language: language)
        else { continue }
        try FuzzFault.require(
          phrase.count > 0 && index + phrase.count <= tokens.count && phrase.value >= 0, "a number in words lies wrong")
      }
    }
    for token in tokens {
      let alone = tokenizer.tokenize(Array(bytes[Int(token.lower)..<Int(token.upper)]))
      try FuzzFault.require(
        alone.count == 1 && alone[0].key == token.key && alone[0].shape == token.shape
          && alone[0].length == token.length && alone[0].number == token.number,
        "a token alone is another token")
      _ = tokenizer.foldedForm(of: bytes, span: token.span)
    }
    try checkBlocks(bytes)
  }

  /// Blocks, which may begin and end inside a character of a text that is not well-formed, hold their own tokens.
  private func checkBlocks(_ bytes: [UInt8]) throws(FuzzFault) {
    let middle = bytes.count / 2
    let spans = [TextSpan(0, middle), TextSpan(middle, bytes.count)]
    let text = CaseText(
      source: SourceText(utf8: bytes), format: .text, bytes: bytes,
      blocks: spans.map { TextBlock(span: $0, role: .paragraph, context: .plain) },
      map: OffsetMap(identity: bytes.count))
    let (tokens, blocks) = tokenizer.tokenize(text)
    try FuzzFault.require(blocks.count == spans.count, "a block has no tokens of its own")
    for (span, own) in zip(spans, blocks) {
      for token in tokens[own] {
        try FuzzFault.require(span.contains(token.span), "a token lies outside its block")
      }
    }
  }
}
