package import CaviardCase

/// One thing that must change in a case, or that a person must look at, as other programs list it. No text of the case.
package struct CaseIssue: Hashable, Sendable {
  package let rule: ReportRule
  package let severity: IssueSeverity
  /// Where it stands, one region a line; empty for the case as a whole and in a part of a container.
  package let regions: [LineRegion]
  /// Of this rule in this case, from 1. It survives edits elsewhere in the line, and holds nothing of the text.
  package let ordinal: Int
  /// A title, then what to do.
  package let message: String

  package init(_ rule: ReportRule, _ severity: IssueSeverity, _ regions: [LineRegion], ordinal: Int, message: String) {
    self.rule = rule
    self.severity = severity
    self.regions = regions
    self.ordinal = ordinal
    self.message = message
  }

  /// Where a program that wants one line is sent: the first, where there is none.
  package var first: LineRegion { regions.first ?? LineRegion(line: 1, column: 1, endColumn: 1, start: 0, end: 0) }

  /// `person-name/2`: tells issues of one case apart whatever their lines are.
  package var fingerprint: String { "\(rule.id)/\(ordinal)" }
}

/// Lists what stands between cases and their passing: a case that passes has no issues, and what may stay is none.
package struct CaseIssues: Sendable {
  private let messages: any Messages

  package init(_ options: ReportOptions) { messages = messagesIn(options.messages) }

  /// First what concerns the whole case, then the findings in text order.
  package func list(_ outcome: CaseOutcome) -> [CaseIssue] {
    guard let report = outcome.report else { return unprocessed(outcome) }
    guard report.verdict != .pass && outcome.accepted == nil || outcome.failure != nil else { return [] }
    let found = report.findings.filter { $0.decision.action != .keep }
    let kinds = Set(found.map(\.decision.finding.kind))
    var issues = report.reasons.filter { !Self.isTold($0, by: kinds) }.map { issue($0, report) }
    if outcome.failure != nil { issues += unprocessed(outcome) }
    var counts: [Kind: Int] = [:]
    for finding in found {
      counts[finding.decision.finding.kind, default: 0] += 1
      issues.append(issue(finding, ordinal: counts[finding.decision.finding.kind, default: 1]))
    }
    return issues
  }

  package func linked(_ first: String, _ second: String, ordinal: Int) -> CaseIssue {
    CaseIssue(
      .linked, .warning, [], ordinal: ordinal,
      message: messages.text(.linked).title + ". " + messages.linked(first, second) + ".")
  }
}

extension CaseIssues {
  private func unprocessed(_ outcome: CaseOutcome) -> [CaseIssue] {
    guard let failure = outcome.failure else { return [] }
    let reason = outcome.report == nil ? outcome.reasons.first ?? .unreadable : .unreadable
    var regions: [LineRegion] = []
    if failure.part == nil, let line = failure.line {
      // The column is the parser's own count.
      regions = [LineRegion(line: line, column: 1, endColumn: 1, start: 0, end: 0)]
    }
    let rule = ReportRule.reason(reason)
    return [
      CaseIssue(
        rule, rule.severity, regions, ordinal: 1,
        message: messages.text(rule).title + ". " + messages.failure(failure).asSentence + ".")
    ]
  }

  private func issue(_ reason: VerdictReason, _ report: CaseReport) -> CaseIssue {
    let rule = ReportRule.reason(reason)
    var parts = [messages.text(rule).title + "."]
    if reason == .kBelowThreshold || reason == .intervalStraddles { parts.append(messages.risk(report.risk)) }
    if reason == .infeasible, let bound = report.infeasibility {
      parts.append(messages.advice(.infeasible(bound)))
    } else {
      parts.append(messages.advice(.reason(reason)))
    }
    return CaseIssue(rule, rule.severity, [], ordinal: 1, message: parts.joined(separator: " "))
  }

  private func issue(_ reported: ReportedFinding, ordinal: Int) -> CaseIssue {
    let finding = reported.decision.finding
    let isDirect = finding.identifierClass == .direct && finding.confidence >= 0.5
    let place = reported.place
    let at = place.part.map { " (\($0):\(place.line):\(place.column))" } ?? ""
    return CaseIssue(
      .kind(finding.kind), isDirect ? .error : .warning, place.part == nil ? place.regions : [], ordinal: ordinal,
      message: messages.headed(
        messages.text(.kind(finding.kind)).title + at,
        messages.action(reported.decision.action, replacement: reported.replacement)) + ".")
  }

  /// True for a reason that says no more than the findings listed beside it.
  private static func isTold(_ reason: VerdictReason, by kinds: Set<Kind>) -> Bool {
    switch reason {
    case .directIdentifier: kinds.contains { $0.identifierClass == .direct } || kinds.contains(.date)
    case .possibleName: kinds.contains(.possibleName)
    case .superlative: kinds.contains(.superlative)
    case .media: kinds.contains(.media)
    default: false
    }
  }
}
