package import CaviardCase

/// What commands say of acceptances and consents. Names are those that reports use.
package enum AcceptanceRemark: Hashable, Sendable {
  /// Entries with a keyed fingerprint, and no key.
  case unheeded(Int)
  case unused(path: String, reason: String)
  case inUse(path: String, reason: String)
  /// The consent for a case was valid until this day.
  case expired(name: String, day: String)
  /// The case may hold a direct identifier, so only a key can tell this version from another.
  case needsKey(name: String)
  /// What stops the case has to be repaired.
  case needsRepair(name: String)
  case open(name: String)
  case created(added: Int, kept: Int, open: Int)
  case audited(used: Int, unused: Int, open: Int)
  case removed(Int)
  /// Something could not be read, so nothing was removed.
  case notRemoved
  case recorded(name: String, expires: String)
  case recordedBefore(name: String)
  case consent(ConsentRow)
  case noConsents
}

/// A consent as a list shows it.
package struct ConsentRow: Hashable, Sendable {
  /// The first digits.
  package let fingerprint: String
  package let scope: [ConsentScope]
  package let reference: String
  package let recordedBy: String
  package let recorded: String
  package let expires: String
  package let isExpired: Bool

  package init(
    fingerprint: String, scope: [ConsentScope], reference: String, recordedBy: String, recorded: String,
    expires: String, isExpired: Bool
  ) {
    self.fingerprint = fingerprint
    self.scope = scope
    self.reference = reference
    self.recordedBy = recordedBy
    self.recorded = recorded
    self.expires = expires
    self.isExpired = isExpired
  }
}

/// Why a file cannot be the key.
package enum KeyProblem: Hashable, Sendable {
  case unreadable
  case tooShort(leastBytes: Int)
  /// The repository publishes it.
  case tracked
  /// The next commit of everything would publish it.
  case wouldBeTracked
}
