package import CaviardCase

/// `caviard.yml`: what the command line would otherwise say each time.
package struct ConfigurationFile: Hashable, Sendable {
  package static let fileName = "caviard.yml"
  /// Where acceptances and consents lie when nobody says.
  package static let baselineName = "caviard-baseline.yml"
  package static let consentsName = "caviard-consents.yml"
  package static let keys = ["policy", "cases", "ignore", "language", "messages", "baseline", "consents"]

  /// A built-in policy's name or a path, relative to the file.
  package let policy: String?
  /// Which files are cases, instead of the usual endings.
  package let cases: [PathPattern]
  /// Which files are passed over.
  package let ignore: [PathPattern]
  package let language: LanguageChoice?
  package let messages: Language?
  /// Paths, relative to the file.
  package let baseline: String?
  package let consents: String?

  package init(path: String, bytes: [UInt8]) throws(PolicyError) {
    let file = try SettingsFile(path: path, bytes: bytes)
    if let mistake = file.unknownKeys(Self.keys).first { throw mistake }
    policy = try file.text("policy")
    cases = try file.list("cases").map(PathPattern.init)
    ignore = try file.list("ignore").map(PathPattern.init)
    language = try file.choice("language", LanguageChoice.self)
    messages = try file.choice("messages", Language.self)
    baseline = try file.text("baseline")
    consents = try file.text("consents")
  }

  /// Everything that is wrong with a file.
  ///
  /// - Parameter resolve: throws when the policy it names cannot be used.
  package static func mistakes(
    path: String, bytes: [UInt8], resolve: (String) throws(PolicyError) -> Void
  ) -> [PolicyError] {
    var mistakes: [PolicyError] = []
    func note(_ check: () throws(PolicyError) -> Void) {
      do throws(PolicyError) { try check() } catch { mistakes.append(error) }
    }
    note { () throws(PolicyError) in
      let file = try SettingsFile(path: path, bytes: bytes)
      mistakes += file.unknownKeys(keys)
      note { () throws(PolicyError) in
        guard let policy = try file.text("policy") else { return }
        do throws(PolicyError) {
          try resolve(policy)
        } catch {
          guard case .unknownPolicy = error.problem else { throw error }
          throw file.error(error.problem, at: "policy")
        }
      }
      note { () throws(PolicyError) in _ = try file.items("cases") }
      note { () throws(PolicyError) in _ = try file.items("ignore") }
      note { () throws(PolicyError) in _ = try file.choice("language", LanguageChoice.self) }
      note { () throws(PolicyError) in _ = try file.choice("messages", Language.self) }
      note { () throws(PolicyError) in _ = try file.text("baseline") }
      note { () throws(PolicyError) in _ = try file.text("consents") }
    }
    return mistakes.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
  }
}
