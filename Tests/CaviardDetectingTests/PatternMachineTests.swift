import CaviardCase
import CaviardDictionaries
import CaviardTestSupport
import Testing

@testable import CaviardDetecting

@Suite("The pattern machine")
struct PatternMachineTests {
  @Test("gives the matches of the simple reading, for random patterns over random texts", arguments: 0..<6)
  func equalsOracle(round: Int) throws {
    var random = RandomPatterns(seed: UInt64(round))
    let rules = try (0..<60).map { try random.rule(number: $0) }
    let set = PatternRuleSet(rules, dictionary: try TestDictionary.compiled.get())
    let lexer = SentenceLexer(dictionary: try TestDictionary.compiled.get())
    for _ in 0..<6 {
      let context = lexer.context(of: random.text(words: 40), language: Bool.random() ? .english : .french)
      try compare(set, context)
    }
  }

  @Test("gives the matches of the simple reading, for the project's rules over their own sentences")
  func equalsOracleOnRules() throws {
    let files = try TestDictionary.rules.get()
    let set = PatternRuleSet(files.map(\.rule), dictionary: try TestDictionary.compiled.get())
    let lexer = SentenceLexer(dictionary: try TestDictionary.compiled.get())
    for file in files {
      for sentence in file.matches + file.ignores {
        try compare(set, lexer.context(of: sentence, language: file.rule.languages.first))
      }
    }
  }

  /// Every match, and every candidate the selection may not leave out.
  private func compare(_ set: PatternRuleSet, _ context: CaseContext) throws {
    let storage = FlatStorage()
    let gaps = PatternDetector.gaps(in: context, storage)
    let found = storage.scratch(set.program.patterns.count, of: Int32(0))
    var machine = PatternMachine(set.program, context: context, gaps: gaps)
    let openers = set.rules.map(RuleOpeners.init)
    let patterns = set.rules.enumerated().flatMap { rule in rule.element.patterns.map { (rule.offset, $0) } }
    for block in context.blocks {
      for index in block.tokens {
        let count = set.selection.candidates(
          at: index, in: context, end: block.tokens.upperBound, nextGap: gaps[index + 1], into: found)
        let candidates = Set((0..<count).map { Int(found[$0]) })
        for (number, (rule, pattern)) in patterns.enumerated() {
          let expected = PatternOracle.match(pattern, at: index, in: context)
          let outcome = machine.match(number, at: index, end: block.tokens.upperBound)
          let texts = set.rules[rule].patternTexts
          #expect(outcome.match == expected, "\(texts) at token \(index) of \(context.text.string(block.text))")
          let applies =
            set.rules[rule].languages.isEmpty || set.rules[rule].languages.contains { block.language.admits($0) }
          if expected != nil, applies, openers[rule].opens(at: index, in: context) {
            #expect(candidates.contains(number), "\(texts) is left out at token \(index)")
          }
        }
      }
    }
    withExtendedLifetime(storage) {}
  }

  @Test("a pattern that would take for ever is stopped, and what it read is found for a person to look at")
  func stepLimit() throws {
    let choices = String(repeating: "( lower | alnum | word ){0,24} ", count: 2)
    let rule = RandomPatterns.rule(
      number: 0, text: "lower \(choices) \"never\"", try PatternParser.parse("lower \(choices) \"never\""))
    let dictionary = try TestDictionary.compiled.get()
    let detector = PatternDetector(rules: PatternRuleSet([rule], dictionary: dictionary))
    let text = Array(repeating: "word", count: 60).joined(separator: " ")
    let findings = detector.detect(in: SentenceLexer(dictionary: dictionary).context(of: text, language: .english))
    #expect(findings.contains { $0.needsReview && $0.detector == rule.id })
  }
}

extension PatternMachine.Outcome {
  var match: PatternMatch? {
    if case .match(let match) = self { return match }
    return nil
  }
}

extension RuleOpeners {
  func opens(at index: Int, in context: CaseContext) -> Bool {
    anyToken || shapes.contains(context.tokens[index].shape) || literals.contains(context.tokens[index].key)
      || context.matches(at: index).contains { lists.contains(context.match($0).sense.list) }
  }
}

/// Patterns and texts made of the same few words, so that they often meet.
struct RandomPatterns {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  private mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }

  mutating func text(words: Int) -> String {
    var text = ""
    for _ in 0..<words {
      text += pick([
        "age", "of", "12", "7", "2019", "A1B", "1C3", "ABCD", "Marie", "March", "mars", "phone", "tel", "vingt",
        "thirty", "two", "007", "3rd", "x", "N", "Montréal", "lipase", "47F", "œdème", "Élodie", "4165550199", "de",
      ])
      text += pick([
        " ", " ", " ", "-", "/", ", ", ". ", ": ", "\n", " (", ")", "'", " – ", "..", "", "#", " no. ", "\n\n",
      ])
    }
    return text
  }

  mutating func rule(number: Int) throws -> PatternRule {
    let text = items(depth: 3)
    return Self.rule(number: number, text: text, try PatternParser.parse(text))
  }

  static func rule(number: Int, text: String, _ pattern: TokenPattern) -> PatternRule {
    PatternRule(
      id: "random.\(number)", kind: .recordNumber, role: .now, patterns: [pattern], patternTexts: [text],
      languages: number % 3 == 0 ? [] : [number % 3 == 1 ? .english : .french], confidence: 0.9, check: nil,
      isCheckRequired: false, value: .entity, needsReview: false)
  }

  private mutating func items(depth: Int) -> String {
    (0...below(3)).map { place in
      let gap =
        place == 0 && below(4) != 0 ? "" : pick(["", "", "[-/ ] ", "[_ ] ", "[,.n] ", "[n ] ", "['-_ ] ", "[(:#o ] "])
      return gap + element(depth: depth)
    }.joined(separator: " ")
  }

  private mutating func element(depth: Int) -> String {
    let repeats = pick(["", "", "", "?", "{0,2}", "{1,3}", "{2}"])
    guard depth > 0, below(3) == 0 else { return atom() + repeats }
    switch below(6) {
    case 0: return "( \(items(depth: depth - 1)) | \(items(depth: depth - 1)) | \"de\" | \"of\" )" + repeats
    case 1: return "( \(items(depth: depth - 1)) )" + repeats
    case 2: return "< \(items(depth: depth - 1)) >"
    case 3: return pick(["d", "m", "y"]) + "=( \(items(depth: depth - 1)) )" + repeats
    case 4: return "!( \(items(depth: depth - 1)) )"
    default: return "\(pick(["d", "m"]))=\(atom())" + repeats
    }
  }

  private mutating func atom() -> String {
    pick([
      "number", "number(1-31)", "digits(2-4)", "year", "day", "word", "lower", "capitalised", "capitals", "letter",
      "alnum", "alnum(1-3)", "mixed(2-4)", "mask:A9A", "mask:AA*&upper", "zero-led", "upper", "after-plus",
      "line-start&word", "suffix(f,rd)", "ending(ase,ars)", "number-words(0-120)", "in:months",
      "in:cues[kind=phone|record-number]", "in:places", "in:places&capitalised", "capitalised&!in:months",
      "lower&!\"of\"", "\"age\"", "\"de\"", "\"of\"", "\"12\"",
    ])
  }
}
