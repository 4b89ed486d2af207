internal import CaviardCase

/// K of one patient for every choice of levels, as a reader of the text with these levels would reckon it.
///
/// Nothing is borrowed from the finer steps the source had: what passes here passes again when the written text is read.
struct PatientScore: Sendable {
  private let facts: [Fact]
  private let candidates: Int64
  private let block: JointBlock
  private let strides: [Int]
  /// By cell: without a year kept, and with one.
  private let undated: [Factors]
  private let dated: [Factors]
  /// Facts that multiply with everything else.
  let independent: [Int]
  /// By fact of ``independent`` and level.
  private let steps: [[Factors]]

  init(model: RiskModel, facts: [Fact], members: [Int], candidates: Int64) {
    self.facts = facts
    self.candidates = candidates
    let block = JointBlock(model: model, facts: facts, candidates: members)
    self.block = block
    independent = members.filter { !block.members.contains($0) }
    steps = independent.map { Self.steps(facts[$0]) }
    var strides: [Int] = []
    var cells = 1
    for fact in block.members {
      strides.append(cells)
      cells *= facts[fact].ladder.levels.count
    }
    self.strides = strides
    let undated = Self.table(block, facts, strides, cells, candidates, paysYear: false)
    self.undated = undated
    dated =
      members.contains(where: { facts[$0].keepsYear(at: 0) })
      ? Self.table(block, facts, strides, cells, candidates, paysYear: true) : undated
  }

  var jointMembers: [Int] { block.members }
  var hasYears: Bool { independent.contains { facts[$0].keepsYear(at: 0) } }

  /// What a fact leaves at each level on its own.
  private static func steps(_ fact: Fact) -> [Factors] {
    var steps: [Factors] = []
    for level in fact.ladder.levels {
      let share = min(0, level.estimate.share + fact.multiplicity)
      let width = level.content == .removed ? 0 : MilliDex.effective(level.estimate.halfWidth, share: share)
      let own = Factors(share: level.content == .removed ? 0 : share, variance: width * width)
      steps.append(own)
    }
    return steps
  }

  private static func table(
    _ block: JointBlock, _ facts: [Fact], _ strides: [Int], _ cells: Int, _ candidates: Int64, paysYear: Bool
  ) -> [Factors] {
    var table: [Factors] = []
    table.reserveCapacity(cells)
    var levels = Array(repeating: 0, count: facts.count)
    for cell in 0..<cells {
      for (position, fact) in block.members.enumerated() {
        levels[fact] = cell / strides[position] % facts[fact].ladder.levels.count
      }
      table.append(block.factors(levels, candidates: candidates, paysYear: paysYear))
    }
    return table
  }

  func cell(_ levels: [Int]) -> Int {
    var cell = 0
    for (position, fact) in block.members.enumerated() { cell += levels[fact] * strides[position] }
    return cell
  }

  func joint(_ cell: Int, paysYear: Bool) -> Factors { paysYear ? dated[cell] : undated[cell] }
  func step(_ position: Int, _ level: Int) -> Factors { steps[position][level] }

  /// K at given levels (by fact of the case).
  func factors(_ levels: [Int]) -> Factors {
    var sum = joint(cell(levels), paysYear: keepsYear(levels))
    for (position, fact) in independent.enumerated() {
      sum.share += steps[position][levels[fact]].share
      sum.variance += steps[position][levels[fact]].variance
    }
    return sum
  }

  func keepsYear(_ levels: [Int]) -> Bool {
    independent.contains { facts[$0].keepsYear(at: levels[$0]) }
  }

  /// The same with another base, milli-dex: the stranger's Canada.
  func share(_ levels: [Int], candidates other: Int64) -> Int64 {
    let own = block.factors(levels, candidates: other, paysYear: keepsYear(levels)).share
    return own + factors(levels).share - joint(cell(levels), paysYear: keepsYear(levels)).share
  }

  /// Every factor at given levels, in the block's order, then the others.
  func lines(_ levels: [Int]) -> [FactorLine] {
    var lines: [FactorLine] = []
    let years = keepsYear(levels)
    let block = block.factors(levels, candidates: candidates, paysYear: years) { lines.append($0) }
    if years {
      let told = block.share - self.block.factors(levels, candidates: candidates, paysYear: false).share
      if told < 0 { lines.append(FactorLine(fact: nil, share: told, halfWidth: 0, source: "dates:year-of-ten")) }
    }
    for (position, fact) in independent.enumerated() {
      let level = facts[fact].ladder.levels[levels[fact]]
      lines.append(
        FactorLine(
          fact: fact, share: steps[position][levels[fact]].share, halfWidth: level.estimate.halfWidth,
          source: level.estimate.source))
    }
    return lines
  }
}
