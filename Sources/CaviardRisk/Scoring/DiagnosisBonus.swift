internal import CaviardCase

/// How much commoner the diagnoses of one patient are together than their product says, for every choice of levels.
///
/// The rarest comes first; each other counts with the larger of its own share and its share among those who have one of the
/// earlier ones. A coarser choice never fits fewer people (closure, risk.md C4.5): where the shares of the pairs would have it
/// so, the finer choice gets less.
struct DiagnosisBonus: Sendable {
  /// How explanations name the factor.
  static let source = DictionaryList.diagnosisPairs.rawValue

  /// Milli-dex, by place of the levels; empty when no two of the diagnoses go together.
  private let bonuses: [Int64]
  private let sizes: [Int]

  init(_ ladders: [Ladder], pairs: DiagnosisPairs) {
    let rows = ladders.map { ladder in ladder.levels.map { $0.row(in: .diagnoses) } }
    sizes = ladders.map(\.levels.count)
    guard ladders.count > 1, rows.contains(where: { $0.contains { $0.map(pairs.mayDepend) ?? false } }) else {
      bonuses = []
      return
    }
    let cells = sizes.reduce(1, *)
    var bonuses = [Int64](repeating: 0, count: cells)
    var known = Together(pairs: pairs)
    for cell in (0..<cells).reversed() {
      let levels = Self.levels(cell, sizes)
      let shares = levels.indices.map { ladders[$0].levels[levels[$0]].estimate.share }
      let sum = shares.reduce(0, +)
      var bonus = Self.star(levels.indices.map { rows[$0][levels[$0]] }, shares, &known) - sum
      var stride = 1
      for (index, level) in levels.enumerated() {
        if level + 1 < sizes[index] {
          let coarser = sum - shares[index] + ladders[index].levels[level + 1].estimate.share
          bonus = min(bonus, coarser + bonuses[cell + stride] - sum)
        }
        stride *= sizes[index]
      }
      bonuses[cell] = max(0, bonus)
    }
    self.bonuses = bonuses
  }

  /// Milli-dex to add to the sum of the shares; `levels` in the order of the ladders.
  func bonus(_ levels: some Sequence<Int>) -> Int64 {
    guard !bonuses.isEmpty else { return 0 }
    var cell = 0
    var stride = 1
    for (size, level) in zip(sizes, levels) {
      cell += level * stride
      stride *= size
    }
    return bonuses[cell]
  }

  private static func levels(_ cell: Int, _ sizes: [Int]) -> [Int] {
    var rest = cell
    return sizes.map { size in
      defer { rest /= size }
      return rest % size
    }
  }

  /// What the list says of two rows, asked once.
  private struct Together {
    let pairs: DiagnosisPairs
    private var known: [Int: [Int: Int64?]] = [:]

    init(pairs: DiagnosisPairs) { self.pairs = pairs }

    mutating func share(of then: Int, given: Int) -> Int64? {
      if let share = known[then]?[given] { return share }
      let share = pairs.share(of: then, given: given)
      known[then, default: [:]][given] = .some(share)
      return share
    }
  }

  private static func star(_ rows: [Int?], _ shares: [Int64], _ together: inout Together) -> Int64 {
    let order = shares.indices.sorted { (shares[$0], $0) < (shares[$1], $1) }
    var sum: Int64 = 0
    for (position, index) in order.enumerated() {
      var share = shares[index]
      if let row = rows[index] {
        for given in order[..<position].compactMap({ rows[$0] }) {
          share = max(share, together.share(of: row, given: given) ?? share)
        }
      }
      sum += share
    }
    return sum
  }
}
