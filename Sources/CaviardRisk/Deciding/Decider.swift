package import CaviardCase

/// Findings → facts → K → the cheapest levels that pass → verdict and decisions.
///
/// Pure: one detection, one policy and one set of tables give one assessment, on every machine.
package struct Decider: Sendable {
  private let model: RiskModel
  private let policy: Policy
  /// People before any share, milli-dex.
  /// As the policy states them.
  private let people: Int
  private let candidates: Int64

  package init(model: RiskModel, policy: Policy) {
    self.model = model
    self.policy = policy
    let canada = PlaceTable.canadians
    // A hidden author widens the base only with a reason on record.
    let stated = policy.authorHidden && policy.reason != nil ? Int(canada) : policy.candidates
    people = max(1, min(stated, Int(canada)))
    candidates = MilliDex.floorLog(Double(people))
  }

  /// - Throws: ``RiskError`` when the findings cannot be scored; the case is then a `block`.
  package func assess(_ detection: Detection, text: CaseText) throws(RiskError) -> Assessment {
    let study = try study(detection, text: text)
    let asRead = Array(repeating: 0, count: study.score.facts.count)
    let strangers = MilliDex.floorLog(Double(PlaceTable.canadians))
    let rule = VerdictRule(policy: policy, threshold: study.threshold)
    let reasons = rule.reasons(
      detection, text: text, facts: study.score.facts, factors: study.score.factors(asRead),
      isFeasible: study.isFeasible, isBelowFloor: study.isBelowFloor)
    return Assessment(
      verdict: VerdictRule.verdict(reasons), reasons: reasons,
      risk: study.score.risk(asRead, threshold: study.tau, cost: 0, strangers: strangers, people: people),
      planned: study.score.risk(
        study.plan.levels, threshold: study.tau, cost: study.plan.cost, gap: study.plan.gap, strangers: strangers,
        people: people),
      decisions: decisions(detection, study), observations: detection.observations, isFeasible: study.isFeasible,
      infeasibility: study.infeasibility)
  }

  /// K of some findings as they stand.
  package func risk(of findings: [Finding]) throws(RiskError) -> CaseRisk {
    let builder = LadderBuilder(model: model, candidates: candidates)
    let facts = try FactCollector(builder: builder, pins: []).collect(findings, blocks: [])
    return CaseScore(model: model, facts: facts, candidates: candidates).risk(
      Array(repeating: 0, count: facts.count), threshold: Self.tightened(policy.threshold, to: 0.09), cost: 0,
      strangers: MilliDex.floorLog(Double(PlaceTable.canadians)), people: people)
  }

  /// What the patients of a case are compared by with those of other cases.
  package func trace(_ detection: Detection, _ assessment: Assessment) -> CaseTrace {
    let own = detection.findings.filter { finding in
      finding.identifierClass == .quasi && finding.kind != .superlative
        && (finding.subject.role == .patient || finding.subject.role == .other)
    }
    return CaseTrace(
      facts: Array(Set(own.map { CaseTrace.Fact(kind: $0.kind, role: $0.role, value: $0.value) })),
      leastPeople: 1 / assessment.risk.threshold)
  }

  /// The factors behind the K of a case, for `--explain`.
  package func explain(_ detection: Detection, text: CaseText) throws(RiskError) -> Explanation {
    let study = try study(detection, text: text)
    let asRead = Array(repeating: 0, count: study.score.facts.count)
    return Explanation(score: study.score, asRead: asRead, planned: study.plan.levels)
  }

  private struct Study {
    let score: CaseScore
    let tau: Double
    let threshold: Int64
    let plan: Planner.Plan
    /// The days that are written instead of dates, when the plan counts them from the first.
    let timeline: Timeline?
    /// True when the text as read tells something more finely than the policy's floor.
    let isBelowFloor: Bool
    let isFeasible: Bool
    let infeasibility: Infeasibility?
  }

  private func study(_ detection: Detection, text: CaseText) throws(RiskError) -> Study {
    let builder = LadderBuilder(model: model, candidates: candidates)
    let collector = FactCollector(builder: builder, pins: policy.pins.union(text.pins))
    let facts = try collector.collect(detection.findings, blocks: text.blocks)
    let score = CaseScore(model: model, facts: facts, candidates: candidates)
    let tau = threshold(detection)
    let least = -MilliDex.floorLog(tau)
    let contradicted = Self.contradicted(detection)
    let floors = facts.map { policyFloor($0) }
    let limits = facts.indices.map { index in
      let fact = facts[index]
      let mustGo = contradicted.contains(fact.kind) && fact.role == .now && !fact.isRelative
      let least = max(mustGo ? fact.allowed.upperBound : fact.allowed.lowerBound, floors[index])
      return least...max(least, fact.allowed.upperBound)
    }
    let planner = TimelinePlanner(
      planner: Planner(score: score, threshold: least, weights: policy.costs),
      timeline: mayCountDays
        ? Timeline(facts, within: limits, findings: detection.findings, text: text) : nil)
    let isBelowFloor = floors.contains { $0 > 0 }
    // A text with nothing to find passes, however few the candidates.
    let nothing = TimelinePlanner.Answer(plan: Planner.Plan(levels: [], cost: 0), timeline: nil)
    if let answer = facts.isEmpty ? nothing : planner.answer(within: limits) {
      return Study(
        score: score, tau: tau, threshold: least, plan: answer.plan, timeline: answer.timeline,
        isBelowFloor: isBelowFloor, isFeasible: true, infeasibility: nil)
    }
    let last = limits.map(\.upperBound)
    let release = cheapestRelease(planner, limits, detection, text)
    return Study(
      score: score, tau: tau, threshold: least, plan: Planner.Plan(levels: last, cost: planner.planner.cost(last)),
      timeline: nil, isBelowFloor: isBelowFloor, isFeasible: false,
      infeasibility: Infeasibility(
        bestKLow: MilliDex.power(score.low(last)), release: release?.kind, releaseCost: release?.cost))
  }

  /// False where the policy wants every date gone.
  private var mayCountDays: Bool { !policy.isStrict && policy.floors[.date] != .removed }

  /// The first step of a fact's ladder that the policy by itself allows.
  private func policyFloor(_ fact: Fact) -> Int {
    if policy.isStrict { return fact.allowed.upperBound }
    return policy.floors[fact.kind].map { FloorRule(places: model.places).level($0, on: fact.ladder) } ?? 0
  }

  /// Kinds of which two statements exclude each other: nobody knows which is right, so none of them stays.
  private static func contradicted(_ detection: Detection) -> Set<Kind> {
    Set(
      detection.observations.compactMap { observation in
        if case .contradiction(let kind) = observation { kind } else { nil }
      })
  }

  /// The pinned kind whose release costs least, with the cost of the plan then.
  private func cheapestRelease(
    _ planner: TimelinePlanner, _ limits: [ClosedRange<Int>], _ detection: Detection, _ text: CaseText
  ) -> (kind: Kind, cost: Int)? {
    let facts = planner.planner.score.facts
    var best: (kind: Kind, cost: Int)?
    for kind in Set(facts.filter(\.isPinned).map(\.kind)).sorted() {
      let freed = facts.indices.map { index in
        facts[index].kind == kind ? facts[index].ladder.floor...facts[index].ladder.last : limits[index]
      }
      let timeline =
        mayCountDays ? Timeline(facts, within: freed, findings: detection.findings, text: text) : nil
      let free = TimelinePlanner(planner: planner.planner, timeline: timeline)
      guard let plan = free.answer(within: freed)?.plan else { continue }
      if best.map({ plan.cost < $0.cost }) ?? true { best = (kind, plan.cost) }
    }
    return best
  }

  /// Tau: the policy's, never above 0.09 (risk.md D2), and the stricter one for sensitive topics (F3).
  private func threshold(_ detection: Detection) -> Double {
    let isSensitive =
      detection.observations.contains { observation in
        if case .sensitiveTopic = observation { return true }
        return false
      }
      || detection.findings.contains { finding in
        guard finding.kind == .diagnosis, case .row(let term) = finding.value, term.list == .diagnoses else {
          return false
        }
        return model.diagnoses.isSensitive(term.row)
      }
    let usual = Self.tightened(policy.threshold, to: 0.09)
    return isSensitive ? min(usual, Self.tightened(policy.sensitiveThreshold, to: 0.05)) : usual
  }

  private static func tightened(_ value: Double, to highest: Double) -> Double {
    value.isFinite && value > 0 ? min(value, highest) : highest
  }

  private func decisions(_ detection: Detection, _ study: Study) -> [Decision] {
    let facts = study.score.facts
    var place: [Int: (fact: Int, mention: Fact.Mention)] = [:]
    for (index, fact) in facts.enumerated() {
      for mention in fact.mentions { place[mention.finding] = (index, mention) }
    }
    // A report tells the text as read: shares are those of what is written, levels those of the plan.
    let asRead = Array(repeating: 0, count: facts.count)
    let lines = study.score.patients.reversed().flatMap { $0.lines(asRead) }
    var factors: [Int: FactorLine] = [:]
    for line in lines { if let fact = line.fact { factors[fact] = line } }
    var numbers = PlaceholderNumbers()
    return detection.findings.enumerated().map { index, finding in
      guard let (fact, mention) = place[index] else { return decision(finding, &numbers) }
      let level = study.plan.levels[fact]
      let day = study.timeline?.times[index]
      let writing =
        day.map { Level.Writing.coarser(.storyTime($0)) }
        ?? (level > mention.level ? facts[fact].ladder.levels[level].writing : nil)
      let line = factors[fact]
      let (action, replacement): (Action, Replacement?) =
        switch writing {
        case nil: (.keep, nil)
        case .coarser(let coarser)?: (.generalise, coarser)
        case .placeholder?:
          (.redact, .placeholder(finding.kind, number: numbers.number(finding.kind, ofFact: fact)))
        case .nothing?: (.redact, .nothing)
        }
      return Decision(
        finding: finding, fact: fact + 1, action: action, level: level,
        share: MilliDex.power(line?.share ?? 0), halfWidth: Double(line?.halfWidth ?? 0) / 1000,
        shareSource: line?.source ?? "", replacement: replacement)
    }
  }

  /// What belongs to no fact: direct identifiers, media, possible names, and what is said of clinicians.
  private func decision(_ finding: Finding, _ numbers: inout PlaceholderNumbers) -> Decision {
    func placeholder() -> Replacement {
      .placeholder(finding.kind, number: numbers.number(finding.kind, of: finding.value))
    }
    let (action, replacement): (Action, Replacement?) =
      switch finding.identifierClass {
      case .direct, .unknown: (.redact, placeholder())
      case .quasi: (.keep, nil)
      case .media:
        switch policy.media {
        case .placeholder: (.redact, placeholder())
        case .drop: (.redact, .nothing)
        case .keep: (.flag, nil)
        }
      }
    return Decision(
      finding: finding, fact: 0, action: action, level: 0, share: nil, halfWidth: 0, shareSource: "",
      replacement: replacement)
  }
}
