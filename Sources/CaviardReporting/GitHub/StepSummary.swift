package import CaviardCase

/// A table in Markdown for the page of a workflow step: what passes is only counted.
package struct StepSummary: ReportForm {
  /// Rows; the page of a step takes a megabyte.
  static let limit = 1000

  private let messages: any Messages
  private let issues: CaseIssues
  private let paths: RepositoryPaths
  private var rows = 0

  package init(_ context: ReportContext) {
    messages = messagesIn(context.options.messages)
    issues = CaseIssues(context.options)
    paths = context.paths
  }

  package mutating func begin() -> String { "### Caviard\n\n" }

  package mutating func add(_ outcome: CaseOutcome) -> String {
    guard outcome.verdict != .pass, outcome.accepted == nil else { return "" }
    rows += 1
    guard rows <= Self.limit else { return "" }
    let risk = outcome.report?.risk
    var reasons = outcome.reasons.map(messages.reason)
    if let failure = outcome.failure { reasons.append(messages.failure(failure)) }
    let found = issues.list(outcome).count { if case .kind = $0.rule { true } else { false } }
    let page = messages.page()
    let verdict =
      outcome.failure.map { !$0.isJudgement } == true
      ? page.unreadable : outcome.verdict == .block ? page.block : page.review
    let cells = [
      Self.escape(paths.path(outcome.name)), Self.escape(verdict), risk.map { messages.number($0.k) } ?? "",
      risk.map { messages.number($0.kLow) } ?? "", outcome.report == nil ? "" : String(found),
      Self.escape(reasons.joined(separator: "; ")),
    ]
    return (rows == 1 ? head : "") + Self.row(cells)
  }

  package mutating func add(_ library: LibraryReport) -> String? {
    library.links.prefix(Self.limit).map { "\n" + Self.escape(messages.linked($0.first, $0.second)) + "\n" }.joined()
  }

  package mutating func end(_ run: ReportRun) -> String {
    var lines: [String] = []
    if rows > Self.limit { lines.append(messages.moreCases(rows - Self.limit)) }
    lines += run.complaints
    lines.append(messages.scanned(run.tally))
    return "\n" + lines.map { Self.escape($0) + "\n" }.joined(separator: "\n") + "\n"
  }

  private var head: String {
    let columns = messages.tableColumns()
    return Self.row(columns.map(Self.escape)) + Self.row(columns.map { _ in "---" })
  }

  private static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }

  /// Every sign that Markdown, its tables or HTML give a meaning becomes a character reference; line ends become spaces.
  static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      let isPlain = scalar.value > 0x9F || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isPlain || " ./-:;,()".unicodeScalars.contains(scalar) {
        escaped.unicodeScalars.append(scalar)
      } else {
        escaped += scalar.value < 0x20 || scalar.value >= 0x7F ? " " : "&#\(scalar.value);"
      }
    }
    return escaped
  }
}
