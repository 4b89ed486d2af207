internal import CaviardCase

/// Places, their populations and what they lie in.
struct PlaceTable: Sendable {
  /// How coarse a place is; a ladder only climbs.
  enum Tier: Int, Comparable, Sendable {
    case locality
    case region
    case province
    case country
    case continent

    static func < (a: Tier, b: Tier) -> Bool { a.rawValue < b.rawValue }
  }

  static let canadians: Int64 = 36_991_981

  private let reader: TableReader
  private let tiers: [Tier]
  private let populations: [Int64]
  private let parents: [Int?]
  private let canada: Int?

  init(_ reader: TableReader) throws(RiskModelError) {
    self.reader = reader
    let kinds = try reader.texts("kind", isRequired: true)
    let people = try reader.numbers("population", isRequired: true)
    parents = try reader.references("parent", to: reader)
    canada = reader.row(id: "canada") ?? reader.row(id: "ca")
    var tiers: [Tier] = []
    var populations: [Int64] = []
    for row in kinds.indices {
      let tier: Tier =
        switch kinds[row] {
        case "continent": .continent
        case "country": .country
        case "province": .province
        case "region": .region
        default: .locality
        }
      tiers.append(tier)
      let known = people[row].flatMap { $0 >= 1 ? Int64(min($0, 1e10)) : nil }
      populations.append(known ?? Self.standardPopulation(kinds[row]))
    }
    self.tiers = tiers
    self.populations = populations
  }

  /// People of a place whose population no list gives (risk.md B2).
  private static func standardPopulation(_ kind: String) -> Int64 {
    switch kind {
    case "village", "hamlet", "first-nation", "reserve", "island", "feature": 500
    case "town", "neighbourhood": 3_000
    default: 20_000
    }
  }

  var rowCount: Int { tiers.count }
  func tier(_ row: Int) -> Tier { tiers[row] }
  func population(_ row: Int) -> Int64 { row == canada ? Self.canadians : populations[row] }
  func source(_ row: Int) -> String { reader.source(row) }

  /// The place itself and what it lies in, finest first.
  func chain(_ row: Int) throws(RiskError) -> [Int] {
    var chain = [row]
    while let next = parents[chain[chain.count - 1]] {
      guard !chain.contains(next) else { throw .circularPlaces(row: row) }
      chain.append(next)
    }
    return chain
  }

  /// The coarser steps above a place: region, province, country (and continent, outside Canada).
  func steps(above row: Int) throws(RiskError) -> [Int] {
    var steps: [Int] = []
    var tier = tiers[row]
    for next in try chain(row).dropFirst() where tiers[next] > tier && !(next == canada && tier == .country) {
      steps.append(next)
      tier = tiers[next]
    }
    return isDomestic(try chain(row)) ? steps.filter { tiers[$0] < .continent } : steps
  }

  /// False for a place in another country, or another continent.
  func isDomestic(_ chain: [Int]) -> Bool {
    for row in chain {
      if row == canada { return true }
      if tiers[row] >= .country { return false }
    }
    return true
  }
}
