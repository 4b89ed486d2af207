internal import CaviardCase

/// All mentions with one value about one subject (risk.md B3): they move together.
struct Fact: Hashable, Sendable {
  struct Mention: Hashable, Sendable {
    /// Index of the finding.
    let finding: Int
    /// The step of the ladder the mention itself is at: "in her forties" beside "aged 47" stays until a wider band.
    let level: Int
  }

  enum Owner: Hashable, Sendable {
    /// Place, date, institution, event: of the whole case, whoever they are said of.
    case everyone
    case patient(Int)
    case relative(Int)
  }

  let kind: Kind
  let owner: Owner
  let role: FactRole
  let value: FactValue
  let ladder: Ladder
  let mentions: [Mention]
  let isPinned: Bool
  /// Patients per relative, milli-dex, on the one fact of a relative that carries it; 0 elsewhere.
  let multiplicity: Int64
  /// What relatives with the patient's own disease leave of the patients who have it, milli-dex; 0 elsewhere (risk.md B2).
  let recurrence: Int64

  var isRelative: Bool {
    if case .relative = owner { return true }
    return false
  }

  /// A place of the country, or an institution: what narrows the base instead of being a share.
  var narrowsBase: Bool { role == .now && ladder.levels[0].people != nil }

  /// True when a year in the calendar is left at this step (a year of birth is an age).
  func keepsYear(at level: Int) -> Bool { role != .birth && ladder.levels[level].hasYear }

  /// The steps the optimiser may choose from.
  var allowed: ClosedRange<Int> { ladder.floor...(isPinned ? ladder.floor : ladder.last) }

  /// Order of ties (risk.md D3): facts earlier here are left at a finer step.
  static let tieOrder: [Kind] = [
    .superlative, .institution, .place, .date, .legalStatus, .trait, .religion, .language, .event, .family,
    .ethnicity, .occupation, .procedure, .age, .sex, .diagnosis,
  ]
}
