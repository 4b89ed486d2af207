import CaviardCase
import CaviardPipeline
import CaviardReporting
import CaviardTestSupport
import Foundation
import Testing

@Suite("reports for other programs")
struct ReportFormTests {
  private static let hostile = [
    "a\nb.txt", "::error::x%0A,y.txt", "]]> <b>&\"'.txt", "=cmd|x.txt", "| `x` *y* <img>.txt", "é 東京 😀.txt",
    "\u{1B}[31m\u{FFFE}.txt",
  ]

  private func outcome(_ text: String, name: String = "case.txt", format: CaseFormat = .text) throws -> CaseOutcome {
    try outcome(Array(text.utf8), name: name, format: format)
  }

  private func outcome(_ bytes: [UInt8], name: String, format: CaseFormat = .text) throws -> CaseOutcome {
    try TestPipeline.canada.get().check(CaseSource(name: name, format: format, bytes: bytes))
  }

  private func render(
    _ format: ReportFormat, _ outcomes: [CaseOutcome], language: Language = .english, failsOn: Verdict = .review,
    library: LibraryReport? = nil
  ) -> (text: String, remarks: [String]) {
    var form = format.form(
      ReportContext(options: ReportOptions(messages: language), policy: "canada", isSingle: false, failsOn: failsOn))
    var text = form.begin()
    var tally = CaseTally()
    for outcome in outcomes {
      tally.count(outcome)
      text += form.add(outcome)
    }
    if let library { text += form.add(library) ?? "" }
    text += form.end(ReportRun(tally: tally))
    return (text, form.remarks)
  }

  private func sarif(_ outcomes: [CaseOutcome]) throws -> [String: Any] {
    let text = render(.sarif, outcomes).text
    let log = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  private func regions(_ result: [String: Any]) -> [[Int]] {
    (result["locations"] as? [[String: Any]] ?? []).map { location in
      let region = (location["physicalLocation"] as? [String: Any])?["region"] as? [String: Int] ?? [:]
      return ["startLine", "startColumn", "endLine", "endColumn"].map { region[$0] ?? 0 }
    }
  }

  @Test(
    "columns are UTF-16 units, one region a line",
    arguments: [
      ("Mr. Tremblay, chest pain.", [[1, 5, 1, 13]]), ("é\u{2019}東京 😀: Mr. Tremblay", [[1, 14, 1, 22]]),
      ("e\u{301} Mr. Tremblay", [[1, 8, 1, 16]]), ("\u{FEFF}Mr. Tremblay", [[1, 5, 1, 13]]),
      ("😀\r\n😀 Mr. Tremblay\r\n", [[2, 8, 2, 16]]), ("x\rMr. Tremblay", [[2, 5, 2, 13]]),
      ("😀 Mr. Marie\r\nTremblay 😀", [[1, 8, 1, 13], [2, 1, 2, 9]]),
      ("Mr. Marie\nTremblay", [[1, 5, 1, 10], [2, 1, 2, 9]]),
    ])
  func columns(text: String, places: [[Int]]) throws {
    let run = try sarif([outcome(text)])
    #expect(run["columnKind"] as? String == "utf16CodeUnits")
    let results = try #require(run["results"] as? [[String: Any]])
    let name = try #require(results.last { $0["ruleId"] as? String == "person-name" })
    #expect(regions(name) == places)
  }

  @Test("what the regions cut out of the file are its findings", arguments: ["\n", "\r\n", "\r"])
  func regionsOfFindings(lineEnd: String) throws {
    let text = ["😀 Mr. Marie", "Tremblay of Moosonee,", "47 years", "old, 東京. Mrs. Roy."].joined(separator: lineEnd)
    let scalars = Array(text.unicodeScalars)
    let report = try #require(outcome(text).report)
    #expect(report.findings.contains { $0.place.regions.count > 1 })
    for place in report.findings.map(\.place) {
      let lines = text.split(omittingEmptySubsequences: false) { "\r\n" == $0 || $0 == "\n" || $0 == "\r" }
      let pieces = place.regions.map { region in
        String(
          decoding: Array(lines[region.line - 1].utf16)[(region.column - 1)..<(region.endColumn - 1)], as: UTF16.self)
      }
      #expect(pieces == place.regions.map { String(String.UnicodeScalarView(scalars[$0.start..<$0.end])) })
      let whole = String(String.UnicodeScalarView(scalars[place.start..<place.end]))
      #expect(
        pieces.joined() == String(String.UnicodeScalarView(whole.unicodeScalars.filter { $0 != "\r" && $0 != "\n" })))
    }
  }

  @Test("a case that passes has no results; every other has; what may stay is none")
  func issues() throws {
    let plain = try outcome("A 60-year-old man with chest pain.")
    #expect(plain.verdict == .pass)
    #expect(try (sarif([plain])["results"] as? [Any])?.isEmpty == true)
    #expect(render(.gitlab, [plain]).text == "[]\n")
    #expect(render(.github, [plain]).text.isEmpty)
    for run in try FixtureRun.all.get() {
      #expect(CaseIssues(ReportOptions(messages: .english)).list(run.checked).isEmpty == (run.checked.verdict == .pass))
    }
  }

