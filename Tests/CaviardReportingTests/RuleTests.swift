import CaviardCase
import CaviardReporting
import Testing

@Suite("rules of reports for other programs")
struct RuleTests {
  @Test("every kind and reason is a rule with a name of its own, at its index")
  func ids() {
    #expect(Set(ReportRule.all.map(\.id)).count == ReportRule.all.count)
    #expect(ReportRule.all.count == Kind.allCases.count + VerdictReason.allCases.count + 1)
    for (index, rule) in ReportRule.all.enumerated() { #expect(rule.index == index) }
  }

  @Test("every rule is explained in both languages, and what is to be cut off is nothing", arguments: ReportRule.all)
  func texts(rule: ReportRule) throws {
    var titles: [String] = []
    for language in Language.allCases {
      let text = messagesIn(language).text(rule)
      titles.append(text.title)
      #expect(!text.title.isEmpty && text.title.count <= 120 && !text.title.hasSuffix("."))
      for sentence in [text.what, text.why, text.instead] {
        #expect(
          sentence.hasSuffix(".") || sentence.hasSuffix("».") || sentence.hasSuffix("”."), "\(rule.id): \(sentence)")
      }
      #expect(text.what.count + text.why.count + text.instead.count < 900)
    }
    let severity = try #require(Double(rule.securitySeverity))
    #expect(severity >= 0.1 && severity <= 10)
  }
}
