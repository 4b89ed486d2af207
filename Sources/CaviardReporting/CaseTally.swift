package import CaviardCase

/// How many cases came to what.
package struct CaseTally: Hashable, Sendable {
  package private(set) var cases = 0
  package private(set) var passed = 0
  package private(set) var toReview = 0
  package private(set) var blocked = 0
  /// Of those that do not pass, let through by the baseline or a consent.
  package private(set) var accepted = 0
  package private(set) var failed = 0
  package private(set) var written = 0
  package private(set) var held = 0
  /// Not changed, with a marked copy for a person.
  package private(set) var flagged = 0
  package private(set) var bytes = 0
  /// Files that are no cases.
  package var unsupported = 0
  package var passedOver = 0
  /// Changed since the base of a comparison, and no riskier for it.
  package var asBefore = 0
  /// Files that git does not track and the gate did not read.
  package var untracked = 0
  /// Older commits are not here.
  package var isHistoryCut = false
  /// Pictures and style sheets: copied, left out by the policy, or not what they should be.
  package var copied = 0
  package var leftOut = 0
  package var notCopied = 0

  package init() {}

  /// Cases that pass by themselves but could be one patient told twice.
  package private(set) var linked = 0

  /// Of the cases that passed, so many are left to a person.
  package mutating func link(_ passing: Int) {
    linked += passing
    passed -= passing
    toReview += passing
  }

  package mutating func count(_ outcome: CaseOutcome) {
    cases += 1
    bytes += outcome.byteCount
    switch outcome.result {
    case .checked, .passedBefore: break
    case .scrubbed: written += 1
    case .held: held += 1
    case .flagged: flagged += 1
    case .failed(let failure) where failure.isJudgement: break
    case .failed:
      failed += 1
      return
    }
    if outcome.accepted != nil {
      accepted += 1
      return
    }
    switch outcome.verdict {
    case .pass: passed += 1
    case .review: toReview += 1
    case .block: blocked += 1
    }
  }
}
