package import CaviardCase

/// What a person should know or do beyond the edits.
package enum Advice: Hashable, Sendable {
  case reason(VerdictReason)
  case sensitiveTopic(String)
  case infeasible(Infeasibility)

  package var id: String {
    switch self {
    case .reason(let reason): reason.rawValue
    case .sensitiveTopic: "sensitive-topic"
    case .infeasible: VerdictReason.infeasible.rawValue
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
    return advice
  }
}
