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
  /// more is removed than needed, never less.
  static func solve(_ joint: [Choice], _ independent: [IndependentSteps], atLeast threshold: Int64) -> Choice? {
    var choices = joint
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
      let steps = choices.count > limit ? [last] : fact.steps
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
    return answer
  }
}
