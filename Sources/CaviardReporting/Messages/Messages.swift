package import CaviardCase
package import CaviardPolicies

/// Every sentence the program says; one conforming file per language, so that none can be forgotten in one of them.
package protocol Messages: Sendable {
  // Reports.
  func verdict(_ verdict: Verdict) -> String
  func unreadable() -> String
  func risk(_ risk: CaseRisk) -> String
  /// How K_low follows from K, and how much of it nobody looked up.
  func working(_ risk: CaseRisk) -> String
  func reason(_ reason: VerdictReason) -> String
  func advice(_ advice: Advice) -> String
  func failure(_ failure: CaseFailure) -> String
  func nothingFound() -> String
  func dropped(_ parts: [String]) -> String
  func kind(_ kind: Kind) -> String
  func action(_ action: Action, replacement: String?) -> String
  func details(_ decision: Decision) -> String
  func written(_ after: CaseAfter) -> String
  func held() -> String
  func flagged() -> String
  func accepted(_ accepted: Accepted) -> String
  func allowance(_ allowance: InlineAllowance) -> String
  func number(_ value: Double) -> String
  /// `Title: words`
  func headed(_ title: String, _ words: String) -> String

  // Reports for other programs.
  func ruleText(_ kind: Kind) -> RuleText
  /// Why it keeps a case from passing.
  func why(_ reason: VerdictReason) -> String
  func linkedText() -> RuleText
  func ruleHeads() -> (what: String, why: String, instead: String)
  func page() -> PageText
  /// What a build's log has no room for.
  func overflow(_ errors: Int, _ warnings: Int) -> String
  /// Issues that a format's limit leaves no room for.
  func leftOut(_ issues: Int, limit: Int) -> String
  func tableColumns() -> [String]
  func moreCases(_ count: Int) -> String

  // Commands.
  func scanned(_ tally: CaseTally) -> String
  func earlier(_ row: HistoryReport.Row) -> String
  /// Why git could not be asked.
  func gitFault(_ fault: GitProblem) -> String
  func scrubbed(_ tally: CaseTally, seconds: Double) -> String
  func linked(_ first: String, _ second: String) -> String
  func alone(_ library: LibraryReport) -> String
  func listed(_ name: String, _ fate: FileFate) -> String
  func acceptance(_ remark: AcceptanceRemark) -> String
  func policyError(_ error: PolicyError) -> String
  func policyWarning(_ warning: PolicyWarning) -> String
  /// What a built-in policy is for, in a line.
  func purpose(_ policy: BuiltInPolicy) -> String
  /// A policy file to start from.
  func startingPolicy(extending name: String) -> String
  func linted(_ files: Int, mistakes: Int, warnings: Int) -> String
  func commandError(_ problem: CommandProblem) -> String
  func compilingDictionaries() -> String
  func hook(_ fate: HookFate, _ path: String) -> String
  /// What the hook says when the command is gone.
  func hookWithoutCommand() -> String
  func withoutPrediction(_ missing: Int, of all: Int) -> String
  func imported(_ tally: ImportTally) -> String
}

package func messagesIn(_ language: Language) -> any Messages {
  switch language {
  case .english: EnglishMessages()
  case .french: FrenchMessages()
  }
}
