internal import CaviardCase

/// GitHub's workflow commands: annotations in the log of a step.
///
/// GitHub shows ten of each level and drops the others without a word. Nine are chosen: first what could not be read, then the
/// first of each case; the tenth says how many more there are. They stand at the end of the run, so that nothing parts them.
struct GitHubReport: ReportForm {
  /// Annotations of one level.
  static let limit = 9

  /// The annotations of one level that may be shown, and the count of all.
  private struct Level {
    private(set) var count = 0
    private var unread: [String] = []
    private var first: [String] = []
    private var others: [String] = []

    var chosen: ArraySlice<String> { (unread + first + others).prefix(GitHubReport.limit) }
    var leftOut: Int { count - chosen.count }

    mutating func add(_ command: String, isUnread: Bool, isFirst: Bool) {
      count += 1
      if isUnread {
        Self.add(command, to: &unread)
      } else if isFirst {
        Self.add(command, to: &first)
      } else {
        Self.add(command, to: &others)
      }
    }

    private static func add(_ command: String, to commands: inout [String]) {
      if commands.count < GitHubReport.limit { commands.append(command) }
    }
  }

  private let messages: any Messages
  private let issues: CaseIssues
  private let context: ReportContext
  private var errors = Level()
  private var warnings = Level()
  private var links = 0

  init(_ context: ReportContext) {
    self.context = context
    messages = messagesIn(context.options.messages)
    issues = CaseIssues(context.options)
  }

  mutating func add(_ outcome: CaseOutcome) -> String {
    var seen: Set<Bool> = []
    for issue in issues.list(outcome) {
      let isError = issue.severity.isError
      add(issue, outcome.name, isFirst: seen.insert(isError).inserted)
    }
    return ""
  }

  mutating func add(_ library: LibraryReport) -> String? {
    for link in library.links {
      links += 1
      add(issues.linked(link.first, link.second, ordinal: links), link.first, isFirst: true)
    }
    return ""
  }

  mutating func end(_ run: ReportRun) -> String {
    for complaint in run.complaints {
      errors.add("::error::\(Self.escape(complaint.asSentence))\n", isUnread: true, isFirst: true)
    }
    let commands = (errors.chosen + warnings.chosen).joined()
    guard errors.leftOut + warnings.leftOut > 0 else { return commands }
    let text = messages.overflow(errors.leftOut, warnings.leftOut)
    return commands + "::\(errors.leftOut > 0 ? "error" : "warning")::\(Self.escape(text))\n"
  }

  private mutating func add(_ issue: CaseIssue, _ name: String, isFirst: Bool) {
    let command = command(issue, name)
    let isUnread = issue.severity == .unreadable
    if issue.severity.isError {
      errors.add(command, isUnread: isUnread, isFirst: isFirst)
    } else {
      warnings.add(command, isUnread: false, isFirst: isFirst)
    }
  }

  private func command(_ issue: CaseIssue, _ name: String) -> String {
    var properties = ["file=" + Self.escape(context.paths.path(name), isProperty: true)]
    let place = issue.first
    properties.append("line=\(place.line)")
    if place.column < place.endColumn {
      properties += ["endLine=\(place.line)", "col=\(place.column)", "endColumn=\(place.endColumn)"]
    }
    properties.append("title=" + Self.escape("Caviard " + issue.rule.id, isProperty: true))
    let level = issue.severity.isError ? "error" : "warning"
    return "::\(level) \(properties.joined(separator: ","))::\(Self.escape(issue.message))\n"
  }

  /// As the runner undoes it: nothing in a text ends its line or its property.
  static func escape(_ text: String, isProperty: Bool = false) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let code =
        switch scalar {
        case "%": "%25"
        case "\r": "%0D"
        case "\n": "%0A"
        case ":" where isProperty: "%3A"
        case "," where isProperty: "%2C"
        default: ""
        }
      if code.isEmpty { escaped.append(scalar) } else { escaped.append(contentsOf: code.unicodeScalars) }
    }
    return String(escaped)
  }
}
