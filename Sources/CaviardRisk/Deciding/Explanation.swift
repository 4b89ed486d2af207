internal import CaviardCase

/// One factor of the multiplication. Never words of the case.
package struct ExplanationRow: Hashable, Sendable {
  /// A kind (`age`, `occupation/relative`), `candidates`, `year`, or `together` (diagnoses that go together).
  package let label: String
  /// Number of the fact in the case, from 1; `nil` for what is no fact.
  package let fact: Int?
  /// People for `candidates`, a number above 1 for `together`, else a share of 0...1.
  package let share: Double
  /// Dex, before the margin and before (1 − s).
  package let halfWidth: Double
  /// Table and row id.
  package let source: String
}

/// How K came about, for the subject with the smallest, as read and as planned.
package struct Explanation: Hashable, Sendable {
  package let asRead: [ExplanationRow]
  package let planned: [ExplanationRow]

  init(score: CaseScore, asRead: [Int], planned: [Int]) {
    self.asRead = Self.rows(score, asRead)
    self.planned = Self.rows(score, planned)
  }

  private static func rows(_ score: CaseScore, _ levels: [Int]) -> [ExplanationRow] {
    let patient = score.patients.min { $0.factors(levels).share < $1.factors(levels).share }
    return (patient?.lines(levels) ?? []).map { line in
      ExplanationRow(
        label: label(line, score.facts), fact: line.fact.map { $0 + 1 }, share: MilliDex.power(line.share),
        halfWidth: Double(line.halfWidth) / 1000, source: line.source)
    }
  }

  private static func label(_ line: FactorLine, _ facts: [Fact]) -> String {
    guard let index = line.fact else {
      switch line.source {
      case "candidates": return "candidates"
      case DiagnosisBonus.source: return "together"
      default: return "year"
      }
    }
    let fact = facts[index]
    if fact.isRelative { return "\(fact.kind.rawValue)/relative" }
    switch fact.role {
    case .elsewhere: return "\(fact.kind.rawValue)/elsewhere"
    case .onset: return "\(fact.kind.rawValue)/onset"
    case .birth: return "\(fact.kind.rawValue)/birth"
    case .death: return "\(fact.kind.rawValue)/death"
    case .care, .now: return fact.kind.rawValue
    }
  }
}
