package import CaviardCase

/// A sequence of token predicates with the gaps allowed between them.
///
/// The small language of `Dictionaries/patterns` (see its README); parsed once by ``PatternParser``.
package struct TokenPattern: Sendable, Equatable {
  /// What may stand between two tokens.
  package struct GapClass: Sendable, Equatable {
    /// ASCII characters (and `#`, `°` folded to `o`) that may occur, at most three of them.
    package let characters: [UInt8]
    /// Whether spaces alone are enough.
    package let allowsSpaceOnly: Bool
    /// Whether the tokens may touch.
    package let allowsNothing: Bool
    /// Whether a line end may be crossed.
    package let allowsLineEnd: Bool

    static let space = GapClass(characters: [], allowsSpaceOnly: true, allowsNothing: false, allowsLineEnd: true)
  }

  /// What one token must be. All conditions hold together.
  package struct Predicate: Sendable, Equatable {
    package var shapes: Set<TokenShape>?
    package var length: ClosedRange<Int>?
    package var number: ClosedRange<Int64>?
    /// Letters (`A`) and digits (`9`) exactly, `*` ends with anything.
    package var mask: [UInt8]?
    package var literal: UInt64?
    package var lists: [DictionaryList] = []
    package var excludedLists: [DictionaryList] = []
    package var excludedLiterals: [UInt64] = []
    /// Day of a month: 1–31, also as `3rd`, `1er`.
    package var isDay = false
    /// A number that begins with 0.
    package var isZeroLed = false
    /// Every letter is an ASCII capital.
    package var isUpper = false
    /// The character right before the token.
    package var precededBy: UInt8?
    /// What the word ends with, folded: `ase`.
    package var endings: [String] = []
    /// First of its line, bullets aside.
    package var isLineStart = false
    /// What follows the leading digits, folded: `47F`, `40s`.
    package var suffixes: [String] = []

    /// The word, when being it is all the predicate asks.
    var plainLiteral: UInt64? {
      guard let literal, shapes == nil, length == nil, number == nil, mask == nil, precededBy == nil,
        lists.isEmpty, excludedLists.isEmpty, excludedLiterals.isEmpty, endings.isEmpty, suffixes.isEmpty,
        !(isDay || isZeroLed || isUpper || isLineStart)
      else { return nil }
      return literal
    }

    /// All shapes named for one token must agree.
    mutating func restrict(to allowed: Set<TokenShape>) { shapes = shapes.map { $0.intersection(allowed) } ?? allowed }
  }

  package indirect enum Node: Sendable, Equatable {
    case token(Predicate)
    /// The longest term of a list here, whose column has one of the values (no filter when empty).
    case term(DictionaryList, column: String, values: [String])
    /// A number in words.
    case numberWords(ClosedRange<Int>)
    case sequence([Item])
    case alternatives([Node])
    /// Marks the finding.
    case capture(Node)
    /// Names a part for the value builder.
    case part(Character, Node)
    /// Takes nothing; the inner sequence must not follow.
    case absent(Node)
  }

  /// A node with its repetition and the gap before it (`nil` inside a group's first place).
  package struct Item: Sendable, Equatable {
    package let gap: GapClass?
    package let node: Node
    package let repeats: ClosedRange<Int>
  }

  package let root: [Item]
}
