import CaviardCase
import CaviardReading
import Testing

@Suite("XHTML as detectors see it")
struct XHTMLReaderTests {
  @Test("a word that inline elements cut is one word")
  func inlineElements() throws {
    let text = try read(page("<p>Dr Th<b>ad</b>d<em><i>e</i></em>us saw <x>her</x>.</p>"))
    #expect(text.summary == ["p|Dr Thaddeus saw her.", "#markup-name|x", "#markup-name|x"])
    let span = try #require(text.span(of: "Thaddeus"))
    #expect(text.sourceString(span) == "Th…ad…d…e…us")
  }

  @Test("references are decoded and never cut")
  func references() throws {
    let text = try read(page("<p>L&eacute;a, L&#233;o &amp; Zo&#xEB;&nbsp;B</p>"))
    #expect(text.summary == ["p|Léa, Léo & Zoë\u{A0}B"])
    let span = try #require(text.span(of: "Léa"))
    #expect(text.sourceString(span) == "L&eacute;a")
    let half = TextSpan(span.lower + 1, span.lower + 2)
    #expect(text.sourceString(half) == "&eacute;")
  }

  @Test("entities of HTML are known with a DOCTYPE and an external subset that is never fetched")
  func externalDocumentType() throws {
    let text = try read(
      """
      <?xml version="1.0"?>
      <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
      <html xmlns="http://www.w3.org/1999/xhtml"><head><title>L&eacute;a</title></head><body/></html>
      """)
    #expect(text.summary == ["title|Léa"])
  }

  @Test("blocks end paragraphs; a line break does not")
  func blockElements() throws {
    let text = try read(
      page(
        "<h2>One</h2>\n<div>two <p>three<br/>four</p> five</div><ul><li>six<p>seven</p></li></ul>"
          + "<table><tr><th>a</th><td><p>b</p></td></tr></table>"))
    #expect(text.summary == ["h|One", "p|two", "p|three\nfour", "p|five", "li|six", "li|seven", "td|a", "td|a: b"])
    let span = try #require(text.span(of: "three\nfour"))
    #expect(text.sourceString(span) == "three…four")
  }

  @Test("CDATA flows with what is around, and says how to write there")
  func characterData() throws {
    let text = try read(page("<p>Th<![CDATA[ad]]>deus</p><p><![CDATA[a < b ]] & c]]></p><p><![CDATA[]]>x</p>"))
    #expect(text.summary == ["p|Thaddeus", "p|a < b ]] & c", "p|x"])
    #expect(text.blocks.map(\.context) == [.code, .cdata, .markup])
  }

