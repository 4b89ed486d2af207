internal import CaviardCase

/// Diagnoses, their groups and their body systems (risk.md C3).
struct DiagnosisTable: Sendable {
  private let reader: TableReader
  private let shares: [Int64]
  private let widths: [Int64]
  let parents: [Int?]
  let systems: [Int?]
  private let course: @Sendable (Int) -> String
  private let sensitive: @Sendable (Int) -> String
  private let founder: @Sendable (Int) -> String
  private let founderCases: @Sendable (Int) -> Double?
  private let female: @Sendable (Int) -> Double?
  private let low: @Sendable (Int) -> Double?
  private let high: @Sendable (Int) -> Double?
  private let limit: @Sendable (Int) -> Double?
  private let places: TableReader
  /// By row: whether it is a group or a system and no disease.
  private let isGroup: [Bool]
  private let mixtures = ProfileCache()

  /// Shares and groups are read at once, since a group holds the sum of its members; the rest when a case needs it.
  init(_ reader: TableReader, places: TableReader, widths table: HalfWidths) throws(RiskModelError) {
    self.reader = reader
    self.places = places
    parents = try reader.references("parent", to: reader)
    systems = try reader.references("system", to: reader)
    course = try reader.text("course")
    sensitive = try reader.text("sensitive")
    founder = try reader.text("founder")
    founderCases = reader.optionalNumber("founder.cases")
    female = try reader.number("female")
    low = try reader.number("onset.low")
    high = try reader.number("onset.high")
    limit = try reader.number("limit.age")
    isGroup = try reader.texts("id", isRequired: true).map { $0.hasPrefix("group-") || $0.hasPrefix("system-") }
    (shares, widths) = try Self.estimates(reader, parents, systems, table)
  }

  var rowCount: Int { shares.count }
  func isAcute(_ row: Int) -> Bool { course(row) == "acute" }

  func isSensitive(_ row: Int) -> Bool {
    guard shares.indices.contains(row) else { return false }
    let mark = sensitive(row)
    return !mark.isEmpty && mark != "no" && mark != "0"
  }

  /// Row of `places` where a founder disease is at home.
  func founder(_ row: Int) -> Int? { places.row(id: founder(row)) }

  /// Share of the people of a founder disease's home, from the cases counted there (`founder.cases`).
  ///
  /// Without a count it is thirty times the country's share at most, never more than one in 500 nor than all cases of
  /// the country: a common disease with a founder effect is not much commoner at home.
  ///
  /// - Parameter people: the home's population.
  func localShare(_ row: Int, people: Int64) -> Int64 {
    let national = shares[row]
    if let cases = founderCases(row), cases >= 1, people > 0 {
      return max(national, MilliDex.floorLog(min(1, cases / Double(people))))
    }
    let home = MilliDex.floorLog(Double(max(1, people))) + 1
    let all = national + MilliDex.floorLog(Double(PlaceTable.canadians)) - home
    return max(national, min(national + 1477, -2699, all))
  }

  /// How the people with a diagnosis spread over ages and sexes; those of a group or system spread as its members do, unless its own
  /// row says how.
  func profile(_ row: Int, _ census: AgeSexTable) -> AgeProfile {
    guard isGroup[row], low(row) == nil, female(row) == nil else { return ownProfile(row, census) }
    return mixtures.profile(row) {
      let members = parents.indices.filter { !isGroup[$0] && isWithin($0, row) }
      guard members.contains(where: { low($0) != nil || female($0) != nil }) else { return ownProfile(row, census) }
      return AgeProfile(mixing: members.map { (ownProfile($0, census), MilliDex.power(shares[$0])) })
    }
  }

  private func ownProfile(_ row: Int, _ census: AgeSexTable) -> AgeProfile {
    let onset = low(row).map {
      AgeProfile.Onset(isAcute: isAcute(row), low: $0, high: high(row), limit: limit(row))
    }
    return AgeProfile(census, onset: onset, female: female(row).map { min(1, max(0, $0)) })
  }

  /// The group and the system of a row.
  func wider(_ row: Int) -> [Int] {
    let system = systems[row] ?? parents[row].flatMap { systems[$0] }
    return [parents[row], system].compactMap(\.self)
  }

  /// Whether the second row is the group or the system of the first.
  func isWithin(_ row: Int, _ group: Int) -> Bool {
    parents[row] == group || (systems[row] ?? parents[row].flatMap { systems[$0] }) == group
  }

