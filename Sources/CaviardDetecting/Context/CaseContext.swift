package import CaviardCase
package import CaviardDictionaries
internal import CaviardTokenizing

/// A case looked up in the dictionaries, as every detector reads it: flat arrays, indexed by token.
///
/// A class because every detector keeps it: a value would be copied, hundreds of bytes, at each step.
package final class CaseContext: Sendable {
  package let lexed: LexedCase
  package let tables: DetectorTables
  private let storage = FlatStorage()
  package let tokens: FlatArray<Token>
  package let bytes: FlatArray<UInt8>
  package let membership: FlatArray<ListSet>
  package let blocks: FlatArray<Block>
  package let isSentenceStart: FlatArray<Bool>
  /// Index of the block (in ``TokenizedCase/blocks``) each token lies in.
  package let blockOf: FlatArray<Int32>
  /// The cues of the case in the order of their first token.
  let cues: FlatArray<Cue>
  /// For token `i`, the lists of the terms that begin there.
  let matchLists: FlatArray<ListSet>
  private let allMatches: FlatArray<TermMatch>
  /// For token `i`, its matches are `allMatches[matchStart[i]..<matchStart[i + 1]]`.
  let matchStart: FlatArray<Int32>
  /// The longest protected phrase (drug, eponym, test) over each token; empty where there is none.
  private let shields: FlatArray<Shield>

  package var text: CaseText { lexed.tokenized.text }

  /// A block of the text.
  package struct Block: BitwiseCopyable {
    let text: TextSpan
    fileprivate let first: Int
    fileprivate let end: Int
    package let language: ParagraphLanguage

    package var tokens: Range<Int> { first..<end }
  }

  /// A term of the list `cues`.
  struct Cue: BitwiseCopyable {
    let lower: Int32
    let upper: Int32
    let kind: CueKind

    var tokens: Range<Int> { Int(lower)..<Int(upper) }
  }

  private struct Shield: BitwiseCopyable {
    var lower: Int32 = 0
    var upper: Int32 = 0
  }

  package init(_ lexed: LexedCase, tables: DetectorTables) {
    self.lexed = lexed
    self.tables = tables
    let all = lexed.tokenized.tokens
    tokens = storage.copy(all)
    bytes = storage.copy(lexed.tokenized.text.bytes)
    membership = storage.copy(lexed.membership)
    blocks = storage.copy(
      lexed.tokenized.blocks.map { block in
        Block(
          text: lexed.tokenized.text.blocks[block.textBlock].span, first: block.tokens.lowerBound,
          end: block.tokens.upperBound, language: block.language)
      })
    allMatches = storage.copy(lexed.matches)
    let count = all.count
    isSentenceStart = Self.sentenceStarts(tokens, all, lexed.tokenized.text.bytes, storage)
    let blockOf = storage.scratch(count, of: Int32(0))
    for (index, block) in blocks.enumerated() {
      for token in block.tokens { blockOf[token] = Int32(index) }
    }
    self.blockOf = blockOf.filled
    let shields = storage.scratch(count, of: Shield())
    let lists = storage.scratch(count, of: ListSet())
    let starts = storage.scratch(count + 1, of: Int32(0))
    var cues: [Cue] = []
    for match in allMatches {
      let list = ListSet(match.sense.list)
      let (lower, upper) = (Int32(match.tokens.lowerBound), Int32(match.tokens.upperBound))
      starts[Int(lower) + 1] += 1
      lists[Int(lower)] = lists[Int(lower)].union(list)
      if match.sense.list == .cues, match.sense.row < tables.cueKinds.count {
        cues.append(Cue(lower: lower, upper: upper, kind: tables.cueKinds[match.sense.row]))
      }
      if upper - lower > 1, Self.shieldLists.contains(list) {
        for token in match.tokens where upper - lower > shields[token].upper - shields[token].lower {
          shields[token] = Shield(lower: lower, upper: upper)
        }
      }
    }
    for index in 0..<count { starts[index + 1] += starts[index] }
    self.shields = shields.filled
    matchLists = lists.filled
    matchStart = starts.filled
    self.cues = storage.copy(cues)
  }

  private static func sentenceStarts(
    _ flat: FlatArray<Token>, _ tokens: [Token], _ bytes: [UInt8], _ storage: FlatStorage
  ) -> FlatArray<Bool> {
    let boundaries = SentenceBoundaries()
    let starts = storage.scratch(tokens.count, of: false)
    for index in flat.indices {
      switch flat[index].gap {
      case .none, .space, .hyphen, .apostrophe, .period, .comma, .slash, .colon, .at, .underscore, .commaSpace: continue
      case .blockStart, .paragraphBreak: starts[index] = true
      case .periodSpace, .sentenceEnd, .other, .bracket, .colonSpace:
        starts[index] = boundaries.isStart(index, of: tokens, in: bytes)
      }
    }
    return starts.filled
  }

  private static let shieldLists: ListSet = [
    .drugs, .medicalWords, .eponyms, .medicalAbbreviations, .diagnoses, .procedures, .groups, .facts,
    .occupations, .occupationGroups,
  ]

  /// True when a longer protected phrase holds these tokens: the "Diane" of "Diane-35", the "St. John's" of "St. John's wort".
  package func isShielded(_ range: Range<Int>) -> Bool {
    let shield = shields[range.lowerBound]
    let (lower, upper) = (Int(shield.lower), Int(shield.upper))
    return upper - lower > range.count && lower <= range.lowerBound && range.upperBound <= upper
  }

  // MARK: Terms

  /// The places in ``match(_:)`` of the dictionary terms that begin at a token.
  @inline(__always)
  package func matches(at token: Int) -> Range<Int> { Int(matchStart[token])..<Int(matchStart[token + 1]) }

  @inline(__always)
  package func match(_ place: Int) -> TermMatch { allMatches[place] }

  /// The longest term of one list that begins at a token: of several senses of one length, the first.
  func longest(at token: Int, in list: DictionaryList) -> TermMatch? {
    guard matchLists[token].contains(ListSet(list)) else { return nil }
    var best: TermMatch?
    for place in matches(at: token) {
      let match = allMatches[place]
      guard match.sense.list == list else { continue }
      if let best, match.tokens.upperBound <= best.tokens.upperBound { continue }
      best = match
    }
    return best
  }

  // MARK: Blocks

  package func block(of token: Int) -> Block { blocks[Int(blockOf[token])] }
  package func language(of token: Int) -> ParagraphLanguage { block(of: token).language }

  /// The text of the block a token lies in.
  func textSpan(of token: Int) -> TextSpan { block(of: token).text }

  /// True when the two tokens lie in one block.
  package func isSameBlock(_ a: Int, _ b: Int) -> Bool { blockOf[a] == blockOf[b] }

  package func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(Int(tokens[range.lowerBound].lower), Int(tokens[range.upperBound - 1].upper))
  }

  // MARK: Bytes

  /// The bytes between a token and the one before it in its block.
  package func gapBytes(before token: Int) -> Range<Int> {
    let upper = Int(tokens[token].lower)
    guard token > 0, isSameBlock(token, token - 1) else { return upper..<upper }
    return Int(tokens[token - 1].upper)..<upper
  }

  /// The first byte after a token, 0 at the end of its block.
  package func byte(after token: Int) -> UInt8 {
    let end = Int(tokens[token].upper)
    return end < textSpan(of: token).upper ? bytes[end] : 0
  }

  /// The byte right before a token, 0 at the start of its block.
  package func byte(before token: Int) -> UInt8 {
    let start = Int(tokens[token].lower)
    return start > textSpan(of: token).lower ? bytes[start - 1] : 0
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
  package func tokens(in span: TextSpan) -> Range<Int> {
    let first = firstToken(from: span.lower)
    var end = first
    while end < tokens.count, Int(tokens[end].upper) <= span.upper { end += 1 }
    return first..<end
  }

  /// A token's letters and digits, lower case and without accents. For comparing, never for showing.
  package func form(_ token: Int) -> String {
    Tokenizer().foldedForm(of: lexed.tokenized.text.bytes, span: tokens[token].span)
  }

  /// The key of a run's folded words: equal for equal words, never shown.
  package func key(_ range: Range<Int>) -> UInt64 {
    range.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ tokens[$1].key) &* 0x0000_0100_0000_01b3 }
  }
}
