import CaviardCase
import CaviardReading

@testable import CaviardRedacting

/// One sentence with `[[…]]` around what goes, rewritten.
struct Rewriting {
  var language = Language.english
  var context = WritingContext.plain
  var media = MediaHandling.placeholder

  /// The sentence with every marked stretch replaced, in order, by `replacements`.
  func rewrite(_ marked: String, _ replacements: [(Kind, Replacement)]) -> String {
    var bytes: [UInt8] = []
    var spans: [TextSpan] = []
    var start = 0
    var rest = Substring(marked)
    while let mark = rest.firstRange(of: rest.firstRange(of: "[[") == nil ? "]]" : earliest(rest)) {
      bytes.append(contentsOf: rest[..<mark.lowerBound].utf8)
      if rest[mark] == "[[" { start = bytes.count } else { spans.append(TextSpan(start, bytes.count)) }
      rest = rest[mark.upperBound...]
    }
    bytes.append(contentsOf: rest.utf8)
    let decisions = zip(spans, replacements).map { span, pair in decision(span, pair.0, pair.1) }
    let whole = TextSpan(0, bytes.count)
    let text = CaseText(
      source: SourceText(utf8: bytes), format: .text, bytes: bytes,
      blocks: [TextBlock(span: whole, role: .paragraph, context: context)], map: OffsetMap(identity: bytes.count))
    return rewrite(text, decisions)
  }

  func rewrite(_ text: CaseText, _ decisions: [Decision], _ observations: [Observation] = []) -> String {
    String(decoding: Splicer().splice(text.source, edits(text, decisions, observations)), as: UTF8.self)
  }

  func edits(_ text: CaseText, _ decisions: [Decision], _ observations: [Observation] = []) -> [Edit] {
    EditPlanner(dictionary: TestTables.dictionary, media: media)
      .plan(Self.assessment(decisions, observations), for: text) { _ in language }
  }

  func decision(_ span: TextSpan, _ kind: Kind, _ replacement: Replacement) -> Decision {
    Self.decision(span, kind, replacement)
  }

  static func decision(_ span: TextSpan, _ kind: Kind, _ replacement: Replacement) -> Decision {
    Decision(
      finding: Finding(span: span, kind: kind, value: .unknown(key: 1), confidence: 1, detector: "test"), fact: 1,
      action: .redact, level: 1, share: nil, halfWidth: 0, shareSource: "", replacement: replacement)
  }

  static func assessment(_ decisions: [Decision], _ observations: [Observation]) -> Assessment {
    Assessment(
      verdict: .block, reasons: [], risk: nothing, decisions: decisions, observations: observations,
      isFeasible: true, infeasibility: nil)
  }

  private static let nothing = CaseRisk(
    k: 1, kLow: 1, kHigh: 1, threshold: 0.09, candidates: 1, strangerK: 1, cost: 0, subjects: [])

  private func earliest(_ rest: Substring) -> String {
    guard let open = rest.firstRange(of: "[["), let close = rest.firstRange(of: "]]") else { return "[[" }
    return open.lowerBound < close.lowerBound ? "[[" : "]]"
  }
}
