/// What one word does in a number written out.
enum NumberWord: Sendable, Equatable {
  /// 0…19 (French: 0…16).
  case unit(Int)
  /// 20, 30 … 90.
  case ten(Int)
  case hundred
  case thousand
  /// `and`, `et`: joins, and never ends a number.
  case joiner
  /// `oh` in `nineteen oh five`.
  case oh
  /// `a` in `a hundred`.
  case article
}

/// A number word and whether it is an ordinal (`first`, `vingtième`).
struct NumberEntry: Sendable {
  let word: NumberWord
  let isOrdinal: Bool
}

/// A number written out in words.
package struct NumberPhrase: Hashable, Sendable {
  package let value: Int
  /// Tokens it takes, from the first.
  package let count: Int
  package let isOrdinal: Bool

  package init(value: Int, count: Int, isOrdinal: Bool) {
    self.value = value
    self.count = count
    self.isOrdinal = isOrdinal
  }
}
