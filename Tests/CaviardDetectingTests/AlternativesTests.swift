import CaviardCase
import CaviardDetecting
import CaviardTestSupport
import Testing

/// The options of a question and the lines of a differential diagnosis are said of nobody.
@Suite("Diagnoses put side by side")
struct AlternativesTests {
  private func diagnoses(_ text: String, _ language: Language = .english) throws -> Int {
    let detector = try CaseDetector(dictionary: TestDictionary.compiled.get(), policy: .canada)
    return detector.detect(MarkedSentence(text).text, language: language).findings.count { $0.kind == .diagnosis }
  }

  @Test("the lettered options of a question are not counted, the answer in prose is")
  func question() throws {
    let options = "\nA. Fabry disease\nB. Sarcoidosis\nC. Whipple disease\nD. Gout\n"
    #expect(try diagnoses("Which of the following is the most likely diagnosis?" + options) == 0)
    #expect(try diagnoses("Quel est le diagnostic le plus probable ?" + options, .french) == 0)
    #expect(
      try diagnoses("Which is the most likely diagnosis?" + options + "\nHe was found to have Fabry disease.") == 1)
  }

  @Test("two lettered lines are no options, and lines after no question are findings")
  func notOptions() throws {
    #expect(try diagnoses("Which is it?\nA. Fabry disease\nB. Sarcoidosis\n") == 2)
    #expect(try diagnoses("Problems.\nA. Fabry disease\nB. Sarcoidosis\nC. Gout\n") == 3)
  }

  @Test("the lines under a heading of differential diagnoses are not counted, what follows is")
  func heading() throws {
    let list = "Differential diagnosis:\n- Fabry disease\n- Sarcoidosis\n- Whipple disease\n\n"
    #expect(try diagnoses(list) == 0)
    let prose = "Sarcoidosis was suspected at first, but Fabry disease was confirmed in the end."
    #expect(try diagnoses(list + prose) == 2)
  }

  @Test("one doubtful diagnosis does not cover the certain ones after it")
  func doubtful() throws {
    #expect(try diagnoses("He has possible sarcoidosis, Fabry disease and gout.") == 2)
  }
}

@Suite("The patient's sex")
struct SexTests {
  @Test("a French article before a job tells the sex of who does it")
  func article() throws {
    let detector = try CaseDetector(dictionary: TestDictionary.compiled.get(), policy: .canada)
    func sexes(_ text: String) -> [FactValue] {
      detector.detect(MarkedSentence(text).text, language: .french).findings.filter { $0.kind == .sex }.map(\.value)
    }
    #expect(sexes("Une enseignante de 45 ans tousse.") == [.sex(.female)])
    #expect(sexes("La journaliste tousse.") == [.sex(.female)])
    #expect(sexes("Son médecin tousse.") == [])
  }
}
