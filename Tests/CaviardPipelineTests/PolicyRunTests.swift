import CaviardCase
import CaviardPolicies
import CaviardReading
import CaviardTestSupport
import CaviardTokenizing
import Testing

@testable import CaviardPipeline

/// What the built-in policies make of cases.
@Suite("Policies at work")
struct PolicyRunTests {
  private static let story = """
    Mrs. Ruth Castellane, a 47-year-old teacher from Moosonee, was seen on 3 March 2021 at Harbour General Hospital with
    asthma. Her husband, Mark Castellane, drove her. Dr. Peter Hollis saw Mrs. Castellane again in April 2021.

    """

  private func pipeline(_ name: String, _ more: String = "") throws -> Pipeline {
    let text = Array("extends: \(name)\n\(more)".utf8)
    return try TestPipeline.make(PolicyCatalogue { $0 == "p.yml" ? text : nil }.policy("p.yml")).get()
  }

  private func source(_ text: String, _ format: CaseFormat = .text, _ encoding: SourceEncoding = .utf8) -> CaseSource {
    let bytes = SourceEncoder().encode(
      Array(text.utf8), as: SourceText(utf8: Array(text.utf8), encoding: encoding), format: format)
    return CaseSource(name: "case", format: format, bytes: bytes, encoding: encoding == .utf8 ? nil : encoding)
  }

