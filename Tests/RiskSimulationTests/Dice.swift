import Foundation

/// Seeded random numbers (SplitMix64) and the distributions of the synthetic world (risk.md E1).
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// 0..<1
  mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// 0..<count
  mutating func index(_ count: Int) -> Int { Int(next() % UInt64(count)) }

  mutating func normal() -> Double {
    let radius = (-2 * log(max(uniform(), 1e-300))).squareRoot()
    return radius * cos(2 * Double.pi * uniform())
  }

  mutating func logNormal(_ sigma: Double) -> Double { exp(sigma * normal()) }

  /// Beta(shape, shape) by the sum of exponentials; `shape` is a whole number.
  mutating func beta(_ shape: Int) -> Double {
    var (a, b) = (0.0, 0.0)
    for _ in 0..<shape {
      a -= log(max(uniform(), 1e-300))
      b -= log(max(uniform(), 1e-300))
    }
    return a / (a + b)
  }

  /// How many of many succeed when `mean` are expected.
  mutating func poisson(_ mean: Double) -> Int {
    if mean > 200 { return max(0, Int((mean + mean.squareRoot() * normal()).rounded())) }
    let limit = exp(-mean)
    var product = uniform()
    var count = 0
    while product > limit {
      product *= uniform()
      count += 1
    }
    return count
  }
}

/// Draws indices by weight: a cumulative table and a binary search.
struct Urn {
  private var sums: [Double] = []

  init(_ weights: [Double]) {
    var sum = 0.0
    for weight in weights {
      sum += weight
      sums.append(sum)
    }
  }

  func draw(_ dice: inout Dice) -> Int {
    let target = dice.uniform() * (sums.last ?? 0)
    var low = 0
    var high = sums.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] <= target { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