  @Test("comments, instructions, scripts and styles are read, after the flow they interrupt")
  func asides() throws {
    let text = try read(
      page("<p>Th<!-- by Léa -->ad</p><?note by Max?><script>var a = 'Zoé';</script><style>p {}</style>") + "<!--z-->")
    #expect(
      text.summary == [
        "p|Thad", "comment|by Léa", "#markup-name|note", "pi|by Max", "code|var a = 'Zoé';", "code|p {}", "comment|z",
      ])
    #expect(text.blocks.map(\.context) == [.markup, .comment, .identifier, .comment, .code, .code, .comment])
  }

  @Test("attribute values are blocks of their own; HTML's own words are not")
  func attributes() throws {
    let text = try read(
      page(
        "<p id='lea' title=\"L&eacute;a &amp; Max\nB\" lang='fr' dir=\"ltr\">a <a href='mailto:x@y.ca' rel='next'>b</a></p>"
          + "<td colspan='2' data-owner='Zoé' lang='tremblay'/>"))
    #expect(
      text.summary == [
        "#id|lea", "@title|Léa & Max\nB", "p|a b", "#href|mailto:x@y.ca", "#markup-name|data-owner", "@data-*|Zoé",
        "@lang|tremblay",
      ])
    let span = try #require(text.span(of: "Léa & Max"))
    #expect(text.sourceString(span) == "L&eacute;a &amp; Max")
    #expect(text.blocks[0].context == .identifier)
    #expect(text.blocks[1].context == .attribute)
  }

  @Test("names that somebody made up are read, in both tags")
  func names() throws {
    let text = try read(
      "<!DOCTYPE marie SYSTEM 'tremblay.dtd'><html xmlns:lea='http://www.w3.org/1999/xhtml'><svg:g/><le-max zoe='1'>a</le-max></html>"
    )
    #expect(
      text.summary == [
        "#markup-name|marie", "#markup-name|tremblay.dtd", "#markup-name|lea", "#markup-name|le-max",
        "#markup-name|zoe",
        "@other|1", "p|a", "#markup-name|le-max",
      ])
  }

  @Test("links are read with their escapes undone")
  func escapes() throws {
    let text = try read(page("<a href='L%C3%A9a%20B?q=100%25&amp;r=%zz%C3%E9' title='%41'>x</a>"))
    #expect(text.summary == ["#href|Léa B?q=100%&r=%zz%C3%E9", "@title|%41", "p|x"])
    let span = try #require(text.span(of: "Léa B"))
    #expect(text.sourceString(span) == "L%C3%A9a%20B")
  }

  @Test("the language declared is inherited, and unknown when a paragraph has two")
  func language() throws {
    let text = try read(
      "<html xml:lang='en-CA'><body><p>one</p><p lang='fr'>deux</p><p>a <i lang='fr'>b</i></p><p lang='de'>c</p></body></html>"
    )
    #expect(text.blocks.map(\.declaredLanguage) == [.english, .french, nil, nil])
  }

  @Test("a pin holds for everything inside; an unknown one is an error")
  func pins() throws {
    let text = try read(page("<div data-caviard-pin='diagnosis'><p>a</p></div><p>b</p>"))
    #expect(text.blocks.map(\.pin) == [.diagnosis, nil])
    #expect(failure(page("<p data-caviard-pin='diagnoses'>a</p>"))?.code == .invalidRecord)
  }

  @Test("media are whole elements, the outermost only")
  func media() throws {
    let body =
      "<p>a<img src='x.jpg' alt='Her'/>b</p><video><source src='v.mp4'/>No <img/></video><a href='data:x,y'>z</a>"
    let text = try read(page(body))
    let found = text.media.map { "\($0.element)|\(String(decoding: text.source.utf8[$0.source.range], as: UTF8.self))" }
    #expect(
      found == [
        "img|<img src='x.jpg' alt='Her'/>", "video|<video><source src='v.mp4'/>No <img/></video>",
        "data|<a href='data:x,y'>z</a>",
      ])
    #expect(text.summary == ["p|a b", "#src|x.jpg", "@alt|Her", "#src|v.mp4", "p|No", "p|z"])
  }

  @Test("line ends of Windows keep their bytes")
  func carriageReturns() throws {
    let text = try read(
      "<html>\r\n<body>\r\n<p title='a\r\nb'>one\r\ntwo é\r\nthree</p>\r\n<!-- c\r\nd --></body></html>\r\n")
    #expect(text.summary == ["@title|a\r\nb", "p|one\r\ntwo é\r\nthree", "comment|c\r\nd"])
    #expect(text.faults() == [])
  }

  @Test("declared encodings give the same text")
  func encodings() throws {
    let document = "<?xml version='1.0' encoding='NAME'?><html><body><p>L\u{E9}a dit &#233;</p></body></html>"
    for (name, encoding) in [("ISO-8859-1", SourceEncoding.latin1), ("windows-1252", .windows1252), ("utf-8", .utf8)] {
      let utf8 = Array(document.replacing("NAME", with: name).utf8)
      let bytes = SourceEncoder().encode(utf8, as: SourceText(utf8: utf8, encoding: encoding), format: .xhtml)
      let text = try CaseReader().read(CaseSource(name: "c", format: .xhtml, bytes: bytes))
      #expect(text.summary == ["p|Léa dit é"])
      #expect(text.source.encoding == encoding)
    }
    for encoding in [SourceEncoding.utf16LittleEndian, .utf16BigEndian, .utf8] {
      let utf8 = Array(document.replacing("NAME", with: "utf-16").utf8)
      let source = SourceText(utf8: utf8, encoding: encoding, hasByteOrderMark: true)
      let bytes = SourceEncoder().encode(utf8, as: source, format: .xhtml)
      let text = try CaseReader().read(CaseSource(name: "c", format: .xhtml, bytes: bytes))
      #expect(text.summary == ["p|Léa dit é"])
      #expect(text.source.encoding == encoding && text.source.hasByteOrderMark)
    }
  }
}
