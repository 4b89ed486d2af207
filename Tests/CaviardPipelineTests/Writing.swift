import CaviardCase
import CaviardDetecting
import CaviardDictionaries
import CaviardReading
import CaviardRedacting
import CaviardTestSupport
import Testing

/// One marked word of a sentence, written as a coarser step by the planner, and read again.
struct Writing {
  let words: String
  /// What is found in the words written, the patient's sex aside.
  let inside: [Finding]
  /// What is found beside them that was not there before.
  let beside: [Finding]

  /// - Parameter sentence: with `[[…]]` around what goes.
  init(_ sentence: String, _ kind: Kind, _ replacement: Replacement, _ language: Language) throws {
    let before = try #require(sentence.firstRange(of: "[["))
    let after = try #require(sentence.firstRange(of: "]]"))
    let head = String(sentence[..<before.lowerBound])
    let tail = String(sentence[after.upperBound...])
    let mark = String(sentence[before.upperBound..<after.lowerBound])
    let span = TextSpan(head.utf8.count, head.utf8.count + mark.utf8.count)
    let text = Self.text(head + mark + tail)
    let edits = EditPlanner(dictionary: try TestDictionary.compiled.get(), media: .keep)
      .plan(Self.assessment(span, kind, replacement), for: text) { _ in language }
    let written = Splicer().splice(text.source, edits)
    let lower = edits.map(\.source.lower).min() ?? 0
    let upper = written.count - (text.bytes.count - (edits.map(\.source.upper).max() ?? 0))
    words = String(decoding: written, as: UTF8.self)
    let detector = try Self.detector.get()
    let findings = detector.detect(Self.text(words), language: language).findings.filter { $0.kind != .sex }
    let place = TextSpan(lower, upper)
    inside = findings.filter { $0.span.overlaps(place) }
    let known = Set(detector.detect(text, language: language).findings.map(\.kind))
    beside = findings.filter { !$0.span.overlaps(place) && !known.contains($0.kind) }
  }

  private static let detector: Result<CaseDetector, any Error> = Result {
    try CaseDetector(dictionary: TestDictionary.compiled.get(), policy: .canada)
  }

  private static func text(_ string: String) -> CaseText {
    let bytes = Array(string.utf8)
    return CaseText(
      source: SourceText(utf8: bytes), format: .text, bytes: bytes,
      blocks: [TextBlock(span: TextSpan(0, bytes.count), role: .paragraph, context: .plain)],
      map: OffsetMap(identity: bytes.count))
  }

  private static func assessment(_ span: TextSpan, _ kind: Kind, _ replacement: Replacement) -> Assessment {
    let decision = Decision(
      finding: Finding(span: span, kind: kind, value: .unknown(key: 1), confidence: 1, detector: "test"), fact: 1,
      action: .generalise, level: 1, share: nil, halfWidth: 0, shareSource: "", replacement: replacement)
    let nothing = CaseRisk(
      k: 1, kLow: 1, kHigh: 1, threshold: 0.09, candidates: 1, strangerK: 1, cost: 0, subjects: [])
    return Assessment(
      verdict: .block, reasons: [], risk: nothing, decisions: [decision], observations: [], isFeasible: true,
      infeasibility: nil)
  }
}
