package import CaviardCase

/// Why a case could not be scored; always a `block`.
package enum RiskError: Error, Hashable, Sendable {
  /// A finding names a row its list does not have: it was made with another dictionary.
  case unknownRow(TermRow)
  /// A place's parents lead back to itself.
  case circularPlaces(row: Int)
  /// A place lies in something the list does not have.
  case unknownPlaceParent(row: Int)
}
