import CaviardCase
import Testing

@testable import CaviardRisk

/// The twelve worked cases of the risk note (C10), as written and after the least change.
///
/// Shares come from the small tables; a tolerance is one unit of the last digit the note shows. Every factor is rounded
/// down to a milli-dex (0.23 %), so K of five factors may be a hundredth too small; where that passes the tolerance the
/// comment says so. The note's K_low after cases 4, 10 and 12 leaves out the (1 − s) of its own formula (C1); there the
/// expectation is the formula's and the comment gives the note's figure.
@Suite("Worked cases of the risk note")
struct WorkedCasesTests {
  private func expect(
    _ value: Double, _ shown: Double, unit: Double, _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(abs(value - shown) <= unit * 1.0001, "got \(value)", sourceLocation: location)
  }

  private func planned(_ assessment: Assessment) throws -> CaseRisk { try #require(assessment.planned) }

  @Test("1: a lighthouse keeper with Erdheim-Chester disease keeps only a rare blood disease and late forties")
  func lighthouse() throws {
    let story = Story().age(47).work("lighthouse-keeper").place("moosonee").diagnosis("erdheim-chester-disease")
      .date(2021, 3)
    let result = try story.assessed()
    expect(result.risk.k, 4.5e-13, unit: 0.1e-13)
    expect(result.risk.kLow, 2.8e-14, unit: 0.1e-14)
    #expect(result.verdict == .block)
    expect(try planned(result).k, 75, unit: 1)
    expect(try planned(result).kLow, 14.5, unit: 0.1)
    #expect(try planned(result).cost == 85)
    #expect(result.replacements(.age) == [.age(.band(45, 49))])
    #expect(result.replacements(.diagnosis) == [.row(TestTables.term(.diagnoses, "system-blood"))])
    #expect(result.replacements(.place) == [.row(TestTables.term(.places, "ontario"))])
    #expect(result.actions(.occupation) == [.redact])

    let pinned = try story.assessed(.canada(pins: [.diagnosis]))
    #expect(!pinned.isFeasible)
    #expect(pinned.reasons.contains(.infeasible))
    let numbers = try #require(pinned.infeasibility)
    #expect(numbers.bestKLow < 1)
    #expect(numbers.release == .diagnosis)
    #expect(numbers.releaseCost == 85)
  }

  @Test("2: a woman of Chibougamau with Fabry disease keeps the disease")
  func fabry() throws {
    let result = try Story().woman().age(34).place("chibougamau").diagnosis("fabry-disease").date(2021, 3).assessed()
    expect(result.risk.k, 1.2e-5, unit: 0.1e-5)
    expect(result.risk.kLow, 5e-6, unit: 1e-6)
    #expect(result.verdict == .block)
    expect(try planned(result).k, 18.7, unit: 0.1)
    expect(try planned(result).kLow, 11.8, unit: 0.1)
    #expect(try planned(result).cost == 25)
    #expect(result.replacements(.age) == [.age(.band(20, AgeValue.openEnd))])
    #expect(result.actions(.diagnosis) == [.keep])
    #expect(result.replacements(.place) == [.row(TestTables.term(.places, "canada"))])
    #expect(result.actions(.date) == [.redact])
  }

  @Test("3: a man of 60 with chest pain passes as written")
  func chestPain() throws {
    let result = try Story().age(60).man().assessed()
    expect(result.risk.k, 13_800, unit: 100)
    expect(result.risk.kLow, 13_000, unit: 100)
    #expect(result.verdict == .pass)
    #expect(try planned(result).cost == 0)
    #expect(result.decisions.allSatisfy { $0.action == .keep })
  }

  @Test("4: a mayor with quintuplets keeps her age, her province and a multiple birth")
  func mayor() throws {
    let result = try Story().age(43).work("mayor").place("flin-flon").woman().fact(.family, "quintuplets").assessed()
    expect(result.risk.k, 6.6e-10, unit: 0.1e-10)
    expect(result.risk.kLow, 1.4e-10, unit: 0.1e-10)
    #expect(result.verdict == .block)
    expect(try planned(result).k, 265, unit: 2)
    // The note shows 103: there the family's half-width is not reduced by (1 − s), s = 0.03.
    expect(try planned(result).kLow, 105, unit: 1)
    #expect(try planned(result).cost == 12)
    #expect(result.actions(.age) == [.keep])
    #expect(result.replacements(.place) == [.row(TestTables.term(.places, "manitoba"))])
    #expect(result.replacements(.family) == [.phrase(TestTables.term(.facts, "quintuplets"), column: "level1")])
  }

  @Test("5: a boy hurt at a rodeo becomes young, of Québec, in 2019")
  func rodeo() throws {
    let result = try Story().man().age(14).place("saint-tite").diagnosis("pelvic-fracture").fact(.event, "rodeo")
      .date(2019, 9, 10).assessed()
    expect(result.risk.k, 1.2e-7, unit: 0.1e-7)
    expect(result.risk.kLow, 1.3e-8, unit: 0.1e-8)
    #expect(result.verdict == .block)
    expect(try planned(result).k, 95, unit: 1)
    expect(try planned(result).kLow, 19, unit: 1)
    #expect(try planned(result).cost == 36)
    #expect(result.replacements(.age) == [.age(.band(0, 39))])
    #expect(result.replacements(.place) == [.row(TestTables.term(.places, "quebec"))])
    #expect(result.replacements(.date) == [.date(DateValue(year: 2019))])
    #expect(result.actions(.event) == [.redact])
  }

  @Test("6: a woman of 102 is 90 or older in Alberta")
  func centenarian() throws {
    let result = try Story().age(102).woman().place("medicine-hat").diagnosis("hip-fracture").assessed()
    expect(result.risk.k, 0.077, unit: 0.001)
    expect(result.risk.kLow, 0.034, unit: 0.001)
    #expect(result.verdict == .block)
    expect(try planned(result).k, 78, unit: 1)
    expect(try planned(result).kLow, 35, unit: 1)
    #expect(try planned(result).cost == 9)
    #expect(result.replacements(.age) == [.age(.band(90, AgeValue.openEnd))])
    #expect(result.replacements(.place) == [.row(TestTables.term(.places, "alberta"))])
  }

  @Test("7: a girl with diabetes loses the date only")
  func diabetes() throws {
    let result = try Story().age(15).woman().diagnosis("type-1-diabetes").date(2023, 1, 12).assessed()
    // 0.01347 before the rounding of five factors.
    expect(result.risk.k, 0.0135, unit: 0.0003)
    expect(result.risk.kLow, 0.007, unit: 0.001)
    #expect(result.verdict == .block)
    expect(try planned(result).k, 49, unit: 1)
    expect(try planned(result).kLow, 26, unit: 1)
    #expect(try planned(result).cost == 3)
    #expect(result.actions(.date) == [.redact])
    #expect(result.actions(.age) == [.keep])
  }

  @Test("8: a man of Saguenay with its founder disease keeps his region, which the disease gives away")
  func founder() throws {
    let result = try Story().man().age(41).place("saguenay").diagnosis("arsacs").assessed()
    expect(result.risk.k, 0.92, unit: 0.01)
    expect(result.risk.kLow, 0.37, unit: 0.01)
    #expect(result.verdict == .block)
    expect(try planned(result).k, 34, unit: 1)
    expect(try planned(result).kLow, 14.5, unit: 0.5)
    #expect(try planned(result).cost == 13)
    #expect(result.replacements(.age) == [.age(.band(40, 59))])
    #expect(result.replacements(.place) == [.row(TestTables.term(.places, "saguenay-lac-saint-jean"))])
  }

  @Test("9: psychosis is sensitive: twenties, no place, no ethnicity")
  func psychosis() throws {
    let result = try Story().age(28).adding(.ethnicity, TestTables.row(.groups, "inuit")).man().place("kuujjuaq")
      .diagnosis("first-episode-psychosis").assessed()
    expect(result.risk.k, 1.5e-5, unit: 0.1e-5)
    expect(result.risk.kLow, 3e-6, unit: 1e-6)
    #expect(result.risk.threshold == 0.05)
    #expect(result.verdict == .block)
    expect(try planned(result).k, 55, unit: 1)
    expect(try planned(result).kLow, 21.5, unit: 0.1)
    #expect(try planned(result).cost == 18)
    #expect(result.replacements(.age) == [.age(.band(20, 29))])
    #expect(result.replacements(.place) == [.row(TestTables.term(.places, "canada"))])
    #expect(result.actions(.ethnicity) == [.redact])
  }

  @Test("10: four ordinary facts are too many; the province and the field of work may stay")
  func teacher() throws {
    let result = try Story().age(45).work("teacher").place("halifax").diagnosis("migraine").woman().assessed()
    expect(result.risk.k, 7.8, unit: 0.1)
    expect(result.risk.kLow, 1.8, unit: 0.1)
    #expect(result.verdict == .block)
    expect(try planned(result).k, 85, unit: 1)
    // The note shows 20, without (1 − s) for the field of work (0.08) and the disease (0.08).
    expect(try planned(result).kLow, 21.6, unit: 0.2)
    #expect(try planned(result).cost == 4)
    #expect(result.replacements(.place) == [.row(TestTables.term(.places, "nova-scotia"))])
    #expect(result.replacements(.occupation) == [.row(TestTables.term(.occupationGroups, "education"))])
  }

  @Test("11: placenta accreta implies the sex; the age goes, the year may stay")
  func accreta() throws {
    let result = try Story().woman().age(31).diagnosis("placenta-accreta").date(2022, 6, 24).assessed()
    expect(result.risk.k, 0.0031, unit: 0.0001)
    expect(result.risk.kLow, 0.0012, unit: 0.0001)
    #expect(result.verdict == .block)
    expect(try planned(result).k, 28, unit: 1)
    expect(try planned(result).kLow, 11.4, unit: 0.1)
    #expect(try planned(result).cost == 37)
    #expect(result.actions(.age) == [.redact])
    #expect(result.replacements(.date) == [.date(DateValue(year: 2022))])
  }

  @Test("12: the parent's job goes, the child's asthma stays")
  func veterinarian() throws {
    let mother = Subject(id: 2, role: .relative, kinship: TestTables.term(.kinship, "mother"))
    let result = try Story().age(6).man().diagnosis("asthma").work("only-veterinarian", subject: mother)
      .place("nelson").assessed()
    expect(result.risk.k, 8.3e-4, unit: 0.1e-4)
    expect(result.risk.kLow, 2.5e-4, unit: 0.1e-4)
    #expect(result.verdict == .block)
    expect(try planned(result).k, 833, unit: 3)
    // The note shows 363: there the diagnosis's half-width is not reduced by (1 − s), s = 0.1.
    expect(try planned(result).kLow, 371, unit: 4)
    #expect(try planned(result).cost == 8)
    #expect(result.actions(.age) == [.keep])
    #expect(result.actions(.occupation) == [.redact])
    #expect(result.replacements(.place) == [.row(TestTables.term(.places, "british-columbia"))])
  }
}
