import Testing

@testable import CaviardRisk

/// A small random source with a fixed seed: the same problems on every machine.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite("The optimiser")
struct LeastChangeTests {
  struct Problem {
    var joint: [Choice]
    var independent: [IndependentSteps]
  }

  private func problem(_ numbers: inout SeededNumbers) -> Problem {
    let facts = Int.random(in: 1...6, using: &numbers)
    var independent: [IndependentSteps] = []
    for slot in 0..<facts {
      let levels = Int.random(in: 1...5, using: &numbers)
      var steps: [(level: Int, choice: Choice)] = []
      var share = -Int64.random(in: 0...3000, using: &numbers)
      var variance = Int64.random(in: 0...600, using: &numbers)
      variance *= variance
      var cost = 0
      for level in 0..<levels {
        var choice = Choice()
        choice.cost = cost
        choice.changed = level > 0 ? 1 : 0
        choice.share = level == levels - 1 && levels > 1 ? 0 : share
        choice.variance = level == levels - 1 && levels > 1 ? 0 : variance
        steps.append((level, choice))
        // Coarse numbers, so that ties are common.
        cost += Int.random(in: 0...4, using: &numbers)
        share = min(0, share + Int64.random(in: 0...4, using: &numbers) * 300)
        variance = variance * Int64.random(in: 0...3, using: &numbers) / 3
      }
      independent.append(IndependentSteps(slot: slot, steps: steps))
    }
    var joint: [Choice] = []
    for level in 0..<Int.random(in: 1...8, using: &numbers) {
      var choice = Choice()
      choice.cost = Int.random(in: 0...6, using: &numbers)
      choice.changed = level > 0 ? 1 : 0
      choice.share = Int64.random(in: 5...21, using: &numbers) * 300
      choice.variance = Int64.random(in: 0...4, using: &numbers) * 40_000
      choice.key[10] = level
      joint.append(choice)
    }
    return Problem(joint: joint, independent: independent)
  }

  private func bruteForce(_ problem: Problem, atLeast threshold: Int64) -> Choice? {
    var all = problem.joint
    for fact in problem.independent {
      all = all.flatMap { choice in
        fact.steps.map { step in
          var sum = choice.adding(step.choice)
          if let slot = fact.slot { sum.key[slot] = step.level }
          return sum
        }
      }
    }
    var best: Choice?
    for choice in all where choice.low >= threshold {
      if best.map({ choice.isBetter(than: $0) }) ?? true { best = choice }
    }
    return best
  }

  @Test("agrees with trying everything on 1000 random problems, ties included")
  func bruteForceAgrees() throws {
    var numbers = SeededNumbers(seed: 20_261_124)
    var solved = 0
    for round in 0..<1000 {
      let problem = problem(&numbers)
      let expected = bruteForce(problem, atLeast: 1046)
      let solution = LeastChange.solve(problem.joint, problem.independent, atLeast: 1046)
      #expect(solution?.isExact ?? true)
      let bound = LeastChange.lowerBound(problem.joint, problem.independent, atLeast: 1046)
      if let expected { #expect(try #require(bound) <= expected.cost, "round \(round)") }
      let found = solution?.choice
      if expected != nil { solved += 1 }
      #expect(found?.cost == expected?.cost, "round \(round)")
      #expect(found?.changed == expected?.changed, "round \(round)")
      #expect(found?.low == expected?.low, "round \(round)")
      #expect(found?.key == expected?.key, "round \(round)")
    }
    #expect(solved > 600)
  }

  @Test("a level key compares as its vector of levels")
  func keys() {
    var a = LevelKey()
    var b = LevelKey()
    a[0] = 1
    b[1] = 15
    #expect(b < a)
    #expect(a[0] == 1)
    b[0] = 1
    #expect(a < b)
    b[40] = 7
    #expect(b[40] == 7)
    #expect(b[1] == 15)
  }
}
