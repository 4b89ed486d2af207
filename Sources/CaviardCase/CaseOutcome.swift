/// What became of one case. It holds text only where ``Result/scrubbed(_:)`` or a shown value does.
package struct CaseOutcome: Sendable {
  package enum Result: Sendable {
    /// Looked at only.
    case checked
    /// Known to pass from an earlier run, and not looked at again.
    case passedBefore
    /// The bytes to write, in the case's own encoding; they were read and assessed again and pass.
    case scrubbed([UInt8])
    /// No edit makes it shareable: nothing may be written.
    case held
    /// `flag-only`: nothing was changed. A copy for the person who looks at it, with every finding marked; never to be
    /// shared.
    case flagged(reviewCopy: [UInt8])
    /// Not processed to its end: nothing may be written.
    case failed(CaseFailure)
  }

  /// The name reports use.
  package let name: String
  /// Bytes as stored.
  package let byteCount: Int
  /// `nil` when the case could not be read, scored or decided.
  package let report: CaseReport?
  /// The case as written; `nil` unless it was scrubbed.
  package let after: CaseAfter?
  package let result: Result
  /// What the case says of its patient in its last form; `nil` when there is none that could be shared.
  package let trace: CaseTrace?
  /// What this version is known by; `nil` where nobody accepts anything.
  package private(set) var fingerprints: CaseFingerprints?
  /// Why it is let through although it does not pass; ``verdict`` stays what it is.
  package private(set) var accepted: Accepted?

  package init(
    name: String, byteCount: Int, report: CaseReport?, after: CaseAfter?, result: Result, trace: CaseTrace? = nil
  ) {
    self.name = name
    self.byteCount = byteCount
    self.report = report
    self.after = after
    self.result = result
    self.trace = trace
  }

  /// The same with what the case's name tells, which blocks; a case that could not be read has no report to hold it.
  package func naming(_ kinds: [Kind]) -> CaseOutcome {
    guard !kinds.isEmpty, let report else { return self }
    return CaseOutcome(
      name: name, byteCount: byteCount, report: report.naming(kinds), after: after, result: result, trace: trace
    ).known(by: fingerprints)
  }

  package func known(by fingerprints: CaseFingerprints?) -> CaseOutcome {
    var outcome = self
    outcome.fingerprints = fingerprints
    return outcome
  }

  package func accepted(_ accepted: Accepted?) -> CaseOutcome {
    var outcome = self
    outcome.accepted = accepted
    return outcome
  }

  /// The same with these findings only: those of what is new in it.
  package func showing(_ findings: [ReportedFinding]) -> CaseOutcome {
    CaseOutcome(
      name: name, byteCount: byteCount, report: report?.showing(findings), after: after, result: result, trace: trace
    ).known(by: fingerprints)
  }

  /// As read; what was not processed to its end blocks.
  package var verdict: Verdict {
    if case .passedBefore = result { return .pass }
    return report?.verdict ?? .block
  }

  /// As read; of a file that is no case, what is wrong with it.
  package var reasons: [VerdictReason] {
    if let report { return report.reasons }
    if case .passedBefore = result { return [] }
    return switch failure?.code {
    case .pictureMetadata: [.metadata]
    case .identifyingCompanion: [.directIdentifier]
    case .identifyingName: [.identifyingName]
    default: [.unreadable]
    }
  }

  package var failure: CaseFailure? {
    if case .failed(let failure) = result { failure } else { nil }
  }

  package var reviewCopy: [UInt8]? {
    if case .flagged(let bytes) = result { bytes } else { nil }
  }

  package var output: [UInt8]? {
    if case .scrubbed(let bytes) = result { bytes } else { nil }
  }
}

/// The case as written by `scrub` and `stream`.
package struct CaseAfter: Sendable {
  package let verdict: Verdict
  package let reasons: [VerdictReason]
  package let risk: CaseRisk
  /// Utility points of what was changed, in all rounds.
  package let cost: Int
  /// The cheapest change costs at most so much less.
  package let costGap: Int
  /// Places changed in the first round.
  package let edits: Int
  /// Rounds of editing and looking again; 1 when the text as written says just what was planned.
  package let rounds: Int
  /// Dates moved for a research export, which is not for sharing.
  package let datesShifted: Int

  package init(
    verdict: Verdict, reasons: [VerdictReason], risk: CaseRisk, cost: Int, costGap: Int = 0, edits: Int,
    rounds: Int = 1, datesShifted: Int = 0
  ) {
    self.verdict = verdict
    self.reasons = reasons
    self.risk = risk
    self.cost = cost
    self.costGap = costGap
    self.edits = edits
    self.rounds = rounds
    self.datesShifted = datesShifted
  }
}
