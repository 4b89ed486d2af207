internal import CaviardCase

/// The cheapest plan of two problems: dates that climb each on its own, and dates that are all counted from the first.
///
/// Exact where both are: every plan belongs to one of the two. In the second every date is at its last step, so it has
/// no more choices than the first.
struct TimelinePlanner: Sendable {
  let planner: Planner
  /// The dates as days of the story, where that step is open.
  let timeline: Timeline?

  struct Answer: Sendable {
    let plan: Planner.Plan
    /// What is written instead of the dates, when they are counted from the first.
    let timeline: Timeline?
  }

  func answer(within limits: [ClosedRange<Int>]) -> Answer? {
    guard let timeline else { return planner.plan(within: limits).map { Answer(plan: $0, timeline: nil) } }
    var apart = planner
    apart.lastCosts = timeline.lastCosts(Timeline.orderOnlyCost)
    var together = planner
    together.lastCosts = timeline.lastCosts(Timeline.cost)
    let narrowed = timeline.limits(limits)
    let calendar = apart.plan(within: limits)
    let least = together.cost(narrowed.map(\.lowerBound))
    if let calendar, calendar.cost < least { return Answer(plan: calendar, timeline: nil) }
    guard let story = together.plan(within: narrowed) else {
      return calendar.map { Answer(plan: $0, timeline: nil) }
    }
    guard let calendar else { return Answer(plan: story, timeline: timeline) }
    // Nothing costs less than the smaller of the two bounds.
    let bound = min(calendar.cost - calendar.gap, story.cost - story.gap)
    let isStory = rank(story).isBetter(than: rank(calendar)) || rank(story) == rank(calendar)
    let best = isStory ? story : calendar
    return Answer(
      plan: Planner.Plan(levels: best.levels, cost: best.cost, gap: best.cost - bound),
      timeline: isStory ? timeline : nil)
  }

  /// What a plan is compared by: of equals the one that keeps the story's days is taken.
  private func rank(_ plan: Planner.Plan) -> Choice {
    var choice = Choice()
    choice.cost = plan.cost
    choice.changed = plan.levels.count { $0 > 0 }
    choice.share = planner.score.low(plan.levels)
    return choice
  }
}

extension Timeline {
  func lastCosts(_ points: Int) -> [Int: Int] { Dictionary(uniqueKeysWithValues: members.map { ($0, points) }) }
}
