internal import CaviardCase

/// One step of a fact's ladder.
struct Level: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case value(FactValue)
    case phrase
    case removed
  }

  /// What is written instead of a mention; `nil` keeps it.
  enum Writing: Hashable, Sendable {
    case coarser(Replacement)
    case placeholder
    case nothing
  }

  let content: Content
  let writing: Writing?
  /// Utility points, from the first step up.
  let cost: Int
  /// The share on its own, not given other facts.
  let estimate: Estimate
  /// People, in milli-dex, that a place or institution kept at this step leaves as base; `nil` when it narrows nothing.
  let people: Int64?
  /// Rows of `places`: the place kept at this step and what it lies in; empty for other kinds.
  let places: [Int]

  init(
    _ content: Content, writing: Writing?, cost: Int, _ estimate: Estimate, people: Int64? = nil, places: [Int] = []
  ) {
    self.content = content
    self.writing = writing
    self.cost = cost
    self.estimate = estimate
    self.people = people
    self.places = places
  }

  static func removed(cost: Int, writing: Writing = .placeholder) -> Level {
    Level(.removed, writing: writing, cost: cost, .everybody)
  }

  /// The row kept at this step, if it is one of this list.
  func row(in list: DictionaryList) -> Int? {
    guard case .value(.row(let term)) = content, term.list == list else { return nil }
    return term.row
  }

  /// True for a date that names its year.
  var hasYear: Bool {
    guard case .value(.date(let date)) = content else { return false }
    return date.year != nil && !date.isRelative
  }
}

/// The steps of a fact, from what is written to what says nothing, and the first step that may be kept.
struct Ladder: Hashable, Sendable {
  let levels: [Level]
  /// The least step a floor of risk.md D4 asks for.
  let floor: Int
  /// True when nothing measures how rare the fact is, or a search engine finds it: a person must look.
  let isUnmeasured: Bool

  init(_ levels: [Level], floor: Int = 0, isUnmeasured: Bool = false) {
    self.levels = levels
    self.floor = min(floor, levels.count - 1)
    self.isUnmeasured = isUnmeasured
  }

  var last: Int { levels.count - 1 }

  /// The same ladder for what a person must look at: no finer than its class in words, or gone.
  var reviewed: Ladder {
    let vague = levels.firstIndex { $0.content == .phrase } ?? last
    return Ladder(levels, floor: max(floor, vague), isUnmeasured: isUnmeasured)
  }
}
