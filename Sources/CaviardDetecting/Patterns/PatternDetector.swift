internal import CaviardCase
internal import CaviardDictionaries

/// Runs every rule over a case.
struct PatternDetector {
  let rules: PatternRuleSet

  func detect(in context: CaseContext) -> [Finding] {
    var findings: [Finding] = []
    let values = ValueBuilder(context: context)
    let storage = FlatStorage()
    let gaps = Self.gaps(in: context, storage)
    let candidates = storage.scratch(rules.program.patterns.count, of: Int32(0))
    // A rule does not begin again inside its own last match.
    let busyUntil = storage.scratch(rules.rules.count, of: 0)
    var machine = PatternMachine(rules.program, context: context, gaps: gaps)
    for block in context.blocks {
      let end = block.tokens.upperBound
      for index in block.tokens {
        let count = rules.selection.candidates(
          at: index, in: context, end: end, nextGap: gaps[index + 1], into: candidates)
        for place in 0..<count {
          let pattern = Int(candidates[place])
          let number = Int(rules.program.patterns[pattern].rule)
          if index < busyUntil[number] { continue }
          switch machine.match(pattern, at: index, end: end) {
          case .none: continue
          case .match(let match):
            guard let finding = finding(match, rules.rules[number], values, context) else { continue }
            findings.append(finding)
            busyUntil[number] = match.finding.upperBound
          case .exhausted(let upper):
            findings.append(unread(index..<upper, rules.rules[number], context))
            busyUntil[number] = upper
          }
        }
      }
    }
    withExtendedLifetime(storage) {}
    return findings
  }

  /// The gap before each token, and one more.
  static func gaps(in context: CaseContext, _ storage: FlatStorage) -> FlatArray<GapCode> {
    let gaps = storage.scratch(context.tokens.count + 1, of: GapCode.space)
    for block in context.blocks where !block.tokens.isEmpty {
      var before = Int(context.tokens[block.tokens.lowerBound].upper)
      for index in block.tokens.dropFirst() {
        let token = context.tokens[index]
        let lower = Int(token.lower)
        let first = context.bytes[before]
        if lower - before == 1, first != 0x20, (0x21..<0x7F).contains(first) {
          gaps[index] = GapCode(mark: first)
        } else if lower - before != 1 || first != 0x20 {
          let reader = GapReader(context.bytes, before..<lower)
          // "Tel. 418-555-2312⏎6. Vitamin D": the number of the next item belongs to nothing before it.
          let isItem = reader.lineEnds == 1 && Alternatives.isListNumber(index, context)
          gaps[index] = isItem ? .barrier : GapCode(reader)
        }
        before = Int(token.upper)
      }
    }
    return gaps.filled
  }

  private func finding(
    _ match: PatternMatch, _ rule: PatternRule, _ values: ValueBuilder, _ context: CaseContext
  ) -> Finding? {
    guard let value = values.value(of: match, form: rule.value) else { return nil }
    var confidence = rule.confidence
    if let check = rule.check, !check.holds(Self.characters(of: match.finding, in: context)) {
      if rule.isCheckRequired { return nil }
      confidence *= 0.8
    }
    if rule.check == .postalCanadaJoined, Self.isComaScore(match.finding, in: context) { return nil }
    let span = Self.balanced(context.span(match.finding), in: context, at: match.finding.lowerBound)
    return Finding(
      span: rule.kind == .age ? Self.dotted(span, in: context) : span, kind: rule.kind,
      role: rule.role, value: value, confidence: confidence, detector: rule.id, evidence: [Evidence(rule.id)],
      needsReview: rule.needsReview)
  }

  /// `E3V4M5` after "GCS" or "Glasgow", within eight words: eyes, voice, movement. Elsewhere `E3V` is in New Brunswick.
  private static func isComaScore(_ range: Range<Int>, in context: CaseContext) -> Bool {
    let letters = characters(of: range, in: context).filter { $0 >= 0x41 }
    guard letters.elementsEqual("EVM".utf8) else { return false }
    return (max(0, range.lowerBound - 8)..<range.lowerBound).contains { index in
      context.isSameBlock(index, range.lowerBound) && ["gcs", "glasgow", "coma"].contains(context.form(index))
    }
  }

  /// The span with the last full stop of "34 y.o." where the sentence goes on: before a small letter, `F` or `M`.
  private static func dotted(_ span: TextSpan, in context: CaseContext) -> TextSpan {
    let (bytes, next) = (context.bytes, span.upper)
    guard bytes[span.range].suffix(2).elementsEqual(".o".utf8) || bytes[span.range].suffix(2).elementsEqual(".O".utf8),
      next + 2 < bytes.count, bytes[next] == UInt8(ascii: "."), bytes[next + 1] == UInt8(ascii: " ")
    else { return span }
    let isLetter = { (byte: UInt8) in (0x41...0x5A).contains(byte & 0xDF) }
    let isSex = "FM".utf8.contains(bytes[next + 2]) && (next + 3 == bytes.count || !isLetter(bytes[next + 3]))
    return isSex || (0x61...0x7A).contains(bytes[next + 2]) ? TextSpan(span.lower, next + 1) : span
  }

  /// What a rule read when it was stopped counts as found, and a person must look.
  private func unread(_ range: Range<Int>, _ rule: PatternRule, _ context: CaseContext) -> Finding {
    Finding(
      span: context.span(range), kind: rule.kind, role: rule.role, value: .unknown(key: context.key(range)),
      confidence: rule.confidence, detector: rule.id, evidence: [Evidence(rule.id)], needsReview: true)
  }

  /// The letters (upper case) and digits of a run, ASCII only.
  private static func characters(of range: Range<Int>, in context: CaseContext) -> [UInt8] {
    var characters: [UInt8] = []
    for byte in context.bytes[context.span(range).range] {
      switch byte {
      case 0x30...0x39, 0x41...0x5A: characters.append(byte)
      case 0x61...0x7A: characters.append(byte - 0x20)
      default: break
      }
    }
    return characters
  }

  /// The span with the bracket or sign that belongs to it: `(416) 555-0199`, `+1 416`, `#12`.
  private static func balanced(_ span: TextSpan, in context: CaseContext, at token: Int) -> TextSpan {
    let bytes = context.bytes
    let start = context.textSpan(of: token).lower
    var lower = span.lower
    let inside = bytes[span.range]
    if lower > start, bytes[lower - 1] == UInt8(ascii: "("), inside.contains(UInt8(ascii: ")")),
      !inside.contains(UInt8(ascii: "("))
    {
      lower -= 1
    }
    if lower > start, bytes[lower - 1] == UInt8(ascii: "+") { lower -= 1 }
    return TextSpan(lower, span.upper)
  }
}
