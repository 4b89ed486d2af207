internal import CaviardCase
internal import CaviardTokenizing

/// What may stand between two words of one term.
enum PhraseGaps {
  /// How a gap joins words.
  enum Joint {
    /// Spaces, hyphens, apostrophes, slashes, full stops without a space: interchangeable.
    case plain
    /// A full stop and a space: joins like a space unless it ends a sentence (`St. John`).
    case stop
    /// A comma, a bracket, `&`, the colon of `Kahnawà:ke` …: only for terms written with such a mark at that place.
    case mark
    case barrier
  }

  @inline(__always)
  static func joint(_ gap: Gap) -> Joint {
    switch gap {
    case .space, .hyphen, .apostrophe, .none, .period, .slash: .plain
    case .periodSpace: .stop
    case .comma, .commaSpace, .colon, .bracket, .other: .mark
    case .blockStart, .paragraphBreak, .at, .underscore, .colonSpace, .sentenceEnd: .barrier
    }
  }

  /// What is added to a word's number in an edge: a word after a mark is another edge.
  @inline(__always)
  static func edgeWord(_ word: UInt32, after joint: Joint) -> UInt32 { joint == .mark ? word | afterMark : word }

  private static var afterMark: UInt32 { 1 << 22 }

  /// Whether the gap before a token keeps a term together.
  @inline(__always)
  static func joins(
    _ joint: Joint, before index: Int, of tokens: [Token], in bytes: [UInt8], _ sentences: SentenceBoundaries
  ) -> Bool {
    switch joint {
    case .plain: true
    case .stop: !sentences.isStart(index, of: tokens, in: bytes)
    case .mark:
      !sentences.isStart(index, of: tokens, in: bytes)
        && !sentences.hasParagraphBreak(before: index, of: tokens, in: bytes)
    case .barrier: false
    }
  }
}
