internal import CaviardCase
internal import CaviardTokenizing

/// What may stand between two words of one term.
enum PhraseGaps {
  /// Spaces, hyphens, apostrophes, slashes, and full stops that end no sentence (`St. John`, `U.S.`).
  @inline(__always)
  static func joins(_ index: Int, of tokens: [Token], in bytes: [UInt8], _ sentences: SentenceBoundaries) -> Bool {
    switch tokens[index].gap {
    case .space, .hyphen, .apostrophe: true
    case .none, .period, .slash: true
    case .periodSpace: !sentences.isStart(index, of: tokens, in: bytes)
    case .blockStart, .paragraphBreak, .comma, .colon, .at, .underscore, .commaSpace, .colonSpace, .sentenceEnd,
      .bracket, .other:
      false
    }
  }
}
