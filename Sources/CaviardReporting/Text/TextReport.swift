package import CaviardCase

/// A case for a reader at a terminal: the verdict in plain words, what identifies and what to write instead.
package struct TextReport: Sendable {
  private let options: ReportOptions
  private let messages: any Messages

  package init(_ options: ReportOptions) {
    self.options = options
    messages = messagesIn(options.messages)
  }

  package func render(_ outcome: CaseOutcome) -> String {
    var lines: [String] = []
    guard let report = outcome.report else {
      let isJudged = outcome.failure?.isJudgement == true
      lines.append(headline(outcome.name, isJudged ? messages.verdict(.block) : messages.unreadable(), .block))
      if let failure = outcome.failure { lines.append("  " + messages.failure(failure)) }
      return lines.joined(separator: "\n") + "\n"
    }
    lines.append(headline(outcome.name, messages.verdict(report.verdict), report.verdict))
    if let accepted = outcome.accepted { lines.append("  " + messages.accepted(accepted)) }
    lines += report.reasons.map { "  - " + messages.reason($0) }
    if report.findings.isEmpty {
      lines.append("  " + messages.nothingFound())
    } else {
      lines.append("  " + messages.risk(report.risk))
      lines += table(report.findings)
    }
    if !report.droppedParts.isEmpty { lines.append("  " + messages.dropped(report.droppedParts)) }
    lines += report.allowances.filter { $0.count > 0 }.map { "  " + messages.allowance($0) }
    lines += multiplication(report)
    lines += Advice.all(report).map { "  → " + messages.advice($0) }
    if let after = outcome.after { lines.append("  " + messages.written(after)) }
    if case .held = outcome.result { lines.append("  " + messages.held()) }
    if case .flagged = outcome.result { lines.append("  " + messages.flagged()) }
    if let failure = outcome.failure { lines.append("  " + messages.failure(failure)) }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension TextReport {
  private func headline(_ name: String, _ verdict: String, _ colour: Verdict) -> String {
    "\(name): " + Colour.paint(verdict, as: colour, isOn: options.hasColour)
  }

  private func table(_ findings: [ReportedFinding]) -> [String] {
    let places = findings.map { finding in
      (finding.place.part.map { $0 + ":" } ?? "") + "\(finding.place.line):\(finding.place.column)"
    }
    let kinds = findings.map { messages.kind($0.decision.finding.kind) }
    let placeWidth = places.map(\.count).max() ?? 0
    let kindWidth = kinds.map(\.count).max() ?? 0
    var lines: [String] = []
    for (index, finding) in findings.enumerated() {
      lines.append(
        "  " + padded(places[index], placeWidth) + "  " + padded(kinds[index], kindWidth) + "  "
          + messages.action(finding.decision.action, replacement: finding.replacement))
      if options.isVerbose || options.explains { lines.append("      " + messages.details(finding.decision)) }
      if options.explains {
        // A rule decides alone; the clues of a name add up.
        lines += finding.decision.finding.evidence.filter { $0.weight != 0 }.map { evidence in
          "      \(evidence.clue) \(messages.number(evidence.weight))"
        }
      }
      if let shown = finding.shown { lines += underlined(shown) }
    }
    return lines
  }

  /// `candidates 2,000,000 × age 0.0129 × …`, one factor a line.
  private func multiplication(_ report: CaseReport) -> [String] {
    let factors = report.factors
    guard !factors.isEmpty else { return [] }
    let width = factors.map(\.label.count).max() ?? 0
    return factors.enumerated().map { index, factor in
      (index == 0 ? "  K = " : "    × ") + padded(factor.label, width) + "  " + messages.number(factor.share)
        + "  ±\(messages.number(factor.halfWidth)) dex  \(factor.source)"
    } + ["    " + messages.working(report.risk)]
  }

  /// The line of the case with the finding underlined; control characters cannot reach the terminal.
  private func underlined(_ shown: ShownText) -> [String] {
    let visible = String(
      String.UnicodeScalarView(shown.line.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    let scalars = visible.unicodeScalars
    let start = max(0, shown.lead - 60)
    let window = scalars.dropFirst(start).prefix(shown.lead - start + shown.length + 40)
    let lead = window.prefix(shown.lead - start)
    let marked = window.dropFirst(shown.lead - start).prefix(shown.length)
    return [
      "      " + String(String.UnicodeScalarView(window)),
      "      " + String(repeating: " ", count: String(String.UnicodeScalarView(lead)).count)
        + String(repeating: "^", count: max(1, String(String.UnicodeScalarView(marked)).count)),
    ]
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
