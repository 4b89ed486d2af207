internal import CaviardCase

/// Capitalised words, initials and particles that stand together: what may be one name.
struct NameRun {
  var tokens: Range<Int>
  var score = 0.0
  var clues: [NameClue] = []

  init(_ tokens: Range<Int>) { self.tokens = tokens }

  mutating func add(_ clue: NameClue, _ weights: NameWeights) {
    score += weights[clue]
    clues.append(clue)
  }

  /// 0...1
  var confidence: Double { 1 / (1 + exponential(-score)) }
}

/// e^x by a series, so that the core needs no Foundation; exact to 1e-9 in -30...30.
func exponential(_ x: Double) -> Double {
  let clamped = max(-30, min(30, x))
  let halved = clamped / 64
  var term = 1.0
  var sum = 1.0
  for step in 1...14 {
    term *= halved / Double(step)
    sum += term
  }
  var result = sum
  for _ in 0..<6 { result *= result }
  return result
}
