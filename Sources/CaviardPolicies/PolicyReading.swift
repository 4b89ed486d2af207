package import CaviardCase

/// A policy file read to its end, whatever is wrong with it.
package struct PolicyReading: Sendable {
  /// The settings that could be read.
  package let policy: Policy
  /// In the file's order; empty for a file that can be used.
  package let mistakes: [PolicyError]
  /// Settings that change nothing, in the file's order.
  package let warnings: [PolicyWarning]
  /// Every word under `words.allow`, with its place.
  package let allowed: [PlacedWord]
}

package struct PlacedWord: Hashable, Sendable {
  package let word: String
  /// From 1, when known.
  package let line: Int?
  package let column: Int?
}

/// A setting that changes nothing.
package struct PolicyWarning: Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    /// The policy that is extended leaves no more of the kind already.
    case floorWithoutEffect(Kind)
    /// A pinned kind is not weighed against others.
    case costOfPinned(Kind)
    /// A direct identifier is always removed, whatever it costs.
    case costOfDirect(Kind)
    /// Nobody would take the word for a name.
    case allowWithoutEffect(String)
  }

  package let file: String
  package let line: Int?
  package let column: Int?
  package let problem: Problem

  package init(_ problem: Problem, file: String, line: Int?, column: Int?) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }
}
