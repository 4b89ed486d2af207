internal import CaviardCase

/// Chooses a level for every fact of a case: the least change that passes for everybody it is about.
struct Planner: Sendable {
  /// Facts whose level is chosen; of the rest, those cheapest to remove for what they tell are removed.
  static let factLimit = 24
  /// Combinations of shared facts tried, times patients, when a case has several; shared facts beyond are removed.
  static let sharedLimit = 256

  let score: CaseScore
  /// Least K_low, milli-dex.
  let threshold: Int64
  /// Multiplier of the costs, by kind.
  let weights: [Kind: Double]
  /// Points of the last step of facts for which they are not the ladder's.
  var lastCosts: [Int: Int] = [:]

  struct Plan: Hashable, Sendable {
    /// By fact.
    let levels: [Int]
    let cost: Int
    /// At most so much more than the cheapest plan there is; 0 where the plan is proved to be the cheapest.
    var gap = 0
  }

  private var facts: [Fact] { score.facts }

  /// The cheapest plan within the limits (by fact), or `nil` when none passes.
  func plan(within all: [ClosedRange<Int>]) -> Plan? {
    var limits = capped(all)
    let first = all.map(\.lowerBound)
    if score.low(first) >= threshold { return Plan(levels: first, cost: cost(first)) }
    var isExact = limits == all
    var levels = solve(limits, &isExact)
    // A relative's K is nearly always the larger; where it is not, what is said of them goes.
    for relative in score.relatives {
      guard let current = levels, relative.factors(current).low < threshold else { continue }
      for fact in relative.own { limits[fact] = limits[fact].upperBound...limits[fact].upperBound }
      isExact = false
      levels = solve(limits, &isExact)
    }
    guard let levels, score.low(levels) >= threshold else { return nil }
    let total = cost(levels)
    return Plan(levels: levels, cost: total, gap: isExact ? 0 : max(0, total - lowerBound(all)))
  }

  /// No plan within the limits costs less: the largest of the patients' own bounds.
  private func lowerBound(_ limits: [ClosedRange<Int>]) -> Int {
    let counted = Set(facts.indices)
    let slots = slots(limits)
    return score.patients.indices.map { patient in
      [false, true].compactMap { paysYear in
        let problem = problem(score.patients[patient], limits, slots, paysYear, counted)
        return problem.flatMap { LeastChange.lowerBound($0.joint, $0.independent, atLeast: threshold) }
      }.min() ?? 0
    }.max() ?? 0
  }

  func cost(_ levels: [Int]) -> Int { facts.indices.reduce(0) { $0 + cost($1, levels[$1]) } }

  private func cost(_ fact: Int, _ level: Int) -> Int {
    let weight = weights[facts[fact].kind] ?? 1
    let ladder = facts[fact].ladder
    let points = Double(level == ladder.last ? lastCosts[fact] ?? ladder.levels[level].cost : ladder.levels[level].cost)
    return Int((points * (weight.isFinite ? min(max(weight, 0), 1000) : 1)).rounded(.up))
  }

  /// Limits with at most ``factLimit`` facts left to choose.
  private func capped(_ limits: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    let open = limits.indices.filter { limits[$0].count > 1 }
    guard open.count > Self.factLimit else { return limits }
    let joint = Set(score.patients.flatMap(\.jointMembers))
    func worth(_ fact: Int) -> Double {
      let told = Double(1 - facts[fact].ladder.levels[0].estimate.share)
      return (joint.contains(fact) ? 1e9 : 0) + Double(cost(fact, limits[fact].upperBound)) / told
    }
    let worths = open.map { (fact: $0, worth: worth($0)) }
    let ranked = worths.sorted { ($1.worth, $0.fact) < ($0.worth, $1.fact) }
    var limits = limits
    for (fact, _) in ranked.dropFirst(Self.factLimit) {
      limits[fact] = limits[fact].upperBound...limits[fact].upperBound
    }
    return limits
  }

  private func solve(_ limits: [ClosedRange<Int>], _ isExact: inout Bool) -> [Int]? {
    if score.patients.count == 1 {
      return solve(patient: 0, limits, counted: Set(facts.indices), &isExact)?.levels
    }
    return solveShared(limits, &isExact)
  }

  /// Several patients: for every choice of the facts they share, each patient's own facts are chosen apart.
  private func solveShared(_ limits: [ClosedRange<Int>], _ isExact: inout Bool) -> [Int]? {
    var limits = limits
    let shared = facts.indices.filter { index in
      if case .patient = facts[index].owner { return false }
      return true
    }
    var open: [Int] = []
    var combinations = 1
    let most = Self.sharedLimit / score.patients.count
    for fact in shared where limits[fact].count > 1 {
      if combinations * limits[fact].count <= most {
        combinations *= limits[fact].count
        open.append(fact)
      } else {
        limits[fact] = limits[fact].upperBound...limits[fact].upperBound
        isExact = false
      }
    }
    let slots = slots(limits)
    var best: (choice: Choice, levels: [Int])?
    for combination in 0..<combinations {
      var fixed = limits
      var rest = combination
      for fact in open {
        let level = limits[fact].lowerBound + rest % limits[fact].count
        rest /= limits[fact].count
        fixed[fact] = level...level
      }
      guard let levels = solveEach(fixed, shared: Set(shared), &isExact) else { continue }
      var whole = Choice()
      whole.cost = cost(levels)
      whole.changed = levels.count { $0 > 0 }
      whole.share = score.patients.map { $0.factors(levels).low }.min() ?? 0
      for (fact, slot) in slots { whole.key[slot] = levels[fact] }
      if let known = best, !whole.isBetter(than: known.choice) { continue }
      best = (whole, levels)
    }
    return best?.levels
  }

