import CaviardCase
import CaviardPipeline
import CaviardTestSupport
import Testing

/// A hospital course whose dates must go keeps its days, in both languages alike.
@Suite("Days of the story")
struct StoryDaysTests {
  private static let english = """
    Seen for Fabry disease: a 34-year-old man from Kuujjuaq, admitted on 3 March 2021 with fever. On March 5, a biopsy \
    was done. He was treated from 10 to 17 March 2021 and went home on Friday, March 19, 2021.

    2021-04-02: no fever.

    """
  private static let french = """
    Vu pour une maladie de Fabry : un homme de 34 ans de Kuujjuaq, admis le 3 mars 2021 pour de la fièvre. Le 5 mars, une \
    biopsie a été faite. Il a été traité du 10 au 17 mars 2021 et a quitté l'hôpital le vendredi 19 mars 2021.

    2021-04-02 : pas de fièvre.

    """

  private func scrub(_ text: String, _ format: CaseFormat = .text) throws -> CaseOutcome {
    try TestPipeline.canada.get().scrub(CaseSource(name: "case", format: format, bytes: Array(text.utf8)))
  }

  private func output(_ text: String, _ format: CaseFormat = .text) throws -> String {
    let outcome = try scrub(text, format)
    let bytes = try #require(outcome.output)
    let again = try TestPipeline.canada.get().scrub(CaseSource(name: "case", format: format, bytes: bytes))
    #expect(again.verdict == .pass)
    #expect(again.output == bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("a course of six dates, in English")
  func englishCourse() throws {
    let written = try output(Self.english)
    #expect(written.contains("admitted on day 0 with fever. On day 2, a biopsy"))
    #expect(written.contains("treated from day 7 to day 14 and went home on day 16."))
    #expect(written.contains("\n\nDay 30: no fever."))
  }

  @Test("the same in French, with the same verdict and cost")
  func frenchCourse() throws {
    let written = try output(Self.french)
    #expect(written.contains("admis au jour 0 pour de la fièvre. Au jour 2, une biopsie"))
    #expect(written.contains("traité du jour 7 au jour 14 et a quitté l'hôpital au jour 16."))
    #expect(written.contains("\n\nJour 30 : pas de fièvre."))
    let (one, two) = try (scrub(Self.english), scrub(Self.french))
    #expect(one.verdict == two.verdict)
    #expect(one.after?.cost == two.after?.cost)
    #expect(one.after?.risk.k == two.after?.risk.k)
  }

  @Test("titles, texts for pictures and metadata are told by the same days")
  func everywhere() throws {
    let written = try output(
      "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Seen on 3 March 2021</title></head><body>"
        + "<p>A 34-year-old man from Kuujjuaq with Fabry disease was seen again on 17 March 2021.</p>"
        + "<p title=\"Scan of 20 March 2021\">Stable.</p></body></html>", .xhtml)
    #expect(written.contains("<title>Seen on day 0</title>"))
    #expect(written.contains("again on day 14."))
    #expect(written.contains("title=\"Scan of day 17\""))
    let matter = try output(
      "---\ndate: 2021-03-03\n---\n\nA 34-year-old man from Kuujjuaq with Fabry disease was seen on 17 March 2021.\n",
      .markdown)
    #expect(matter.hasPrefix("---\ndate: day 0\n---"))
    #expect(matter.contains("seen on day 14."))
  }

  @Test(
    "an order in doubt, days the author counts and a pinned date leave no day",
    arguments: [
      "He was seen on 3/4/2021 again.", "On day 3 of his stay he rose.", "À J3 il marche.",
    ])
  func closed(sentence: String) throws {
    let written = try output(Self.english + sentence + "\n")
    #expect(!written.contains("day 16"))
    #expect(!written.contains("2021-"))
    #expect(!written.contains("March"))
  }

  @Test("no date of the calendar is left beside the days, whatever the order and the forms", arguments: 0..<100)
  func mixed(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let isFrench = seed % 2 == 1
    let months = isFrench ? ["mars", "avril", "mai"] : ["March", "April", "May"]
    let forms: [(Int, Int) -> String] =
      isFrench
      ? [
        { "Le \($0) \(months[$1]) 2021, il tousse." }, { "Il est revu le \($0) \(months[$1])." },
        { "2021-0\($1 + 3)-\($0) : stable." }, { "Entre le \($0) \(months[$1]) 2021 et le 2 juin, il dort." },
        { "En \(months[$1]) 2021 il a maigri de \($0) kg." },
        { "Depuis 20\($0), il fume, et tousse depuis \(months[$1])." },
      ]
      : [
        { "On \($0) \(months[$1]) 2021 he coughed." }, { "He was seen on the \($0)th of \(months[$1])." },
        { "2021-0\($1 + 3)-\($0): stable." }, { "Between \(months[$1]) \($0), 2021 and 2 June he slept." },
        { "In \(months[$1]) 2021 he lost weight, from the \($0)th." }, { "Since 20\($0) he smoked in \(months[$1])." },
      ]
    var text =
      isFrench
      ? "Un homme de 34 ans de Kuujjuaq atteint de la maladie de Fabry."
      : "A 34-year-old man from Kuujjuaq with Fabry disease."
    for _ in 0..<Int.random(in: 2...6, using: &generator) {
      let form = forms[Int.random(in: 0..<forms.count, using: &generator)]
      text += " " + form(Int.random(in: 11...19, using: &generator), Int.random(in: 0..<3, using: &generator))
    }
    let written = try output(text + "\n")
    let words = written.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    for word in months + ["2021", "05", "juin", "June"] where words.contains(word) {
      Issue.record("\(word): \(text) → \(written)")
    }
  }
}
