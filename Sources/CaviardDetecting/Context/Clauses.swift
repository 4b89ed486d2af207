internal import CaviardCase
internal import CaviardDictionaries

/// Cuts the text into clauses: whose fact it is, and whether it is denied, is decided inside one.
struct Clauses {
  private let context: CaseContext
  /// First token of the clause each token lies in.
  private let start: FlatArray<Int32>
  /// By token: the last word of its clause up to it that names a relative; -1 for none.
  private let relative: FlatArray<Int32>
  /// By the first token of a clause: whether a denial governs the list of short members it belongs to.
  private let isDenied: FlatArray<Bool>
  private let alternatives: Alternatives
  private let storage = FlatStorage()

  private static let openers = PersonVerbs.keySet(
    "but who which whose mais qui dont although though whereas while alors tandis")

  init(_ context: CaseContext) {
    self.context = context
    let start = storage.scratch(context.tokens.count, of: Int32(0))
    let relative = storage.scratch(context.tokens.count, of: Int32(-1))
    var current: Int32 = 0
    for index in context.tokens.indices {
      let token = context.tokens[index]
      switch token.gap {
      case .blockStart, .paragraphBreak, .sentenceEnd, .commaSpace, .colonSpace, .bracket: current = Int32(index)
      case .periodSpace: if context.isSentenceStart[index] { current = Int32(index) }
      // A bullet or a number on a line of its own.
      case .other: if Alternatives.hasLineEnd(before: index, context) { current = Int32(index) }
      default: if Self.openers.contains(token.key) { current = Int32(index) }
      }
      start[index] = current
      if Int(current) < index { relative[index] = relative[index - 1] }
      if context.membership[index].contains(.kinship), context.matchLists[index].contains(.kinship),
        !Self.describesPatient(index, context)
      {
        relative[index] = Int32(index)
      }
    }
    self.start = start.filled
    self.relative = relative.filled
    isDenied = Self.denials(context, self.start, storage)
    alternatives = Alternatives(context, start: self.start)
  }

  /// Clauses come in order, so each asks the one before it: linear however long a list is.
  private static func denials(
    _ context: CaseContext, _ start: FlatArray<Int32>, _ storage: FlatStorage
  ) -> FlatArray<Bool> {
    let denied = storage.scratch(context.tokens.count, of: false)
    for index in context.tokens.indices where context.tokens[index].gap == .commaSpace && Int(start[index]) == index {
      guard index > context.block(of: index).tokens.lowerBound else { continue }
      let previous = Int(start[index - 1])
      denied[index] =
        hasCue(.negation, from: max(previous, index - 12), through: index, context)
        || index - previous <= 4 && denied[previous]
    }
    return denied.filled
  }

  func start(of index: Int) -> Int { Int(start[index]) }

  /// A cue of one kind before a token, in its clause, at most `reach` tokens away.
  ///
  /// - Parameter end: where the cue must have ended; the token itself unless given.
  func hasCue(
    _ kind: CueKind, before index: Int, reach: Int, through end: Int? = nil, from clauseStart: Int? = nil
  ) -> Bool {
    let end = end ?? index
    let first = max(clauseStart ?? start(of: index), index - reach)
    return Self.hasCue(kind, from: first, through: end, context)
  }

  private static func hasCue(_ kind: CueKind, from first: Int, through end: Int, _ context: CaseContext) -> Bool {
    // Index of the first cue that begins at or after the token.
    var low = 0
    var high = context.cues.count
    while low < high {
      let middle = (low + high) / 2
      if Int(context.cues[middle].lower) < first { low = middle + 1 } else { high = middle }
    }
    while low < context.cues.count, Int(context.cues[low].lower) < end {
      if context.cues[low].kind == kind, Int(context.cues[low].upper) <= end { return true }
      low += 1
    }
    return false
  }

  /// Whether what begins at a token is denied or absent.
  func isNegated(_ index: Int) -> Bool {
    if hasCue(.negation, before: index, reach: 8) { return true }
    return isInDeniedList(index)
  }

  private static let orWords = PersonVerbs.keySet("or nor ou ni")

  /// "no history of Fabry disease, amyloidosis or sudden death": a list that one denial governs to its "or".
  private func isInDeniedList(_ index: Int) -> Bool {
    let first = start(of: index)
    guard context.tokens[first].gap == .commaSpace, index - first <= 3, isDenied[first] else { return false }
    let end = min(context.block(of: index).tokens.upperBound, index + 7)
    return Self.orWords.contains(context.tokens[first].key)
      || (index..<end).contains { Self.orWords.contains(context.tokens[$0].key) }
  }

  /// Whether what begins at a token is only considered, or one option of a question.
  func isDifferential(_ index: Int) -> Bool {
    hasCue(.differential, before: index, reach: 6) || alternatives.contains(index, clauseStart: start(of: index))
  }

  /// Whom a fact at a token is about: a relative when a kinship word stands before it in the clause and is not the patient's
  /// own description ("a 43-year-old mother of nine").
  func subject(of index: Int) -> Subject {
    if hasCue(.familyHistory, before: index, reach: 40) { return Subject(id: 2, role: .relative) }
    guard index > start(of: index), relative[index - 1] >= 0 else { return .patient }
    return relative(namedAt: Int(relative[index - 1])) ?? .patient
  }

  /// The relative that the word at a token names: the "mother" of "born to a 34-year-old mother".
  func relative(namedAt index: Int) -> Subject? {
    guard index < relative.count, Int(relative[index]) == index else { return nil }
    for place in context.matches(at: index) where context.match(place).sense.list == .kinship {
      return Subject(id: 2, role: .relative, kinship: TermRow(.kinship, context.match(place).sense.row))
    }
    return nil
  }

  private static let articles = PersonVerbs.keySet("a an un une old ans this cette cet ce")

  private static let counts = PersonVerbs.keySet(
    "two three four five twin identical 2 3 4 deux trois quatre cinq jumeaux jumelles")

  /// What makes "a mother" another person: "born to a 34-year-old mother", « né d'une mère diabétique ».
  private static let parentLeads = PersonVerbs.keySet("to of by from d de par")
  private static let nouns = PersonVerbs.keySet("year years old ans")

  /// "a mother", « une mère », "43-year-old mother": the patient in person, unless a child is born to her.
  private static func describesPatient(_ index: Int, _ context: CaseContext) -> Bool {
    let block = context.block(of: index).tokens.lowerBound
    // "Two brothers with Wilson disease": of nobody's, they are the patients.
    if index > block, counts.contains(context.tokens[index - 1].key) {
      var first = index - 1
      if first > block, counts.contains(context.tokens[first - 1].key) { first -= 1 }
      if context.isSentenceStart[first] { return true }
    }
    guard index > block, articles.contains(context.tokens[index - 1].key) else { return false }
    var lead = index - 1
    let first = max(block, index - 6)
    while lead > first, isAgeWord(lead, context) { lead -= 1 }
    if lead > block, ["a", "an", "un", "une"].contains(context.form(lead)) { lead -= 1 }
    return !parentLeads.contains(context.tokens[lead].key)
  }

  private static func isAgeWord(_ index: Int, _ context: CaseContext) -> Bool {
    context.tokens[index].shape == .digits || nouns.contains(context.tokens[index].key)
  }
}
