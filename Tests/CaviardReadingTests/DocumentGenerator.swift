import CaviardTestSupport

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

  private static let marks = [
    "a", "é ", "word ", "\n", "\n\n", "\r\n", "* ", "**", "_", "`", "``", "```\n", "~~", "# ", "- ", "12. ", "> ", "| ",
    "|-|\n", "[",
    "](", "]", ")", "(", "![", "<b>", "</b>", "<img src='", "'>", "<!--", "-->", "&eacute;", "&", ";", "\\", "---\n",
    "===\n", "\"",
    "<br>", "http://x.ca/%C3%A9", "<a title=x href=\"", "<video>", "</video>", "data:", "[^1]: ", "    ",
  ]

  /// Marks of Markdown in any order.
  mutating func markdown() -> String {
    (0..<Int.random(in: 1...40, using: &random)).map { _ in Self.marks.randomElement(using: &random) ?? "" }.joined()
  }

  private static let tags = [
    "a", "é ", "word ", "\n", "<p>", "</p>", "<b>", "</b>", "<i class=x>", "</i>", "<br>", "<BR/>", "<li>", "<ul>",
    "</ul>",
    "<td>", "<tr>", "<table>", "</table>", "<img src=a.png alt='b'hidden>", "<!-- c -->", "<![if x]>", "<?x y?>",
    "&eacute;",
    "&eacute", "&#233;", "&#233", "&", " & ", "<", "> ", "<script>a < b</script>", "<o:p>", "</o:p>", "<div title=é>",
    "</div>",
    "</html>", "<h2>", "</h2>", "\r\n", "&nbsp;", "&copy2", "<a href='?a&b=c'>", "</a>",
  ]

  /// Tags of HTML in any order.
  mutating func html() -> String {
    "<p>"
      + (0..<Int.random(in: 1...12, using: &random)).map { _ in Self.tags.randomElement(using: &random) ?? "" }.joined()
  }

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
