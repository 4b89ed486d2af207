import CaviardCase
import CaviardDictionaries
import Testing

@testable import CaviardRisk

@Suite("Tables and numbers")
struct ModelTests {
  private func refusal(
    _ list: CaviardCase.DictionaryList, _ change: (String) -> String
  ) throws -> RiskModelError? {
    let dictionary = try TestTables.compiled(changing: list, change)
    do {
      _ = try RiskModel(dictionary: dictionary)
      return nil
    } catch { return error }
  }

  @Test("a share above one is refused")
  func share() throws {
    guard case .invalidShare(.groups, _) = try refusal(.groups, { $0.replacing("0.0019", with: "1.9") }) else {
      Issue.record("accepted")
      return
    }
  }

  @Test("a negative half-width is refused")
  func halfWidth() throws {
    guard case .invalidHalfWidth(.groups, _) = try refusal(.groups, { $0.replacing("0.4", with: "-0.4") }) else {
      Issue.record("accepted")
      return
    }
  }

  @Test("a coarser step with fewer people than a finer one is refused")
  func monotone() throws {
    let groups = try refusal(.groups) { $0.replacing("\t0.02\t", with: "\t0.001\t") }
    guard case .ladderNotMonotone(.groups, _) = groups else {
      Issue.record("accepted groups")
      return
    }
    let facts = try refusal(.facts) { $0.replacing("\t0.03\t", with: "\t0.00000001\t") }
    guard case .ladderNotMonotone(.facts, _) = facts else {
      Issue.record("accepted facts")
      return
    }
  }

  @Test("missing ages and broken references are refused")
  func references() throws {
    let ages = try refusal(.ageSex) { text in
      text.split(separator: "\n").filter { !$0.hasPrefix("age-50\t") }.joined(separator: "\n")
        .replacing("# rows: 101", with: "# rows: 100") + "\n"
    }
    #expect(ages == .incompleteAges)
    let parents = try refusal(.diagnoses) { $0.replacing("\tgroup-histiocytosis\t", with: "\tgroup-none\t") }
    guard case .brokenReference(.diagnoses, _, "parent") = parents else {
      Issue.record("accepted")
      return
    }
  }

  @Test("logs are whole thousandths, rounded down, and safe for what is no number")
  func logs() {
    #expect(MilliDex.floorLog(1) == 0)
    #expect(MilliDex.floorLog(0.001) == -3000)
    #expect(MilliDex.floorLog(1e-7) == -7000)
    #expect(MilliDex.floorLog(0.09) == -1046)
    #expect(MilliDex.floorLog(0.05) == -1302)
    #expect(MilliDex.floorLog(2_000_000) == 6301)
    for strange in [0, -1, Double.nan, .infinity, -.infinity, .leastNonzeroMagnitude] {
      #expect(MilliDex.floorLog(strange) == MilliDex.never)
    }
    for k in stride(from: -9000, through: 9000, by: 37) {
      let power = MilliDex.power(Int64(k))
      #expect(MilliDex.floorLog(power * 1.000001) == Int64(k))
      #expect(MilliDex.floorLog(power * 0.999999) == Int64(k) - 1)
    }
  }

  @Test("the margin's root is never rounded down and never overflows")
  func spread() {
    for variance: Int64 in [1, 2, 99, 22_500, 640_000, 1 << 40] {
      let root = MilliDex.spread(variance)
      #expect(root * root * 100 >= 169 * variance)
      #expect((root - 1) * (root - 1) * 100 < 169 * variance)
    }
    #expect(MilliDex.spread(0) == 0)
    #expect(MilliDex.spread(Int64.max) > 0)
  }

  @Test("values no table holds count as rare")
  func unknown() throws {
    for kind in [
      Kind.diagnosis, .procedure, .ethnicity, .religion, .family, .event, .trait, .legalStatus, .occupation, .age,
      .date,
      .place, .institution, .superlative,
    ] {
      let result = try Story().adding(kind, .unknown(key: 1)).assessed()
      #expect(result.risk.k < 30_000, "\(kind)")
      #expect(result.isFeasible)
    }
    let place = try Story().adding(.place, .unknownPlace(key: 1, population: 500), role: .residence).assessed()
    #expect(place.risk.candidates == 500 || place.risk.candidates == 499)
    let school = try Story().adding(
      .institution, .unknownInstitution(key: 2, head: TestTables.term(.institutionHeads, "school"))
    ).assessed()
    #expect(school.risk.candidates <= 500)
  }

  @Test("a founder disease without counted cases is at most thirty times as common at home, and never common")
  func founders() throws {
    let counted = TestTables.term(.diagnoses, "arsacs").row
    #expect(abs(TestTables.model.diagnoses.localShare(counted, people: 305_000) + 3087) <= 1)
    let dictionary = try TestTables.compiled(changing: .diagnoses) { $0.replacing("\t250\t", with: "\t\t") }
    let table = try RiskModel(dictionary: dictionary).diagnoses
    #expect(table.localShare(counted, people: 305_000) == table.estimate(counted).share + 1477)
    let common = TestTables.term(.diagnoses, "migraine").row
    #expect(table.localShare(common, people: 305_000) == table.estimate(common).share)
  }

  @Test("heights and weights are rarer the further from the mean")
  func tails() {
    #expect(NormalTail.height(centimetres: 205, isMale: true) < NormalTail.height(centimetres: 200, isMale: true))
    #expect(abs(NormalTail.height(centimetres: 200, isMale: true) + 2960) < 120)
    #expect(NormalTail.weight(kilograms: 210, isMale: true) < NormalTail.weight(kilograms: 120, isMale: true))
    #expect(NormalTail.height(centimetres: -5, isMale: false) < -15_000)
    #expect(NormalTail.weight(kilograms: Int.max, isMale: false) < -9_000)
  }

  @Test("ages below two years climb by weeks and months; minors climb to under 40")
  func ageBands() {
    let newborn = AgeBands.bands(above: AgeValue(unit: .days, lower: 10, upper: 10)).map(\.cost)
    #expect(newborn == [2, 4, 8, 10, 12, 14, 24])
    #expect(
      AgeBands.bands(above: .years(14)).map(\.band) == [.band(10, 14), .band(10, 19), .band(0, 19), .band(0, 39)])
    #expect(AgeBands.bands(above: .years(47)).map(\.cost) == [4, 7, 12, 20])
    #expect(AgeBands.bands(above: .years(102)).map(\.cost) == [7, 12, 20])
    #expect(AgeBands.bands(above: .band(38, 42)).map(\.cost) == [20])
  }
}
