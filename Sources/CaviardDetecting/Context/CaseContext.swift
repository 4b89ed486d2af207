package import CaviardCase
package import CaviardDictionaries
internal import CaviardTokenizing

/// A case looked up in the dictionaries, as every detector reads it: flat arrays, indexed by token.
package struct CaseContext: Sendable {
  package let lexed: LexedCase
  package let tables: DetectorTables
  /// The cues of the case in the order of their first token.
  let cues: [Cue]
  package let isSentenceStart: [Bool]
  /// Index of the block (in ``TokenizedCase/blocks``) each token lies in.
  package let blockOf: [Int32]
  /// The longest protected phrase (drug, eponym, test) over each token; empty where there is none.
  private let shields: [Range<Int>]
  /// For token `i`, its matches are `lexed.matches[matchStart[i]..<matchStart[i + 1]]`.
  private let matchStart: [Int32]

  package var tokens: [Token] { lexed.tokenized.tokens }
  package var text: CaseText { lexed.tokenized.text }
  package var bytes: [UInt8] { lexed.tokenized.text.bytes }
  package var membership: [ListSet] { lexed.membership }
  package var blocks: [TokenizedCase.Block] { lexed.tokenized.blocks }

  /// A term of the list `cues`.
  struct Cue: Sendable {
    let tokens: Range<Int>
    let kind: String
  }

  package init(_ lexed: LexedCase, tables: DetectorTables) {
    self.lexed = lexed
    self.tables = tables
    cues = lexed.matches.filter { $0.sense.list == .cues && $0.sense.row < tables.cueKinds.count }
      .map { Cue(tokens: $0.tokens, kind: tables.cueKinds[$0.sense.row]) }
    let count = lexed.tokenized.tokens.count
    let boundaries = SentenceBoundaries()
    let (tokens, bytes) = (lexed.tokenized.tokens, lexed.tokenized.text.bytes)
    isSentenceStart = tokens.indices.map { boundaries.isStart($0, of: tokens, in: bytes) }
    var blockOf = [Int32](repeating: 0, count: count)
    for (index, block) in lexed.tokenized.blocks.enumerated() {
      for token in block.tokens { blockOf[token] = Int32(index) }
    }
    self.blockOf = blockOf
    var shields = [Range<Int>](repeating: 0..<0, count: count)
    for match in lexed.matches where match.tokens.count > 1 && Self.shieldLists.contains(ListSet(match.sense.list)) {
      for token in match.tokens where match.tokens.count > shields[token].count { shields[token] = match.tokens }
    }
    self.shields = shields
    var starts = [Int32](repeating: 0, count: count + 1)
    for match in lexed.matches { starts[match.tokens.lowerBound + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    matchStart = starts
  }

  private static let shieldLists: ListSet = [
    .drugs, .medicalWords, .eponyms, .medicalAbbreviations, .diagnoses, .procedures, .groups, .facts,
    .occupations, .occupationGroups,
  ]

  /// True when a longer protected phrase holds these tokens: the "Diane" of "Diane-35", the "St. John's" of "St. John's wort".
  package func isShielded(_ range: Range<Int>) -> Bool {
    let shield = shields[range.lowerBound]
    return shield.count > range.count && shield.lowerBound <= range.lowerBound && range.upperBound <= shield.upperBound
  }

  /// The dictionary terms that begin at a token.
  package func matches(at token: Int) -> ArraySlice<TermMatch> {
    lexed.matches[Int(matchStart[token])..<Int(matchStart[token + 1])]
  }

  /// The longest terms of one list that begin at a token (several senses of one length).
  package func matches(at token: Int, in list: DictionaryList) -> [TermMatch] {
    var found: [TermMatch] = []
    for match in matches(at: token) where match.sense.list == list {
      if let best = found.first, match.tokens.upperBound < best.tokens.upperBound { continue }
      if let best = found.first, match.tokens.upperBound > best.tokens.upperBound { found.removeAll() }
      found.append(match)
    }
    return found
  }

  package func block(of token: Int) -> TokenizedCase.Block { blocks[Int(blockOf[token])] }
  package func textBlock(of token: Int) -> TextBlock { text.blocks[block(of: token).textBlock] }
  package func language(of token: Int) -> ParagraphLanguage { block(of: token).language }

  /// True when the two tokens lie in one block.
  package func isSameBlock(_ a: Int, _ b: Int) -> Bool { blockOf[a] == blockOf[b] }

  package func span(_ range: Range<Int>) -> TextSpan { lexed.tokenized.span(range) }

  /// The bytes between a token and the one before it in its block.
  package func gapBytes(before token: Int) -> Range<Int> {
    let upper = Int(tokens[token].lower)
    guard token > 0, isSameBlock(token, token - 1) else { return upper..<upper }
    return Int(tokens[token - 1].upper)..<upper
  }

  /// The first byte after a token, 0 at the end of its block.
  package func byte(after token: Int) -> UInt8 {
    let end = Int(tokens[token].upper)
    return end < textBlock(of: token).span.upper ? bytes[end] : 0
  }

  /// The byte right before a token, 0 at the start of its block.
  package func byte(before token: Int) -> UInt8 {
    let start = Int(tokens[token].lower)
    return start > textBlock(of: token).span.lower ? bytes[start - 1] : 0
  }

  /// Index of the first token that begins at or after a byte.
  package func firstToken(from byte: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].lower) < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The tokens that lie wholly inside a span.
  package func tokens(in span: TextSpan) -> ArraySlice<Token> {
    let first = firstToken(from: span.lower)
    var end = first
    while end < tokens.count, Int(tokens[end].upper) <= span.upper { end += 1 }
    return tokens[first..<end]
  }

  /// A token's letters and digits, lower case and without accents. For comparing, never for showing.
  package func form(_ token: Int) -> String { Tokenizer().foldedForm(of: bytes, span: tokens[token].span) }

  /// The key of a run's folded words: equal for equal words, never shown.
  package func key(_ range: Range<Int>) -> UInt64 {
    range.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ tokens[$1].key) &* 0x0000_0100_0000_01b3 }
  }
}
