import CaviardCase
import CaviardDictionaries
import CaviardRisk
import Foundation

/// The product's scorer over tables that tell of the world what the product ships of Canada: marginals, the class of a disease, the
/// ages at which it begins, its share of women, where it is at home. Written as lists and compiled like any other.
struct Scorer {
  let dictionary: CompiledDictionary
  let decider: Decider
  private let world: World

  init(_ world: World) throws {
    self.world = world
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("caviard-world-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (list, header, rows) in try Self.lists(world) {
      let own = folder.appendingPathComponent(list.rawValue)
      try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
      let head = ["# list: \(list.rawValue)", "# source: synthetic", "# licence: none", "# retrieved: 2026-11-25"]
      let lines = head + ["# rows: \(rows.count)", header] + rows.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      try (lines.joined(separator: "\n") + "\n").write(
        to: own.appendingPathComponent("terms.tsv"), atomically: true, encoding: .utf8)
    }
    dictionary = try CompiledDictionary(bytes: DictionaryCompiler().compile(folder: folder.path).bytes)
    var policy = Policy.canada
    policy.candidates = world.count
    decider = Decider(model: try RiskModel(dictionary: dictionary), policy: policy)
  }

  // MARK: Facts

  private func row(_ list: CaviardCase.DictionaryList, _ id: String) -> FactValue? {
    dictionary.table(list).row(id: id).map { .row(TermRow(list, $0)) }
  }

  func findings(_ told: Told) -> [Finding] {
    var facts: [(Kind, FactValue?, FindingRole)] = []
    if let days = told.days { facts.append((.date, .date(Self.date(days)), .care)) }
    if let years = told.years {
      facts.append((.age, .age(AgeValue(unit: .years, lower: years.lowerBound, upper: years.upperBound)), .now))
    }
    if let isFemale = told.isFemale { facts.append((.sex, .sex(isFemale ? .female : .male), .now)) }
    switch told.home {
    case .place(let place): facts.append((.place, row(.places, "p\(place)"), .residence))
    case .region(let region): facts.append((.place, row(.places, "r\(region)"), .residence))
    case .country, nil: break
    }
    if let ethnicity = told.ethnicity { facts.append((.ethnicity, row(.groups, "e\(ethnicity)"), .now)) }
    switch told.job {
    case .job(let job): facts.append((.occupation, row(.occupations, "j\(job)"), .now))
    case .field(let field): facts.append((.occupation, row(.occupationGroups, "f\(field)"), .now))
    case nil: break
    }
    switch told.illness {
    case .disease(let number): facts.append((.diagnosis, row(.diagnoses, "d\(number)"), .now))
    case .group(let group): facts.append((.diagnosis, row(.diagnoses, "group-\(group)"), .now))
    case .system(let system): facts.append((.diagnosis, row(.diagnoses, "system-\(system)"), .now))
    case nil: break
    }
    facts += told.others.map { (.diagnosis, row(.diagnoses, "d\($0)"), .now) }
    return facts.enumerated().compactMap { index, fact in
      fact.1.map {
        Finding(
          span: TextSpan(index * 4, index * 4 + 2), kind: fact.0, role: fact.2, value: $0, confidence: 1,
          detector: "simulation")
      }
    }
  }

  func risk(_ told: Told) throws -> CaseRisk { try decider.risk(of: findings(told)) }

  /// What the least change leaves of a case.
  func edited(_ told: Told) throws -> (told: Told, cost: Int, kLow: Double) {
    let detection = Detection(
      findings: findings(told), observations: [], languages: [.english], isUnsupportedLanguage: false, wordCount: 60)
    let text = CaseText(
      source: SourceText(utf8: []), format: .text, bytes: [], blocks: [], map: OffsetMap(identity: 0))
    let result = try decider.assess(detection, text: text)
    var left = told
    for decision in result.decisions where decision.action != .keep { apply(decision, to: &left) }
    return (left, result.planned?.cost ?? 0, result.planned?.kLow ?? 0)
  }

  private func apply(_ decision: Decision, to told: inout Told) {
    let id: String? =
      if case .row(let term)? = decision.replacement { dictionary.table(term.list).id(term.row) } else { nil }
    let number = id.flatMap { Int($0.drop { !$0.isNumber }) }
    switch (decision.finding.kind, decision.replacement) {
    case (.age, .age(let band)?): told.years = band.lower...band.upper
    case (.age, _): told.years = nil
    case (.date, .date(let date)?): told.days = date.year.map { Self.days(ofYear: $0, month: date.month) }
    case (.date, _): told.days = nil
    case (.place, _): told.home = number.flatMap { id?.hasPrefix("r") == true ? .region($0) : nil }
    case (.occupation, _): told.job = number.map { .field($0) }
    case (.ethnicity, _): told.ethnicity = nil
    case (.diagnosis, _):
      if told.others.contains(where: { row(.diagnoses, "d\($0)") == decision.finding.value }) {
        told.others = []
      } else if let id, let number {
        told.illness = id.hasPrefix("group") ? .group(number) : .system(number)
      } else {
        told.illness = nil
      }
    default: break
    }
  }

  // MARK: Dates

  /// Ten years of 365 days, each of twelve months of thirty; the days over belong to December.
  private static func date(_ days: Range<Int>) -> DateValue {
    let year = min(9, days.lowerBound / 365)
    let rest = days.lowerBound - year * 365
    let month = min(11, rest / 30)
    switch days.count {
    case 1: return DateValue(year: 2010 + year, month: month + 1, day: min(28, rest % 30 + 1))
    case ...40: return DateValue(year: 2010 + year, month: month + 1)
    default: return DateValue(year: 2010 + year)
    }
  }

  static func days(ofYear year: Int, month: Int?) -> Range<Int> {
    let first = (year - 2010) * 365
    let end = year == 2019 ? World.days : first + 365
    guard let month else { return first..<end }
    let start = first + (month - 1) * 30
    return start..<(month == 12 ? end : start + 30)
  }
}

extension DictionaryTable {
  /// The id of a row.
  fileprivate func id(_ row: Int) -> String { column("id").map { text($0, row) } ?? "" }
}
