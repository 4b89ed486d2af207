package import CaviardCase

/// What a repository accepts although it does not pass: its baseline and its consents. It judges one outcome at a time and remembers
/// what it needed.
package struct Acceptance: Sendable {
  /// A consent of a case that does not pass, past its day.
  package struct Expired: Hashable, Sendable {
    package let name: String
    package let day: String
  }

  package let baseline: Baseline
  private let consents: [String: [ConsentEntry]]
  private let fingerprinter: CaseFingerprinter
  private let today: CalendarDay
  private var used: Set<String> = []
  package private(set) var expired: [Expired] = []

  package init(baseline: Baseline, consents: ConsentLedger, fingerprinter: CaseFingerprinter, today: CalendarDay) {
    self.baseline = baseline
    self.consents = Dictionary(grouping: consents.entries, by: \.fingerprint)
    self.fingerprinter = fingerprinter
    self.today = today
  }

  /// True where there is nothing to compare cases with: they need no fingerprints.
  package var isEmpty: Bool { baseline.entries.isEmpty && consents.isEmpty }

  /// Entries that only a key can compare, when there is none.
  package var unheeded: Int {
    fingerprinter.hasKey
      ? 0 : baseline.entries.values.count(where: \.isKeyed) + consents.values.reduce(0) { $0 + $1.count }
  }

  /// Entries that no case needed; what could not be compared is not told.
  package var unused: [BaselineEntry] {
    baseline.sorted.filter { !used.contains($0.fingerprint) && (fingerprinter.hasKey || !$0.isKeyed) }
  }

  package func isUsed(_ entry: BaselineEntry) -> Bool { used.contains(entry.fingerprint) }

  /// The outcome with why it is let through, if it is.
  package mutating func judged(_ outcome: CaseOutcome) -> CaseOutcome {
    guard outcome.verdict != .pass, let fingerprints = outcome.fingerprints else { return outcome }
    for fingerprint in [fingerprints.keyed, fingerprints.masked].compactMap(\.self)
    where baseline.entries[fingerprint] != nil { used.insert(fingerprint) }
    if let accepted = judge(outcome) { return outcome.accepted(accepted) }
    let days = fingerprints.keyed.flatMap { consents[$0] }?.filter { $0.isExpired(on: today) }.map(\.expires) ?? []
    if let last = days.max() { expired.append(Expired(name: outcome.name, day: last.text)) }
    return outcome
  }

  /// Why an outcome that does not pass is let through; `nil` when it is not. What was not read to its end never is.
  package func judge(_ outcome: CaseOutcome) -> Accepted? {
    guard case .checked = outcome.result, let report = outcome.report, report.verdict != .pass,
      let fingerprints = outcome.fingerprints, Self.isAcceptable(report)
    else { return nil }
    if let consent = fingerprints.keyed.flatMap({ self.consent($0, report) }) { return consent }
    for fingerprint in [fingerprints.keyed, fingerprints.masked].compactMap(\.self) {
      if let entry = baseline.entries[fingerprint], entry.covers(report) { return .baseline(reason: entry.reason) }
    }
    return nil
  }

  /// False for what has to be repaired, not accepted: no fingerprint is of a file's name, of what editors leave in a file, or of a
  /// picture's metadata.
  package static func isAcceptable(_ report: CaseReport) -> Bool {
    !report.reasons.contains {
      switch $0 {
      case .identifyingName, .notForSharing, .metadata, .unreadable, .authoringData: true
      default: false
      }
    }
  }

  /// Several consents to one version add up.
  private func consent(_ fingerprint: String, _ report: CaseReport) -> Accepted? {
    let valid = (consents[fingerprint] ?? []).filter { !$0.isExpired(on: today) }
    let needed = valid.filter { entry in
      entry.scope.contains { scope in report.reasons.contains(where: scope.covers) }
    }
    let scope = Set(needed.flatMap(\.scope))
    guard let first = needed.first, let expires = needed.map(\.expires).min(),
      report.reasons.allSatisfy({ reason in scope.contains { $0.covers(reason) } })
    else { return nil }
    return .consent(
      scope: ConsentScope.allCases.filter(scope.contains), reference: first.reference, expires: expires.text)
  }
}
