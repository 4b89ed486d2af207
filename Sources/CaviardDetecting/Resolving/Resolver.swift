internal import CaviardCase

/// Makes of all candidates the findings of a case: overlaps merged or cut, never dropped; entities numbered.
struct Resolver {
  func resolve(_ candidates: [Finding], placeholders: [TextSpan], context: CaseContext) -> [Finding] {
    let outside = candidates.flatMap { cut($0, around: placeholders, context) }
    let nested = nestedSpans(outside.filter { $0.kind == .institution || $0.detector == "age.word" }.map(\.span))
    let ranks = outside.map { rank($0, nested: nested) }
    // Stronger claims first; equal claims in text order, so that the result does not depend on the detectors' order.
    let ordered = outside.indices.sorted { first, second in
      let (a, b) = (outside[first], outside[second])
      if ranks[first] != ranks[second] { return ranks[first] < ranks[second] }
      let lengths = (a.span.count, b.span.count)
      if lengths.0 != lengths.1 { return lengths.0 > lengths.1 }
      if a.confidence != b.confidence { return a.confidence > b.confidence }
      return (a.span.lower, a.kind.order, a.detector) < (b.span.lower, b.kind.order, b.detector)
    }
    var covered = Coverage(count: context.bytes.count)
    var kept: [Finding] = []
    for finding in ordered.lazy.map({ outside[$0] }) {
      for piece in cut(finding, around: covered.covered(in: finding.span), context) {
        covered.add(piece.span)
        kept.append(piece)
      }
    }
    return numbered(kept.sorted { ($0.span, $0.kind) < ($1.span, $1.kind) }, context)
  }

  /// The spans that lie inside a longer one.
  private func nestedSpans(_ spans: [TextSpan]) -> Set<TextSpan> {
    var nested: Set<TextSpan> = []
    var widest: TextSpan?
    // What holds a span comes before it, and ends last of all so far.
    for span in spans.sorted(by: { ($0.lower, $1.upper) < ($1.lower, $0.upper) }) {
      if let outer = widest, outer.upper >= span.upper {
        if outer != span { nested.insert(span) }
      } else {
        widest = span
      }
    }
    return nested
  }

  /// Lower ranks win an overlap.
  private func rank(_ finding: Finding, nested: Set<TextSpan>) -> Int {
    switch finding.kind {
    case .email, .url: 0
    // Eight digits that a word says are a day are that.
    case .recordNumber where finding.detector == "record.bare": 5
    // A number by its check digit alone may as well be a telephone number that is announced as one.
    case .healthCardNumber, .nationalID, .recordNumber, .accountNumber, .licenceNumber, .vehicleID, .deviceID:
      finding.confidence >= 0.8 ? 1 : 2
    case .phone, .networkAddress, .coordinates, .username: 2
    case .streetAddress: 3
    case .date: 4
    case .postalCode: 5
    // The child of « école Saint-Enfant-Jésus » is no patient.
    case .age: finding.detector == "age.word" && nested.contains(finding.span) ? 12 : 6
    case .personName: isAnnounced(finding) || finding.confidence >= 0.95 ? 7 : finding.confidence >= 0.5 ? 11 : 15
    case .diagnosis: 8
    // A hospital of the list may hold a person's name; one inside a longer name of an institution gives way to it.
    case .institution where finding.detector == "institution.list": nested.contains(finding.span) ? 10 : 7
    // A legal form may be a diagnosis's abbreviation (LLC).
    case .institution: finding.detector == "institution.company" ? 8 : 9
    case .procedure, .superlative, .event, .family, .trait, .legalStatus: 10
    case .place: finding.confidence >= 0.85 ? 10 : 12
    case .occupation, .ethnicity, .religion, .language: 13
    case .sex, .media: 14
    case .possibleName: 16
    }
  }

  /// A title, a label or a word for a person before a comma says that this is a person, whatever else the word may be.
  private func isAnnounced(_ finding: Finding) -> Bool {
    finding.evidence.contains {
      $0.clue == NameClue.titleBefore.rawValue || $0.clue == NameClue.strongCueBefore.rawValue
        || $0.clue == NameClue.apposition.rawValue
    }
  }

