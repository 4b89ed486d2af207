internal import CaviardCase
package import CaviardPolicies

/// The cases that people of a repository accepted: sorted, so that two branches seldom meet, and without places or times, so that
/// nothing changes but what somebody decided.
package struct Baseline: Hashable, Sendable {
  private static let key = "accepted"
  private static let keys = ["fingerprint", "verdict", "reasons", "kinds", "k-low", "path", "reason"]

  /// By fingerprint.
  package private(set) var entries: [String: BaselineEntry] = [:]

  package init() {}

  /// - Throws: the first mistake, with its place.
  package init(path: String, bytes: [UInt8]) throws(PolicyError) {
    let file = try SettingsFile(path: path, bytes: bytes, limit: LedgerText.limitBytes)
    if let mistake = file.unknownKeys([Self.key]).first { throw mistake }
    for item in try file.entries(Self.key) {
      let settings: SettingsFile
      switch item {
      case .failure(let error): throw error
      case .success(let entry): settings = entry
      }
      let entry = try Self.entry(settings)
      guard entries.updateValue(entry, forKey: entry.fingerprint) == nil else {
        throw settings.error(.duplicateEntry, at: "fingerprint")
      }
    }
  }

  /// What stands in it already stays as it is.
  package mutating func add(_ entry: BaselineEntry) {
    if entries[entry.fingerprint] == nil { entries[entry.fingerprint] = entry }
  }

  /// Takes the place of what was accepted of this version before.
  package mutating func replace(_ entry: BaselineEntry) { entries[entry.fingerprint] = entry }

  package mutating func remove(_ fingerprints: some Sequence<String>) {
    for fingerprint in fingerprints { entries[fingerprint] = nil }
  }

  package var sorted: [BaselineEntry] { entries.values.sorted { $0.fingerprint < $1.fingerprint } }

  /// The file.
  package var text: String {
    guard !entries.isEmpty else { return "accepted: []\n" }
    return "accepted:\n" + sorted.map(Self.text).joined()
  }

  private static func text(_ entry: BaselineEntry) -> String {
    """
      - fingerprint: \(entry.fingerprint)
        verdict: accepted
        reasons: [\(entry.reasons.map(\.rawValue).joined(separator: ", "))]
        kinds: [\(entry.kinds.map(\.rawValue).joined(separator: ", "))]
        k-low: \(entry.leastKLow)
        path: \(LedgerText.quoted(entry.path))
        reason: \(LedgerText.quoted(entry.reason))

    """
  }

  private static func entry(_ settings: SettingsFile) throws(PolicyError) -> BaselineEntry {
    if let mistake = settings.unknownKeys(keys).first { throw mistake }
    let fingerprint = try LedgerText.fingerprint(in: settings)
    let verdict = try LedgerText.text("verdict", in: settings)
    guard verdict == "accepted" else {
      throw settings.error(.unknownValue(key: "verdict", value: verdict, allowed: ["accepted"]), at: "verdict")
    }
    return BaselineEntry(
      fingerprint: fingerprint, reasons: try LedgerText.choices("reasons", in: settings),
      kinds: try LedgerText.choices("kinds", in: settings),
      leastKLow: try settings.number("k-low", in: 0...1e9) ?? 0, path: try settings.text("path") ?? "",
      reason: try LedgerText.text("reason", in: settings))
  }
}
