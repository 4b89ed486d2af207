/// What one version of a case is known by when a person accepts it. Neither holds anything that names could be tried against.
package struct CaseFingerprints: Hashable, Sendable {
  /// `keyed:` and a digest that only the holder of the key can make; `nil` without a key.
  package let keyed: String?
  /// `masked:` and a digest of the text without its findings; `nil` for a case that may hold a direct identifier.
  package let masked: String?

  package init(keyed: String?, masked: String?) {
    self.keyed = keyed
    self.masked = masked
  }
}
