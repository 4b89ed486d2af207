internal import CaviardCase

/// SARIF 2.1.0 as GitHub code scanning takes it: one run, all rules, one result an issue.
///
/// - Regions lie on one line, for an alert shows in a pull request only if every line of it changed; what crosses lines is one
///   result with several locations, of which the first counts. Columns are UTF-16 units.
/// - There is no snippet and no context region: nothing of a case is in a report.
/// - `partialFingerprints` has no `primaryLocationLineHash`. That is an unkeyed hash of a line of the case, and a line that
///   holds a name can be found by trying names. The upload action reckons it from the checkout, which the host has anyway. Ours
///   holds the rule and its ordinal in the case; the path beside it completes it.
/// - A report holds ``limit`` results; beyond it the least severe and latest are left out, and that is said. Memory is bounded by
///   twice as many.
struct SARIFReport: ReportForm {
  /// Results that GitHub takes of one run.
  static let limit = 25_000
  /// Files that could not be read, as notifications; all of them are results too.
  static let notificationLimit = 1000
  /// Unicode scalars of one text.
  static let textLimit = 1024

  private struct Result {
    let severity: IssueSeverity
    let json: [UInt8]
  }

  private let messages: any Messages
  private let issues: CaseIssues
  private let context: ReportContext
  private let limit: Int
  private var results: [Result] = []
  private var leftOut = 0
  private var notifications: [[UInt8]] = []
  private var failures = 0
  private var links = 0

  init(_ context: ReportContext, limit: Int = Self.limit) {
    self.context = context
    self.limit = limit
    messages = messagesIn(context.options.messages)
    issues = CaseIssues(context.options)
  }

  var remarks: [String] { leftOut > 0 ? [messages.leftOut(leftOut, limit: limit)] : [] }

  mutating func add(_ outcome: CaseOutcome) -> String {
    for issue in issues.list(outcome) { add(issue, outcome.name) }
    if let failure = outcome.failure, !failure.isJudgement {
      failures += 1
      if notifications.count < Self.notificationLimit {
        notifications.append(notification(messages.failure(failure), of: outcome.name))
      }
    }
    return ""
  }

  mutating func add(_ library: LibraryReport) -> String? {
    for link in library.links {
      links += 1
      add(issues.linked(link.first, link.second, ordinal: links), link.first, beside: link.second)
    }
    return ""
  }

  mutating func end(_ run: ReportRun) -> String {
    prune(to: limit)
    for complaint in run.complaints { notifications.append(notification(complaint, of: nil)) }
    if leftOut > 0 { notifications.append(notification(messages.leftOut(leftOut, limit: limit), of: nil)) }
    return JSONWriter.text(.indented) { json in
      json.object { json in
        json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        json.member("version", "2.1.0")
        json.key("runs")
        json.array([run]) { json, run in write(run, to: &json) }
      }
    } + "\n"
  }
}

extension SARIFReport {
  private func write(_ run: ReportRun, to json: inout JSONWriter) {
    json.object { json in
      json.key("tool")
      json.object { json in
        json.key("driver")
        json.object { json in
          json.member("name", "Caviard")
          json.member("semanticVersion", Product.version)
          json.member("language", context.options.messages == .french ? "fr-CA" : "en-CA")
          json.key("rules")
          json.array(ReportRule.all) { json, rule in SARIFRule(rule, messages).write(to: &json) }
        }
      }
      json.key("automationDetails")
      json.object { $0.member("id", "caviard/\(clipped(context.policy))/") }
      json.member("columnKind", "utf16CodeUnits")
      json.member("newlineSequences", ["\r\n", "\n", "\r"])
      json.key("invocations")
      json.array([run]) { json, run in
        json.object { json in
          json.key("executionSuccessful")
          json.bool(run.isWhole)
          json.key("toolExecutionNotifications")
          json.array(notifications) { $0.raw($1) }
        }
      }
      json.key("results")
      json.array(results) { $0.raw($1.json) }
    }
  }

  private mutating func add(_ issue: CaseIssue, _ name: String, beside other: String? = nil) {
    var json = JSONWriter(.line)
    json.object { json in
      json.member("ruleId", issue.rule.id)
      json.member("ruleIndex", issue.rule.index)
      json.member("level", issue.severity.isError ? "error" : "warning")
      json.key("message")
      json.object { $0.member("text", clipped(issue.message)) }
      json.key("locations")
      json.array(issue.regions.isEmpty ? [issue.first] : issue.regions) { json, region in
        location(name, region, to: &json)
      }
      if let other {
        json.key("relatedLocations")
        json.array([issue.first]) { json, region in location(other, region, to: &json) }
      }
      json.key("partialFingerprints")
      json.object { $0.member("caviard/v1", issue.fingerprint) }
    }
    results.append(Result(severity: issue.severity, json: json.bytes))
    if results.count >= 2 * limit { prune(to: limit) }
  }

  private func location(_ name: String, _ region: LineRegion, to json: inout JSONWriter) {
    json.object { json in
      json.key("physicalLocation")
      json.object { json in
        json.key("artifactLocation")
        json.object { $0.member("uri", context.paths.uri(name)) }
        json.key("region")
        json.object { json in
          json.member("startLine", region.line)
          json.member("startColumn", region.column)
          json.member("endLine", region.line)
          json.member("endColumn", region.endColumn)
        }
      }
    }
  }

  private func notification(_ text: String, of name: String?) -> [UInt8] {
    var json = JSONWriter(.line)
    json.object { json in
      json.member("level", "error")
      json.key("message")
      json.object { $0.member("text", clipped(text.asSentence)) }
      if let name {
        json.key("locations")
        json.array([name]) { json, name in
          json.object { json in
            json.key("physicalLocation")
            json.object { json in
              json.key("artifactLocation")
              json.object { $0.member("uri", context.paths.uri(name)) }
            }
          }
        }
      }
    }
    return json.bytes
  }

  /// Keeps the most severe, and of those alike the first.
  private mutating func prune(to limit: Int) {
    guard results.count > limit else { return }
    leftOut += results.count - limit
    var kept: Set<Int> = []
    for severity in [IssueSeverity.unreadable, .error, .warning] {
      kept.formUnion(results.indices.filter { results[$0].severity == severity }.prefix(limit - kept.count))
    }
    results = results.indices.filter(kept.contains).map { results[$0] }
  }

  private func clipped(_ text: String) -> String { SARIFRule.clipped(text) }
}
