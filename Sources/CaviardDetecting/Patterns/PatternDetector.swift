internal import CaviardCase
internal import CaviardDictionaries

/// Runs every rule over a case.
struct PatternDetector {
  let rules: PatternRuleSet

  func detect(in context: CaseContext) -> [Finding] {
    var findings: [Finding] = []
    var candidates: [Int32] = []
    let values = ValueBuilder(context: context)
    // A rule does not begin again inside its own last match.
    var busyUntil = [Int](repeating: 0, count: rules.rules.count)
    for index in context.tokens.indices {
      rules.candidates(at: index, in: context, into: &candidates)
      for candidate in candidates {
        let number = Int(candidate)
        let rule = rules.rules[number]
        guard index >= busyUntil[number], applies(rule, at: index, in: context) else { continue }
        for pattern in rule.patterns {
          guard let match = PatternMatcher.match(pattern, at: index, in: context),
            let finding = finding(match, rule, values, context)
          else { continue }
          findings.append(finding)
          busyUntil[number] = match.finding.upperBound
          break
        }
      }
    }
    return findings
  }

  private func applies(_ rule: PatternRule, at index: Int, in context: CaseContext) -> Bool {
    rule.languages.isEmpty || rule.languages.contains { context.language(of: index).admits($0) }
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
    return Finding(
      span: Self.balanced(context.span(match.finding), in: context, at: match.finding.lowerBound), kind: rule.kind,
      role: rule.role, value: value, confidence: confidence, detector: rule.id, evidence: [Evidence(rule.id)],
      needsReview: rule.needsReview)
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
    let start = context.textBlock(of: token).span.lower
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
