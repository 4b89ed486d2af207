internal import CaviardCase

/// What the page report says of one case; nothing of a case in which nothing has to change.
struct CaseArticle {
  private let outcome: CaseOutcome
  private let number: Int
  private let messages: any Messages
  private let words: PageText

  init(_ outcome: CaseOutcome, number: Int, _ messages: any Messages) {
    self.outcome = outcome
    self.number = number
    self.messages = messages
    words = messages.page()
  }

  var html: String? {
    let changes = groups
    guard outcome.lastVerdict != .pass || !changes.isEmpty else { return nil }
    return """
      <article class="\(outcome.lastVerdict.rawValue)" aria-labelledby="case-\(number)">
      <h3 id="case-\(number)">\(Markup.escape(outcome.name)) \(Self.badge(outcome, words))</h3>
      \(sentences)\(changes.isEmpty ? "" : table(changes))\(advice)\
      <p class="back"><a href="#summary">\(Markup.escape(words.back))</a></p>
      </article>

      """
  }

  /// The verdict in a word, on what is shared.
  static func badge(_ outcome: CaseOutcome, _ words: PageText) -> String {
    let isUnread = outcome.failure.map { !$0.isJudgement } ?? false
    let verdict = outcome.lastVerdict
    let word =
      switch verdict {
      case .pass: words.pass
      case .review: words.review
      case .block: isUnread ? words.unreadable : words.block
      }
    return "<span class=\"verdict \(verdict.rawValue)\">\(Markup.escape(word))</span>"
  }
}

extension CaseArticle {
  /// Findings of one kind with one thing to do.
  private struct Group: Hashable {
    let kind: Kind
    let action: String
  }

  private var groups: [(group: Group, places: [String])] {
    var order: [Group] = []
    var places: [Group: [String]] = [:]
    for finding in outcome.report?.findings ?? [] where finding.decision.action != .keep {
      let group = Group(
        kind: finding.decision.finding.kind,
        action: messages.action(finding.decision.action, replacement: finding.replacement))
      if places[group] == nil { order.append(group) }
      let place = finding.place
      places[group, default: []].append((place.part.map { $0 + ":" } ?? "") + "\(place.line):\(place.column)")
    }
    return order.map { ($0, places[$0, default: []]) }
  }

  private var sentences: String {
    var lines = outcome.accepted.map { [messages.accepted($0)] } ?? []
    lines += outcome.report?.allowances.filter { $0.count > 0 }.map(messages.allowance) ?? []
    if let report = outcome.report, !report.findings.isEmpty { lines.append(messages.risk(report.risk)) }
    if let failure = outcome.failure { lines.append(messages.failure(failure).asSentence + ".") }
    if let after = outcome.after { lines.append(messages.written(after)) }
    if case .held = outcome.result { lines.append(messages.held()) }
    if case .flagged = outcome.result { lines.append(messages.flagged()) }
    let reasons = outcome.report == nil ? [] : outcome.reasons
    return lines.map { "<p>\(Markup.escape($0))</p>\n" }.joined()
      + list(reasons.map { messages.reason($0).asSentence + "." })
  }

  private var advice: String {
    guard let report = outcome.report else { return "" }
    var lines = Advice.all(report).map(messages.advice)
    if !report.droppedParts.isEmpty { lines.append(messages.dropped(report.droppedParts)) }
    return list(lines)
  }

  private func list(_ lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    return "<ul>\n" + lines.map { "<li>\(Markup.escape($0))</li>\n" }.joined() + "</ul>\n"
  }

  private func table(_ groups: [(group: Group, places: [String])]) -> String {
    let heads = [words.kind, words.places, words.instead, words.why].map {
      "<th scope=\"col\">\(Markup.escape($0))</th>"
    }
    let rows = groups.map { group, places in
      let text = messages.text(.kind(group.kind))
      return "<tr><th scope=\"row\">\(Markup.escape(text.title))</th><td class=\"places\">"
        + places.map(Markup.escape).joined(separator: ", ")
        + "</td><td>\(Markup.escape(group.action.asSentence))</td><td class=\"soft\">\(Markup.escape(text.why))</td></tr>\n"
    }
    return """
      <div class="wide" role="region" aria-labelledby="case-\(number)" tabindex="0">
      <table>
      <thead><tr>\(heads.joined())</tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table>
      </div>

      """
  }
}
