internal import CaviardCase
internal import CaviardTokenizing

/// A list `diagnoses` made of Orphanet's files: `terms.tsv` and its `SOURCE.md`.
package struct OrphadataRows: Sendable {
  private static let columns = [
    "id:text", "terms:terms", "terms.en:terms", "terms.fr:terms", "class:text", "point:number", "halfwidth:number",
    "course:text", "onset.low:number", "onset.high:number", "name.en:text", "name.fr:text", "source:text",
  ]
  /// Words of the longest name taken.
  private static let longestName = 20

  package private(set) var disorders = 0
  package private(set) var names = 0
  package private(set) var withPrevalence = 0
  package private(set) var withOnset = 0
  package private(set) var joined = 0
  package private(set) var leftOut = 0
  private let files: [OrphadataFile]
  private var rows: [String: Row] = [:]
  private let tokenizer = Tokenizer()

  private struct Row {
    var exact: [String] = []
    var names: [Language: [String]] = [:]
    var preferred: [Language: String] = [:]
    var prevalence: OrphadataPrevalence?
    var onset: ClosedRange<Int>?
    var isNew: Bool
  }

  init(_ all: [OrphadataDisorder], files: [OrphadataFile], known: KnownDiagnoses?) {
    self.files = files
    for disorder in all {
      guard !disorder.isLeftOut else {
        leftOut += 1
        continue
      }
      add(disorder, known: known)
    }
  }

  private mutating func add(_ disorder: OrphadataDisorder, known: KnownDiagnoses?) {
    let ownID = "orpha-\(disorder.code)"
    let languages: [Language] = [.english, .french]
    let base =
      known?.row(id: ownID)
      ?? languages.lazy.flatMap { disorder.names[$0] ?? [] }.compactMap { known?.row(named: $0) }.first
    let id = base?.id ?? ownID
    var row = rows[id] ?? Row(isNew: base == nil)
    for language in languages {
      for name in (disorder.names[language] ?? []).map(Self.cleaned) {
        take(name, language, into: &row)
        if row.preferred[language] == nil { row.preferred[language] = name }
      }
    }
    if base?.keepsPrevalence != true, row.prevalence == nil, let best = OrphadataPrevalence.best(disorder.prevalences),
      best.point != nil || base?.hasPoint != true
    {
      row.prevalence = best
    }
    if base?.hasOnset != true { row.onset = row.onset ?? disorder.onset }
    let hasTerm = !row.exact.isEmpty || row.names.values.contains { !$0.isEmpty }
    // Only a row of the base can do without a name.
    guard hasTerm || base != nil else {
      leftOut += 1
      return
    }
    disorders += 1
    if base != nil { joined += 1 }
    if row.prevalence != nil { withPrevalence += 1 }
    if row.onset != nil { withOnset += 1 }
    rows[id] = row
  }

  private mutating func take(_ name: String, _ language: Language, into row: inout Row) {
    let tokens = tokenizer.tokenize(Array(name.utf8))
    guard (1...Self.longestName).contains(tokens.count) else { return }
    if tokens.count == 1 {
      // Two capitals are too many things at once.
      guard name.unicodeScalars.count > 2 else { return }
      if Self.isAcronym(name) {
        if !row.exact.contains(name) {
          row.exact.append(name)
          names += 1
        }
        return
      }
    }
    if row.names[language]?.contains(name) == true { return }
    row.names[language, default: []].append(name)
    names += 1
  }

  /// "ECD", "MEN1".
  private static func isAcronym(_ name: String) -> Bool {
    name.unicodeScalars.count <= 8
      && name.unicodeScalars.count { $0.properties.isUppercase } * 2 > name.unicodeScalars.count
  }

  /// What a cell cannot hold, and a sign that a cell reads as its own.
  private static func cleaned(_ name: String) -> String {
    let plain = name.replacing("|", with: " ").drop { $0 == "=" }
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension OrphadataRows {
  package func terms() -> [UInt8] {
    let source = sourceName
    let lines = rows.map { id, row in line(id, row, source) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let head = [
      "# list: diagnoses", "# source: \(source)",
      "# licence: CC BY 4.0 (Orphadata, Orphanet, © INSERM)",
      "# retrieved: \(files.compactMap(\.date).max() ?? "unknown")", "# rows: \(lines.count)",
      Self.columns.joined(separator: "\t"),
    ]
    return Array(((head + lines).joined(separator: "\n") + "\n").utf8)
  }

  package func sourceNote() -> [UInt8] {
    let list = files.map { "- `\($0.name)`: date \($0.date ?? "not given"), version \($0.version ?? "not given")" }
    let text = """
      # diagnoses (imported)

      Names, prevalence and ages at onset of rare diseases from Orphadata: free products of Orphanet, © INSERM, licence CC BY 4.0
      (https://creativecommons.org/licenses/by/4.0/). Whoever passes this list on, or a dictionary compiled with it, names the source:
      "Orphadata: Free access data from Orphanet. © INSERM 1999. Available on https://www.orphadata.com".

      Changed here: put together by OrphaCode; groups, withdrawn entries and what is not rare left out; of several prevalences one chosen
      (validated before not validated; Canada, world, Europe, United States, elsewhere; a figure before a class), cases per 100,000 as
      a fraction, cases and families as the lowest class; ages at onset as years. Prevalence at birth and incidence are not used.

      Files:

      \(list.joined(separator: "\n"))

      """
    return Array(text.utf8)
  }

  private var sourceName: String {
    let versions = Set(files.compactMap(\.version)).sorted().joined(separator: ", ")
    let date = files.compactMap(\.date).map { $0.prefix(10) }.max() ?? ""
    return (["Orphadata", versions, String(date)].filter { !$0.isEmpty }.joined(separator: " "))
      .replacing("\t", with: " ").replacing("\n", with: " ")
  }

  private func line(_ id: String, _ row: Row, _ source: String) -> String {
    var cells = [id, row.exact.map { "=" + $0 }.joined(separator: "|")]
    for language in [Language.english, .french] { cells.append((row.names[language] ?? []).joined(separator: "|")) }
    cells.append(row.prevalence?.className ?? (row.isNew ? "unknown" : ""))
    cells.append(Self.cell(row.prevalence?.point))
    cells.append(Self.cell(row.prevalence?.halfWidth))
    cells.append(row.isNew ? "chronic" : "")
    cells.append(Self.cell(row.onset?.lowerBound))
    cells.append(Self.cell(row.onset?.upperBound))
    for language in [Language.english, .french] { cells.append(row.isNew ? row.preferred[language] ?? "" : "") }
    cells.append(row.isNew || row.prevalence != nil ? source : "")
    return cells.joined(separator: "\t")
  }

  private static func cell<Number: LosslessStringConvertible>(_ number: Number?) -> String {
    number.map { String($0) } ?? ""
  }
}
