package enum Action: String, Hashable, Sendable {
  /// Replace by a placeholder.
  case redact
  /// Replace by a coarser step of the fact's ladder.
  case generalise
  /// Harmless at this K.
  case keep
  /// A person must look.
  case flag
}

/// What is written instead, before it is put into words of a language.
package enum Replacement: Hashable, Sendable {
  /// `[person 1]`, `[date 2]`: the kind's word and the entity's number in the case.
  case placeholder(Kind, number: Int)
  /// An age band, written as "40 to 59 years" with the form of what it replaces.
  case age(AgeValue)
  /// A coarser date.
  case date(DateValue)
  /// A date as days since the first of the case.
  case storyTime(StoryTime)
  /// The name of a coarser row: region, province, country, disease group, system, occupation group, people.
  case row(TermRow)
  /// A vaguer wording kept in a row: the columns `<column>.en` and `<column>.fr`.
  case phrase(TermRow, column: String)
  /// Nothing: the words are taken out (superlatives, quotation marks, media).
  case nothing
}

/// What was decided about one finding.
package struct Decision: Hashable, Sendable {
  package let finding: Finding
  /// Number of the fact in the case, from 1; findings of one fact move together. 0 for what belongs to no fact.
  package let fact: Int
  package let action: Action
  /// The level planned on the fact's ladder, 0 as written.
  package let level: Int
  /// Share of the candidates who fit the fact as written, 0...1; `nil` for a direct identifier.
  package let share: Double?
  /// Half-width in dex, before the margin.
  package let halfWidth: Double
  /// Table and row id the share comes from (`age-sex:47`), never words of the case.
  package let shareSource: String
  package let replacement: Replacement?

  package init(
    finding: Finding, fact: Int, action: Action, level: Int, share: Double?, halfWidth: Double, shareSource: String,
    replacement: Replacement?
  ) {
    self.finding = finding
    self.fact = fact
    self.action = action
    self.level = level
    self.share = share
    self.halfWidth = halfWidth
    self.shareSource = shareSource
    self.replacement = replacement
  }
}

/// The decider's answer for a case: what it is as read, and the cheapest change that makes it shareable.
package struct Assessment: Sendable {
  package let verdict: Verdict
  package let reasons: [VerdictReason]
  /// As read.
  package let risk: CaseRisk
  /// With every decision carried out, as the decider reckons it; the text as written is judged again.
  package let planned: CaseRisk?
  /// One per finding, in the findings' order.
  package let decisions: [Decision]
  /// Observations that need an edit or a person.
  package let observations: [Observation]
  /// False when no change within the pins reaches the threshold; then ``infeasibility`` says what would.
  package let isFeasible: Bool
  package let infeasibility: Infeasibility?

  package init(
    verdict: Verdict, reasons: [VerdictReason], risk: CaseRisk, planned: CaseRisk? = nil, decisions: [Decision],
    observations: [Observation], isFeasible: Bool, infeasibility: Infeasibility?
  ) {
    self.verdict = verdict
    self.reasons = reasons
    self.risk = risk
    self.planned = planned
    self.decisions = decisions
    self.observations = observations
    self.isFeasible = isFeasible
    self.infeasibility = infeasibility
  }
}

extension Assessment {
  /// The same, blocked for one more reason.
  package func blocked(by reason: VerdictReason) -> Assessment {
    let all = VerdictReason.allCases.filter { $0 == reason || reasons.contains($0) }
    return Assessment(
      verdict: max(verdict, reason.verdict), reasons: all, risk: risk, planned: planned, decisions: decisions,
      observations: observations, isFeasible: isFeasible, infeasibility: infeasibility)
  }

  /// The same with a person deciding every change.
  package func flagged() -> Assessment {
    deciding { $0.action == .keep ? $0 : $0.told(.flag, replacement: nil, level: 0) }
  }

  /// The same with other decisions, one for each.
  package func deciding(_ change: (Decision) -> Decision) -> Assessment {
    Assessment(
      verdict: verdict, reasons: reasons, risk: risk, planned: planned, decisions: decisions.map(change),
      observations: observations, isFeasible: isFeasible, infeasibility: infeasibility)
  }
}

extension Decision {
  package func told(_ action: Action, replacement: Replacement?, level: Int) -> Decision {
    Decision(
      finding: finding, fact: fact, action: action, level: level, share: share, halfWidth: halfWidth,
      shareSource: shareSource, replacement: replacement)
  }
}

/// The numbers of risk.md D5 for a case that cannot be made to pass with its pins.
package struct Infeasibility: Hashable, Sendable {
  /// The best lower bound that the pins allow.
  package let bestKLow: Double
  /// The pinned kind that is cheapest to release, and the cost then.
  package let release: Kind?
  package let releaseCost: Int?

  package init(bestKLow: Double, release: Kind?, releaseCost: Int?) {
    self.bestKLow = bestKLow
    self.release = release
    self.releaseCost = releaseCost
  }
}
