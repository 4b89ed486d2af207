internal import CaviardCase

/// K of a relative for what is said of them (risk.md C7): the case's places and their own facts.
struct RelativeScore: Sendable {
  let id: Int
  private let facts: [Fact]
  private let candidates: Int64
  /// Facts of the relative.
  let own: [Int]

  /// `nil` when nothing but age and sex is said of them.
  init?(id: Int, facts: [Fact], candidates: Int64) {
    let own = facts.indices.filter { facts[$0].owner == .relative(id) }
    guard own.contains(where: { facts[$0].kind != .age && facts[$0].kind != .sex }) else { return nil }
    self.id = id
    self.facts = facts
    self.candidates = candidates
    self.own = own
  }

  func factors(_ levels: [Int]) -> Factors {
    var sum = Factors(share: candidates)
    for (index, fact) in facts.enumerated() where fact.narrowsBase {
      let level = fact.ladder.levels[levels[index]]
      guard let people = level.people else { continue }
      sum.share = min(sum.share, people)
      sum.variance += level.estimate.halfWidth * level.estimate.halfWidth
    }
    for index in own {
      let estimate = facts[index].ladder.levels[levels[index]].estimate
      sum.share += estimate.share
      sum.variance += estimate.variance
    }
    return sum
  }
}
