/// What a token's characters are, as written.
package enum TokenShape: UInt8, Hashable, Sendable, BitwiseCopyable {
  /// `fever`
  case lower
  /// `Fever`, `Élodie`; also a single capital letter.
  case capitalised
  /// `FEVER`: two or more letters, all capitals.
  case capitals
  /// `McDonald`, `iPhone`
  case mixedCase
  /// `2019`: digits of any script only.
  case digits
  /// `47F`, `A1A`, `T12`, `3rd`: letters and digits.
  case alphanumeric
  /// A run of letters of a script other than Latin and Greek (Han, Hangul, Arabic, Devanagari, syllabics …).
  case otherScript
}

/// What stands between a token and the one before it.
package enum Gap: UInt8, Hashable, Sendable, BitwiseCopyable {
  /// The start of a block.
  case blockStart
  /// Nothing: a change of script or an underscore-free boundary inside a run (never happens inside plain words).
  case none
  /// Spaces only (ordinary, no-break, thin, tabs); at most one line end.
  case space
  /// Spaces with two or more line ends: a paragraph's edge inside a block.
  case paragraphBreak
  /// One hyphen or dash (any kind), nothing else.
  case hyphen
  /// One apostrophe (straight or curly), nothing else.
  case apostrophe
  /// Exactly one of the characters named, nothing else.
  case period
  case comma
  case slash
  case colon
  case at
  case underscore
  /// The character with spaces after it: `. `, `, `, `: `.
  case periodSpace
  case commaSpace
  case colonSpace
  /// A sentence's end other than a full stop: `?`, `!`, `;`, `…` with or without spaces.
  case sentenceEnd
  /// An opening or closing bracket, with or without spaces.
  case bracket
  /// Anything else; see the bytes.
  case other
}

/// One word or number: a maximal run of letters, marks and digits.
///
/// Apostrophes and hyphens separate (`l'hôpital`, `Saint-Jean` are two tokens each); zero-width characters and soft
/// hyphens inside a run belong to it and do not count. It holds no text; neighbours are `tokens[i + 1]`.
package struct Token: Sendable, Hashable, BitwiseCopyable {
  /// UTF-8 bytes in the case's text.
  package let lower: UInt32
  package let upper: UInt32
  /// Hash of the folded form (lower case, no accents, full-width and homoglyph digits as ASCII).
  package let key: UInt64
  package let shape: TokenShape
  package let gap: Gap
  /// Letters and digits in the run, at most 255.
  package let length: UInt8
  /// The number of a run of up to 18 digits; -1 otherwise.
  package let number: Int64

  @inlinable package init(lower: Int, upper: Int, key: UInt64, shape: TokenShape, gap: Gap, length: Int, number: Int64)
  {
    self.lower = UInt32(truncatingIfNeeded: lower)
    self.upper = UInt32(truncatingIfNeeded: upper)
    self.key = key
    self.shape = shape
    self.gap = gap
    self.length = UInt8(clamping: length)
    self.number = number
  }

  @inlinable package var span: TextSpan { TextSpan(Int(lower), Int(upper)) }
  @inlinable package var isCapitalised: Bool { shape == .capitalised || shape == .capitals || shape == .mixedCase }
}

/// A case's text with its tokens.
package struct TokenizedCase: Sendable {
  /// The tokens of one block, with what was decided about it.
  package struct Block: Sendable, Hashable {
    /// Index in ``CaseText/blocks``.
    package let textBlock: Int
    package let tokens: Range<Int>
    package let language: ParagraphLanguage

    package init(textBlock: Int, tokens: Range<Int>, language: ParagraphLanguage) {
      self.textBlock = textBlock
      self.tokens = tokens
      self.language = language
    }
  }

  package let text: CaseText
  package let tokens: [Token]
  package let blocks: [Block]

  package init(text: CaseText, tokens: [Token], blocks: [Block]) {
    self.text = text
    self.tokens = tokens
    self.blocks = blocks
  }

  /// The text span from one token to another (both included).
  package func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(Int(tokens[range.lowerBound].lower), Int(tokens[range.upperBound - 1].upper))
  }
}
