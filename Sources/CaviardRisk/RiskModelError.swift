package import CaviardCase

/// Why the tables cannot be used. Found once, before any case is read.
package enum RiskModelError: Error, Hashable, Sendable {
  /// The list lacks a column the estimate needs.
  case missingColumn(DictionaryList, String)
  /// A share is no number of 0...1. Rows count from 0.
  case invalidShare(DictionaryList, row: Int)
  /// A half-width is negative or no number.
  case invalidHalfWidth(DictionaryList, row: Int)
  /// A count of people, an age or a multiplicity is negative or no number.
  case invalidNumber(DictionaryList, row: Int, column: String)
  /// A reference names no row of its list, or leads back to itself.
  case brokenReference(DictionaryList, row: Int, column: String)
  /// A coarser step of the row's ladder fits fewer people than a finer one.
  case ladderNotMonotone(DictionaryList, row: Int)
  /// `age-sex` does not hold the ages 0...100 once each, with somebody in it.
  case incompleteAges
}
