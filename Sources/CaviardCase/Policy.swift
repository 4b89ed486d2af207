/// What happens to references to pictures and other media.
package enum MediaHandling: String, Hashable, Sendable, CaseIterable {
  case placeholder
  case drop
  case keep
}

/// A term that a policy adds to the dictionaries.
package struct AddedTerm: Hashable, Sendable {
  /// Words as a case would write them; case and accents do not count.
  package let term: String
  package let kind: Kind
  /// People of a place; ``standardPopulation`` where nobody says.
  package let population: Int?

  /// A village (risk.md B2).
  package static let standardPopulation = 500

  /// Kinds that a word alone can be: not a number of years, not a picture, not a guess.
  package static let kinds = Kind.allCases.filter {
    ![.age, .sex, .date, .superlative, .media, .possibleName].contains($0)
  }

  package init(term: String, kind: Kind, population: Int? = nil) {
    self.term = term
    self.kind = kind
    self.population = population
  }
}

/// What a case must satisfy. Policies only tighten; what relaxes needs a written reason.
package struct Policy: Hashable, Sendable {
  package var name: String
  /// Highest tolerated risk, 0...0.09 (risk.md: Health Canada 2019, EMA Policy 0070).
  package var threshold: Double
  /// The same for sensitive topics (Ontario IPC 2025).
  package var sensitiveThreshold: Double
  /// The author's catchment, people.
  package var candidates: Int
  package var authorHidden: Bool
  package var reason: String?
  package var pins: Set<Kind>
  package var media: MediaHandling
  /// Multipliers of the utility costs, by kind.
  package var costs: [Kind: Double]
  /// Words never reported as direct identifiers or possible names, and words always redacted; written as in the file.
  package var allow: [String]
  package var deny: [String]
  /// Terms found like those of the dictionaries.
  package var add: [AddedTerm] = []
  /// `strict`: everything found is removed and a case with nothing found is a `review`.
  package var isStrict: Bool
  /// The finest that may be left of every fact of a kind, whatever K; a pin does not lift it.
  package var floors: [Kind: Floor] = [:]
  /// `flag-only`: nothing is edited and no shareable copy is written.
  package var isFlagOnly = false
  /// Person names are replaced by invented names instead of placeholders.
  package var usesSurrogates = false

  /// Where every policy starts: the loosest values there are. The built-in file `canada` states the same, and a test
  /// compares the two.
  package static let canada = Policy(
    name: "canada", threshold: 0.09, sensitiveThreshold: 0.05, candidates: 2_000_000, authorHidden: false, reason: nil,
    pins: [], media: .placeholder, costs: [:], allow: [], deny: [], isStrict: false)

  package init(
    name: String, threshold: Double, sensitiveThreshold: Double, candidates: Int, authorHidden: Bool, reason: String?,
    pins: Set<Kind>, media: MediaHandling, costs: [Kind: Double], allow: [String], deny: [String], isStrict: Bool
  ) {
    self.name = name
    self.threshold = threshold
    self.sensitiveThreshold = sensitiveThreshold
    self.candidates = candidates
    self.authorHidden = authorHidden
    self.reason = reason
    self.pins = pins
    self.media = media
    self.costs = costs
    self.allow = allow
    self.deny = deny
    self.isStrict = isStrict
  }
}
