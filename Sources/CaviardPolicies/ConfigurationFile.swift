package import CaviardCase

/// `caviard.yml`: what the command line would otherwise say each time.
package struct ConfigurationFile: Hashable, Sendable {
  package static let fileName = "caviard.yml"

  /// A built-in policy's name or a path, relative to the file.
  package let policy: String?
  /// Which files are cases, instead of the usual endings.
  package let cases: [PathPattern]
  /// Which files are passed over.
  package let ignore: [PathPattern]
  package let language: LanguageChoice?
  package let messages: Language?

  package init(path: String, bytes: [UInt8]) throws(PolicyError) {
    let file = try SettingsFile(path: path, bytes: bytes)
    try file.requireKeys(["policy", "cases", "ignore", "language", "messages"])
    policy = try file.text("policy")
    cases = try file.list("cases").map(PathPattern.init)
    ignore = try file.list("ignore").map(PathPattern.init)
    language = try file.choice("language", LanguageChoice.self)
    messages = try file.choice("messages", Language.self)
  }
}
