internal import CaviardCase
internal import CaviardDictionaries

/// The patient's sex, told once: at the first noun that says it, else at the first pronoun.
struct SexDetector {
  /// How much more a noun ("woman", « patiente ») counts than a pronoun, which may mean anybody.
  private static let nounWeight = 5

  private static let pronouns = PersonVerbs.keySet("he him his she her hers himself herself il elle lui")

  func detect(in context: CaseContext, clauses: Clauses) -> [Finding] {
    let table = context.tables.table(.sexWords)
    guard let column = table.column("sex") else { return [] }
    var votes: [Sex: Int] = [:]
    var first: [Sex: (range: Range<Int>, isNoun: Bool)] = [:]
    for index in context.tokens.indices {
      guard let match = context.longest(at: index, in: .sexWords),
        let sex = Sex(rawValue: table.text(column, match.sense.row)), clauses.subject(of: index).role == .patient
      else { continue }
      let isNoun = !Self.pronouns.contains(context.tokens[index].key)
      votes[sex, default: 0] += isNoun ? Self.nounWeight : 1
      if first[sex] == nil || isNoun && first[sex]?.isNoun == false { first[sex] = (match.tokens, isNoun) }
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
