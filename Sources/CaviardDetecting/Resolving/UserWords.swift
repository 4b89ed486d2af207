internal import CaviardCase
internal import CaviardTokenizing

/// The policy's own words: `allow` is never a name or number, `deny` always is, `add` is found like a term of the lists.
struct UserWords: Sendable {
  /// Words that are found wherever they stand, without regard to case, accents and hyphens.
  private struct Term: Sendable {
    let keys: [UInt64]
    let kind: Kind
    let population: Int?
    let detector: String
  }

  private let allowed: Set<[UInt64]>
  /// By their first word.
  private let terms: [UInt64: [Term]]

  init(_ policy: Policy) {
    let tokenizer = Tokenizer()
    allowed = Set(policy.allow.map { tokenizer.keys(of: $0) }.filter { !$0.isEmpty })
    let denied = policy.deny.map { words in
      Term(keys: tokenizer.keys(of: words), kind: .personName, population: nil, detector: "policy.deny")
    }
    let added = policy.add.map { added in
      Term(
        keys: tokenizer.keys(of: added.term), kind: added.kind, population: added.population, detector: "policy.add")
    }
    terms = Dictionary(grouping: (denied + added).filter { !$0.keys.isEmpty }) { $0.keys[0] }
  }

  func apply(to findings: [Finding], in context: CaseContext, clauses: Clauses) -> [Finding] {
    guard !(allowed.isEmpty && terms.isEmpty) else { return findings }
    let own = RoleAssigner(context: context, clauses: clauses).assign(ownFindings(in: context))
    return findings.filter { !isAllowed($0, in: context) && !isTold($0, by: own) } + own
  }

  private func isAllowed(_ finding: Finding, in context: CaseContext) -> Bool {
    guard finding.kind.identifierClass == .direct || finding.kind == .possibleName else { return false }
    return allowed.contains(context.tokens(in: finding.span).map { context.tokens[$0].key })
  }

  /// What the policy says of its own words counts, not what was guessed of them.
  private func isTold(_ finding: Finding, by own: [Finding]) -> Bool {
    guard finding.kind.identifierClass != .direct else { return false }
    return own.contains { $0.span.lower <= finding.span.lower && finding.span.upper <= $0.span.upper }
  }

  private func ownFindings(in context: CaseContext) -> [Finding] {
    var findings: [Finding] = []
    for index in context.tokens.indices {
      for term in terms[context.tokens[index].key] ?? []
      where context.tokens[index...].prefix(term.keys.count).elementsEqual(term.keys, by: { $0.key == $1 }) {
        let range = index..<(index + term.keys.count)
        guard context.isSameBlock(range.lowerBound, range.upperBound - 1) else { continue }
        findings.append(
          Finding(
            span: context.span(range), kind: term.kind, value: value(of: term, key: context.key(range)), confidence: 1,
            detector: term.detector, evidence: [Evidence(term.detector)]))
      }
    }
    return findings
  }

  private func value(of term: Term, key: UInt64) -> FactValue {
    guard term.kind == .place else { return .unknown(key: key) }
    return .unknownPlace(key: key, population: term.population ?? AddedTerm.standardPopulation)
  }
}
