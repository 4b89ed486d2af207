internal import CaviardCase

/// A rule of a SARIF run, with all that GitHub shows of it.
struct SARIFRule {
  private let rule: ReportRule
  private let text: RuleText
  private let messages: any Messages
  private let heads: (what: String, why: String, instead: String)

  init(_ rule: ReportRule, _ messages: any Messages) {
    self.rule = rule
    text = messages.text(rule)
    self.messages = messages
    heads = messages.ruleHeads()
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", rule.id)
      json.key("shortDescription")
      json.object { $0.member("text", Self.clipped(text.title)) }
      json.key("fullDescription")
      json.object { $0.member("text", Self.clipped("\(text.what) \(text.why)")) }
      json.key("help")
      json.object { json in
        json.member("text", Self.clipped(sections.map(messages.headed).joined(separator: "\n\n")))
        json.member("markdown", Self.clipped(sections.map { "**\($0.0).** \($0.1)" }.joined(separator: "\n\n")))
      }
      json.key("defaultConfiguration")
      json.object { $0.member("level", rule.severity.isError ? "error" : "warning") }
      json.key("properties")
      json.object { json in
        json.member("tags", ["security", "privacy"])
        json.member("security-severity", rule.securitySeverity)
        json.member("precision", rule.precision)
      }
    }
  }

  private var sections: [(String, String)] {
    [(heads.what, text.what), (heads.why, text.why), (heads.instead, text.instead)]
  }

  /// What fits a text of SARIF as GitHub limits it, with an ellipsis where something is cut.
  static func clipped(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > SARIFReport.textLimit else { return text }
    return String(String.UnicodeScalarView(scalars.prefix(SARIFReport.textLimit - 1))) + "…"
  }
}
