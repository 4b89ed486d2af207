import CaviardCase
import CaviardReading
import Testing

/// A generator of random numbers that gives the same ones for the same seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

/// Well-formed documents made of random pieces.
struct DocumentGenerator {
  var random: SeededGenerator

  private static let pieces = [
    "Tremblay", "é", "ï\u{301}", "漢字", "👩🏽\u{200D}⚕️", " ", "\n", "\r\n", "\t", "&eacute;", "&#233;", "&#x1F469;",
    "&amp;", "&lt;",
    "&quot;", "&apos;", "&nbsp;", "47", "-", "'", "]", "]]", "a&#13;b", "&#10;", "x > y",
    String(repeating: "z", count: 301),
    String(repeating: "ô", count: 301), "&hellip;", "\u{85}", "\u{FFFD}",
  ]
  private static let elements = [
    "p", "b", "div", "em", "span", "li", "td", "h2", "q", "svg:g", "object", "made-up", "title", "script", "o:p",
  ]
  private static let attributes = [
    "id", "title", "href", "alt", "lang", "class", "data-x", "xml:lang", "style", "xlink:href",
  ]

  mutating func document() -> String {
    var text = ""
    if Bool.random(using: &random) { text += "<?xml version=\"1.0\"?>\r\n" }
    if Bool.random(using: &random) { text += "<!DOCTYPE html PUBLIC \"-//a b\" 'x\"y.dtd' >\n" }
    if Bool.random(using: &random) { text += "<!-- é -->\n<?go on ?>" }
    text += element("html", depth: 0)
    if Bool.random(using: &random) { text += " \r\n<!--\r\n--><?x?> " }
    return text
  }

  private mutating func element(_ name: String, depth: Int) -> String {
    var text = "<\(name)"
    for attribute in Self.attributes.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)) {
      let quote = Bool.random(using: &random) ? "\"" : "'"
      let value = characters(3).replacing(quote, with: "/")
      let space = [" ", "\r\n", "  "].randomElement(using: &random) ?? " "
      text += "\(space)\(attribute)\(Bool.random(using: &random) ? "=" : " =\n")\(quote)\(value)\(quote)"
    }
    if Int.random(in: 0..<6, using: &random) == 0 { return text + (Bool.random(using: &random) ? "/>" : " />") }
    text += ">"
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      switch Int.random(in: 0..<8, using: &random) {
      case 0..<3: text += characters(4)
      case 3 where depth < 8, 4 where depth < 8, 5 where depth < 8:
        text += element(Self.elements.randomElement(using: &random) ?? "p", depth: depth + 1)
      case 6: text += "<![CDATA[\(characters(3).replacing("]]", with: "]"))]]>"
      case 7: text += "<!--\(characters(2).replacing("-", with: "_"))-->"
      default: text += "<br/>"
      }
    }
    return text + "</\(name)\(Bool.random(using: &random) ? "" : " \n")>"
  }

  private mutating func characters(_ most: Int) -> String {
    (0..<Int.random(in: 0...most, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
  }
}

@Suite("Properties of reading XHTML")
struct XHTMLPropertyTests {
  @Test("every text byte comes from its source bytes, whatever the chunks", arguments: UInt64(1)...40)
  func offsets(_ seed: UInt64) throws {
    var generator = DocumentGenerator(random: SeededGenerator(seed: seed))
    for _ in 0..<25 {
      let document = generator.document()
      let text = try read(document)
      #expect(text.faults() == [])
      for chunk in [4, 7, 64] {
        let again = try read(document, limits: ReadingLimits(chunkBytes: chunk))
        #expect(again.bytes == text.bytes)
        #expect(again.blocks == text.blocks)
        #expect(again.map == text.map)
        #expect(again.media == text.media)
      }
      for block in text.blocks { try checkScalars(of: block, in: text) }
    }
  }

  /// Every scalar maps to source that reads as the same scalar.
  private func checkScalars(of block: TextBlock, in text: CaseText) throws {
    var lower = block.span.lower
    for scalar in text.string(block.span).unicodeScalars {
      let span = TextSpan(lower, lower + UTF8.width(scalar))
      lower = span.upper
      let source = text.sourceString(span)
      if source.isEmpty {
        // A line break or picture stands here.
        #expect(scalar == "\n" || scalar == " ")
      } else if source.unicodeScalars.count > 1 {
        #expect(try read("<p>x\(source)y</p>").summary == ["p|x\(scalar)y"])
      } else {
        #expect(source.unicodeScalars.first == scalar)
      }
    }
  }

  @Test("bytes thrown at the reader never trap", arguments: UInt64(1)...20)
  func noise(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var generator = DocumentGenerator(random: random)
    for _ in 0..<50 {
      var bytes = Array(generator.document().utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        default: bytes.insert(contentsOf: "<>&;\"'/!-[]?".utf8.shuffled(using: &random).prefix(2), at: at)
        }
      }
      for format in CaseFormat.allCases {
        if let text = try? CaseReader().read(CaseSource(name: "c", format: format, bytes: bytes)) {
          #expect(text.faults() == [])
        }
      }
    }
  }
}
