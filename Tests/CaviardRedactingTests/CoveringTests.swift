import CaviardCase
import CaviardReading
import Testing

@testable import CaviardRedacting

@Suite("Covering")
struct CoveringTests {
  /// A generator whose numbers depend on its seed alone (SplitMix64).
  private struct Dice {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }

    mutating func roll(_ sides: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(sides))
    }

    mutating func pick<T>(_ values: [T]) -> T { values[roll(values.count)] }
  }

  private static let words = [
    "the", "a", "an", "on", "in", "de", "la", "d'", "l’", "du", "à", "au", "Anne", "Élodie", "47-year-old", "3",
    "March",
    "mars", "2021", ",", ".", "(", ")", "\n", "Moosonee", "Saint-Tite", "of", "«", "»", "ECD", "œdème", "&", "--",
    "]]>",
  ]

  private static let replacements: [Replacement] = [
    .placeholder(.personName, number: 1), .placeholder(.age, number: 2), EnglishWordingTests.march,
    EnglishWordingTests.years(45, 49), EnglishWordingTests.years(90), EnglishWordingTests.place("ontario"),
    EnglishWordingTests.disease("system-blood"), .nothing, .phrase(TestTables.row(.facts, "crash"), column: "level1"),
  ]

  private static let contexts: [WritingContext] = [
    .plain, .markup, .attribute, .identifier, .comment, .cdata, .code,
  ]

  /// A text in blocks whose source is the text with tags between and references for some of its characters.
  private static func text(_ dice: inout Dice) -> (text: CaseText, edges: [Int]) {
    var bytes: [UInt8] = []
    var source: [UInt8] = []
    var blocks: [TextBlock] = []
    var segments: [OffsetMap.Segment] = []
    var edges: [Int] = []
    for _ in 0...dice.roll(3) {
      let start = bytes.count
      for _ in 0...dice.roll(20) {
        for character in dice.pick(words).unicodeScalars.map({ Array(String($0).utf8) })
          + (dice.roll(5) > 0 ? [[0x20]] : [])
        {
          if dice.roll(12) == 0 { source.append(contentsOf: "<b>".utf8) }
          let isReference = dice.roll(10) == 0
          let form = isReference ? Array("&#x20AC;".utf8) : character
          segments.append(
            OffsetMap.Segment(
              text: TextSpan(bytes.count, bytes.count + character.count),
              source: SourceSpan(source.count, source.count + form.count), isExact: !isReference))
          edges.append(bytes.count)
          bytes.append(contentsOf: character)
          source.append(contentsOf: form)
        }
      }
      blocks.append(TextBlock(span: TextSpan(start, bytes.count), role: .paragraph, context: dice.pick(contexts)))
      edges.append(bytes.count)
      bytes.append(0x0A)
      source.append(contentsOf: "</p><p>".utf8)
    }
    let text = CaseText(
      source: SourceText(utf8: source), format: .xhtml, bytes: bytes, blocks: blocks, map: OffsetMap(segments: segments)
    )
    return (text, edges)
  }

  @Test("every byte of every finding chosen lies inside an edit, and edits are sorted and disjoint", arguments: 0..<40)
  func covers(seed: Int) {
    var dice = Dice(UInt64(seed))
    for _ in 0..<50 {
      let (text, edges) = Self.text(&dice)
      var decisions: [Decision] = []
      for _ in 0..<dice.roll(8) {
        let ends = [dice.pick(edges), dice.pick(edges)].sorted()
        let lower = ends[0]
        let upper = dice.roll(3) == 0 ? ends[1] : min(ends[1], edges.first { $0 >= lower + 6 } ?? ends[1])
        guard lower < upper else { continue }
        decisions.append(
          Rewriting.decision(TextSpan(lower, upper), dice.pick(Kind.allCases), dice.pick(Self.replacements)))
      }
      decisions.sort { $0.finding.span < $1.finding.span }
      let language = dice.pick(Language.allCases)
      let edits = Rewriting(language: language).edits(text, decisions)
      for (a, b) in zip(edits, edits.dropFirst()) { #expect(a.source.upper <= b.source.lower) }
      let covered = Set(edits.flatMap { $0.source.range })
      for decision in decisions {
        for piece in text.map.sourceSpans(of: decision.finding.span) {
          #expect(piece.range.allSatisfy(covered.contains), "seed \(seed)")
        }
      }
    }
  }

  @Test("tags are never touched", arguments: 0..<20)
  func keepsTags(seed: Int) {
    var dice = Dice(UInt64(1000 + seed))
    for _ in 0..<50 {
      let (text, edges) = Self.text(&dice)
      let ends = [dice.pick(edges), dice.pick(edges)].sorted()
      guard ends[0] < ends[1] else { continue }
      let decision = Rewriting.decision(TextSpan(ends[0], ends[1]), .place, dice.pick(Self.replacements))
      let inText = Set(text.map.segments.flatMap { $0.source.range })
      for edit in Rewriting().edits(text, [decision]) { #expect(edit.source.range.allSatisfy(inText.contains)) }
    }
  }

  /// Words an edit may take beyond what was found, and signs left around nothing or between the same words twice.
  private static let spare: Set<String> = [
    "the", "a", "an", "on", "in", "of", "de", "la", "d'", "l’", "du", "à", "au", ",", "(", ")",
  ]

  @Test("beyond what was found only spaces, articles and prepositions go", arguments: 0..<40)
  func takesNoMore(seed: Int) {
    var dice = Dice(UInt64(2000 + seed))
    for _ in 0..<50 {
      let words = (0...dice.roll(20)).map { _ in dice.pick(Self.words) }
      var bytes: [UInt8] = []
      var spans: [TextSpan] = []
      for word in words {
        spans.append(TextSpan(bytes.count, bytes.count + word.utf8.count))
        bytes.append(contentsOf: word.utf8)
        if dice.roll(6) > 0 { bytes.append(0x20) }
      }
      let text = CaseText(
        source: SourceText(utf8: bytes), format: .text, bytes: bytes,
        blocks: [TextBlock(span: TextSpan(0, bytes.count), role: .paragraph, context: .plain)],
        map: OffsetMap(identity: bytes.count))
      let found = spans.filter { _ in dice.roll(4) == 0 }
      let decisions = found.map { Rewriting.decision($0, dice.pick(Kind.allCases), dice.pick(Self.replacements)) }
      let edits = Rewriting(language: dice.pick(Language.allCases)).edits(text, decisions)
      let result = String(decoding: Splicer().splice(text.source, edits), as: UTF8.self)
      for (index, span) in spans.enumerated() where !found.contains(span) {
        let isTouched = edits.contains { $0.source.lower < span.upper && span.lower < $0.source.upper }
        guard isTouched, words[index] != "\n" else { continue }
        // A word that comes to begin a sentence takes its capital.
        let isKept = result.contains(Phrase.capitalised(words[index]))
        #expect(isKept || Self.spare.contains(words[index]), "seed \(seed): \(words[index])")
      }
      guard !String(decoding: bytes, as: UTF8.self).contains("  ") else { continue }
      #expect(
        !result.contains("  ") && !result.contains("]["),
        "seed \(seed): \(String(decoding: bytes, as: UTF8.self)) | \(result)")
    }
  }
}
