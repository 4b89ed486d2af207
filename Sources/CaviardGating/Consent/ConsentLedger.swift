internal import CaviardCase
package import CaviardPolicies

/// The consents recorded for the cases of a repository, in the order they were recorded.
package struct ConsentLedger: Hashable, Sendable {
  private static let key = "consents"
  private static let keys = ["fingerprint", "reference", "recorded-by", "scope", "recorded", "expires"]

  package private(set) var entries: [ConsentEntry] = []

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
      guard append(entry) else { throw settings.error(.duplicateEntry, at: "fingerprint") }
    }
  }

  /// False when the same is recorded already.
  package mutating func append(_ entry: ConsentEntry) -> Bool {
    guard !entries.contains(entry) else { return false }
    entries.append(entry)
    return true
  }

  /// The file.
  package var text: String {
    guard !entries.isEmpty else { return "consents: []\n" }
    return "consents:\n" + entries.map(Self.text).joined()
  }

  private static func text(_ entry: ConsentEntry) -> String {
    """
      - fingerprint: \(entry.fingerprint)
        reference: \(LedgerText.quoted(entry.reference))
        recorded-by: \(LedgerText.quoted(entry.recordedBy))
        scope: [\(entry.scope.map(\.rawValue).joined(separator: ", "))]
        recorded: \(entry.recorded.text)
        expires: \(entry.expires.text)

    """
  }

  private static func entry(_ settings: SettingsFile) throws(PolicyError) -> ConsentEntry {
    if let mistake = settings.unknownKeys(keys).first { throw mistake }
    let fingerprint = try LedgerText.fingerprint(in: settings)
    // A consent binds to the very words, which only a key may tell.
    guard fingerprint.hasPrefix(CaseFingerprinter.keyedPrefix) else {
      throw settings.error(.notAFingerprint, at: "fingerprint")
    }
    let scope: [ConsentScope] = try LedgerText.choices("scope", in: settings)
    guard !scope.isEmpty else { throw settings.error(.missingKey("scope"), at: "scope") }
    return ConsentEntry(
      fingerprint: fingerprint, reference: try LedgerText.text("reference", in: settings),
      recordedBy: try LedgerText.text("recorded-by", in: settings), scope: scope,
      recorded: try LedgerText.day("recorded", in: settings), expires: try LedgerText.day("expires", in: settings))
  }
}
