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
  func hasCue(_ kind: String, before index: Int, reach: Int, through end: Int? = nil) -> Bool {
    let table = context.dictionary.table(.cues)
    guard let column = table.column("kind") else { return false }
    let end = end ?? index
    for position in max(start(of: index), index - reach)..<end {
      for match in context.matches(at: position)
      where match.sense.list == .cues && match.tokens.upperBound <= end {
        if table.text(column, match.sense.row) == kind { return true }
      }
    }
    return false
  }

  /// Whether what begins at a token is denied or absent.
  func isNegated(_ index: Int) -> Bool { hasCue("negation", before: index, reach: 8) }

  /// Whether what begins at a token is only considered.
  func isDifferential(_ index: Int) -> Bool { hasCue("differential", before: index, reach: 6) }

  /// Whom a fact at a token is about: a relative when a kinship word stands before it in the clause and is not the patient's
  /// own description ("a 43-year-old mother of nine").
  func subject(of index: Int) -> Subject {
    if hasCue("family-history", before: index, reach: 40) { return Subject(id: 2, role: .relative) }
    for position in (start(of: index)..<max(start(of: index), index)).reversed()
    where context.membership[position].contains(ListSet(.kinship)) && !describesPatient(position) {
      guard let match = context.matches(at: position).first(where: { $0.sense.list == .kinship }) else { continue }
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
