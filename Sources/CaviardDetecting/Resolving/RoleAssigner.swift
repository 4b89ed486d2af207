internal import CaviardCase

/// Gives pattern findings their subject, and dates and ages the role that a cue beside them names.
struct RoleAssigner {
  let context: CaseContext
  let clauses: Clauses

  /// Tokens looked back for a cue.
  private static let reach = 6

  /// Findings with their subject and role; a diagnosis that is denied or only considered goes.
  func assign(_ findings: [Finding]) -> [Finding] {
    findings.compactMap { finding in
      guard finding.identifierClass == .quasi, let index = firstToken(of: finding) else { return finding }
      if finding.kind == .diagnosis || finding.kind == .procedure,
        clauses.isNegated(index) || clauses.isDifferential(index)
      {
        return nil
      }
      return finding.told(of: subject(of: finding, at: index), role: role(of: finding, at: index))
    }
  }

  private func subject(of finding: Finding, at index: Int) -> Subject {
    switch finding.kind {
    case .date: return finding.subject
    case .age:
      let next = context.firstToken(from: finding.span.upper)
      return clauses.relative(namedAt: next) ?? clauses.subject(of: index)
    default: return clauses.subject(of: index)
    }
  }

  private func firstToken(of finding: Finding) -> Int? {
    let index = context.firstToken(from: finding.span.lower)
    return index < context.tokens.count ? index : nil
  }

  private func role(of finding: Finding, at index: Int) -> FindingRole {
    guard finding.kind == .date, finding.role == .now else { return finding.role }
    if clauses.hasCue(.birth, before: index, reach: Self.reach) || cueRightBefore(.birth, index) { return .birth }
    if clauses.hasCue(.death, before: index, reach: Self.reach) || cueRightBefore(.death, index) { return .death }
    return .care
  }

  /// "DOB: 12/03/1960": the colon begins a clause, the cue stands before it.
  private func cueRightBefore(_ kind: CueKind, _ index: Int) -> Bool {
    guard index > 0, context.isSameBlock(index, index - 1) else { return false }
    switch context.tokens[index].gap {
    case .colon, .colonSpace, .bracket, .other: return clauses.hasCue(kind, before: index - 1, reach: 4, through: index)
    default: return false
    }
  }
}
