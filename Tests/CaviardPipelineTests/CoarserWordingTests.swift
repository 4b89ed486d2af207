import CaviardCase
import CaviardDictionaries
import CaviardTestSupport
import Testing

@testable import CaviardRisk

/// Every word the planner can write is read again as what it says, or not at all (risk.md D6).
@Suite("Coarser words")
struct CoarserWordingTests {
  @Test("groups of occupations")
  func occupations() throws {
    try expect(.occupation, .occupationGroups, rows: { _, _ in true }) { language in
      language == .english
        ? ["The patient, a [[carver]], was seen again.", "He worked as a [[carver]] in winter."]
        : ["Le patient, [[sculpteur]], a été revu.", "Il travaille comme [[sculpteur]] en hiver."]
    }
  }

  @Test("peoples and origins")
  func groups() throws {
    let table = try TestDictionary.compiled.get().table(.groups)
    let column = try #require(table.column("broad"))
    let broad = Set((0..<table.rowCount).map { table.text(column, $0) })
    try expect(.ethnicity, .groups, rows: { broad.contains($1) }) { language in
      language == .english
        ? ["A [[Cree]] woman was seen again.", "She is [[Cree]] and was seen again."]
        : ["Une femme [[crie]] a été revue.", "Elle est [[crie]] et a été revue."]
    }
  }

  @Test("groups and systems of diagnoses")
  func diagnoses() throws {
    try expect(.diagnosis, .diagnoses, rows: { $1.hasPrefix("group-") || $1.hasPrefix("system-") }) { language in
      language == .english
        ? ["She was treated for [[Fabry disease]] last week.", "He is known to have [[Fabry disease]]."]
        : ["Elle a été traitée pour [[une maladie de Fabry]] hier.", "Il est connu pour [[une maladie de Fabry]]."]
    }
  }

  @Test("regions, provinces, countries and continents")
  func places() throws {
    let table = try TestDictionary.compiled.get().table(.places)
    let column = try #require(table.column("kind"))
    let parent = try #require(table.column("parent"))
    let parents = Set((0..<table.rowCount).map { table.text(parent, $0) })
    let coarse: Set<String> = ["region", "province", "country", "continent"]
    try expect(.place, .places, rows: { coarse.contains(table.text(column, $0)) && parents.contains($1) }) { language in
      language == .english
        ? ["She comes from [[Moosonee]] and was seen again.", "He lives in [[Moosonee]]."]
        : ["Elle vient de [[Moosonee]] et a été revue.", "Il vit à [[Moosonee]]."]
    }
  }

  @Test("vaguer wordings of facts and classes of procedures")
  func phrases() throws {
    let dictionary = try TestDictionary.compiled.get()
    var faults: [String] = []
    for (list, column) in [(CaviardCase.DictionaryList.facts, "level1"), (.procedures, "class")] {
      let table = dictionary.table(list)
      for language in Language.allCases {
        let words = try #require(table.column("\(column).\(language.rawValue)"))
        for row in 0..<table.rowCount where !table.text(words, row).isEmpty {
          let kind = try #require(list == .procedures ? .procedure : Self.kind(row, table))
          let sentence =
            language == .english ? "She had [[something]] and was seen again." : "Elle a eu [[cela]] et a été revue."
          let term = TermRow(list, row)
          let writing = try Writing(sentence, kind, .phrase(term, column: column), language)
          let isFault =
            !writing.beside.isEmpty
            || writing.inside.contains { finding in
              guard finding.kind == kind, case .row(let found) = finding.value, found.list == list else { return true }
              // A row of the same class says no more than the class.
              return table.text(words, found.row) != table.text(words, row) && found.row != row
                && !Self.isVague(found.row, table)
            }
          if isFault { faults.append(Self.words(writing, list.rawValue + " " + table.text(words, row))) }
        }
      }
    }
    try Self.compare(Set(faults), "phrases")
  }

  @Test("bands of ages, by every age", arguments: Language.allCases)
  func ages(language: Language) throws {
    let sentences =
      language == .english
      ? ["A [[47-year-old]] man was seen.", "The patient is [[47 years old]].", "She was [[aged 47]] then."]
      : ["Un homme de [[47 ans]] a été vu.", "La patiente est [[âgée de 47 ans]]."]
    let ages =
      (2...104).map { AgeValue.years($0) }
      + [3, 20, 45, 100, 200, 400, 600].map { AgeValue(unit: .days, lower: $0, upper: $0) }
    var faults: Set<String> = []
    for band in Set(ages.flatMap { AgeBands.bands(above: $0).map(\.band) }) {
      for sentence in sentences {
        let writing = try Writing(sentence, .age, .age(band), language)
        let isFault =
          !writing.beside.isEmpty
          || writing.inside.contains { finding in
            guard finding.kind == .age, case .age(let found) = finding.value else { return true }
            return !AgeBands.contains(found, band) && !Self.isSameMonth(found, band)
          }
        if isFault { faults.insert(Self.words(writing, "\(band.unit) \(band.lower)-\(band.upper)")) }
      }
    }
    try Self.compare(faults, "ages-\(language.rawValue)")
  }