  private func solveEach(
    _ limits: [ClosedRange<Int>], shared: Set<Int>, _ isExact: inout Bool
  ) -> [Int]? {
    var levels = limits.map(\.lowerBound)
    for (index, id) in score.patientIDs.enumerated() {
      let own = Set(facts.indices.filter { facts[$0].owner == .patient(id) })
      guard let solution = solve(patient: index, limits, counted: own, &isExact) else { return nil }
      for fact in own { levels[fact] = solution.levels[fact] }
    }
    return levels
  }

  /// One patient's best levels; only the facts counted cost something.
  private func solve(
    patient: Int, _ limits: [ClosedRange<Int>], counted: Set<Int>, _ isExact: inout Bool
  ) -> (choice: Choice, levels: [Int])? {
    let score = score.patients[patient]
    let slots = slots(limits)
    var best: Choice?
    // Either no year is left, or one is and any more cost nothing further.
    for paysYear in score.hasYears ? [false, true] : [false] {
      guard let problem = problem(score, limits, slots, paysYear, counted),
        let solution = LeastChange.solve(problem.joint, problem.independent, atLeast: threshold)
      else { continue }
      if !solution.isExact { isExact = false }
      if best.map({ solution.choice.isBetter(than: $0) }) ?? true { best = solution.choice }
    }
    guard let best else { return nil }
    var levels = limits.map(\.lowerBound)
    for (fact, slot) in slots { levels[fact] = best.key[slot] }
    return (best, levels)
  }

  /// One patient's choices, priced; `nil` when a fact has no level left.
  private func problem(
    _ score: PatientScore, _ limits: [ClosedRange<Int>], _ slots: [Int: Int], _ paysYear: Bool, _ counted: Set<Int>
  ) -> (joint: [Choice], independent: [IndependentSteps])? {
    func priced(_ fact: Int, _ level: Int, _ factors: Factors) -> Choice {
      var choice = Choice()
      if counted.contains(fact) {
        choice.cost = cost(fact, level)
        choice.changed = level > 0 ? 1 : 0
      }
      choice.share = factors.share
      choice.variance = factors.variance
      return choice
    }
    var independent: [IndependentSteps] = []
    for (position, fact) in score.independent.enumerated() {
      let steps = limits[fact].filter { paysYear || !facts[fact].keepsYear(at: $0) }.map { level in
        (level: level, choice: priced(fact, level, score.step(position, level)))
      }
      independent.append(IndependentSteps(slot: slots[fact], steps: steps))
    }
    guard independent.allSatisfy({ !$0.steps.isEmpty }) else { return nil }
    return (jointChoices(score, limits, slots, paysYear, priced), independent)
  }

  private func jointChoices(
    _ score: PatientScore, _ limits: [ClosedRange<Int>], _ slots: [Int: Int], _ paysYear: Bool,
    _ priced: (Int, Int, Factors) -> Choice
  ) -> [Choice] {
    var choices: [Choice] = []
    var levels = limits.map(\.lowerBound)
    while true {
      let factors = score.joint(score.cell(levels), paysYear: paysYear)
      var choice = Choice()
      choice.share = factors.share
      choice.variance = factors.variance
      for fact in score.jointMembers {
        choice = choice.adding(priced(fact, levels[fact], Factors()))
        if let slot = slots[fact] { choice.key[slot] = levels[fact] }
      }
      choices.append(choice)
      // The next combination of levels, like an odometer.
      var moved = false
      for fact in score.jointMembers {
        if levels[fact] < limits[fact].upperBound {
          levels[fact] += 1
          moved = true
          break
        }
        levels[fact] = limits[fact].lowerBound
      }
      if !moved { return choices }
    }
  }

  /// Places in the key for the facts with a choice, in the order of ties.
  private func slots(_ limits: [ClosedRange<Int>]) -> [Int: Int] {
    let open = limits.indices.filter { limits[$0].count > 1 }
    let ranked = open.sorted { a, b in
      let order = { Fact.tieOrder.firstIndex(of: facts[$0].kind) ?? Fact.tieOrder.count }
      return (order(a), a) < (order(b), b)
    }
    return Dictionary(uniqueKeysWithValues: ranked.prefix(LevelKey.slots).enumerated().map { ($1, $0) })
  }
}