  /// What is left of a finding outside the spans (sorted), in pieces that hold a token.
  private func cut(_ finding: Finding, around spans: [TextSpan], _ context: CaseContext) -> [Finding] {
    var pieces: [TextSpan] = []
    var lower = finding.span.lower
    // The spans are sorted and disjoint: those before the finding are passed over in O(log n).
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].upper <= finding.span.lower { low = middle + 1 } else { high = middle }
    }
    for span in spans[low...].prefix(while: { $0.lower < finding.span.upper }) where span.overlaps(finding.span) {
      if span.lower > lower { pieces.append(TextSpan(lower, span.lower)) }
      lower = max(lower, span.upper)
    }
    if lower < finding.span.upper { pieces.append(TextSpan(lower, finding.span.upper)) }
    if pieces == [finding.span] { return [finding] }
    // "The first case of Fabry disease in Nunavut" is a claim also where the disease is a finding of its own.
    if finding.kind == .superlative {
      return pieces.first.flatMap { trimmed($0, context) }.map { [finding.moved(to: $0)] } ?? []
    }
    // Any other quasi-identifier that is only partly there is no longer what it was.
    guard finding.identifierClass == .direct || finding.kind == .possibleName else { return [] }
    return pieces.compactMap { trimmed($0, context) }.map { finding.moved(to: $0) }
  }

  /// The piece from its first token to its last.
  private func trimmed(_ span: TextSpan, _ context: CaseContext) -> TextSpan? {
    let tokens = context.tokens(in: span)
    return tokens.isEmpty ? nil : context.span(tokens)
  }

  // MARK: Entities

  /// Direct identifiers and possible names with a number per kind: equal words are one entity, and a name that shares a word
  /// with another is the same person.
  private func numbered(_ findings: [Finding], _ context: CaseContext) -> [Finding] {
    var next: [Kind: Int] = [:]
    var byKey: [Kind: [UInt64: Int]] = [:]
    return findings.map { finding in
      guard finding.identifierClass != .quasi else { return finding }
      let keys = finding.kind == .personName ? wordKeys(finding.span, context) : [wholeKey(finding, context)]
      let known = keys.compactMap { byKey[finding.kind]?[$0] }.first
      let number = known ?? (next[finding.kind] ?? 0) + 1
      next[finding.kind] = max(next[finding.kind] ?? 0, number)
      for key in keys where byKey[finding.kind]?[key] == nil { byKey[finding.kind, default: [:]][key] = number }
      // A date of birth keeps its value: risk.md turns it into an age.
      return finding.kind == .date ? finding : finding.valued(.entity(number))
    }
  }

  private func wholeKey(_ finding: Finding, _ context: CaseContext) -> UInt64 {
    if case .unknown(let key) = finding.value { return key }
    return UInt64(finding.span.lower)
  }

  private func wordKeys(_ span: TextSpan, _ context: CaseContext) -> [UInt64] {
    let words = context.tokens(in: span).map { context.tokens[$0] }.filter { $0.length >= 2 }
    let names = words.filter { $0.shape != .lower }
    // An `id` is in small letters, and so is the link to it.
    return (names.isEmpty ? words : names).map(\.key)
  }
}

extension Finding {
  func moved(to span: TextSpan) -> Finding {
    Finding(
      span: span, kind: kind, role: role, subject: subject, value: value, confidence: confidence, detector: detector,
      evidence: evidence, needsReview: needsReview)
  }

  func valued(_ value: FactValue) -> Finding {
    Finding(
      span: span, kind: kind, role: role, subject: subject, value: value, confidence: confidence, detector: detector,
      evidence: evidence, needsReview: needsReview)
  }

  func told(of subject: Subject, role: FindingRole) -> Finding {
    Finding(
      span: span, kind: kind, role: role, subject: subject, value: value, confidence: confidence, detector: detector,
      evidence: evidence, needsReview: needsReview)
  }
}

/// Which bytes of the text a kept finding already holds.
private struct Coverage {
  private var isCovered: [Bool]

  init(count: Int) { isCovered = [Bool](repeating: false, count: count) }

  mutating func add(_ span: TextSpan) {
    for index in span.range { isCovered[index] = true }
  }

  /// The covered runs inside a span, in order.
  func covered(in span: TextSpan) -> [TextSpan] {
    var runs: [TextSpan] = []
    var start: Int?
    for index in span.range {
      if isCovered[index] {
        start = start ?? index
      } else if let first = start {
        runs.append(TextSpan(first, index))
        start = nil
      }
    }
    if let first = start { runs.append(TextSpan(first, span.upper)) }
    return runs
  }
}
