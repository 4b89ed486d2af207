internal import CaviardCase
package import CaviardDictionaries

/// The tables the estimate rests on, checked and converted to milli-dex once.
package struct RiskModel: Sendable {
  let halfWidths: HalfWidths
  let census: AgeSexTable
  let places: PlaceTable
  let placeWords: [Estimate]
  let diagnoses: DiagnosisTable
  let pairs: DiagnosisPairs
  let occupations: OccupationTable
  let groups: GroupTable
  let facts: FactTable
  let procedures: FactTable
  let institutions: InstitutionTable
  /// Patients per relative of the kind (risk.md C7), in milli-dex, by row of `kinship`.
  let multiplicities: [Int64]
  /// Share of the relatives of the kind who have the patient's disease too, in milli-dex, by row of `kinship`.
  let recurrences: [Int64]
  /// Everybody's spread over ages and sexes.
  let everybody: AgeProfile
  /// The lists whose rows have a source.
  private let readers: [DictionaryList: TableReader]

  /// - Throws: the first thing wrong with a table; nothing may be scored then.
  package init(dictionary: CompiledDictionary) throws(RiskModelError) {
    func reader(_ list: DictionaryList) -> TableReader { TableReader(dictionary, list) }
    let placeReader = reader(.places)
    halfWidths = try HalfWidths(reader(.halfWidths))
    census = try AgeSexTable(reader(.ageSex))
    places = try PlaceTable(placeReader)
    diagnoses = try DiagnosisTable(reader(.diagnoses), places: placeReader, widths: halfWidths)
    pairs = try DiagnosisPairs(reader(.diagnosisPairs), diagnoses: reader(.diagnoses), diagnoses)
    occupations = try OccupationTable(reader(.occupations), groups: reader(.occupationGroups), widths: halfWidths)
    groups = try GroupTable(reader(.groups), widths: halfWidths)
    facts = try FactTable(reader(.facts), phraseColumn: "level1", standard: 500)
    procedures = try FactTable(reader(.procedures), phraseColumn: "class", standard: 500)
    institutions = try InstitutionTable(
      reader(.institutions), heads: reader(.institutionHeads), places: placeReader, places)
    placeWords = try Self.placeWords(reader(.placeWords), halfWidths)
    let people = try reader(.kinship).numbers("multiplicity")
    multiplicities = people.map { $0.map { $0 > 0 ? MilliDex.floorLog($0) : 0 } ?? 0 }
    recurrences = try reader(.kinship).shares("recurrence", isRequired: true).map { $0 ?? MilliDex.floorLog(0.01) }
    everybody = AgeProfile(census, onset: nil, female: nil)
    let sourced: [DictionaryList] = [
      .places, .placeWords, .diagnoses, .occupations, .occupationGroups, .groups, .facts, .procedures, .institutions,
      .institutionHeads,
    ]
    readers = Dictionary(uniqueKeysWithValues: sourced.map { ($0, reader($0)) })
  }

  /// Whether the share that a source names (`diagnoses:fabry-disease`) is general knowledge: nobody looked it up.
  func isGeneralKnowledge(_ source: String) -> Bool {
    if let given = source.split(separator: " ").last, given.utf8.count < source.utf8.count {
      return isGeneralKnowledge(String(given))
    }
    let parts = source.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return false }
    // What no list knows counts with its kind's unknown share.
    if parts[1] == "unknown" { return true }
    guard let list = DictionaryList(rawValue: String(parts[0])), let reader = readers[list],
      let row = reader.row(id: String(parts[1]))
    else { return parts[0] == "traits" }
    return reader.isGeneralKnowledge(row)
  }

  /// "a village", "up north": a share, or a population as a part of Canada.
  private static func placeWords(_ reader: TableReader, _ widths: HalfWidths) throws(RiskModelError) -> [Estimate] {
    let shares = try reader.shares()
    let people = try reader.numbers("population")
    let given = try reader.halfWidths()
    return shares.indices.map { row in
      let byPeople = people[row].map { MilliDex.floorLog($0) - MilliDex.floorLog(Double(PlaceTable.canadians)) }
      return Estimate(
        share: shares[row] ?? byPeople ?? MilliDex.floorLog(0.003),
        halfWidth: reader.trusted(given[row] ?? widths("place", "class-word", standard: 400), row: row),
        source: reader.source(row))
    }
  }
}
