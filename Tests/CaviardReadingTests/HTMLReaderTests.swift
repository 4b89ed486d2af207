import CaviardCase
import CaviardReading
import CaviardTestSupport
import Testing

@Suite("HTML that is not XML")
struct HTMLReaderTests {
  @Test("tags that HTML lets one leave out are understood, and the place where XML ends is kept")
  func optionalTags() throws {
    let text = try read(
      """
      <!doctype html>
      <title>A case</title>
      <p>Dr Th<b>ad</b>deus<br>saw her
      <p>again.
      <ul><li>One<li>Two</ul>
      <table><tr><th>Name<td>Léa<tr><th>Age<td>47</table>
      """, .html)
    #expect(
      text.summary == [
        "title|A case", "p|Dr Thaddeus\nsaw her", "p|again.", "li|One", "li|Two", "td|Name", "td|Name: Léa", "td|Age",
        "td|Age: 47",
      ])
    #expect(text.faults().isEmpty)
    #expect(text.notXMLAt != nil)
    let span = try #require(text.span(of: "Thaddeus"))
    #expect(text.sourceString(span) == "Th…ad…deus")
  }

  @Test("a page that is XML is read as before")
  func wellFormed() throws {
    #expect(try read(page("<p>a<br/>b</p>"), .html).notXMLAt == nil)
  }

  @Test("a page called XHTML is not excused")
  func strict() {
    #expect(failure(page("<p>a<br>b</p>"), .xhtml)?.code == .malformedMarkup)
  }

  @Test("attributes without quotes, without values, twice, or with names that are no names are read")
  func attributes() throws {
    let text = try read(
      page(
        "<img src=lea.png alt='L&eacute;a &quot;x&quot;'hidden><p title=L&eacute;a TITLE=Max @click=\"zoe()\" "
          + "[y]=Roy id=a.b/ DATA-Name=Sam>x</p>"), .html)
    #expect(
      text.summary == [
        "#src|lea.png", "@alt|Léa \"x\"", "@title|Léa", "@title|Max", "#markup-name|@click", "@other|zoe()",
        "#markup-name|[y]", "@other|Roy", "#id|a.b/", "#markup-name|DATA-Name", "@data-*|Sam", "p|x",
      ])
    #expect(
      text.source.bareValues.map { String(decoding: text.source.utf8[$0.range], as: UTF8.self) }
        == ["lea.png", "L&eacute;a", "Max", "Roy", "a.b/", "Sam"])
  }

  @Test(
    "a reference without its semicolon is what a browser shows",
    arguments: [
      ("L&eacutea Roy", "Léa Roy"), ("L&#233a Roy", "L\u{E9}a Roy"), ("R & D, AT&T", "R & D, AT&T"),
      ("a &amp b", "a & b"),
      ("B&#156;uf", "Bœuf"), ("S&oelig;ur", "Sœur"), ("x &notit y", "x ¬it y"), ("5 < 6 <7", "5 < 6 <7"),
      ("&Eacuteric", "Éric"), ("<Émile Roy>", "<Émile Roy>"), ("x <> y", "x <> y"),
    ])
  func openReferences(_ written: String, _ shown: String) throws {
    let text = try read(page("<p>\(written)<br></p>"), .html)
    #expect(text.summary == ["p|\(shown)"])
    #expect(text.faults().isEmpty)
  }

  @Test("in a link what follows a name makes it none")
  func referencesInLinks() throws {
    let text = try read(page("<a href='?a=1&copy=Roy&reg' title='&eacuteric &eacute'>x<br></a>"), .html)
    #expect(text.summary.contains("#href|?a=1&copy=Roy®"))
    #expect(text.summary.contains("@title|&eacuteric é"))
  }

  @Test("names of characters that only browsers know are read, in text and in values; one that nobody knows is refused")
  func unknownReference() throws {
    let text = try read(page("<p title='D&NoBreak;e &commat;' >Kova&ccaron; D&ZeroWidthSpace;e&period;<br></p>"), .html)
    #expect(text.summary == ["@title|D\u{2060}e @", "p|Kovač D\u{200B}e."])
    #expect(failure(page("<p>Kova&nobody;<br></p>"), .html)?.detail == "undefined entity")
    #expect(failure(page("<p title='Kova&nobody;'>x<br></p>"), .html)?.code == .malformedMarkup)
  }

  @Test("what browsers see otherwise than XML is refused in a page, be it XML or not")
  func seenOtherwise() throws {
    for body in [
      "<p>D<![CDATA[, ]]>elphine</p>", "<p>a<!--> b --></p>", "<p>a<!---> b --></p>",
      "<table><tr>Delphine<td>x</td></tr></table>",
    ] {
      #expect(failure(page(body), .html)?.code == .malformedMarkup, "\(body)")
      #expect(failure(page(body + "<br>"), .html)?.code == .malformedMarkup, "\(body)")
    }
    #expect(try read(page("<p>4<?x >5<?x ?></p>"), .html).summary.contains("p|45"))
    #expect(failure(page("<style><![CDATA[ p {} ]]></style><table>\n<tr> <td>x</td></tr></table>"), .html) == nil)
  }

  @Test("what nobody sees does not cut a word, and is read by itself")
  func unseen() throws {
    for hidden in [
      "<span hidden>, </span>", "<span style='display: none'>, </span>", "<script></script>", "<template>, </template>",
      "<input type='hidden'/>", "<slot></slot>",
    ] {
      let text = try read(page("<p>D\(hidden)elphine<br>x</p>"), .html)
      #expect(text.summary.contains("p|Delphine\nx"), "\(hidden): \(text.summary)")
      #expect(text.faults().isEmpty)
    }
    // A cell outside a table is none for a browser; one that libxml2 closes the paragraph for is refused.
    #expect(try read(page("<div>D<td>elphine</td></div>"), .html).summary == ["p|Delphine"])
    #expect(failure(page("<p>D<td>elphine<br></p>"), .html)?.code == .malformedMarkup)
    #expect(try read(page("<div>D<div hidden='hidden'>, </div>elphine</div>")).summary.contains("p|Delphine"))
    #expect(try read(page("<p>a<script>var who = 'Léa';</script>b</p>")).summary == ["code|var who = 'Léa';", "p|ab"])
  }

  @Test("a tag with thousands of attributes is refused before anybody compares them")
  func crowded() {
    let many = (0..<200_000).map { "a\($0)" }.joined(separator: " ")
    #expect(failure("<p \(many)>x<br></p>", .html)?.code == .malformedMarkup)
    #expect(failure("<p title='\(String(repeating: "a ", count: 5000))'>x</p>") == nil)
  }

  @Test("two encodings declared in one page are one too many; one in a comment is none")
  func encodings() {
    #expect(
      failure("<?xml version='1.0' encoding='iso-8859-1'?><html><head><meta charset='utf-8'/></head></html>", .html)?
        .code == .unsupportedEncoding)
    #expect(
      failure("<?xml version='1.0' encoding='utf-8'?><html><head><meta charset='utf-8'/></head></html>", .html) == nil)
  }

  @Test("declarations that are no comments, comments, scripts and end tags of nothing do not cut words")
  func asides() throws {
    let text = try read(
      page(
        "<p>Trem<![if !vml]>bl</i>a<!-- by Léa --!>y<?php echo 1 ?></p></section>"
          + "<script>if (a<b) x = '</p> Zoé';</script><style>p > a {}</style></Roy><p>x"), .html)
    #expect(
      text.summary == [
        "p|Tremblay", "comment|[if !vml]", "comment|by Léa", "pi|echo 1 ?", "code|if (a<b) x = '</p> Zoé';",
        "code|p > a {}", "#markup-name|Roy", "p|x",
      ])
  }

  @Test(
    "what a DOCTYPE says beyond the usual is read",
    arguments: [
      ("<!doctype html>", ""), ("<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">", ""),
      ("<!DOCTYPE html SYSTEM 'about:legacy-compat'>", ""), ("<!doctypeAnne Roy>", "Anne Roy"),
      ("<!doctype html Anne Roy>", "html Anne Roy"), ("<!doctype html PUBLIC 'Anne'>", "html PUBLIC 'Anne'"),
      ("<!doctype html [Anne]>", "html [Anne]"), ("<!doctype anne>", "anne"),
    ])
  func documentType(_ text: String, _ read: String) throws {
    let summary = try CaviardReadingTests.read(text + "<p>a<br>b", .html).summary
    #expect(summary == (read.isEmpty ? [] : ["comment|\(read)"]) + ["p|a\nb"])
  }

  @Test("elements that overlap are read where they stand")
  func overlap() throws {
    let text = try read(page("<b>Jean <i>Roy</b> is</i> 47 <p>and <em>ill<p>today"), .html)
    #expect(text.summary == ["p|Jean Roy is 47", "p|and ill", "p|today"])
  }

  @Test("a word processor's page is read: prefixes, conditional comments, nested tables")
  func wordPage() throws {
    let text = try read(
      """
      <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Author content="Zoé Roy">
      <!--[if gte mso 9]><xml><o:Author>Max Roy</o:Author></xml><![endif]--></head>
      <body lang=FR-CA><p class=MsoNormal><span style='mso-x:1'>Bonjour<o:p></o:p></span></p>
      <![if !supportLists]><table border=0><tr><td><table><tr><td>Deux</table></table><![endif]></body></html>
      """, .html)
    #expect(text.summary.contains("@content|Zoé Roy"))
    #expect(text.summary.contains { $0.hasPrefix("comment|[if gte mso 9]") && $0.contains("Max Roy") })
    #expect(text.summary.contains("p|Bonjour"))
    #expect(text.summary.contains("td|Deux"))
    #expect(text.blocks.first { text.string($0.span) == "Bonjour" }?.declaredLanguage == .french)
  }

  @Test(
    "what ends too early, or what no two readers take alike, is refused with its place",
    arguments: [
      "<html><body><p>a<br>b", "<html><p>a<br>b</p><p clas", "<p>a<br>b <b>c", "<p>a<br><div>b</p>", "<p>a<br><!-- b",
      "<p>a<br><script>b", "<p>a<br></p class=Roy>", "<p>a<br></ Roy>b</p>",
      "<body><p>a<br><body class=Roy></body>", "<p>a<br>\u{1}b</p>", "<p>a<br>&#0;b</p>", "<p>a<br>b</p><a/b>",
      "<p>a<br><a title=\"x\"y\"z>b</a>", "<p data-é=Roy>a<br>", "<!-- only -->", "<p>a<br>x</p", "<p>a<br>b<",
    ])
  func refused(_ text: String) {
    let failure = failure(text, .html)
    #expect(failure?.code == .malformedMarkup)
    #expect(failure?.line == 1)
  }

  @Test("a page cut anywhere before its end is refused")
  func truncated() {
    let whole =
      "<!DOCTYPE html><html lang=fr><head><title>x</title></head><body><p title=é>a<br>&eacute;<!-- y --><p>b</body>"
    for count in 16..<whole.count {
      #expect(failure(String(whole.prefix(count)), .html)?.code == .malformedMarkup, "cut after \(count)")
    }
    #expect(failure(whole, .html) == nil)
  }

  @Test("hostile pages end in time")
  func hostile() throws {
    #expect(try read("<p>a<br>" + String(repeating: "<p>b<br>", count: 2000), .html).blocks.count == 2001)
    for piece in [
      "<!", "<a></b>", "</b>", "<b><i></b>", "&eacute", "<p>", "&", "<", "<script>", "<!--", "<a b ", "<td><b>",
    ] {
      let text = "<p>a<br>" + String(repeating: piece, count: (2 << 20) / piece.utf8.count - 16)
      _ = failure(text, .html)
    }
    #expect(failure("<br>" + String(repeating: "<b>", count: 200_000), .html)?.code == .tooDeep)
  }

  @Test("every character of a page made of random pieces maps back to its source")
  func properties() throws {
    var generator = DocumentGenerator(random: SeededGenerator(seed: 7))
    var read = 0
    for _ in 0..<2000 {
      let text = generator.html()
      guard let result = try? CaviardReadingTests.read(text, .html) else { continue }
      #expect(result.faults().isEmpty, "\(text.debugDescription)")
      if result.notXMLAt != nil { read += 1 }
    }
    #expect(read > 500)
  }
}
