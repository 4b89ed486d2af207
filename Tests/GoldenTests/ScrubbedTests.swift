import CaviardCase
import CaviardPipeline
import CaviardReporting
import CaviardTestSupport
import Testing

/// Whole outputs. A fixture without a file under `Golden/scrubbed` is written as it is, or held back.
@Suite("Golden files")
struct ScrubbedTests {
  /// Fixtures whose report is kept whole: one of each reason, in each language and format.
  private static let reported = [
    "en/0001-chest-pain-plain.txt", "en/0002-chest-pain-office.txt", "en/0012-referral-letter-identifiers.txt",
    "en/0013-ward-round-xhtml.xhtml", "en/0016-itchy-folds.xhtml", "en/0019-knee.txt", "fr/0106-mains-brulantes.txt",
    "fr/0111-ne-plus-dormir.md", "fr/0116-ages-contradictoires.txt", "mixed/0201-bilingual-referral.txt",
  ]

  @Test("every fixture is scrubbed as when a person last read it")
  func scrubbed() throws {
    var files: Set<String> = []
    for run in try FixtureRun.all.get() {
      let output = run.scrubbed.output
      #expect(output != nil || run.scrubbed.after == nil, "\(run.fixture.path)")
      let changed = output == run.fixture.source.bytes ? nil : output
      if changed != nil { files.insert(run.fixture.path) }
      #expect(throws: Never.self) { try Baseline("scrubbed/" + run.fixture.path).compare(changed) }
    }
    #expect(Baseline.files(under: "scrubbed") == files.sorted())
  }

  @Test("reports are written as when a person last read them", arguments: reported)
  func report(path: String) throws {
    let run = try #require(FixtureRun.all.get().first { $0.fixture.path == path })
    var json = JSONWriter(.indented)
    JSONReport(ReportOptions(messages: .english)).write(run.scrubbed, to: &json)
    // The digest changes with every list, and no other line does.
    let digest = try #require(run.scrubbed.report?.dictionary)
    let text = String(decoding: json.bytes, as: UTF8.self).replacing(digest, with: "")
    try Baseline("reports/\(path.replacing("/", with: "-")).json").compare(Array((text + "\n").utf8))
  }

  @Test("what is scrubbed passes the gate, and scrubbing it again changes nothing")
  func settled() throws {
    let pipeline = try TestPipeline.canada.get()
    for run in try FixtureRun.all.get() {
      guard let output = run.scrubbed.output else { continue }
      let again = CaseSource(name: run.fixture.path, format: run.fixture.source.format, bytes: output)
      #expect(pipeline.check(again).verdict == .pass, "\(run.fixture.path)")
      #expect(pipeline.scrub(again).output == output, "\(run.fixture.path)")
    }
  }
}
