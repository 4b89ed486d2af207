import CaviardCase
import CaviardTestSupport

/// A case made of random parts, and what was planted in it.
struct GeneratedCase {
  let source: CaseSource
  let planted: [String]
  let markers: [String]
}

/// Whole files: a story with structure of a format around it, odd characters in it, in some encoding.
struct CaseGenerator {
  private var story: StoryGenerator

  init(seed: UInt64) { story = StoryGenerator(random: SeededGenerator(seed: seed)) }

  mutating func next() -> GeneratedCase {
    story = StoryGenerator(random: story.random)
    let format = story.pick([CaseFormat.text, .text, .markdown, .xhtml])
    var paragraphs = story.paragraphs()
    if story.chance(3) { paragraphs = paragraphs.map { $0.map { noisy($0) } } }
    let encoding = story.pick([SourceEncoding.utf8, .utf8, .utf8, .utf16LittleEndian, .utf16BigEndian, .latin1])
    var text =
      switch format {
      case .text: plain(paragraphs)
      case .markdown: markdown(paragraphs)
      case .xhtml, .html, .docx, .epub: xhtml(paragraphs, declaration: encoding == .latin1 ? "iso-8859-1" : nil)
      }
    if story.chance(3) { text = text.replacing("\n", with: "\r\n") }
    let bytes = Self.bytes(text, encoding, mark: story.chance(3))
    let named = encoding == .latin1 && bytes.isLatin1 && format != .xhtml
    return GeneratedCase(
      source: CaseSource(
        name: "case", format: format, bytes: bytes.bytes, encoding: named ? .latin1 : nil),
      planted: story.planted, markers: story.markers)
  }
}

extension CaseGenerator {
  private mutating func plain(_ paragraphs: [[String]]) -> String {
    let blocks = paragraphs.map { story.chance(2) ? wrapped(joined($0)) : joined($0) }
    return blocks.joined(separator: story.pick(["\n", "\n\n", "\n\n\n"]))
      + story.pick(["", "\n", "\n\n", "  "])
  }

  private mutating func markdown(_ paragraphs: [[String]]) -> String {
    var text = story.chance(5) ? "---\ntitle: \(paragraphs[0][0].prefix(20).replacing(":", with: "-"))\n---\n\n" : ""
    for sentences in paragraphs {
      let paragraph = joined(sentences)
      switch story.number(1...9) {
      case 1: text += "# \(paragraph)\n\n"
      case 2: text += sentences.map { "- \($0)\n" }.joined() + "\n"
      case 3: text += "> \(wrapped(paragraph).replacing("\n", with: "\n> "))\n\n"
      case 4: text += "| a | b |\n|---|---|\n| \(paragraph.replacing("|", with: "/")) | 1 |\n\n"
      case 5: text += "<!-- seen by Dr. \(story.marker()) -->\n\n\(paragraph)\n\n"
      case 6: text += "![a photograph of Mrs. \(story.marker())](figures/1.png)\n\n\(paragraph)\n\n"
      case 7: text += emphasised(paragraph) + "\n\n"
      case 8: text += "[\(paragraph)](https://example.ca/\(story.marker().lowercased()))\n\n"
      default: text += wrapped(paragraph) + "\n\n"
      }
    }
    return text
  }

  private mutating func xhtml(_ paragraphs: [[String]], declaration: String?) -> String {
    var text = declaration.map { "<?xml version=\"1.0\" encoding=\"\($0)\"?>\n" } ?? ""
    text += "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Mrs. \(story.marker())</title></head>\n<body>"
    for sentences in paragraphs {
      let paragraph = joined(sentences)
      let escaped = escaped(paragraph)
      switch story.number(1...8) {
      case 1: text += "<p title=\"Dr. \(story.marker())\">\(escaped)</p>"
      case 2: text += "<!-- Dr. \(story.marker()) --><p>\(escaped)</p>"
      case 3: text += "<p><![CDATA[\(paragraph)]]></p>"
      case 4: text += "<p>\(split(escaped))</p>"
      case 5: text += "<ul>" + sentences.map { "<li>\(self.escaped($0))</li>\n" }.joined() + "</ul>"
      case 6: text += "<p>\(escaped)<img src=\"a.png\" alt=\"Mr. \(story.marker())\"/></p>"
      case 7: text += "<table><tr><td>\(escaped)</td><td>1</td></tr></table>"
      default: text += "<h2>\(escaped)</h2>"
      }
      text += "\n"
    }
    return text + "</body></html>" + story.pick(["", "\n"])
  }

  /// Odd characters stand between sentences, where they part nothing that belongs together.
  private mutating func joined(_ sentences: [String]) -> String {
    let odd = ["  ", "\u{A0}", " 漢字 ", " \u{1F469}\u{200D}⚕ ", " \u{202B}", " ( ", " — "]
    var text = sentences[0]
    for sentence in sentences.dropFirst() { text += (story.chance(6) ? story.pick(odd) : " ") + sentence }
    return text
  }

  /// Spaces become line ends.
  private mutating func wrapped(_ text: String) -> String {
    String(text.map { $0 == " " && story.chance(8) ? "\n" : $0 })
  }

  private mutating func emphasised(_ text: String) -> String {
    let sign = story.pick(["*", "**", "_", "`"])
    return text.split(separator: " ", omittingEmptySubsequences: false)
      .map { story.chance(6) && $0.allSatisfy(\.isLetter) && !$0.isEmpty ? sign + $0 + sign : String($0) }
      .joined(separator: " ")
  }

  private mutating func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case "é" where story.chance(2): result += story.pick(["&eacute;", "&#233;", "&#xE9;"])
      case "\u{A0}": result += "&#160;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Inline tags inside words.
  private mutating func split(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard story.chance(5), word.count > 4, word.allSatisfy({ $0.isLetter && $0.isASCII }) else { return String(word) }
      return "\(word.prefix(2))<b>\(word.dropFirst(2).prefix(2))</b>\(word.dropFirst(4))"
    }.joined(separator: " ")
  }

  /// Characters that look like nothing, or like others.
  private mutating func noisy(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch story.number(1...60) {
      case 1 where scalar.properties.isAlphabetic: result.append(contentsOf: [scalar, "\u{AD}"])
      case 2 where scalar.properties.isAlphabetic: result.append(contentsOf: [scalar, "\u{200B}"])
      case 1...8 where scalar == " ": result.append("\u{A0}")
      case 1...30 where scalar == "'": result.append("\u{2019}")
      case 1...30 where scalar == "é": result.append(contentsOf: ["e", "\u{301}"])
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func bytes(_ text: String, _ encoding: SourceEncoding, mark: Bool) -> (bytes: [UInt8], isLatin1: Bool)
  {
    switch encoding {
    case .utf16LittleEndian:
      return ([0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }, false)
    case .utf16BigEndian:
      return ([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }, false)
    case .latin1 where text.unicodeScalars.allSatisfy { $0.value < 0x80 || 0xA0...0xFF ~= $0.value }:
      return (text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, true)
    case .utf8, .latin1, .windows1252:
      let declared = text.replacing("encoding=\"iso-8859-1\"", with: "encoding=\"utf-8\"")
      return ((mark ? [0xEF, 0xBB, 0xBF] : []) + Array(declared.utf8), false)
    }
  }
}
