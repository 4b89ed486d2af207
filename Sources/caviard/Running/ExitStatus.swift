internal import ArgumentParser
internal import CaviardReporting

/// How the command ends (the table of the contract). ``unprocessed`` wins over ``notShareable``.
enum ExitStatus: Int32 {
  case success = 0
  case notShareable = 1
  case unprocessed = 2
  case usage = 64
  case interrupted = 130

  var code: ExitCode { ExitCode(rawValue) }

  /// - Throws: what ends the command with this status; nothing for success.
  func end() throws {
    if self != .success { throw code }
  }

  /// After `check` and `gate`.
  static func checked(_ tally: CaseTally, failOn: FailOn = .review) -> ExitStatus {
    if tally.failed > 0 || tally.unsupported > 0 || tally.isHistoryCut { return .unprocessed }
    return tally.blocked > 0 || (failOn == .review && tally.toReview > 0) ? .notShareable : .success
  }

  /// After `scrub`.
  static func scrubbed(_ tally: CaseTally) -> ExitStatus {
    if tally.failed > 0 || tally.unsupported > 0 || tally.notCopied > 0 { return .unprocessed }
    // Where nothing is written, the verdict decides as in a check.
    if tally.flagged > 0, tally.blocked + tally.toReview > 0 { return .notShareable }
    return tally.held > 0 ? .notShareable : .success
  }
}
