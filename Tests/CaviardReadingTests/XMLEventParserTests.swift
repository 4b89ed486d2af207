import CaviardReading
import Testing

@Suite("XML files of data")
struct XMLEventParserTests {
  private func events(_ text: String, pieces: Int = 7) throws(XMLDataFault) -> [XMLEvent] {
    var parser = XMLEventParser()
    var events: [XMLEvent] = []
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + pieces)
      events += try parser.parse(Array(bytes[start..<end]))
      start = end
    }
    return events + (try parser.finish())
  }

  private func fault(_ text: String) -> XMLDataFault? {
    do throws(XMLDataFault) {
      _ = try events(text)
      return nil
    } catch {
      return error
    }
  }

  @Test("elements, attributes, text and CDATA come whole, whatever the pieces", arguments: [1, 3, 1000])
  func whole(pieces: Int) throws {
    let text = "<a>\n<b lang=\"fr\">é &amp; <![CDATA[<x>]]></b></a>"
    let found = try events(text, pieces: pieces)
    #expect(
      found.map(\.content) == [
        .start(name: "a", attributes: [:]), .text("\n"), .start(name: "b", attributes: ["lang": "fr"]),
        .text("é & <x>"), .end(name: "b"), .end(name: "a"),
      ])
    #expect(found.map(\.line)[2] == 2)
  }

  @Test("the declared encoding counts")
  func encoding() throws {
    var parser = XMLEventParser()
    let head = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>".utf8)
    let found = try parser.parse(head + [0xE9] + Array("</a>".utf8)) + parser.finish()
    #expect(found.map(\.content).contains(.text("é")))
  }

  @Test("entities, document types, broken and deep files are refused with their line")
  func refused() {
    let bomb = "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;\">]>\n<a>&y;</a>"
    #expect(fault(bomb)?.reason == .documentType)
    #expect(fault("<!DOCTYPE a SYSTEM \"http://localhost/a.dtd\"><a/>")?.reason == .documentType)
    #expect(fault("<a>\n<b>\n</a>") == XMLDataFault(reason: .malformed, line: 3))
    #expect(fault("<a>&eacute;</a>")?.reason == .malformed)
    #expect(fault("<a>")?.reason == .malformed)
    #expect(fault("")?.reason == .malformed)
    #expect(fault("<a>\u{0}</a>")?.reason == .malformed)
    #expect(fault(String(repeating: "<a>", count: 100))?.reason == .tooDeep(limit: 64))
  }
}