  @Test("months and years", arguments: Language.allCases)
  func dates(language: Language) throws {
    let sentences =
      language == .english
      ? ["She was seen on [[3 March 2021]] with fever.", "The visit of [[2021-03-03]] was short."]
      : ["Elle a été vue le [[3 mars 2021]] avec de la fièvre.", "La visite du [[3 mars 2021]] fut brève."]
    let dates =
      (1...12).map { DateValue(year: 2019, month: $0) } + (1...12).map { DateValue(month: $0) }
      + [1931, 1999, 2000, 2024].map { DateValue(year: $0) }
    var faults: [String] = []
    for date in dates {
      for sentence in sentences {
        let writing = try Writing(sentence, .date, .date(date), language)
        let isFault =
          !writing.beside.isEmpty
          || writing.inside.contains { finding in
            guard finding.kind == .date, case .date(let found) = finding.value else { return true }
            return !(found == date || found == DateValue(year: date.year))
          }
        if isFault { faults.append(Self.words(writing, "\(date.year ?? 0)-\(date.month ?? 0)")) }
      }
    }
    #expect(faults == [])
  }

  @Test("days of the story", arguments: Language.allCases)
  func days(language: Language) throws {
    let sentences =
      language == .english
      ? [
        "She was seen on [[3 March 2021]] with fever.", "[[2021-03-03]]: fever.", "It grew since [[3 March 2021]].",
        "The visit of [[2021-03-03]] was short.", "From [[3 to 17 March]] he slept.", "In bed until [[3 March]].",
      ]
      : [
        "Elle a été vue le [[3 mars 2021]] avec de la fièvre.", "[[2021-03-03]] : fièvre.", "Le [[3 mars]], il dort.",
        "La visite du [[3 mars 2021]] fut brève.", "Depuis le [[3 mars 2021]] il dort.", "Alité jusqu'au [[3 mars]].",
        "Séjour du [[3 au 17 mars]].",
      ]
    let times =
      [0, 1, 7, 14, 30, 59, 365, 1998, 2021].map { StoryTime.day($0) }
      + [.days(0, .to, 14), .days(3, .and, 5), .days(3, .or, 2019), .yearsBefore(2), .yearsBefore(41), .yearsAfter(5)]
    var faults: [String] = []
    for time in times {
      for sentence in sentences {
        let writing = try Writing(sentence, .date, .storyTime(time), language)
        let isRelative = writing.inside.allSatisfy { finding in
          guard finding.kind == .date, case .date(let found) = finding.value else { return false }
          return found == DateValue(isRelative: true)
        }
        if !isRelative || writing.inside.isEmpty || !writing.beside.isEmpty {
          faults.append(Self.words(writing, "\(time)"))
        }
      }
    }
    #expect(faults == [])
  }

  /// "6 months" begins a few days earlier or later, as months are counted.
  private static func isSameMonth(_ found: AgeValue, _ band: AgeValue) -> Bool {
    found.unit == .days && band.unit == .days && abs(found.lower - band.lower) < 7 && found.upper - found.lower >= 27
  }

  /// The known faults are listed, and an unexpected success fails as well.
  private static func compare(_ faults: Set<String>, _ name: String) throws {
    try Baseline("wordings/\(name).txt").compare(
      faults.isEmpty ? nil : Array((faults.sorted().joined(separator: "\n") + "\n").utf8))
  }

  /// Every row of a list that may be written is found as itself, or as nothing.
  private func expect(
    _ kind: Kind, _ list: CaviardCase.DictionaryList, rows: (Int, String) -> Bool, _ sentences: (Language) -> [String]
  ) throws {
    let table = try TestDictionary.compiled.get().table(list)
    let id = try #require(table.column("id"))
    var faults: Set<String> = []
    for row in 0..<table.rowCount where rows(row, table.text(id, row)) {
      for language in Language.allCases {
        for sentence in sentences(language) {
          let writing = try Writing(sentence, kind, .row(TermRow(list, row)), language)
          let isFault =
            !writing.beside.isEmpty
            || writing.inside.contains { finding in
              guard case .row(let found) = finding.value, found.list == list else { return true }
              return found.row != row && !Self.isCoarser(found.row, than: row, table)
            }
          if isFault { faults.insert(Self.words(writing, table.text(id, row))) }
        }
      }
    }
    try Self.compare(faults, list.rawValue)
  }

  /// True for a row that holds the other: what it lies in, or belongs to.
  private static func isCoarser(_ found: Int, than row: Int, _ table: DictionaryTable) -> Bool {
    guard let id = table.column("id"), let parent = table.column("parent") else { return false }
    var next = table.text(parent, row)
    for _ in 0..<8 where !next.isEmpty {
      if next == table.text(id, found) { return true }
      next = table.row(id: next).map { table.text(parent, $0) } ?? ""
    }
    return false
  }

  /// True for a row that is a class already: it has no vaguer wording of its own.
  private static func isVague(_ row: Int, _ table: DictionaryTable) -> Bool {
    guard let share = table.column("level1.share") else { return false }
    return table.number(share, row) == nil
  }

  private static func kind(_ row: Int, _ table: DictionaryTable) -> Kind? {
    table.column("kind").flatMap { Kind(rawValue: table.text($0, row)) }
  }

  private static func words(_ writing: Writing, _ label: String) -> String {
    let found = (writing.inside + writing.beside).map { "\($0.kind.rawValue) \($0.detector)" }
    return "\(label): \(writing.words) → \(found.joined(separator: ", "))"
  }
}
