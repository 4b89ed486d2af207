/// Family facts, events, superlatives, traits, legal statuses; and procedures, which have the same ladder.
struct FactTable: Sendable {
  private let reader: TableReader
  private let shares: [Int64?]
  private let widths: [Int64]
  private let vagueShares: [Int64?]
  private let reviews: [Bool]
  /// Name of the columns that hold the vaguer wording, without `.en` and `.fr`.
  let phraseColumn: String

  /// - Parameters:
  ///   - phraseColumn: `level1` for facts, `class` for procedures.
  ///   - standard: half-width where the row gives none, milli-dex.
  init(_ reader: TableReader, phraseColumn: String, standard: Int64) throws(RiskModelError) {
    self.reader = reader
    self.phraseColumn = phraseColumn
    shares = try reader.shares(isRequired: true)
    widths = try reader.halfWidths().enumerated().map { reader.trusted($1 ?? standard, row: $0) }
    reviews = try reader.texts("review").map { $0 == "yes" }
    let english = try reader.texts("\(phraseColumn).en")
    let french = try reader.texts("\(phraseColumn).fr")
    let given = try reader.shares("\(phraseColumn).share")
    var vague: [Int64?] = []
    for row in given.indices {
      // Without words in both languages, or without a share, the vaguer step cannot be written or counted.
      guard let share = given[row], !english[row].isEmpty, !french[row].isEmpty else {
        vague.append(nil)
        continue
      }
      if let exact = shares[row], share < exact { throw .ladderNotMonotone(reader.list, row: row) }
      vague.append(share)
    }
    vagueShares = vague
  }

  var rowCount: Int { shares.count }
  func needsReview(_ row: Int) -> Bool { reviews[row] }

  func estimate(_ row: Int, unknown: Int64) -> Estimate {
    Estimate(share: shares[row] ?? unknown, halfWidth: widths[row], source: reader.source(row))
  }

  func vagueEstimate(_ row: Int) -> Estimate? {
    vagueShares[row].map { Estimate(share: $0, halfWidth: widths[row], source: reader.source(row)) }
  }
}
