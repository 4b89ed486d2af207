import CaviardCase
import CaviardReading
import CaviardTestSupport
import Testing

@testable import CaviardPipeline

@Suite("Exports with moved dates")
struct DateExportTests {
  private static let key = Array(repeating: UInt8(7), count: 32)

  private func export(_ text: String, name: String = "case", key: [UInt8] = key) throws -> CaseOutcome {
    let shift = try #require(DateShift(key: key))
    return try TestPipeline.canada.get().scrub(
      CaseSource(name: name, format: .text, bytes: Array(text.utf8), encoding: nil), shifting: shift)
  }

  private func written(_ text: String, name: String = "case", key: [UInt8] = key) throws -> String {
    String(decoding: try #require(try export(text, name: name, key: key).output), as: UTF8.self)
  }

  @Test("a date moves by whole days through months, years and leap days, keeping the parts it has")
  func calendar() {
    func moved(_ year: Int, _ month: Int?, _ day: Int?, _ days: Int) -> DateValue? {
      DateShift.moved(DateValue(year: year, month: month, day: day), by: days)
    }
    #expect(moved(2020, 2, 28, 1) == DateValue(year: 2020, month: 2, day: 29))
    #expect(moved(2021, 2, 28, 1) == DateValue(year: 2021, month: 3, day: 1))
    #expect(moved(2021, 1, 1, -1) == DateValue(year: 2020, month: 12, day: 31))
    #expect(moved(2000, 3, 1, -366) == DateValue(year: 1999, month: 3, day: 1))
    #expect(moved(2021, 3, nil, 20) == DateValue(year: 2021, month: 4))
    #expect(moved(2021, nil, nil, 300) == DateValue(year: 2022))
    #expect(DateShift.moved(DateValue(month: 3, day: 4), by: 5) == nil)
    for days in -365...365 {
      let there = moved(2024, 2, 29, days)
      #expect(there.flatMap { DateShift.moved($0, by: -days) } == DateValue(year: 2024, month: 2, day: 29))
    }
  }

  @Test("the days depend on the key and the case, are the same each time, and never none")
  func days() throws {
    let shift = try #require(DateShift(key: Self.key))
    let other = try #require(DateShift(key: Array(repeating: 8, count: 32)))
    let days = (1...500).map { shift.days(of: "case \($0)") }
    #expect(days == (1...500).map { shift.days(of: "case \($0)") })
    #expect(days.allSatisfy { (-365...365).contains($0) && $0 != 0 } && Set(days).count > 200)
    #expect(days != (1...500).map { other.days(of: "case \($0)") })
    #expect(DateShift(key: Array(repeating: 7, count: 31)) == nil)
  }

  @Test("intervals are kept, the rest is scrubbed, a date of birth goes, and the output is not for sharing")
  func story() throws {
    let text = "Mrs. Ruth Castellane, born 4 May 1962, was admitted on 3 March 2021 and went home on 17 March 2021.\n"
    let outcome = try export(text)
    let output = try written(text)
    #expect(output.contains("caviard-not-for-sharing"))
    for gone in ["Castellane", "1962", "4 May", "3 March 2021", "17 March 2021", "[date 9"] {
      #expect(!output.contains(gone), "\(gone): \(output)")
    }
    let shift = try #require(DateShift(key: Self.key))
    let first = try #require(DateShift.moved(DateValue(year: 2021, month: 3, day: 3), by: shift.days(of: "case")))
    let last = try #require(DateShift.moved(first, by: 14))
    for date in [first, last] {
      let day = try #require(date.day)
      let year = try #require(date.year)
      #expect(output.contains("on \(day) ") && output.contains(" \(year)"), "\(output)")
    }
    #expect(outcome.after?.datesShifted == 2 && outcome.after?.reasons == [.notForSharing])
    #expect(try written(text, name: "other") != output)
    let pipeline = try TestPipeline.canada.get()
    let again = CaseSource(name: "again", format: .text, bytes: Array(output.utf8), encoding: nil)
    #expect(pipeline.check(again).report?.reasons.contains(.notForSharing) == true)
    #expect(pipeline.scrub(again).output == nil)
    #expect(try export(output).output == nil)
  }

  @Test("dates are written as the case writes them")
  func forms() throws {
    let french = try written("La patiente de 34 ans a été vue le 3 mars 2021, puis en avril 2021.\n")
    #expect(french.contains(/vue le (1er|[0-9]{1,2}) [a-zéû]+ 20[0-9]{2}, puis en [a-zéû]+ 20[0-9]{2}\./), "\(french)")
    let numbers = try written("The woman with asthma was seen on 2021-03-03.\n")
    #expect(numbers.contains(/on 20[0-9]{2}-[0-9]{2}-[0-9]{2}/) && !numbers.contains("2021-03-03"), "\(numbers)")
  }
}
