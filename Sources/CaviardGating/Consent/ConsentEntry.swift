package import CaviardCase

/// A consent that the chart records, bound to one version of a case. It holds no name.
package struct ConsentEntry: Hashable, Sendable {
  package let fingerprint: String
  /// Where the consent itself is kept.
  package let reference: String
  /// An office or function.
  package let recordedBy: String
  package let scope: [ConsentScope]
  package let recorded: CalendarDay
  /// The last day it holds.
  package let expires: CalendarDay

  package init(
    fingerprint: String, reference: String, recordedBy: String, scope: [ConsentScope], recorded: CalendarDay,
    expires: CalendarDay
  ) {
    self.fingerprint = fingerprint
    self.reference = reference
    self.recordedBy = recordedBy
    self.scope = scope
    self.recorded = recorded
    self.expires = expires
  }

  package func isExpired(on day: CalendarDay) -> Bool { expires < day }
}

extension ConsentScope {
  /// Whether a patient who consents to this consents to what a case is stopped for. A mistake in the file, a name given to it, or what
  /// nobody could read is never consented to.
  package func covers(_ reason: VerdictReason) -> Bool {
    switch reason {
    case .directIdentifier, .possibleName: self == .named
    case .media: self == .pictures
    case .kBelowThreshold, .superlative, .infeasible, .belowFloor, .intervalStraddles, .superlativeMeasurement,
      .reportableEvent, .unmeasuredTrait, .contradiction, .quotation:
      self == .recognisable
    case .identifyingName, .notForSharing, .metadata, .unsupportedLanguage, .unreadable, .nothingFound,
      .authoringData:
      false
    }
  }
}
