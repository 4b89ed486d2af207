internal import CaviardCase

/// GitLab's code quality report: an array of issues, written as they come.
///
/// A fingerprint holds the path, the rule and its ordinal in the case: unique, independent of lines, and nothing of the text.
struct GitLabReport: ReportForm {
  private let issues: CaseIssues
  private let paths: RepositoryPaths
  private var count = 0
  /// How often a path came: a file named twice would repeat its fingerprints, and GitLab merges equal ones.
  private var seen: [String: Int] = [:]

  init(_ context: ReportContext) {
    issues = CaseIssues(context.options)
    paths = context.paths
  }

  mutating func begin() -> String { "[" }

  mutating func add(_ outcome: CaseOutcome) -> String {
    let issues = issues.list(outcome)
    guard !issues.isEmpty else { return "" }
    let path = paths.path(outcome.name)
    seen[path, default: 0] += 1
    let times = seen[path, default: 1]
    return issues.map { entry($0, path, times) }.joined()
  }

  mutating func add(_ library: LibraryReport) -> String? {
    var ordinal = 0
    return library.links.map { link in
      ordinal += 1
      return entry(issues.linked(link.first, link.second, ordinal: ordinal), paths.path(link.first), 1)
    }.joined()
  }

  mutating func end(_ run: ReportRun) -> String { count > 0 ? "\n]\n" : "]\n" }

  private mutating func entry(_ issue: CaseIssue, _ path: String, _ times: Int) -> String {
    defer { count += 1 }
    let json = JSONWriter.text(.line) { json in
      json.object { json in
        json.member("description", issue.message)
        json.member("check_name", issue.rule.id)
        json.member("fingerprint", "\(path):\(issue.fingerprint)" + (times > 1 ? "#\(times)" : ""))
        json.member("severity", Self.severity(issue.severity))
        json.key("location")
        json.object { json in
          json.member("path", path)
          json.key("lines")
          json.object { $0.member("begin", issue.first.line) }
        }
      }
    }
    return (count > 0 ? ",\n  " : "\n  ") + json
  }

  private static func severity(_ severity: IssueSeverity) -> String {
    switch severity {
    case .warning: "major"
    case .error: "critical"
    case .unreadable: "blocker"
    }
  }
}