  func estimate(_ row: Int) -> Estimate {
    Estimate(share: shares[row], halfWidth: widths[row], source: reader.source(row))
  }

  /// A diagnosis found but not known: the lowest class.
  static let unknown = Estimate(share: -6523, halfWidth: 800, source: "diagnoses:unknown")

  /// Points of Orphanet's classes in milli-dex, their names in `half-widths`, and the half-width where that has none.
  private static let classes: [String: (share: Int64, level: String, width: Int64)] = [
    "common": (MilliDex.floorLog(1e-2), "common-without-figure", 500),
    ">1/1000": (MilliDex.floorLog(3e-3), "more-than-1-in-1000", 500),
    "6-9/10000": (MilliDex.floorLog(7.3e-4), "6-9-in-10000", 200),
    "1-5/10000": (MilliDex.floorLog(2.2e-4), "1-5-in-10000", 400),
    "1-9/100000": (MilliDex.floorLog(3e-5), "1-9-in-100000", 500),
    "1-9/1000000": (MilliDex.floorLog(3e-6), "1-9-in-1000000", 500),
    "<1/1000000": (MilliDex.floorLog(3e-7), "less-than-1-in-1000000", 800),
    "unknown": (MilliDex.floorLog(3e-7), "unknown", 800),
    "": (MilliDex.floorLog(3e-7), "unknown", 800),
  ]

  /// A group holds the sum of its members, at most its own figure, and never less than a member.
  private static func estimates(
    _ reader: TableReader, _ parents: [Int?], _ systems: [Int?], _ table: HalfWidths
  ) throws(RiskModelError) -> ([Int64], [Int64]) {
    let classes = try reader.texts("class", isRequired: true)
    let points = try reader.shares("point")
    let given = try reader.halfWidths()
    let ids = try reader.texts("id", isRequired: true)
    let isSystem = ids.map { $0.hasPrefix("system-") }
    let isGroup = ids.map { $0.hasPrefix("group-") }
    var shares: [Int64] = []
    var widths: [Int64] = []
    for row in classes.indices {
      guard let byClass = Self.classes[classes[row]] else {
        throw .brokenReference(reader.list, row: row, column: "class")
      }
      let standard: Int64 =
        isSystem[row]
        ? table("diagnosis", "system", standard: 500)
        : isGroup[row]
          ? table("diagnosis", "parent-group", standard: 400)
          : points[row] != nil
            ? table("diagnosis", "exact-figure", standard: 150)
            : table("diagnosis", byClass.level, standard: byClass.width)
      shares.append(points[row] ?? byClass.share)
      widths.append(reader.trusted(given[row] ?? standard, row: row))
    }
    var sums = [Double](repeating: 0, count: shares.count)
    var largest = [Int64](repeating: MilliDex.never, count: shares.count)
    for row in classes.indices where !isSystem[row] && !isGroup[row] {
      for group in Set([parents[row], systems[row]].compactMap(\.self)) {
        guard isGroup[group] || isSystem[group] else {
          throw .brokenReference(reader.list, row: row, column: "parent")
        }
        sums[group] += MilliDex.power(shares[row])
        largest[group] = max(largest[group], shares[row])
      }
    }
    for row in classes.indices where isGroup[row] || isSystem[row] {
      let sum = min(0, MilliDex.floorLog(sums[row]))
      let hasOwn = points[row] != nil || !(classes[row].isEmpty || classes[row] == "unknown")
      if sums[row] > 0 {
        shares[row] = max(largest[row], hasOwn ? min(sum, shares[row]) : sum)
      }
    }
    // A system is not smaller than a group whose members it shares.
    for row in classes.indices {
      if let group = parents[row], let system = systems[row] { shares[system] = max(shares[system], shares[group]) }
    }
    cover(&widths, shares, by: parents)
    cover(&widths, shares, by: systems)
    for row in classes.indices {
      if let group = parents[row], let system = systems[row] { cover(&widths, shares, system, group) }
    }
    return (shares, widths)
  }

  /// A group's lower bound is not below a member's.
  private static func cover(_ widths: inout [Int64], _ shares: [Int64], by groups: [Int?]) {
    for (row, group) in groups.enumerated() {
      if let group { cover(&widths, shares, group, row) }
    }
  }

  private static func cover(_ widths: inout [Int64], _ shares: [Int64], _ group: Int, _ row: Int) {
    let member = Estimate(share: shares[row], halfWidth: widths[row], source: "")
    widths[group] = Estimate(share: shares[group], halfWidth: widths[group], source: "").covering(member).halfWidth
  }
}
