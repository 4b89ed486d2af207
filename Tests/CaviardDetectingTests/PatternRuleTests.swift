import CaviardCase
import CaviardDetecting
import CaviardDictionaries
import CaviardTestSupport
import Testing

@Suite("Pattern rules")
struct PatternRuleTests {
  private let sound = """
    {"id": "test.rule", "kind": "record-number", "patterns": ["\\"chart\\" < digits(3-5) >"], "confidence": 0.9,
     "why": "test", "source": "test", "matches": ["The chart [[1234]] was lost."], "ignores": ["The chart was lost."]}
    """

  @Test("every rule of the project proves its own sentences")
  func proofs() throws {
    try RuleProof.check(TestDictionary.rules.get(), dictionary: TestDictionary.compiled.get())
  }

  @Test("a rule that misses its own sentence is refused")
  func miss() throws {
    let text = sound.replacing("[[1234]]", with: "[[12]]")
    let file = try PatternRuleLoader().parse(text, path: "rule.json")
    #expect(throws: PatternRuleError.self) { try RuleProof.check([file], dictionary: TestDictionary.compiled.get()) }
  }

  @Test("a rule that finds what it must ignore is refused")
  func falseAlarm() throws {
    let text = sound.replacing("The chart was lost.\"]}", with: "The chart 999 was lost.\"]}")
    let file = try PatternRuleLoader().parse(text, path: "rule.json")
    #expect(throws: PatternRuleError.self) { try RuleProof.check([file], dictionary: TestDictionary.compiled.get()) }
  }

  @Test("an unknown key is refused with its line")
  func unknownKey() throws {
    let text = sound.replacing("\"why\"", with: "\"wyh\"")
    let error = #expect(throws: PatternRuleError.self) { try PatternRuleLoader().parse(text, path: "rule.json") }
    #expect(error?.line == 2)
    #expect(error?.message.contains("wyh") == true)
  }

  @Test(
    "a pattern that does not parse is refused",
    arguments: [
      "( digits", "in:no-such-list", "digits(9-1)", "\"two words\"", "x{1,99}", "[-", "< word", "unknown-element",
    ])
  func syntax(pattern: String) {
    let text = sound.replacing("\\\"chart\\\" < digits(3-5) >", with: pattern.replacing("\"", with: "\\\""))
    #expect(throws: PatternRuleError.self) { try PatternRuleLoader().parse(text, path: "rule.json") }
  }

  @Test("what the compiled dictionary carries decodes to the rules that went in")
  func codec() throws {
    let rules = try TestDictionary.rules.get().map(\.rule)
    #expect(try PatternRuleCodec.decode(PatternRuleCodec.encode(rules)) == rules)
  }
}
