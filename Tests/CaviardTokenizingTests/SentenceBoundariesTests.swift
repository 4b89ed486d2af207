import CaviardCase
import CaviardTokenizing
import Testing

@Suite("Sentence boundaries")
struct SentenceBoundariesTests {
  /// The words of `text` that begin a sentence.
  func starts(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let tokens = Tokenizer().tokenize(bytes)
    let sentences = SentenceBoundaries()
    return tokens.indices.filter { sentences.isStart($0, of: tokens, in: bytes) }
      .map { String(decoding: bytes[tokens[$0].span.range], as: UTF8.self) }
  }

  @Test("after a full stop, a question, an exclamation, an ellipsis")
  func ends() {
    #expect(starts("She fell. He ran? Yes! Later… Then ... Now") == ["She", "He", "Yes", "Later", "Then", "Now"])
    #expect(starts("He said \"no.\" Then (he left.) Again. \"So.\"") == ["He", "Then", "Again", "So"])
    #expect(starts("Elle dit : « Non. » Puis elle part.") == ["Elle", "Puis"])
  }

  @Test("not after an abbreviation, an initial, a decimal point, a comma or a semicolon")
  func abbreviations() {
    #expect(starts("Dr. Roy and Mme. Côté saw J. Tremblay, M. Roy; Weight 3.5 kg") == ["Dr"])
    #expect(starts("at St. John (Ontario): Fever") == ["at"])
  }

  @Test("at a paragraph, a list item, and a line after a colon, but not at a wrapped line")
  func lines() {
    #expect(starts("Plan:\n- Rest\n• Fluids\n\nFollow\nUp") == ["Plan", "Rest", "Fluids", "Follow"])
    #expect(starts("see Dr.\n\nRoy") == ["see", "Roy"])
  }
}
