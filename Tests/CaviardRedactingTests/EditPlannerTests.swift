import CaviardCase
import CaviardReading
import Testing

@testable import CaviardRedacting

@Suite("Edits")
struct EditPlannerTests {
  private static let person = Replacement.placeholder(.personName, number: 1)

  private func read(_ markup: String, _ format: CaseFormat = .xhtml) throws -> CaseText {
    try CaseReader().read(CaseSource(name: "case", format: format, bytes: Array(markup.utf8)))
  }

  /// Every place of `word` in the text, decided so.
  private func decisions(_ text: CaseText, _ word: String, _ kind: Kind, _ replacement: Replacement) -> [Decision] {
    let wanted = Array(word.utf8)
    return text.bytes.indices.filter { text.bytes[$0...].starts(with: wanted) }.map {
      Rewriting.decision(TextSpan($0, $0 + wanted.count), kind, replacement)
    }
  }

  private func page(_ body: String) -> String {
    "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body>\(body)</body></html>"
  }

  @Test(
    "tags inside a finding stay as they are",
    arguments: [
      ("<p>Then Th<b>ad</b>deus fell.</p>", "Thaddeus", "<p>Then [person 1]<b></b> fell.</p>"),
      ("<p>Then <b>Thaddeus</b> fell.</p>", "Thaddeus", "<p>Then <b>[person 1]</b> fell.</p>"),
      ("<p>Then &#201;lodie fell.</p>", "Élodie", "<p>Then [person 1] fell.</p>"),
      ("<p>An <b>Elm</b> man.</p>", "Elm", "<p>A <b>[person 1]</b> man.</p>"),
    ])
  func splitTags(body: String, word: String, expected: String) throws {
    let text = try read(page(body))
    let result = Rewriting().rewrite(text, decisions(text, word, .personName, Self.person))
    #expect(result == page(expected))
  }

  @Test("names and links take the identifier's form and keep the rest")
  func identifiers() throws {
    let text = try read(page("<p id=\"thaddeus-note\">x</p>"))
    let decisions = decisions(text, "thaddeus", .personName, Self.person)
    #expect(decisions.count == 1)
    #expect(Rewriting().rewrite(text, decisions) == page("<p id=\"caviard-person-1-note\">x</p>"))
  }

  @Test(
    "what is written is escaped for its place",
    arguments: [
      (WritingContext.plain, "a & b <c> \"d\" 'e'", "a & b <c> \"d\" 'e'"),
      (.markup, "a & b <c> \"d\"", "a &amp; b &lt;c&gt; \"d\""),
      (.attribute, "a & \"d\" 'e'", "a &amp; &quot;d&quot; &#39;e&#39;"),
      (.comment, "a -- b ?> c", "a - b ? c"),
      (.cdata, "a ]]> b", "a ]> b"),
      (.code, "a; b", "a--b"),
      (.identifier, "a b", "a-b"),
    ])
  func escaping(context: WritingContext, words: String, expected: String) {
    #expect(String(decoding: WritingForm.bytes(words, in: context, before: []), as: UTF8.self) == expected)
  }

  @Test("words taken out of a comment or section leave a space", arguments: [WritingContext.comment, .cdata])
  func emptied(context: WritingContext) {
    #expect(Rewriting(context: context).rewrite("a-[[only one]]-b", [(.superlative, .nothing)]) == "a- -b")
  }

  @Test("a placeholder never closes a CDATA section")
  func sectionStaysOpen() {
    let result = Rewriting(context: .cdata).rewrite("a[[b]]]> c", [(.personName, Self.person)])
    #expect(result == "a[person 1] ]> c")
  }

  @Test(
    "in names and scripts everything becomes an identifier",
    arguments: [WritingContext.identifier, .code])
  func names(context: WritingContext) {
    let result = Rewriting(context: context).rewrite("x-[[47]]-y", [(.age, EnglishWordingTests.years(45, 49))])
    #expect(result == "x-caviard-age-1-y")
  }

