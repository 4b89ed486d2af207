/// Levels of the facts in the order of ties, four bits each, so that comparing two keys compares level vectors.
struct LevelKey: Hashable, Comparable, Sendable {
  static let slots = 64
  private var words: SIMD4<UInt64> = .zero

  static func < (a: LevelKey, b: LevelKey) -> Bool {
    for word in 0..<4 where a.words[word] != b.words[word] { return a.words[word] < b.words[word] }
    return false
  }

  subscript(slot: Int) -> Int {
    get { Int(words[slot / 16] >> UInt64(60 - slot % 16 * 4) & 15) }
    set {
      let shift = UInt64(60 - slot % 16 * 4)
      words[slot / 16] = words[slot / 16] & ~(15 << shift) | UInt64(newValue & 15) << shift
    }
  }
}

/// Levels chosen for some facts: what they cost and what is left of K.
struct Choice: Hashable, Sendable {
  var cost = 0
  /// Facts not as written.
  var changed = 0
  /// Sum of the shares, milli-dex.
  var share: Int64 = 0
  /// Sum of the squares of the half-widths.
  var variance: Int64 = 0
  var key = LevelKey()

  /// K_low in milli-dex.
  var low: Int64 { share - MilliDex.spread(variance) }

  /// The order of risk.md D3: cost, facts changed, K_low, level vector.
  func isBetter(than other: Choice) -> Bool {
    if cost != other.cost { return cost < other.cost }
    if changed != other.changed { return changed < other.changed }
    if low != other.low { return low > other.low }
    return key < other.key
  }

  func adding(_ step: Choice) -> Choice {
    var sum = self
    sum.cost += step.cost
    sum.changed += step.changed
    sum.share += step.share
    sum.variance += step.variance
    return sum
  }
}

/// The levels one fact may take, when they multiply with everything else.
struct IndependentSteps: Sendable {
  /// Place in the ``LevelKey``; `nil` for a fact without a choice.
  let slot: Int?
  /// Level and what it adds; the last has the largest K.
  let steps: [(level: Int, choice: Choice)]
}
