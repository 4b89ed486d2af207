internal import CaviardGating
internal import CaviardPipeline
internal import CaviardReporting

/// The key that fingerprints are made with.
enum KeyFile {
  /// - Parameter named: on the command line.
  /// - Throws: ``ExitStatus/usage`` after saying why it cannot be used.
  static func fingerprinter(_ named: String?, _ settings: Settings) throws -> CaseFingerprinter {
    guard let path = named ?? Terminal.environment("CAVIARD_KEY_FILE") else { return CaseFingerprinter() }
    guard let bytes = ConfigurationLocator.contents(path) else {
      try settings.refuse(.keyUnusable(path, .unreadable))
    }
    guard let fingerprinter = CaseFingerprinter(key: bytes) else {
      try settings.refuse(.keyUnusable(path, .tooShort(leastBytes: CaseFingerprinter.keyBytes)))
    }
    if [path, RealPath.of(path)].contains(where: GitPlace.isTracked) {
      try settings.refuse(.keyUnusable(path, .tracked))
    }
    return fingerprinter
  }
}
