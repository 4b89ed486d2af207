package import CaviardCase

/// A term of a list found in a text: the longest of its list at its place.
package struct TermMatch: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline let lower: UInt32
  @usableFromInline let upper: UInt32
  package let sense: Sense

  package init(tokens: Range<Int>, sense: Sense) {
    lower = UInt32(truncatingIfNeeded: tokens.lowerBound)
    upper = UInt32(truncatingIfNeeded: tokens.upperBound)
    self.sense = sense
  }

  @inlinable package var tokens: Range<Int> { Int(lower)..<Int(upper) }
}

/// A case with its words looked up.
package struct LexedCase: Sendable {
  package let tokenized: TokenizedCase
  /// One per token; `.none` for a word of no list.
  package let words: [WordID]
  /// One per token: the lists in which the word alone is a term here, by language and spelling.
  package let membership: [ListSet]
  /// By first token; at one token the longest first. Of one list, matches never overlap unless they are of equal place.
  package let matches: [TermMatch]
  package let languages: CaseLanguages

  package init(
    tokenized: TokenizedCase, words: [WordID], membership: [ListSet], matches: [TermMatch], languages: CaseLanguages
  ) {
    self.tokenized = tokenized
    self.words = words
    self.membership = membership
    self.matches = matches
    self.languages = languages
  }
}
