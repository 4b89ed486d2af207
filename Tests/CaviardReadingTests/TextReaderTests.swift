import CaviardCase
import CaviardReading
import Glibc
import Testing

@Suite("Plain text and Markdown as detectors see them")
struct TextReaderTests {
  @Test("plain text is read as it is, a block per paragraph")
  func plainText() throws {
    let document = "\r\nOne\r\n two  \r\n \t\r\nthree &eacute; <b>\n\n\nfour"
    let text = try read(document, .text)
    #expect(text.summary == ["p|One\r\n two  ", "p|three &eacute; <b>", "p|four"])
    #expect(text.bytes == Array(document.utf8))
    #expect(text.map == OffsetMap(identity: document.utf8.count))
    #expect(try read("", .text).blocks == [])
  }

  @Test("marks that touch words are no part of them")
  func emphasis() throws {
    let text = try read("Th**ad**deus and *T*remblay, `M`ax; _Léa_ ~~X~~Y 5 * 3 a_b_c@x.ca ~40 \\*Z\\*", .markdown)
    #expect(text.summary == ["p|Thaddeus and Tremblay, Max; Léa XY 5 * 3 a_b_c@x.ca ~40 *Z*"])
    let span = try #require(text.span(of: "Thaddeus"))
    #expect(text.sourceString(span) == "Th…ad…deus")
  }

  @Test("blocks of Markdown have their roles")
  func blocks() throws {
    let document = """
      # One
      two
      three
      ===
      - four
        more
      - five
      1943. Born
      > six
      > seven
      lazy

      | a | b\\|c |
      |---|:-:|
      | d | e

      ```swift
      let *x* = 1

      ```
      ***
      eight <!-- nine
      ten --> eleven
      <!-- twelve

      thirteen -->
      """
    let summary = try read(document, .markdown).summary
    #expect(
      summary == [
        "h|One", "h|two\nthree", "li|four\nmore", "li|five", "li|1943. Born", "p|six\nseven\nlazy", "td|a", "td|b|c",
        "td|a: d",
        "td|b|c: e", "code|swift\nlet *x* = 1", "p|eight  eleven", "comment|nine\nten", "comment|twelve\n\nthirteen",
      ])
  }

  @Test("links, pictures and tags are taken apart")
  func links() throws {
    let document = """
      See [Dr *B*](http://x.ca/b_(c) "His page") and ![Her [left] knee](knee-lea.png 'x') [no] (link) T[rem](x)blay
      <a href="y" title='L&eacute;a'>z</a><br>w <marie@x.ca> <Tremblay> a < b & c &eacute; ![i][ref]
      """
    let text = try read(document, .markdown)
    #expect(
      text.summary == [
        "p|See Dr B and   [no] (link) Tremblay\nz\nw <marie@x.ca> <Tremblay> a < b & c é", "#href|http://x.ca/b_(c)",
        "@title|\"His page\"", "@alt|Her [left] knee", "#href|knee-lea.png", "@title|'x'", "#href|x", "#href|y",
        "@title|Léa",
        "@alt|i", "#href|ref",
      ])
    let media = text.media.map { String(decoding: text.source.utf8[$0.source.range], as: UTF8.self) }
    #expect(media == ["![Her [left] knee](knee-lea.png 'x')", "![i][ref]"])
    #expect(text.media.map(\.element) == ["markdown-image", "markdown-image"])
    #expect(text.faults() == [])
  }

  @Test(
    "percent escapes inside words are read as what they stand for, and no others",
    arguments: [CaseFormat.text, .markdown])
  func wordEscapes(format: CaseFormat) throws {
    let document =
      "files/L%C3%A9a%20Roy%2DB.html, 95 %20 and 95%20 mg\n\n100 %, a% b, x%zz, %41b, c%0Ad, e%C3, Gagn%E9\n\nb%20"
    let text = try read(document, format)
    #expect(
      text.summary == [
        "p|files/Léa Roy-B.html, 95 %20 and 95%20 mg", "p|100 %, a% b, x%zz, %41b, c%0Ad, e%C3, Gagn%E9", "p|b%20",
      ])
    #expect(text.faults() == [])
    #expect(text.span(of: "Léa Roy").map(text.sourceString) == "L%C3%A9a%20Roy")
  }

  @Test(
    "pins of the front matter hold for the case",
    arguments: [
      "caviard: {pin: [diagnosis, age]}", "caviard:\n  pin: [diagnosis, age] # why",
      "caviard:\n  pin:\n    - diagnosis\n    - age",
      "title: pin: x\ncaviard:\n  other: 1\n  pin:\n  - diagnosis\n  - age\naudience: all",
    ])
  func pins(_ front: String) throws {
    let text = try read("---\n\(front)\n---\n\nText", .markdown)
    #expect(text.pins == [.diagnosis, .age])
    #expect(text.blocks.map(\.role) == [.frontMatter, .paragraph])
  }

  @Test("an unknown pin is an error with its place")
  func unknownPin() {
    let failure = failure("---\ncaviard:\n  pin: [diagnoses]\n---\n", .markdown)
    #expect(failure == CaseFailure(.invalidRecord, byte: 21, line: 3, column: 9, detail: "unknown kind in a pin"))
    #expect(CaviardReadingTests.failure("---\ntitle: a\n---\npin: [x]\n", .markdown) == nil)
  }

  @Test(
    "Markdown made to be slow is not",
    arguments: [
      "[", "![", "](", "](a", "](data:", "`", "<a b='", "<!--", "``", "*_", "&", "[a](b \"", "| ", "<img src='data:",
      "\\", "> ", "- ",
      "~~~", "<video>", "<!--\n", "a%41", "%", "é%C3%A9",
    ])
  func slowMarkdown(_ piece: String) throws {
    let document = "x" + String(repeating: piece, count: 100_000 / piece.utf8.count)
    let start = processorSeconds()
    let text = try read(document, .markdown)
    // A tenth of a second; quadratic time took half a minute.
    #expect(processorSeconds() - start < 5)
    #expect(text.faults() == [])
  }

  /// Seconds this thread has worked: other tests run beside it.
  private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
