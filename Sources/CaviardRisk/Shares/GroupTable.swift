/// Ethnicities, languages and religions.
struct GroupTable: Sendable {
  private let reader: TableReader
  private let shares: [Int64]
  private let widths: [Int64]
  let broader: [Int?]

  init(_ reader: TableReader, widths table: HalfWidths) throws(RiskModelError) {
    self.reader = reader
    let given = try reader.shares()
    let width = try reader.halfWidths()
    let kinds = try reader.texts("kind")
    broader = try reader.references("broad", to: reader)
    shares = given.map { $0 ?? -4000 }
    var widths = kinds.indices.map { row in
      reader.trusted(width[row] ?? table(kinds[row], "exact", standard: 400), row: row)
    }
    for (row, broad) in broader.enumerated() {
      guard let broad else { continue }
      guard broad != row else { throw .brokenReference(reader.list, row: row, column: "broad") }
      if shares[broad] < shares[row] { throw .ladderNotMonotone(reader.list, row: row) }
      let whole = Estimate(share: shares[broad], halfWidth: widths[broad], source: "")
      widths[broad] = whole.covering(Estimate(share: shares[row], halfWidth: widths[row], source: "")).halfWidth
    }
    self.widths = widths
  }

  static let unknown = Estimate(share: -4000, halfWidth: 400, source: "groups:unknown")

  var rowCount: Int { shares.count }

  func estimate(_ row: Int) -> Estimate {
    Estimate(share: shares[row], halfWidth: widths[row], source: reader.source(row))
  }
}
