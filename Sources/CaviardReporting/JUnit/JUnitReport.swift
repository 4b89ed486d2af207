internal import CaviardCase

/// JUnit's XML, which every build server can draw: one suite, one test a case.
///
/// A case fails where the run fails; what cannot be read is an error. Counts stand at the suite's start, so the cases are kept until
/// the end.
struct JUnitReport: ReportForm {
  private let messages: any Messages
  private let issues: CaseIssues
  private let context: ReportContext
  private var cases: [String] = []
  private var failures = 0
  private var errors = 0

  init(_ context: ReportContext) {
    self.context = context
    messages = messagesIn(context.options.messages)
    issues = CaseIssues(context.options)
  }

  mutating func add(_ outcome: CaseOutcome) -> String {
    cases.append(testCase(outcome.name, body(outcome)))
    return ""
  }

  mutating func add(_ library: LibraryReport) -> String? {
    for link in library.links {
      let text = messages.linked(link.first, link.second)
      let title = messages.text(.linked).title
      cases.append(
        testCase("\(link.first), \(link.second)", verdict(.review, type: ReportRule.linked.id, title, [text])))
    }
    return ""
  }

  mutating func end(_ run: ReportRun) -> String {
    for complaint in run.complaints {
      errors += 1
      cases.append(testCase(complaint, element("error", type: "missing", complaint, [])))
    }
    let counts = "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="caviard" \(counts)>
        <testsuite name="caviard \(Markup.escape(context.policy))" \(counts) skipped="0">
      \(cases.joined())\
        </testsuite>
      </testsuites>

      """
  }
}

extension JUnitReport {
  private mutating func body(_ outcome: CaseOutcome) -> String {
    if let failure = outcome.failure, !failure.isJudgement {
      errors += 1
      return element("error", type: failure.code.rawValue, messages.failure(failure), [])
    }
    let last = outcome.lastVerdict
    guard last != .pass else { return "" }
    let reasons = outcome.after?.reasons ?? outcome.reasons
    var lines = reasons.map { "- " + messages.reason($0) }
    if let failure = outcome.failure { lines.append("- " + messages.failure(failure)) }
    if outcome.after == nil { lines += counts(outcome) }
    return verdict(last, type: last.rawValue, messages.verdict(last), lines)
  }

  /// `person: 2`
  private func counts(_ outcome: CaseOutcome) -> [String] {
    var counts: [Kind: Int] = [:]
    for case .kind(let kind) in issues.list(outcome).map(\.rule) { counts[kind, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { messages.headed(messages.kind($0.key), String($0.value)) }
  }

  /// A failure where the run fails on it, else what the test said.
  private mutating func verdict(_ verdict: Verdict, type: String, _ title: String, _ lines: [String]) -> String {
    guard verdict >= context.failsOn else {
      return "      <system-out>\(Markup.escape(([title] + lines).joined(separator: "\n")))</system-out>\n"
    }
    failures += 1
    return element("failure", type: type, title, lines)
  }

  private func element(_ name: String, type: String, _ message: String, _ lines: [String]) -> String {
    let start = "      <\(name) type=\"\(Markup.escape(type))\" message=\"\(Markup.escape(message))\""
    return start + (lines.isEmpty ? "/>\n" : ">" + lines.map(Markup.escape).joined(separator: "\n") + "</\(name)>\n")
  }

  private func testCase(_ name: String, _ body: String) -> String {
    let start = "    <testcase classname=\"caviard\" name=\"\(Markup.escape(name))\""
    return body.isEmpty ? start + "/>\n" : start + ">\n" + body + "    </testcase>\n"
  }
}
