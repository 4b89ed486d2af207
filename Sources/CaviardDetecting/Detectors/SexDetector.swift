internal import CaviardCase
internal import CaviardDictionaries

/// The patient's sex, told once: at the first noun that says it, else at the first pronoun.
struct SexDetector {
  /// How much more a noun ("woman", « patiente ») counts than a pronoun, which may mean anybody.
  private static let nounWeight = 5

  private static let pronouns = PersonVerbs.keySet("he him his she her hers himself herself il elle lui")

  private static let feminineArticles = PersonVerbs.keySet("une la cette")

  /// A word of the list, or a French article that shows the sex of who does a job: « une enseignante », « la journaliste ».
  private func sex(
    at index: Int, _ table: DictionaryTable, _ column: DictionaryTable.Column, _ context: CaseContext
  ) -> (Sex, Range<Int>)? {
    if let match = context.longest(at: index, in: .sexWords) {
      return Sex(rawValue: table.text(column, match.sense.row)).map { ($0, match.tokens) }
    }
    guard index > context.block(of: index).tokens.lowerBound, context.language(of: index).admits(.french),
      Self.feminineArticles.contains(context.tokens[index - 1].key), context.tokens[index].gap == .space,
      let work = context.longest(at: index, in: .occupations),
      context.tables.text(.occupations, "class", work.sense.row) != "provider"
    else { return nil }
    // The job is a finding of its own: the article says the sex.
    return (.female, (index - 1)..<index)
  }

  func detect(in context: CaseContext, clauses: Clauses) -> [Finding] {
    let table = context.tables.table(.sexWords)
    guard let column = table.column("sex") else { return [] }
    var votes: [Sex: Int] = [:]
    var first: [Sex: (range: Range<Int>, isNoun: Bool)] = [:]
    for index in context.tokens.indices {
      guard let (sex, tokens) = sex(at: index, table, column, context), clauses.subject(of: index).role == .patient
      else { continue }
      let isNoun = !Self.pronouns.contains(context.tokens[index].key)
      votes[sex, default: 0] += isNoun ? Self.nounWeight : 1
      if first[sex] == nil || isNoun && first[sex]?.isNoun == false { first[sex] = (tokens, isNoun) }
    }
    let told: Sex? =
      votes[.other] != nil ? .other : votes.max { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }?.key
    guard let told, let mention = first[told] else { return [] }
    return [
      Finding(
        span: context.span(mention.range), kind: .sex, value: .sex(told), confidence: 0.95, detector: "sex.word",
        evidence: [Evidence("sex.word")])
    ]
  }
}
