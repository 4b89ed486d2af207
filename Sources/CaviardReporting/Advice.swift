package import CaviardCase

/// What a person should know or do beyond the edits.
package enum Advice: Hashable, Sendable {
  case reason(VerdictReason)
  case sensitiveTopic(String)
  case infeasible(Infeasibility)
  /// So many facts about a person's life stay, each of them harmless on its own (Hrynaszkiewicz 2010: three need a look).
  case manyIndirect(Int)
  /// A page that is not XML was read by HTML's rules.
  case notXML(line: Int, column: Int)
  /// A comment that allows what was not found.
  case unusedAllowance(line: Int, column: Int)

  package var id: String {
    switch self {
    case .reason(let reason): reason.rawValue
    case .sensitiveTopic: "sensitive-topic"
    case .infeasible: VerdictReason.infeasible.rawValue
    case .manyIndirect: "three-indirect"
    case .notXML: "not-xml"
    case .unusedAllowance: "unused-allow"
    }
  }

  /// In the order of the reasons; each once.
  package static func all(_ report: CaseReport) -> [Advice] {
    var advice: [Advice] = report.reasons.compactMap { reason in
      reason == .infeasible && report.infeasibility != nil ? nil : .reason(reason)
    }
    if let infeasibility = report.infeasibility { advice.append(.infeasible(infeasibility)) }
    for case .sensitiveTopic(let topic) in report.observations where !advice.contains(.sensitiveTopic(topic)) {
      advice.append(.sensitiveTopic(topic))
    }
    let social = report.findings.filter { finding in
      Self.socialKinds.contains(finding.decision.finding.kind) && finding.decision.fact > 0
        && finding.decision.action != .redact
    }
    let facts = Set(social.map(\.decision.fact)).count
    // Where nothing is decided yet, nothing has been left.
    if facts >= 3, !report.policy.isFlagOnly { advice.append(.manyIndirect(facts)) }
    if let place = report.notXML { advice.append(.notXML(line: place.line, column: place.column)) }
    for allowance in report.allowances where allowance.count == 0 {
      advice.append(.unusedAllowance(line: allowance.line, column: allowance.column))
    }
    return advice
  }

  private static let socialKinds: Set<Kind> = [
    .place, .date, .institution, .occupation, .ethnicity, .language, .religion, .family, .event, .trait, .legalStatus,
  ]
}