  private func scrubbed(_ text: String, _ pipeline: Pipeline) throws -> String {
    String(decoding: try #require(pipeline.scrub(source(text)).output), as: UTF8.self)
  }

  @Test("a floor is applied whatever K, and what it left passes with it", arguments: BuiltInPolicy.allCases)
  func floors(builtIn: BuiltInPolicy) throws {
    guard builtIn != .flagOnly else { return }
    let pipeline = try pipeline(builtIn.rawValue)
    var generator = CaseGenerator(seed: 77)
    for _ in 1...60 {
      let generated = generator.next().source
      guard let output = pipeline.scrub(generated).output else { continue }
      let written = CaseSource(
        name: "case", format: generated.format, bytes: output, encoding: generated.encoding,
        language: generated.language)
      let again = pipeline.scrub(written)
      #expect(again.verdict == .pass)
      #expect(again.output == output)
    }
  }

  @Test(
    "a form finer than the floor blocks, a coarser one passes",
    arguments: [
      ("hipaa-safe-harbor", "A man with asthma was seen in March 2021.", false),
      ("hipaa-safe-harbor", "A man with asthma was seen in 2021.", true),
      ("hipaa-safe-harbor", "A man from Toronto with asthma.", false),
      ("hipaa-safe-harbor", "A man from Ontario with asthma.", true),
      ("quebec-law-25", "A 47-year-old man with asthma.", false),
      ("quebec-law-25", "A man in his forties with asthma.", true),
      ("strict", "A 47-year-old man with chest pain.", false), ("canada", "A man from Toronto with asthma.", true),
    ])
  func below(policy: String, text: String, passes: Bool) throws {
    let outcome = try pipeline(policy).check(source(text))
    #expect(outcome.report?.reasons.contains(.belowFloor) == !passes)
    #expect((outcome.verdict == .pass) == passes)
  }

  @Test("a pin does not lift a floor")
  func pinned() throws {
    let text = try scrubbed(
      "A man with asthma was seen on 3 March 2021.", try pipeline("hipaa-safe-harbor", "pin: [date]"))
    #expect(text == "A man with asthma was seen in 2021.")
  }

  // MARK: flag-only

  @Test(
    "the copy for a person is marked in any format and encoding, and no policy lets it pass",
    arguments: [
      (CaseFormat.text, SourceEncoding.utf8, PolicyRunTests.story),
      (.text, .utf16LittleEndian, PolicyRunTests.story),
      (.text, .windows1252, "Émile Castellane, 34 ans, de Nelson.\n"),
      (.text, .utf8, "Nothing to find here.\n"), (.markdown, .utf8, "# Case\n\n" + PolicyRunTests.story),
      (.markdown, .utf8, "---\ntitle: Mrs. Ruth Castellane\n---\n\n" + PolicyRunTests.story),
      (
        .xhtml, .utf8,
        #"<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Mrs. Ruth Castellane</title></head><body><p id="p1" "#
          + #"title="Mrs. Ruth Castellane">Mrs. <b>Ruth</b> Castellane, 34 &amp; well.</p><!-- Mrs. Ruth Castellane "#
          + "--><p><![CDATA[Mrs. Ruth Castellane]]></p></body></html>"
      ), (.xhtml, .latin1, "<p>Mme Émilie Castellane, 34 ans.</p>"),
    ])
  func reviewCopy(format: CaseFormat, encoding: SourceEncoding, text: String) throws {
    let flagging = try pipeline("flag-only")
    let case_ = source(text, format, encoding)
    let outcome = flagging.scrub(case_)
    #expect(outcome.output == nil)
    #expect(outcome.report?.findings.allSatisfy { $0.replacement == nil } == true)
    let copy = try #require(outcome.reviewCopy)
    let moved = CaseSource(name: "moved", format: format, bytes: copy, encoding: case_.encoding)
    for name in BuiltInPolicy.names {
      let pipeline = try pipeline(name)
      #expect(pipeline.check(moved).report?.reasons.contains(.notForSharing) == true, "\(name)")
      #expect(pipeline.check(moved).verdict == .block)
      let scrubbed = pipeline.scrub(moved)
      #expect(scrubbed.output == nil && scrubbed.reviewCopy == nil)
    }
  }

  @Test("a sentence moved out of the copy is refused by the marks of its findings")
  func moved() throws {
    let copy = try #require(try pipeline("flag-only").scrub(source(Self.story)).reviewCopy)
    let line = try #require(String(decoding: copy, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("Mrs.") })
    #expect(line.hasPrefix("Mrs. {caviard-review person-name: Ruth Castellane}, a {caviard-review age: 47-year-old}"))
    let outcome = try TestPipeline.canada.get().check(source(String(line)))
    #expect(outcome.report?.reasons.contains(.notForSharing) == true)
  }

  // MARK: Surrogates

  @Test("no list knows a word of the invented names, and none stands twice")
  func invented() throws {
    let dictionary = try TestDictionary.compiled.get()
    let words = SurrogateName.all.flatMap { [$0.given, $0.surname] }
    #expect(words.count == 240 && Set(words).count == 240)
    for word in words {
      #expect(Tokenizer().keys(of: word).map { dictionary.word($0) } == [nil], "\(word)")
      #expect(word.utf8.allSatisfy { $0 < 0x80 } && !"AEIOUYH".contains(word.first ?? "A"), "\(word)")
    }
    for sex in [Sex.female, .male, nil] { #expect(SurrogateName.all.count { $0.sex == sex } == 40) }
  }

  @Test("a person has one invented name in a case, of the sex the case says; clinical facts have none")
  func surrogates() throws {
    let pipeline = try pipeline("canada", "surrogates: true")
    let text = try scrubbed(Self.story, pipeline)
    #expect(!text.contains("Castellane") && !text.contains("Hollis") && !text.contains("[person"))
    let found = SurrogateName.all.filter { text.contains($0.given) }
    #expect(Set(found.map(\.sex)) == [.female, .male, nil])
    let patient = try #require(found.first { $0.sex == .female })
    #expect(text.hasPrefix("Mrs. \(patient.full)") && text.contains("saw Mrs. \(patient.full) again"))
    #expect(text.contains("asthma"))
    #expect(try scrubbed(text, pipeline) == text)
    for name in ["canada", "hipaa-safe-harbor"] {
      let kinds = try self.pipeline(name).check(source(text)).report?.findings.map(\.decision.finding.kind) ?? []
      #expect(!kinds.contains(.personName) && !kinds.contains(.possibleName))
    }
  }

  @Test("the same in French, and a new person gets a new name")
  func french() throws {
    let pipeline = try pipeline("canada", "surrogates: true")
    let text = try scrubbed("M. Luc Castellane, 62 ans, a été vu. Sa femme, Marie Castonier, était là.\n", pipeline)
    let found = SurrogateName.all.filter { text.contains($0.given) }
    #expect(Set(found.map(\.sex)) == [.female, .male] && found.count == 2)
    let more = try scrubbed(text + "\nM. Paul Verrier est venu.\n", pipeline)
    #expect(more.hasPrefix(text))
    #expect(SurrogateName.all.count { more.contains($0.given) } == 3)
  }
}
