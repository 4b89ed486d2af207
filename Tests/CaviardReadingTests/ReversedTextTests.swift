import CaviardCase
import CaviardReading
import Testing

@Suite("Text shown in reverse order")
struct ReversedTextTests {
  @Test(
    "an override is refused in every format, by its place",
    arguments: [
      (CaseFormat.text, "Seen:\n\u{202E}yoR .rM", 2, 1), (.markdown, "# Seen\n\nby \u{202D}Roy", 3, 4),
      (.xhtml, "<p>Seen by &#x202E;yoR</p>", 1, 12),
    ])
  func refused(format: CaseFormat, text: String, line: Int, column: Int) {
    let source = CaseSource(name: "case", format: format, bytes: Array(text.utf8), encoding: .utf8)
    #expect {
      try CaseReader().read(source)
    } throws: { error in
      guard case ReadingError.reversedText(let place)? = error as? ReadingError else { return false }
      return place.line == line && place.column == column
    }
  }

  @Test("marks that only say a direction pass")
  func marks() throws {
    let text = "Seen by \u{2067}\u{05D3}\u{05D5}\u{05D3}\u{2069} and \u{200F}Roy."
    _ = try CaseReader().read(CaseSource(name: "case", format: .text, bytes: Array(text.utf8), encoding: .utf8))
  }
}
