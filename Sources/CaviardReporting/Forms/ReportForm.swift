package import CaviardCase

/// One form of report: what it writes before the first case, for each case in their order, and after the last.
package protocol ReportForm {
  mutating func begin() -> String
  mutating func add(_ outcome: CaseOutcome) -> String
  /// What the cases say beside each other; `nil` where the form has no place for it.
  mutating func add(_ library: LibraryReport) -> String?
  /// What the cases were before; `nil` where the form has no place for it.
  mutating func add(_ history: HistoryReport) -> String?
  mutating func end(_ run: ReportRun) -> String
  /// Sentences for standard error once all is written: what the form's limits left out.
  var remarks: [String] { get }
  /// False when the form cannot hold what a case has.
  var isComplete: Bool { get }
}

extension ReportForm {
  package mutating func begin() -> String { "" }
  package mutating func add(_ library: LibraryReport) -> String? { nil }
  package mutating func add(_ history: HistoryReport) -> String? { nil }
  package mutating func end(_ run: ReportRun) -> String { "" }
  package var remarks: [String] { [] }
  package var isComplete: Bool { true }
}

/// What the forms have to know of a run before its first case.
package struct ReportContext: Sendable {
  package var options: ReportOptions
  package let policy: String
  /// One case is one JSON object; several are an array.
  package let isSingle: Bool
  /// The text form may leave out what passes.
  package var showsPassing: Bool
  /// The mildest verdict that fails.
  package let failsOn: Verdict
  package var paths: RepositoryPaths
  /// The verdicts that count are those of the copies written.
  package let judgesCopies: Bool

  package init(
    options: ReportOptions, policy: String, isSingle: Bool, showsPassing: Bool = true, failsOn: Verdict = .review,
    paths: RepositoryPaths = RepositoryPaths(), judgesCopies: Bool = false
  ) {
    self.judgesCopies = judgesCopies
    self.options = options
    self.policy = policy
    self.isSingle = isSingle
    self.showsPassing = showsPassing
    self.failsOn = failsOn
    self.paths = paths
  }
}

/// What a run came to.
package struct ReportRun: Sendable {
  package let tally: CaseTally
  /// Inputs of the command line that are not there, as messages call them.
  package let missing: [String]
  /// Sentences about them.
  package let complaints: [String]

  package init(tally: CaseTally, missing: [String] = [], complaints: [String] = []) {
    self.tally = tally
    self.missing = missing
    self.complaints = complaints
  }

  package var isWhole: Bool { tally.failed == 0 && missing.isEmpty }
}

extension CaseOutcome {
  /// Of what is shared: the text as written, where there is one; what was accepted passes.
  package var lastVerdict: Verdict { accepted == nil ? after?.verdict ?? verdict : .pass }
}
