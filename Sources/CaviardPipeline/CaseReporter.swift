internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardReading

/// What the stages found, as reports tell it: places in the file as stored, and what is written instead.
struct CaseReporter: Sendable {
  private let dictionary: String
  private let policy: Policy
  private let showsText: Bool

  init(dictionary: CompiledDictionary, policy: Policy, showsText: Bool) {
    self.dictionary = dictionary.digest
    self.policy = policy
    self.showsText = showsText
  }

  /// - Parameter factors: the multiplication behind K, if somebody asked for it.
  func report(_ seen: SeenCase, factors: [RiskFactor]) -> CaseReport {
    let assessment = seen.assessment
    let spans = assessment.decisions.map { Self.sourceSpan(of: $0.finding, in: seen.text) }
    let places =
      seen.text.source.container.map { Self.places(spans, in: seen.text.source, of: $0) }
      ?? Self.places(spans, in: seen.text.source)
    let findings = zip(assessment.decisions, zip(spans, places)).map { decision, where_ in
      ReportedFinding(
        decision: decision, place: where_.1, replacement: Self.replacement(decision, at: where_.0, seen.edits),
        shown: showsText ? ShownText(decision.finding, at: where_.0, place: where_.1, in: seen.text) : nil)
    }
    var report = CaseReport(
      policy: policy, dictionary: dictionary, languages: seen.detection.languages, verdict: assessment.verdict,
      reasons: assessment.reasons, risk: assessment.risk, findings: findings, observations: assessment.observations,
      mediaCount: seen.text.media.count, infeasibility: assessment.infeasibility, wordCount: seen.detection.wordCount,
      factors: factors, droppedParts: seen.text.source.container?.dropped ?? [],
      notXML: seen.text.notXMLAt.flatMap { Self.places([SourceSpan($0, $0)], in: seen.text.source).first },
      hasByteOrderMark: seen.text.source.hasByteOrderMark)
    report.allowances = seen.allowances
    return report
  }
}

extension CaseReporter {
  /// From the first to the last source byte of a finding; tags between its letters are inside.
  private static func sourceSpan(of finding: Finding, in text: CaseText) -> SourceSpan {
    let pieces = text.map.sourceSpans(of: finding.span)
    guard let first = pieces.first, let last = pieces.last else { return SourceSpan(0, 0) }
    return SourceSpan(min(first.lower, last.lower), max(first.upper, last.upper))
  }

  private static func places(_ spans: [SourceSpan], in source: SourceText) -> [FindingPlace] {
    let offsets = Set(spans.flatMap { [$0.lower, $0.upper] }).sorted()
    let positions = Dictionary(uniqueKeysWithValues: zip(offsets, SourcePositions(source).locate(offsets)))
    return zip(spans, LineRegions(source).of(spans)).compactMap { span, regions in
      guard let lower = positions[span.lower], let upper = positions[span.upper] else { return nil }
      return FindingPlace(
        start: lower.scalar, end: upper.scalar, startByte: lower.byte, endByte: upper.byte, line: lower.line,
        column: lower.column, regions: regions)
    }
  }

  /// Each in its part of the container.
  private static func places(
    _ spans: [SourceSpan], in source: SourceText, of container: SourceContainer
  ) -> [FindingPlace] {
    var places = [FindingPlace?](repeating: nil, count: spans.count)
    for part in container.parts {
      let indices = spans.indices.filter { spans[$0].lower >= part.span.lower && spans[$0].upper <= part.span.upper }
      guard !indices.isEmpty else { continue }
      let own = SourceText(
        utf8: Array(source.utf8[part.span.range]), encoding: part.encoding, hasByteOrderMark: part.hasByteOrderMark)
      let moved = indices.map { SourceSpan(spans[$0].lower - part.span.lower, spans[$0].upper - part.span.lower) }
      for (index, place) in zip(indices, Self.places(moved, in: own)) {
        places[index] = FindingPlace(
          start: place.start, end: place.end, startByte: place.startByte, endByte: place.endByte, line: place.line,
          column: place.column, part: part.shown)
      }
    }
    return places.map { $0 ?? FindingPlace(start: 0, end: 0, startByte: 0, endByte: 0, line: 1, column: 1) }
  }

  /// The words of the edit that starts where the finding does or covers it, without the space around them.
  private static func replacement(_ decision: Decision, at span: SourceSpan, _ edits: [Edit]) -> String? {
    guard decision.action == .redact || decision.action == .generalise else { return nil }
    // Edits are sorted and disjoint.
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].source.upper <= span.lower { low = middle + 1 } else { high = middle }
    }
    guard low < edits.count, edits[low].source.lower < span.upper else { return nil }
    // In a document of a word processor the words for a picture bring their element.
    let words = String(decoding: edits[low].replacement, as: UTF8.self)
      .replacing("<w:t>", with: "").replacing("</w:t>", with: "")
    let start = words.prefix { $0.isWhitespace }.endIndex
    let end = words.lastIndex { !$0.isWhitespace }.map { words.index(after: $0) } ?? start
    return String(words[start..<max(start, end)])
  }
}

extension ShownText {
  fileprivate init(_ finding: Finding, at span: SourceSpan, place: FindingPlace, in text: CaseText) {
    if place.part != nil, let block = text.blocks.first(where: { $0.span.contains(finding.span) }) {
      // A part's markup has no lines to show; its paragraphs have.
      let line = text.string(block.span).replacing("\n", with: " ")
      let lead = text.string(TextSpan(block.span.lower, finding.span.lower)).unicodeScalars.count
      self.init(
        value: text.string(finding.span), line: line, lead: lead,
        length: text.string(finding.span).unicodeScalars.count)
      return
    }
    let bytes = text.source.utf8
    func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
    var start = span.lower
    while start > 0, !isLineEnd(bytes[start - 1]) { start -= 1 }
    var end = span.lower
    while end < bytes.count, !isLineEnd(bytes[end]) { end += 1 }
    let line = String(decoding: bytes[start..<end], as: UTF8.self)
    let lead = place.column - 1
    self.init(
      value: text.string(finding.span), line: line, lead: lead,
      length: min(place.end - place.start, line.unicodeScalars.count - lead), pieces: Self.pieces(span, place, bytes))
  }
  private static func pieces(_ span: SourceSpan, _ place: FindingPlace, _ bytes: [UInt8]) -> [String] {
    let scalars = Array(String(decoding: bytes[span.range], as: UTF8.self).unicodeScalars)
    return place.regions.map { region in
      String(String.UnicodeScalarView(scalars[(region.start - place.start)..<(region.end - place.start)]))
    }
  }
}
