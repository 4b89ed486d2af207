/// Half-widths by kind and level (`half-widths`), with the values of risk.md where the list says nothing.
struct HalfWidths: Sendable {
  private let widths: [String: Int64]

  init(_ reader: TableReader) throws(RiskModelError) {
    let kinds = try reader.texts("kind", isRequired: true)
    let levels = try reader.texts("level", isRequired: true)
    let values = try reader.halfWidths()
    var widths: [String: Int64] = [:]
    for (row, value) in values.enumerated() {
      guard let value else { throw .invalidHalfWidth(reader.list, row: row) }
      widths["\(kinds[row])/\(levels[row])"] = value
    }
    self.widths = widths
  }

  /// - Parameter standard: milli-dex.
  func callAsFunction(_ kind: String, _ level: String, standard: Int64) -> Int64 {
    widths["\(kind)/\(level)"] ?? standard
  }
}