  @Test("overlapping findings become one, the direct one first")
  func overlaps() {
    let text = plain("seen by Anne Moosonee today")
    let result = Rewriting().rewrite(
      text,
      [
        Rewriting.decision(TextSpan(8, 21), .place, .placeholder(.place, number: 1)),
        Rewriting.decision(TextSpan(8, 12), .personName, Self.person),
      ])
    #expect(result == "seen by [person 1] today")
  }

  @Test("findings that touch are written apart")
  func glued() {
    let text = plain("AnneMoosonee")
    let result = Rewriting().rewrite(
      text,
      [
        Rewriting.decision(TextSpan(0, 4), .personName, Self.person),
        Rewriting.decision(TextSpan(4, 12), .place, .placeholder(.place, number: 1)),
      ])
    #expect(result == "[person 1] [place 1]")
  }

  @Test(
    "neighbours that would say the same become one",
    arguments: [
      ("with [[Erdheim-Chester disease]] ([[ECD]]).", "with a rare blood disease."),
      ("with [[Erdheim-Chester disease]], [[ECD]].", "with a rare blood disease."),
      ("with [[ECD]] and [[ECD]].", "with a rare blood disease and a rare blood disease."),
    ])
  func doubled(marked: String, expected: String) {
    let blood = EnglishWordingTests.disease("system-blood")
    #expect(Rewriting().rewrite(marked, [(.diagnosis, blood), (.diagnosis, blood)]) == expected)
  }

  @Test(
    "line ends inside a finding move to the nearest space",
    arguments: [
      ("Seen by [[Anne\nMoosonee]] today.", "Seen by [person 1]\ntoday."),
      ("Seen by [[Anne\nMoosonee]].", "Seen by\n[person 1]."),
      ("[[Anne\nMoosonee]].", "[person 1]."),
    ])
  func lineEnds(marked: String, expected: String) {
    #expect(Rewriting().rewrite(marked, [(.personName, Self.person)]) == expected)
  }

  @Test("a placeholder does not make a Markdown link")
  func links() throws {
    let text = try read("Anne: she fell. Anne(40) too.\n", .markdown)
    let result = Rewriting().rewrite(text, decisions(text, "Anne", .personName, Self.person))
    #expect(result == "[person 1] : she fell. [person 1] (40) too.\n")
  }

  @Test("front matter stays readable")
  func frontMatter() throws {
    let text = try read("---\ntitle: Anne's case\n---\n\nFell.\n", .markdown)
    let result = Rewriting().rewrite(text, decisions(text, "Anne", .personName, Self.person))
    #expect(result == "---\ntitle: caviard-person-1's case\n---\n\nFell.\n")
  }

  @Test("the marks of a patient's quotation go, with the space inside them")
  func quotations() {
    let bytes = Array("Il dit « Je tousse » souvent".utf8)
    let open = TextSpan(7, 9)
    let close = TextSpan(20, 22)
    let text = plain(String(decoding: bytes, as: UTF8.self))
    #expect(text.string(open) == "«" && text.string(close) == "»")
    let result = Rewriting().rewrite(text, [], [.patientQuotation(open: open, close: close)])
    #expect(result == "Il dit Je tousse souvent")
  }

  @Test(
    "media become placeholders, go, or stay",
    arguments: [
      (MediaHandling.placeholder, "<p>a [image 1] b</p>"), (.drop, "<p>a  b</p>"),
      (.keep, "<p>a <img src=\"x.png\" alt=\"\"/> b</p>"),
    ])
  func media(handling: MediaHandling, expected: String) throws {
    let text = try read(page("<p>a <img src=\"x.png\" alt=\"\"/> b</p>"))
    #expect(Rewriting(media: handling).rewrite(text, []) == page(expected))
  }

  private func plain(_ string: String) -> CaseText {
    let bytes = Array(string.utf8)
    let whole = TextSpan(0, bytes.count)
    return CaseText(
      source: SourceText(utf8: bytes), format: .text, bytes: bytes,
      blocks: bytes.isEmpty ? [] : [TextBlock(span: whole, role: .paragraph, context: .plain)],
      map: OffsetMap(identity: bytes.count))
  }
}
