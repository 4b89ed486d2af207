internal import CaviardCase
internal import CaviardTokenizing

/// The policy's own words: `allow` is never a name, `deny` always is.
struct UserWords: Sendable {
  private let allowed: Set<[UInt64]>
  private let denied: [[UInt64]]

  init(allow: [String], deny: [String]) {
    let tokenizer = Tokenizer()
    allowed = Set(allow.map { tokenizer.keys(of: $0) }.filter { !$0.isEmpty })
    denied = deny.map { tokenizer.keys(of: $0) }.filter { !$0.isEmpty }
  }

  func apply(to findings: [Finding], in context: CaseContext) -> [Finding] {
    guard !(allowed.isEmpty && denied.isEmpty) else { return findings }
    let kept = findings.filter { finding in
      guard finding.kind == .personName || finding.kind == .possibleName else { return true }
      return !allowed.contains(context.tokens(in: finding.span).map { context.tokens[$0].key })
    }
    return kept + deniedFindings(in: context)
  }

  private func deniedFindings(in context: CaseContext) -> [Finding] {
    var findings: [Finding] = []
    for index in context.tokens.indices {
      for keys in denied where context.tokens[index...].prefix(keys.count).elementsEqual(keys, by: { $0.key == $1 }) {
        let range = index..<(index + keys.count)
        guard context.isSameBlock(range.lowerBound, range.upperBound - 1) else { continue }
        findings.append(
          Finding(
            span: context.span(range), kind: .personName, value: .unknown(key: context.key(range)), confidence: 1,
            detector: "policy.deny", evidence: [Evidence("policy.deny")]))
      }
    }
    return findings
  }
}
