package enum Verdict: String, Hashable, Sendable, Comparable {
  case pass
  case review
  case block

  private var order: Int {
    switch self {
    case .pass: 0
    case .review: 1
    case .block: 2
    }
  }

  package static func < (a: Verdict, b: Verdict) -> Bool { a.order < b.order }
}

/// Why a case does not pass, in the order reports list them.
package enum VerdictReason: String, Hashable, Sendable, CaseIterable {
  // block
  case directIdentifier = "direct-identifier"
  /// The name of the file or of a folder it lies in tells of somebody.
  case identifyingName = "identifying-name"
  case kBelowThreshold = "k-below-threshold"
  case superlative
  case infeasible
  /// Something is told more finely than the policy's floor, whatever K.
  case belowFloor = "below-floor"
  /// A review copy, or an export with moved dates: it carries our mark that it is not for sharing.
  case notForSharing = "not-for-sharing"
  /// A picture says more than its pixels.
  case metadata
  case unsupportedLanguage = "unsupported-language"
  case unreadable
  // review
  case intervalStraddles = "interval-straddles"
  case media
  /// "The highest value ever recorded": the measurement is unique, not the patient.
  case superlativeMeasurement = "superlative-measurement"
  case reportableEvent = "reportable-event"
  case unmeasuredTrait = "unmeasured-trait"
  case contradiction
  case quotation
  case possibleName = "possible-name"
  case nothingFound = "nothing-found"
  /// A container holds authors, dates of editing, deleted text or parts that cannot be read; `scrub` takes them out.
  case authoringData = "authoring-data"

  package var verdict: Verdict {
    switch self {
    case .directIdentifier, .identifyingName, .kBelowThreshold, .superlative, .infeasible, .belowFloor,
      .notForSharing, .metadata, .unsupportedLanguage, .unreadable:
      .block
    case .intervalStraddles, .media, .superlativeMeasurement, .reportableEvent, .unmeasuredTrait, .contradiction,
      .quotation, .possibleName,
      .nothingFound, .authoringData:
      .review
    }
  }
}
