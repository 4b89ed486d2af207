/// Occupations, roles and the broad groups they belong to.
struct OccupationTable: Sendable {
  private let reader: TableReader
  private let groupReader: TableReader
  private let shares: [Int64]
  private let widths: [Int64]
  private let groupShares: [Int64]
  private let groupWidths: [Int64]
  private let roles: [Bool]
  let groups: [Int?]
  /// Ages of the people counted, in years; `nil` when the share is of everybody.
  let ages: [ClosedRange<Int>?]

  init(_ reader: TableReader, groups groupReader: TableReader, widths table: HalfWidths) throws(RiskModelError) {
    self.reader = reader
    self.groupReader = groupReader
    let classes = try reader.texts("class", isRequired: true)
    let given = try reader.shares()
    let width = try reader.halfWidths()
    groups = try reader.references("group", to: groupReader)
    let groupGiven = try groupReader.shares(isRequired: true)
    let groupWidth = try groupReader.halfWidths()
    groupShares = groupGiven.map { $0 ?? Self.rare }
    let standardWidth = table("occupation", "group", standard: 400)
    roles = classes.map { $0 == "role" }
    let low = try reader.numbers("age.low")
    let high = try reader.numbers("age.high")
    var shares: [Int64] = []
    var widths: [Int64] = []
    var ages: [ClosedRange<Int>?] = []
    for row in classes.indices {
      var share = given[row] ?? Self.standard(classes[row])
      if let group = groups[row] {
        if let own = given[row], own > groupShares[group] { throw .ladderNotMonotone(reader.list, row: row) }
        share = min(share, groupShares[group])
      }
      shares.append(share)
      let level = roles[row] ? "role" : given[row] == nil ? "class" : "listed"
      widths.append(reader.trusted(width[row] ?? table("occupation", level, standard: 400), row: row))
      if let low = low[row], let high = high[row] {
        guard low <= high, high <= 150 else { throw .invalidNumber(reader.list, row: row, column: "age.high") }
        ages.append(Int(low)...Int(high))
      } else {
        ages.append(nil)
      }
    }
    self.shares = shares
    self.widths = widths
    var covered = groupWidth.indices.map { groupReader.trusted(groupWidth[$0] ?? standardWidth, row: $0) }
    for (row, group) in groups.enumerated() {
      guard let group else { continue }
      let whole = Estimate(share: groupShares[group], halfWidth: covered[group], source: "")
      covered[group] = whole.covering(Estimate(share: shares[row], halfWidth: widths[row], source: "")).halfWidth
    }
    groupWidths = covered
    self.ages = ages
  }

  static let rare: Int64 = -5000
  static let unknown = Estimate(share: rare, halfWidth: 400, source: "occupations:unknown")

  private static func standard(_ name: String) -> Int64 {
    switch name {
    case "common": -2000
    case "known", "provider": -3000
    case "uncommon": -4000
    default: rare
    }
  }

  var rowCount: Int { shares.count }
  var groupCount: Int { groupShares.count }
  func isRole(_ row: Int) -> Bool { roles[row] }

  func estimate(_ row: Int) -> Estimate {
    Estimate(share: shares[row], halfWidth: widths[row], source: reader.source(row))
  }

  func groupEstimate(_ row: Int) -> Estimate {
    Estimate(share: groupShares[row], halfWidth: groupWidths[row], source: groupReader.source(row))
  }
}
