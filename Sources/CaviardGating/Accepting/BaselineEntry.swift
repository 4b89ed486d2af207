package import CaviardCase
internal import Glibc

/// A version of a case that a person accepted, with why it did not pass: what it does not list re-opens the case.
package struct BaselineEntry: Hashable, Sendable {
  package let fingerprint: String
  package let reasons: [VerdictReason]
  /// Of its findings.
  package let kinds: [Kind]
  /// A power of ten that the lower bound of K was at least. A masked fingerprint does not tell one town from another of as many
  /// letters; that far fewer people fit re-opens the case.
  package let leastKLow: Double
  /// For the reader: where it was found, as reports name it.
  package let path: String
  package let reason: String

  package init(
    fingerprint: String, reasons: [VerdictReason], kinds: [Kind], leastKLow: Double, path: String, reason: String
  ) {
    self.fingerprint = fingerprint
    self.reasons = reasons
    self.kinds = kinds
    self.leastKLow = leastKLow
    self.path = path
    self.reason = reason
  }

  package init(_ report: CaseReport, fingerprint: String, path: String, reason: String) {
    self.init(
      fingerprint: fingerprint, reasons: report.reasons, kinds: Self.kinds(report),
      leastKLow: Self.powerOfTen(below: report.risk.kLow), path: path, reason: reason)
  }

  /// True when nothing about the case is worse than what was accepted.
  package func covers(_ report: CaseReport) -> Bool {
    Set(report.reasons).isSubset(of: reasons) && Set(Self.kinds(report)).isSubset(of: kinds)
      && report.risk.kLow >= leastKLow
  }

  package var isKeyed: Bool { fingerprint.hasPrefix(CaseFingerprinter.keyedPrefix) }

  private static func kinds(_ report: CaseReport) -> [Kind] {
    let found = Set(report.findings.map(\.decision.finding.kind))
    return Kind.allCases.filter(found.contains)
  }

  static func powerOfTen(below value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    let exponent = Int(log10(value).rounded(.down))
    // Read as it is written: a power by multiplication may be a bit beside it.
    return [exponent, exponent - 1].compactMap { Double("1e\($0)") }.first { $0 <= value } ?? 0
  }
}
