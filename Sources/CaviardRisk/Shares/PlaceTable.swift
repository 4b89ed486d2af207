internal import CaviardCase
internal import Synchronization

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
  private let kind: @Sendable (Int) -> String
  private let people: @Sendable (Int) -> Double?
  private let parent: @Sendable (Int) -> String
  private let canada: Int?
  private let members: @Sendable (String) -> [Int]
  private let largest = MemberCache()

  /// Rows are read when a case names them: there are too many to check at every start.
  init(_ reader: TableReader) throws(RiskModelError) {
    self.reader = reader
    kind = try reader.text("kind")
    people = try reader.number("population")
    parent = try reader.text("parent")
    members = reader.rows("parent")
    canada = reader.row(id: "canada") ?? reader.row(id: "ca")
  }

  /// People of a place whose population no list gives (risk.md B2).
  private static func standardPopulation(_ kind: String) -> Int64 {
    switch kind {
    case "village", "hamlet", "first-nation", "reserve", "island", "feature": 500
    case "town", "neighbourhood": 3_000
    default: 20_000
    }
  }

  var rowCount: Int { reader.rowCount }

  func trusted(_ width: Int64, row: Int) -> Int64 { reader.trusted(width, row: row) }

  func tier(_ row: Int) -> Tier {
    switch kind(row) {
    case "continent": .continent
    case "country": .country
    case "province": .province
    case "region": .region
    default: .locality
    }
  }

  /// People; what the list does not know, or gives as no number of people, is taken for small.
  func population(_ row: Int) -> Int64 {
    if row == canada { return Self.canadians }
    guard let known = people(row), known >= 1, known.isFinite else { return Self.standardPopulation(kind(row)) }
    return Int64(min(known, 1e10))
  }

  func source(_ row: Int) -> String { reader.source(row) }

  /// The most populous place in a region or province whose population is no general knowledge: the region has at least as many
  /// people.
  func largestCounted(in row: Int) -> Int? {
    largest.member(row) {
      members(reader.id(row)).filter { tier($0) < tier(row) }
        .compactMap { reader.isGeneralKnowledge($0) ? largestCounted(in: $0) : $0 }
        .max { population($0) < population($1) }
    }
  }

  /// The place itself and what it lies in, finest first.
  func chain(_ row: Int) throws(RiskError) -> [Int] {
    var chain = [row]
    while true {
      let id = parent(chain[chain.count - 1])
      guard !id.isEmpty else { return chain }
      guard let next = reader.row(id: id) else { throw .unknownPlaceParent(row: chain[chain.count - 1]) }
      guard !chain.contains(next) else { throw .circularPlaces(row: row) }
      chain.append(next)
    }
  }

  /// The coarser steps above a place: region, province, country (and continent, outside Canada).
  func steps(above row: Int) throws(RiskError) -> [Int] {
    var steps: [Int] = []
    var tier = tier(row)
    for next in try chain(row).dropFirst() where self.tier(next) > tier && !(next == canada && tier == .country) {
      steps.append(next)
      tier = self.tier(next)
    }
    return isDomestic(try chain(row)) ? steps.filter { self.tier($0) < .continent } : steps
  }

  /// False for a place in another country, or another continent.
  func isDomestic(_ chain: [Int]) -> Bool {
    for row in chain {
      if row == canada { return true }
      if tier(row) >= .country { return false }
    }
    return true
  }
}

/// The largest counted place of each region that a case has named.
private final class MemberCache: Sendable {
  private let members = Mutex<[Int: Int?]>([:])

  func member(_ region: Int, find: () -> Int?) -> Int? {
    if let known = members.withLock({ $0[region] }) { return known }
    let found = find()
    members.withLock { $0[region] = .some(found) }
    return found
  }
}