  @Test("a case that cannot be read is a result, a notification and an execution that failed")
  func unreadable() throws {
    let broken = try outcome("<html><body><p>x</div></body></html>", name: "b.xhtml", format: .xhtml)
    let run = try sarif([broken])
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(result["ruleId"] as? String == "case/unreadable" && result["level"] as? String == "error")
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    #expect((invocation["toolExecutionNotifications"] as? [Any])?.count == 1)
    #expect(render(.junit, [broken]).text.contains("<error type=\"malformed-markup\""))
    #expect(render(.gitlab, [broken]).text.contains("\"blocker\""))
  }

  @Test("beyond the limit the most severe results stay, and what is left out is said")
  func limit() throws {
    let rare = try outcome("A 47-year-old lighthouse keeper from Moosonee with Erdheim-Chester disease, March 2021.")
    let broken = try outcome("<html><body><p>x</div></body></html>", name: "b.xhtml", format: .xhtml)
    let (text, remarks) = render(.sarif, Array(repeating: rare, count: 10_000) + [broken])
    let log = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let results = try #require((log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
    #expect(results.count == 25_000)
    #expect(results.last?["ruleId"] as? String == "case/unreadable")
    #expect(results.count { $0["level"] as? String == "error" } == 10_001)
    #expect(remarks.count == 1)
    #expect(text.contains("left out of the report"))
  }

  @Test("at most nine annotations of a level and one line that counts the others; what was not read comes first")
  func annotations() throws {
    let named = try (0..<20).map { try outcome("Seen by Dr. Tremblay with Mrs. Roy.", name: "\($0).txt") }
    let broken = try outcome("<html><body><p>x</div></body></html>", name: "b.xhtml", format: .xhtml)
    let lines = render(.github, named + [broken]).text.split(separator: "\n")
    #expect(lines.count == 10)
    #expect(lines.first?.contains("file=b.xhtml") == true)
    #expect(lines[8].contains("file=7.txt"))
    #expect(lines.last?.contains("32 more errors") == true)
  }

  @Test("fingerprints are unique, and the same when lines are added before")
  func fingerprints() throws {
    func prints(_ text: String) throws -> [String] {
      let array = try #require(
        JSONSerialization.jsonObject(with: Data(render(.gitlab, [outcome(text)]).text.utf8)) as? [[String: Any]])
      return array.compactMap { $0["fingerprint"] as? String }
    }
    let text = "Dr. Tremblay saw Mrs. Roy; Mr. Gagnon called 418-555-0143.\n"
    let found = try prints(text)
    #expect(found.count > 3 && Set(found).count == found.count)
    #expect(try prints("Chest pain.\n\n" + text) == found)
    let twice = render(.gitlab, [try outcome(text), try outcome(text)]).text
    let all = twice.matches(of: /"fingerprint": "([^"]+)"/).map { String($0.1) }
    #expect(Set(all).count == 2 * found.count)
  }

  @Test("any file name gives well-formed reports and one command a line", arguments: hostile)
  func names(name: String) throws {
    let outcomes = [try outcome("Seen by Dr. Tremblay.", name: name), try outcome([0xFF, 0x00], name: name)]
    for format in [ReportFormat.junit, .html] {
      #expect(XMLCheck.isWellFormed(render(format, outcomes).text), "\(format)")
    }
    for format in [ReportFormat.sarif, .gitlab, .json] {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(render(format, outcomes).text.utf8)) }
    }
    let lines = render(.github, outcomes).text.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n" || $0 == "\r"
    }
    #expect(lines.dropLast().allSatisfy { $0.hasPrefix("::error file=") || $0.hasPrefix("::warning file=") })
    #expect(lines.last?.isEmpty == true)
    var summary = StepSummary(
      ReportContext(options: ReportOptions(messages: .english), policy: "canada", isSingle: false))
    let rows = outcomes.map { summary.add($0) }.joined().split(separator: "\n")
    #expect(rows.count == 4)
    for row in rows { #expect(row.count { $0 == "|" } == 7 && !row.contains("<") && !row.contains("`")) }
  }

  @Test("what does not fail the run is no failure, and two cases that could be one patient are")
  func junit() throws {
    let review = try outcome("The patient said: “I thought I would die that night.” A 60-year-old man with chest pain.")
    #expect(review.verdict == .review)
    #expect(render(.junit, [review]).text.contains("failures=\"1\""))
    let mild = render(.junit, [review], failsOn: .block).text
    #expect(mild.contains("failures=\"0\"") && mild.contains("<system-out>"))
    let library = LibraryReport(cases: 2, unique: 0, links: [(first: "a.txt", second: "b.txt")])
    for format in [ReportFormat.sarif, .gitlab, .github, .junit] {
      let text = render(format, [], library: library).text
      #expect(text.contains("case/linked") && text.contains("a.txt") && text.contains("b.txt"), "\(format)")
    }
    #expect(render(.html, [], library: library).text.contains("a.txt, b.txt"))
  }
}
