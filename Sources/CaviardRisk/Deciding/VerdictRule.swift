internal import CaviardCase

/// Pass, review or block, and why (risk.md F1, cli.md).
struct VerdictRule: Sendable {
  let policy: Policy
  /// Least K, milli-dex.
  let threshold: Int64

  func reasons(
    _ detection: Detection, text: CaseText, facts: [Fact], factors: [Factors], isFeasible: Bool,
    isBelowFloor: Bool
  ) -> [VerdictReason] {
    var reasons: Set<VerdictReason> = []
    for finding in detection.findings {
      switch finding.identifierClass {
      case .direct: if finding.confidence >= 0.5 { reasons.insert(.directIdentifier) }
      case .media: reasons.insert(.media)
      case .unknown: reasons.insert(.possibleName)
      case .quasi: if finding.needsReview { reasons.insert(.reportableEvent) }
      }
    }
    if !text.media.isEmpty { reasons.insert(.media) }
    if !facts.isEmpty {
      if factors.contains(where: { $0.share < threshold }) {
        reasons.insert(.kBelowThreshold)
      } else if factors.contains(where: { $0.low < threshold }) {
        reasons.insert(.intervalStraddles)
      }
    }
    for fact in facts where fact.kind == .superlative {
      reasons.insert(fact.role == .elsewhere ? .superlativeMeasurement : .superlative)
    }
    for fact in facts where fact.ladder.isUnmeasured {
      reasons.insert(fact.kind == .event ? .reportableEvent : .unmeasuredTrait)
    }
    for observation in detection.observations {
      switch observation {
      case .patientQuotation: reasons.insert(.quotation)
      case .contradiction: reasons.insert(.contradiction)
      case .sensitiveTopic: break
      }
    }
    if !isFeasible { reasons.insert(.infeasible) }
    if isBelowFloor { reasons.insert(.belowFloor) }
    if detection.isUnsupportedLanguage { reasons.insert(.unsupportedLanguage) }
    if policy.isStrict, detection.wordCount > 40, facts.isEmpty, !Self.holdsPlaceholder(text.bytes) {
      reasons.insert(.nothingFound)
    }
    return VerdictReason.allCases.filter(reasons.contains)
  }

  static func verdict(_ reasons: [VerdictReason]) -> Verdict { reasons.map(\.verdict).max() ?? .pass }

  /// True when the text has something of the form `[person 1]`: it was scrubbed before.
  private static func holdsPlaceholder(_ bytes: [UInt8]) -> Bool {
    let longest = 40
    var index = 0
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "[")) {
      index = open + 1
      guard let close = bytes[index...].prefix(longest).firstIndex(of: UInt8(ascii: "]")) else { continue }
      let inside = bytes[index..<close]
      let digits = inside.reversed().prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      let rest = inside.dropLast(digits.count)
      // Letters (accented ones are bytes above 0x7F), spaces and hyphens, then a space and the number.
      let isWord = rest.allSatisfy { byte in
        byte > 0x7F || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-")
          || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
      }
      if !digits.isEmpty, rest.count > 1, rest.last == UInt8(ascii: " "), isWord { return true }
    }
    return false
  }
}
