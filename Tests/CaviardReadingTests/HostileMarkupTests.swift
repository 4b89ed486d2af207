import CaviardCase
import CaviardReading
import Foundation
import Testing

@Suite("Markup that must be refused")
struct HostileMarkupTests {
  @Test("a billion laughs end at the DOCTYPE")
  func billionLaughs() {
    let text = """
      <!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>
      <html>&b;</html>
      """
    #expect(
      failure(text)
        == CaseFailure(
          .malformedMarkup, byte: 15, line: 1, column: 16, detail: "declarations in the DOCTYPE"))
  }

  @Test(
    "an external entity, a parameter entity and their like are never opened",
    arguments: [
      "<!DOCTYPE html [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><html>&f;</html>",
      "<!DOCTYPE html [<!ENTITY % f SYSTEM \"file:///etc/hostname\"> %f;]><html/>",
      "<!DOCTYPE html [<!ENTITY f PUBLIC \"x\" \"http://127.0.0.1:9/x\">]><html><p>&f;</p></html>",
    ])
  func externalEntity(_ text: String) {
    for format in [CaseFormat.xhtml, .html] { #expect(failure(text, format)?.code == .malformedMarkup) }
  }

  @Test("an external DTD and an inclusion are left alone")
  func inclusion() throws {
    let page =
      "<html xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='/etc/hostname' parse='text'/><p>a</p></html>"
    let hostname = try? String(contentsOfFile: "/etc/hostname", encoding: .utf8)
    for text in [page, "<!DOCTYPE html SYSTEM 'http://127.0.0.1:9/x.dtd'>" + page] {
      let read = try read(text).summary
      #expect(read.contains("p|a"))
      if let name = hostname?.split(separator: "\n").first, name.count > 3 { #expect(!read.joined().contains(name)) }
    }
  }

  @Test(
    "an undefined entity is refused, with and without a DOCTYPE",
    arguments: [
      "<html><p>L&nobody;a</p></html>", "<html><p title='L&nobody;a'/></html>",
      "<!DOCTYPE html SYSTEM 'x.dtd'><html><p>L&nobody;a</p></html>",
      "<!DOCTYPE html SYSTEM 'x.dtd'><html><p title='L&nobody;a'/></html>",
    ])
  func undefinedEntity(_ text: String) {
    let failure = failure(text)
    #expect(failure?.code == .malformedMarkup)
    #expect(failure?.detail == "undefined entity")
  }

  @Test("nesting past the limit is refused, at it read")
  func depth() {
    func nested(_ count: Int) -> String {
      String(repeating: "<p>", count: count) + String(repeating: "</p>", count: count)
    }
    #expect(failure(nested(256)) == nil)
    #expect(failure(nested(257))?.code == .tooDeep)
    #expect(failure(nested(200_000))?.code == .tooDeep)
    #expect(failure("<!DOCTYPE html>" + nested(200_000).replacing("p>", with: "b>"), .html)?.code == .tooDeep)
    #expect(failure("<!DOCTYPE html>" + String(repeating: "<b>", count: 200_000), .html)?.code == .tooDeep)
  }

  @Test(
    "what is not well-formed is refused with its place",
    arguments: [
      ("<html>\n<p>é</b></html>", 2), ("<html><p>", 1), ("", 1), ("   ", 1), ("text", 1), ("<html/>x", 1),
      ("<a/>\n<b/>", 2),
      ("<p a='1' a='2'/>", 1), ("<p>&</p>", 1), ("<p>a & b</p>", 1), ("<p>\u{1}</p>", 1), ("<p a='<'/>", 1),
      ("<p><!-- a -- b --></p>", 1), ("<p>]]></p>", 1), ("<html><br></html>", 1),
    ])
  func malformed(_ text: String, _ line: Int) {
    let failure = failure(text)
    #expect(failure?.code == .malformedMarkup)
    #expect(failure?.line == line)
  }

  @Test("a document cut anywhere is refused")
  func truncated() {
    let whole = page("<p title='é'>a &eacute; <![CDATA[x]]><!-- y --></p>")
    for count in 1..<whole.count {
      #expect(failure(String(whole.prefix(count)))?.code == .malformedMarkup, "cut after \(count)")
    }
  }

  @Test("a file over the limit is refused unread")
  func tooLarge() {
    let text = page(String(repeating: "a", count: 3 << 20))
    #expect(failure(text)?.code == .tooLarge)
    #expect(failure(page("<p title='12345'/>"), limits: ReadingLimits(markupBytes: 4))?.code == .tooLarge)
    #expect(failure(page("<!--12345-->"), limits: ReadingLimits(markupBytes: 4))?.code == .tooLarge)
  }

  @Test("a document declared to be more than XML in a known encoding is refused: nothing reads the declaration")
  func declaration() throws {
    for declared in ["version='1.5145550123'", "version='1.0' encoding='Anne.Exemple'"] {
      let bytes = Array("<?xml \(declared)?><p>x</p>".utf8)
      let source = CaseSource(name: "case", format: .xhtml, bytes: bytes, encoding: .utf8)
      #expect(throws: ReadingError.self) { try CaseReader().read(source) }
    }
    #expect(failure("<?xml version='1.1' encoding = \"US-ASCII\" standalone='no' ?><p>x</p>") == nil)
  }

  @Test("names that only begin like those of W3C are read")
  func standardNames() throws {
    let text = try read(
      "<!DOCTYPE p.roy PUBLIC '-//W3C//DTD Anne' 'http://www.w3.org/exemple'><p xmlns='http://www.w3.org/roy'>x</p>")
    #expect(
      text.summary == [
        "#markup-name|p.roy", "#markup-name|-//W3C//DTD Anne", "#markup-name|http://www.w3.org/exemple",
        "#xmlns|http://www.w3.org/roy",
        "p|x",
      ])
    #expect(
      try read(
        "<!DOCTYPE p PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd'>"
          + "<p xmlns='http://www.w3.org/1999/xhtml'>x</p>"
      ).summary == ["p|x"])
  }

  @Test("cells as wide as can be written, and rows by the hundred thousand, are read in time")
  func wideTables() throws {
    let wide = "<tr><th>Name</th><th colspan='\(Int.max)'>Age</th></tr><tr><td>a</td><td>b</td></tr>"
    let cells = try read(page("<table>\(wide)</table>")).summary.filter { $0.hasPrefix("td") }
    #expect(cells == ["td|Name", "td|Age", "td|Name: a", "td|Age: b"])
    let rows = String(repeating: "<h:tr/>", count: 200_000)
    #expect(failure("<table xmlns:h='urn:h'>\(rows)</table>") == nil)
  }

  @Test("names of namespaces nobody declared are read")
  func namespaces() throws {
    let text = try read("<html xmlns:v='urn:lea'><o:p v:title='a'>b</o:p></html>")
    #expect(text.summary == ["#xmlns|urn:lea", "@title|a", "p|b"])
  }
}
