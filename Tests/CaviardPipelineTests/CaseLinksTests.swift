import CaviardCase
import CaviardPipeline
import CaviardReading
import CaviardTestSupport
import Testing

@Suite("links follow renamed files")
struct CaseLinksTests {
  private static let keeping: Result<Pipeline, any Error> = {
    var policy = Policy.canada
    policy.media = .keep
    return TestPipeline.make(policy)
  }()
  private static let links = CaseLinks([
    (from: "img/knee left.png", to: "img/k1.png"), (from: "img/knee,b.png", to: "img/k2.png"),
    (from: "img/a#b.png", to: "img/k3.png"), (from: "img/été.png", to: "img/k4.png"),
    (from: "style/sheet one.css", to: "style/s1.css"), (from: "ward/x.html", to: "w1/x.html"),
    (from: "img/kept.png", to: "img/kept.png"), (from: "img/50%.png", to: "img/k 5.png"),
  ])

  private static func page(_ body: String, style: String = "") -> String {
    "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Knee</title>\(style)</head>"
      + "<body><p>A 60-year-old man with knee pain.</p>\(body)</body></html>"
  }

  private static func sheet(_ text: String, at path: String = "style/main.css") throws -> String {
    let pipeline = try keeping.get().following(links.from(path))
    return String(decoding: try #require(try pipeline.copy(Array(text.utf8), of: .styleSheet)), as: UTF8.self)
  }

  @Test(
    "in a list of pictures each goes where its file went, with its descriptor",
    arguments: [
      ("img/knee%20left.png", "img/k1.png"), ("  ./img/knee%20left.png  2x ", "img/k1.png  2x"),
      (
        "img/kept.png 1x, img/knee%20left.png 2x,img/%C3%A9t%C3%A9.png 3x",
        "img/kept.png 1x, img/k1.png 2x,img/k4.png 3x"
      ),
      ("img/knee%2Cb.png 100w, img/knee,b.png 200w", "img/k2.png 100w, img/k2.png 200w"),
      ("img/été.png, img/a%23b.png#top 1.5x", "img/k4.png, img/k3.png#top 1.5x"),
      ("img/été.png?v=1 2x", "img/k4.png?v=1 2x"), ("img/50%.png 2x", "img/k%205.png 2x"),
      ("img/kept.png 10w (a, b), img/&#xE9;t&eacute;.png", "img/kept.png 10w (a, b), img/k4.png"),
    ])
  func sourceSet(_ list: String, _ expected: String) throws {
    // Without a document type, XML knows no `&eacute;`.
    let list = list.replacing("&eacute;", with: "&#233;")
    let source = CaseSource(
      name: "-", format: .xhtml,
      bytes: Array(Self.page("<p><img src=\"img/kept.png\" alt=\"knee\" srcset=\"\(list)\"/></p>").utf8))
    let outcome = try Self.keeping.get().following(Self.links.from("page.xhtml")).scrub(source)
    let written = String(decoding: try #require(outcome.output), as: UTF8.self)
    let isTrimmed = list.first == " "
    #expect(written.contains(isTrimmed ? "srcset=\"  \(expected) \"" : "srcset=\"\(expected)\""), "\(written)")
  }

  @Test(
    "styles follow in every form",
    arguments: [
      ("p { background: url(../img/knee%20left.png) }", "p { background: url(../img/k1.png) }"),
      ("p { background: url( \"../img/knee left.png\" ) }", "p { background: url( \"../img/k1.png\" ) }"),
      ("p { background: URL('../img/knee\\20 left.png') }", "p { background: URL('../img/k1.png') }"),
      ("p { background: url(../img/knee\\ left.png) }", "p { background: url(../img/k1.png) }"),
      (
        "p { background: url(../img/knee\\,b.png),url(../img/\\e9t\\0000e9.png) }",
        "p { background: url(../img/k2.png),url(../img/k4.png) }"
      ),
      ("@import \"sheet one.css\" screen;", "@import \"s1.css\" screen;"),
      ("@IMPORT url( 'sheet%20one.css' );", "@IMPORT url( 's1.css' );"),
      ("@import\n './sheet one.css';", "@import\n 's1.css';"),
      ("@font-face { src: url(\"../img/a%23b.png?#x\") }", "@font-face { src: url(\"../img/k3.png?#x\") }"),
      ("p { cursor: url(../img/50%.png), auto }", "p { cursor: url(../img/k%205.png), auto }"),
    ])
  func styles(_ style: String, _ expected: String) throws {
    #expect(try Self.sheet(style) == expected)
    let page = Self.page("", style: "<style>\(style.replacing("../", with: ""))</style>").replacing(
      "sheet", with: "style/sheet")
    let outcome = try Self.keeping.get().following(Self.links.from("page.xhtml"))
      .scrub(CaseSource(name: "-", format: .xhtml, bytes: Array(page.utf8)))
    let written = String(decoding: try #require(outcome.output), as: UTF8.self)
    let there = expected.replacing("../", with: "").replacing("s1", with: "style/s1")
    #expect(written.contains("<style>\(there)</style>"), "\(written)")
  }

  @Test("a style of an element follows, with quotes as references too")
  func attributes() throws {
    let body =
      "<p style=\"background:url(&quot;img/knee left.png&quot;)\">A</p><p style='background: url(img/%c3%a9t%C3%A9.png)'>B</p>"
      + "<p style='background:url(\"img/kept.png\")'>C</p>"
    let outcome = try Self.keeping.get().following(Self.links.from("page.xhtml"))
      .scrub(CaseSource(name: "-", format: .xhtml, bytes: Array(Self.page(body).utf8)))
    let written = String(decoding: try #require(outcome.output), as: UTF8.self)
    let expected =
      "<p style=\"background:url(&quot;img/k1.png&quot;)\">A</p><p style='background: url(img/k4.png)'>B</p>"
      + "<p style='background:url(\"img/kept.png\")'>C</p>"
    #expect(written.contains(expected), "\(written)")
  }

  @Test(
    "what leads elsewhere stays byte for byte",
    arguments: [
      "@import \"kept.css\"; p { background: url(../img/kept%2Epng) }",
      "p { background: url(../../img/knee%20left.png) }",
      "p { background: url(/img/knee%20left.png) }",
      "p { background: url(#clip) } .q { content: 'url' }", "p { background: my-url(../img/knee%20left.png) }",
      "p { background: url(../img/knee%20left.png", "p { background: url('../img/knee%20left.png) }", "@import",
      "@import '",
      "url(", "url(\\", "@", "p { width: calc(1px + (2px)) } /* url() url( ) url('') */",
    ])
  func elsewhere(_ style: String) throws {
    #expect(try Self.sheet(style) == style)
  }

  @Test("a link that lies in a folder with another name leads there, from wherever the sheet lies")
  func folders() throws {
    #expect(try Self.sheet("p{background:url(ward/x.html)}", at: "main.css") == "p{background:url(w1/x.html)}")
    #expect(
      try Self.sheet("p{background:url(../../ward/x.html)}", at: "a/b/c.css") == "p{background:url(../../w1/x.html)}")
  }

  @Test("escapes of links: what is none stays")
  func escapes() {
    let cases = [
      ("a%20b", "a b"), ("%C3%A9", "é"), ("%25C3%25A9", "é"), ("%+f", "%+f"), ("%", "%"), ("%2", "%2"),
      ("50%.png", "50%.png"),
      ("%E9", "%E9"), ("%0A", "%0A"), ("", ""),
    ]
    for (link, expected) in cases {
      #expect(String(decoding: PercentEscape.decoded(Array(link.utf8)), as: UTF8.self) == expected, "\(link)")
    }
  }
}
