package import CaviardCase

/// The cases of one run beside each other: which could be one person told twice, and how many stand alone (risk.md C8).
package struct LibraryView: Sendable {
  /// Facts that more cases than this share say nothing of two of them.
  private static let commonLimit = 50
  /// Two cases are compared when fewer people fit what they share than so many times those asked for. A case that passes shares
  /// nothing with another that fewer than those fit, so the limit of risk.md (11 people) would link no two of them.
  private static let sharedTimes = 3.0
  /// Ages of one patient in two write-ups may be so many years apart.
  private static let yearsApart = 2

  private let decider: Decider
  private var traces: [CaseTrace] = []
  /// By trace: the number the caller gave.
  private var numbers: [Int] = []

  package init(_ decider: Decider) { self.decider = decider }

  /// - Parameter trace: of a case that passes by itself; others are told apart from everybody already.
  package mutating func add(_ trace: CaseTrace, number: Int) {
    traces.append(trace)
    numbers.append(number)
  }

  /// Pairs of cases that may be one patient and together tell too much, by the callers' numbers.
  package func links() -> [(Int, Int)] {
    var holders: [CaseTrace.Fact: [Int]] = [:]
    for (index, trace) in traces.enumerated() {
      for fact in trace.facts where Self.tellsApart(fact) { holders[fact, default: []].append(index) }
    }
    var pairs: Set<[Int]> = []
    for cases in holders.values where cases.count > 1 && cases.count <= Self.commonLimit {
      for (position, first) in cases.enumerated() {
        for second in cases[(position + 1)...] { pairs.insert([first, second]) }
      }
    }
    return pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.filter { areLinked(traces[$0[0]], traces[$0[1]]) }
      .map { (numbers[$0[0]], numbers[$0[1]]) }
  }

  /// Cases that say what no other case of the run says: a reader who knows that somebody is in the library finds them.
  package func uniqueCount() -> Int {
    var sizes: [Set<CaseTrace.Fact>: Int] = [:]
    for trace in traces where !trace.facts.isEmpty { sizes[Set(trace.facts), default: 0] += 1 }
    return sizes.values.count { $0 == 1 }
  }

  /// Age and sex alone bring no two cases together.
  private static func tellsApart(_ fact: CaseTrace.Fact) -> Bool { fact.kind != .age && fact.kind != .sex }

  private func areLinked(_ a: CaseTrace, _ b: CaseTrace) -> Bool {
    let (first, second) = (Set(a.facts), Set(b.facts))
    guard first != second, Self.mayBeOne(first, second) else { return false }
    let shared = first.intersection(second)
    let least = max(a.leastPeople, b.leastPeople)
    guard decider.people(Array(shared)).k < Self.sharedTimes * least else { return false }
    return decider.people(Array(first.union(second))).kLow < least
  }

  /// False when the two cannot be one person: another sex, or ages too far apart.
  private static func mayBeOne(_ a: Set<CaseTrace.Fact>, _ b: Set<CaseTrace.Fact>) -> Bool {
    let sexes = Set((Array(a) + Array(b)).compactMap { if case .sex(let sex) = $0.value { sex } else { nil } })
    guard sexes.count < 2 else { return false }
    func ages(_ facts: Set<CaseTrace.Fact>) -> [ClosedRange<Int>] {
      facts.compactMap { fact in
        guard fact.role == .now, case .age(let age) = fact.value else { return nil }
        return age.inYears
      }
    }
    let (first, second) = (ages(a), ages(b))
    return first.isEmpty || second.isEmpty
      || first.contains { age in
        second.contains { $0.overlaps(age.lowerBound - yearsApart...age.upperBound + yearsApart) }
      }
  }
}

extension Decider {
  /// How many people fit some facts of one patient; nobody when they cannot be scored.
  func people(_ facts: [CaseTrace.Fact]) -> (k: Double, kLow: Double) {
    let findings = facts.map { fact in
      Finding(
        span: TextSpan(0, 0), kind: fact.kind, role: fact.role, value: fact.value, confidence: 1, detector: "library")
    }
    do {
      let risk = try risk(of: findings)
      return (risk.k, risk.kLow)
    } catch {
      return (0, 0)
    }
  }
}
