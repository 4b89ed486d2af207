internal import CaviardCase
internal import CaviardDictionaries

/// Cuts the text into clauses: whose fact it is, and whether it is denied, is decided inside one.
struct Clauses {
  private let context: CaseContext
  /// First token of the clause each token lies in.
  private let start: [Int32]

  private static let openers = PersonVerbs.keySet(
    "but who which whose mais qui dont although though whereas while alors tandis")

  init(_ context: CaseContext) {
    self.context = context
    var start = [Int32](repeating: 0, count: context.tokens.count)
    var current: Int32 = 0
    for index in context.tokens.indices {
      let token = context.tokens[index]
      switch token.gap {
      case .blockStart, .paragraphBreak, .sentenceEnd, .commaSpace, .colonSpace, .bracket: current = Int32(index)
      case .periodSpace: if context.isSentenceStart[index] { current = Int32(index) }
      default: if Self.openers.contains(token.key) { current = Int32(index) }
      }
      start[index] = current
    }
    self.start = start
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
    var place = firstCue(from: first)
    while place < context.cues.count, context.cues[place].tokens.lowerBound < end {
      if context.cues[place].kind == kind, context.cues[place].tokens.upperBound <= end { return true }
      place += 1
    }
    return false
  }

  /// Index of the first cue that begins at or after a token.
  private func firstCue(from token: Int) -> Int {
    var low = 0
    var high = context.cues.count
    while low < high {
      let middle = (low + high) / 2
      if context.cues[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether what begins at a token is denied or absent.
  func isNegated(_ index: Int) -> Bool {
    if hasCue(.negation, before: index, reach: 8) { return true }
    return isInDeniedList(index)
  }

  private static let alternatives = PersonVerbs.keySet("or nor ou ni")

  /// "no history of Fabry disease, amyloidosis or sudden death": a list that one denial governs to its "or".
  private func isInDeniedList(_ index: Int) -> Bool {
    guard context.tokens[start(of: index)].gap == .commaSpace, index - start(of: index) <= 3 else { return false }
    let block = context.block(of: index).tokens
    let ahead = index..<min(block.upperBound, index + 7)
    guard ([start(of: index)] + Array(ahead)).contains(where: { Self.alternatives.contains(context.tokens[$0].key) })
    else {
      return false
    }
    // Back over the list's short members to the clause that holds the denial.
    var first = start(of: index)
    while first > block.lowerBound, context.tokens[first].gap == .commaSpace {
      let previous = start(of: first - 1)
      if hasCue(.negation, before: first, reach: 12, from: previous) { return true }
      guard first - previous <= 4 else { return false }
      first = previous
    }
    return false
  }

  /// Whether what begins at a token is only considered.
  func isDifferential(_ index: Int) -> Bool { hasCue(.differential, before: index, reach: 6) }

  /// Whom a fact at a token is about: a relative when a kinship word stands before it in the clause and is not the patient's
  /// own description ("a 43-year-old mother of nine").
  func subject(of index: Int) -> Subject {
    if hasCue(.familyHistory, before: index, reach: 40) { return Subject(id: 2, role: .relative) }
    for position in (start(of: index)..<max(start(of: index), index)).reversed()
    where context.membership[position].contains(ListSet(.kinship)) && !describesPatient(position) {
      guard let match = context.matches(at: position).lazy.map(context.match).first(where: { $0.sense.list == .kinship }) else { continue }
      return Subject(id: 2, role: .relative, kinship: TermRow(.kinship, match.sense.row))
    }
    return .patient
  }

  private static let articles = PersonVerbs.keySet("a an un une old ans this cette cet ce")

  /// "a mother", « une mère », "43-year-old mother": the patient in person.
  private func describesPatient(_ index: Int) -> Bool {
    guard index > 0, context.isSameBlock(index, index - 1) else { return false }
    return Self.articles.contains(context.tokens[index - 1].key)
  }
}
