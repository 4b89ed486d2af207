import CaviardCase
import CaviardPipeline
import CaviardReporting
import CaviardTestSupport
import Testing

/// Every form of report over one small run: a case that passes, one with direct identifiers, one that needs a person, one that cannot be
/// read, and one under a hostile name.
@Suite("Golden reports")
struct ReportFormTests {
  private static let fixtures = [
    "en/0001-chest-pain-plain.txt", "en/0013-ward-round-xhtml.xhtml", "fr/0116-ages-contradictoires.txt",
  ]

  private static func outcomes(showsText: Bool = false) throws -> [CaseOutcome] {
    let pipeline =
      try showsText
      ? Pipeline(dictionary: TestDictionary.compiled.get(), policy: .canada, showsText: true)
      : TestPipeline.canada.get()
    let hostile = CaseSource(
      name: "cases/=a|b,\"c\" ]]> ::error::\n.txt", format: .text,
      bytes: Array("\u{FEFF}😀 A 47-year-old lighthouse keeper from Moosonee,\r\nMr. Jean\r\nTremblay.\r\n".utf8))
    let broken = CaseSource(name: "cases/broken.xhtml", format: .xhtml, bytes: Array("<html><p>x</html>".utf8))
    let chosen = try FixtureCase.all.get().filter { fixtures.contains($0.path) }.map(\.source)
    return (chosen + [hostile, broken]).map { pipeline.check($0) }
  }

  @Test(
    "every form is written as when a person last read it",
    arguments: [
      (ReportFormat.sarif, Language.english, "sarif"), (.sarif, .french, "sarif"), (.html, .english, "html"),
      (.html, .french, "html"), (.junit, .english, "xml"), (.junit, .french, "xml"), (.gitlab, .english, "json"),
      (.github, .english, "txt"), (.github, .french, "txt"), (.csv, .english, "csv"), (.text, .english, "txt"),
    ])
  func forms(format: ReportFormat, language: Language, ending: String) throws {
    let form = format.form(Self.context(language))
    try Baseline("forms/\(format.rawValue)-\(language.rawValue).\(ending)").compare(Array(Self.text(form).utf8))
  }

  @Test("the page of a workflow step", arguments: Language.allCases)
  func summary(language: Language) throws {
    let text = try Self.text(StepSummary(Self.context(language)))
    try Baseline("forms/summary-\(language.rawValue).md").compare(Array(text.utf8))
  }

  @Test("brat's standoff")
  func brat() throws {
    var form = ReportFormat.brat.form(Self.context(.english))
    let text = form.add(try Self.outcomes(showsText: true)[3])
    #expect(form.isComplete)
    try Baseline("forms/brat-en.ann").compare(Array(text.utf8))
  }

  private static func context(_ language: Language) -> ReportContext {
    ReportContext(options: ReportOptions(messages: language), policy: "canada", isSingle: false)
  }

  private static func text(_ form: any ReportForm) throws -> String {
    var form = form
    var text = form.begin()
    var tally = CaseTally()
    for outcome in try outcomes() {
      tally.count(outcome)
      text += form.add(outcome)
    }
    text += form.add(LibraryReport(cases: 5, unique: 5, links: [])) ?? ""
    return text + form.end(ReportRun(tally: tally))
  }
}
