import CaviardCase
import CaviardPolicies
import CaviardTestSupport
import Testing

@testable import CaviardGating

@Suite("files of acceptances and consents")
struct BaselineTests {
  private func fingerprint(_ digit: Character, _ prefix: String = "masked:") -> String {
    prefix + String(repeating: digit, count: 64)
  }

  private func entry(_ digit: Character, reason: String = "agreed") -> BaselineEntry {
    BaselineEntry(
      fingerprint: fingerprint(digit), reasons: [.kBelowThreshold, .media], kinds: [.age, .place], leastKLow: 1e-13,
      path: "cases/é \"1\".md", reason: reason)
  }

  @Test("what is written is read back, sorted, and written the same again")
  func roundTrip() throws {
    var baseline = Baseline()
    for digit in "c0a" { baseline.add(entry(digit, reason: "- : \"x\" #\n\té\u{2028}{}[]&*!|>'%@` \(digit)")) }
    let read = try Baseline(path: "b", bytes: Array(baseline.text.utf8))
    #expect(read == baseline)
    #expect(read.text == baseline.text)
    #expect(read.sorted.map(\.fingerprint) == ["0", "a", "c"].map { fingerprint($0) })
    #expect(try Baseline(path: "b", bytes: Array(Baseline().text.utf8)) == Baseline())
    #expect(try Baseline(path: "b", bytes: []) == Baseline())
  }

  @Test("any text can be a reason")
  func anyReason() throws {
    var dice = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let scalars = (0..<12).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0x20...0x2FFF, using: &dice)) }
      var baseline = Baseline()
      baseline.add(entry("1", reason: "a" + String(String.UnicodeScalarView(scalars))))
      #expect(try Baseline(path: "b", bytes: Array(baseline.text.utf8)) == baseline)
    }
  }

  @Test("random bytes and cut files never trap")
  func hostile() {
    var dice = SeededGenerator(seed: 11)
    var baseline = Baseline()
    baseline.add(entry("1"))
    let bytes = Array(baseline.text.utf8)
    for count in 0..<bytes.count {
      var changed = Array(bytes[..<count])
      if !changed.isEmpty { changed[Int.random(in: 0..<count, using: &dice)] = .random(in: 0...255, using: &dice) }
      for text in [changed, Array("consents:".utf8) + changed.dropFirst(9)] {
        _ = try? Baseline(path: "b", bytes: text)
        _ = try? ConsentLedger(path: "c", bytes: text)
      }
    }
  }

  @Test("what is there already stays; a version accepted anew takes its place")
  func adding() {
    var baseline = Baseline()
    baseline.add(entry("1"))
    baseline.add(entry("1", reason: "other"))
    #expect(baseline.sorted.map(\.reason) == ["agreed"])
    baseline.replace(entry("1", reason: "other"))
    #expect(baseline.sorted.map(\.reason) == ["other"])
    baseline.remove([fingerprint("1")])
    #expect(baseline.entries.isEmpty)
  }

  @Test("the bound of K is rounded down to a power of ten that reads back as itself")
  func powers() {
    for exponent in -20...7 {
      for factor in [1, 1.0001, 3, 9.999] {
        guard let value = Double("\(factor)e\(exponent)") else { continue }
        let power = BaselineEntry.powerOfTen(below: value)
        #expect(power <= value && power > value / 10.001)
        #expect(Double("\(power)") == power && power == Double("1e\(exponent)"))
      }
    }
    #expect(BaselineEntry.powerOfTen(below: 0) == 0)
  }

  @Test("consents are read back in their order; the same twice is refused")
  func consents() throws {
    let day = try #require(CalendarDay("2025-11-25"))
    let end = try #require(CalendarDay("2026-11-25"))
    var ledger = ConsentLedger()
    for (digit, scope) in zip("a1a", [[ConsentScope.named], [.recognisable, .pictures], [.pictures]]) {
      let entry = ConsentEntry(
        fingerprint: fingerprint(digit, "keyed:"), reference: "chart: \"x\"", recordedBy: "office", scope: scope,
        recorded: day, expires: end)
      let additions = [ledger.append(entry), ledger.append(entry)]
      #expect(additions == [true, false])
    }
    #expect(try ConsentLedger(path: "c", bytes: Array(ledger.text.utf8)) == ledger)
    let twice = ledger.text + ledger.text.dropFirst("consents:\n".count)
    #expect {
      try ConsentLedger(path: "c", bytes: Array(twice.utf8))
    } throws: {
      ($0 as? PolicyError)?.problem == .duplicateEntry
    }
    #expect(!ledger.entries[0].isExpired(on: end))
    #expect(ledger.entries[0].isExpired(on: .last))
  }

  @Test(
    "only a day of the calendar is one",
    arguments: [
      "", "2025-2-01", "2025-02-30", "2025-13-01", "25-01-01", "2025-01-01 ", "+025-01-01", "2025/01/01", "٢٠٢٥-٠١-٠١",
    ])
  func days(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test(
    "every reason for which a case is stopped is consented to by one scope at most, and none by a mistake of the file")
  func scopes() {
    for reason in VerdictReason.allCases {
      #expect(ConsentScope.allCases.count { $0.covers(reason) } <= 1)
    }
    for reason in [VerdictReason.unreadable, .identifyingName, .metadata, .authoringData, .notForSharing] {
      #expect(!ConsentScope.allCases.contains { $0.covers(reason) })
    }
  }
}
