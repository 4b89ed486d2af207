/// Institutions and how many people each serves.
struct InstitutionTable: Sendable {
  private let reader: TableReader
  private let headReader: TableReader
  private let catchments: [Int64]
  private let headCatchments: [Int64]

  /// A rural hospital or nursing station: what an unlisted institution is taken for (risk.md B2).
  static let unknownCatchment: Int64 = 5_000

  init(_ reader: TableReader, heads: TableReader, places: TableReader, _ table: PlaceTable) throws(RiskModelError) {
    self.reader = reader
    headReader = heads
    let headClasses = try heads.texts("class")
    let headPeople = try heads.numbers("catchment")
    headCatchments = headPeople.map { Self.people($0) ?? Self.unknownCatchment }
    var byClass: [String: Int64] = [:]
    for (row, name) in headClasses.enumerated() where !name.isEmpty {
      byClass[name] = max(byClass[name] ?? 0, headCatchments[row])
    }
    let classes = try reader.texts("class")
    let people = try reader.numbers("catchment")
    let towns = try reader.texts("place")
    catchments = people.indices.map { row in
      Self.people(people[row]) ?? byClass[classes[row]] ?? places.row(id: towns[row]).map { table.population($0) }
        ?? Self.unknownCatchment
    }
  }

  private static func people(_ number: Double?) -> Int64? {
    number.flatMap { $0 >= 1 ? Int64(min($0, 1e10)) : nil }
  }

  var rowCount: Int { catchments.count }
  var headCount: Int { headCatchments.count }
  func catchment(_ row: Int) -> Int64 { catchments[row] }
  func headCatchment(_ row: Int) -> Int64 { headCatchments[row] }
  func source(_ row: Int) -> String { reader.source(row) }
  func headSource(_ row: Int) -> String { headReader.source(row) }
}
