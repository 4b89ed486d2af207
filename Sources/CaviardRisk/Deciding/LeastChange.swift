/// The cheapest levels that pass: exact, in whole numbers, the same everywhere (risk.md D).
struct LeastChange: Sendable {
  /// Sets larger than this are not followed; see ``solve(_:_:atLeast:)``.
  static let limit = 20_000

  /// The best choice whose K_low is not below `threshold`, or `nil` when there is none.
  ///
  /// - Parameters:
  ///   - joint: every choice for the facts whose shares depend on one another.
  ///   - independent: the other facts; the last step of each leaves the largest K_low.
  ///
  /// Exact as long as no set outgrows ``limit``. If one does, the facts still to come are taken at their last step:
  /// more is removed than needed, never less; ``lowerBound(_:_:atLeast:)`` then says how much more at most.
  ///
  /// Time: facts × levels × n log n, n the size of the largest set; n is bounded by costs × the width of the Pareto set.
  static func solve(
    _ joint: [Choice], _ independent: [IndependentSteps], atLeast threshold: Int64
  ) -> (choice: Choice, isExact: Bool)? {
    var choices = joint
    var isExact = true
    // Facts without a choice first: then whoever fails the test with the rest at their last steps fails for good.
    let ordered = independent.filter { $0.steps.count == 1 } + independent.filter { $0.steps.count > 1 }
    var rest = ordered.reduce(into: Choice()) { sum, fact in
      if let last = fact.steps.last { sum = sum.adding(last.choice) }
    }
    var best: Int?
    func prune() {
      choices.removeAll { choice in
        let whole = choice.adding(rest)
        guard whole.low >= threshold else { return true }
        best = min(best ?? whole.cost, whole.cost)
        return false
      }
      if let best { choices.removeAll { $0.cost > best } }
      ParetoSet.reduce(&choices)
    }
    prune()
    for fact in ordered {
      guard let last = fact.steps.last else { continue }
      rest.cost -= last.choice.cost
      rest.changed -= last.choice.changed
      rest.share -= last.choice.share
      rest.variance -= last.choice.variance
      let isTooLarge = choices.count > limit && fact.steps.count > 1
      if isTooLarge { isExact = false }
      let steps = isTooLarge ? [last] : fact.steps
      var next: [Choice] = []
      next.reserveCapacity(choices.count * steps.count)
      for choice in choices {
        for step in steps {
          var sum = choice.adding(step.choice)
          if let slot = fact.slot { sum.key[slot] = step.level }
          next.append(sum)
        }
      }
      choices = next
      prune()
    }
    var answer: Choice?
    for choice in choices where answer.map({ choice.isBetter(than: $0) }) ?? true { answer = choice }
    return answer.map { ($0, isExact) }
  }

  /// A cost below which nothing passes, or `nil` when nothing passes at all: the cheapest choice if there were no doubt.
  ///
  /// Without the half-widths a choice is told by its cost and share alone, so the sets stay as small as there are costs.
  static func lowerBound(_ joint: [Choice], _ independent: [IndependentSteps], atLeast threshold: Int64) -> Int? {
    var stairs = stair(joint.map { ($0.cost, $0.share) })
    for fact in independent {
      stairs = stair(
        stairs.flatMap { step in fact.steps.map { (step.cost + $0.choice.cost, step.share + $0.choice.share) } })
    }
    return stairs.first { $0.share >= threshold }?.cost
  }

  /// Costs rising, shares rising: what costs more and leaves no more is dropped.
  private static func stair(_ pairs: [(cost: Int, share: Int64)]) -> [(cost: Int, share: Int64)] {
    var kept: [(cost: Int, share: Int64)] = []
    for pair in pairs.sorted(by: { ($0.cost, $1.share) < ($1.cost, $0.share) })
    where kept.last.map({ pair.share > $0.share }) ?? true {
      kept.append(pair)
    }
    return kept
  }
}
