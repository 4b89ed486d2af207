package import CaviardCase

/// A policy as a person writes it: a YAML file that extends another policy and tightens it.
package struct PolicyFile {
  /// The people of the largest province: what `candidates` may not exceed (Ontario, census of 2021).
  package static let candidatesLimit = 14_223_942

  package static let keys = [
    "extends", "reason", "threshold", "sensitive-threshold", "candidates", "author", "floors", "pin", "costs", "media",
    "words", "strict", "surrogates", "flag-only",
  ]

  private let file: SettingsFile
  private let name: String

  /// - Parameter path: how errors and reports name the file.
  package init(path: String, bytes: [UInt8]) throws(PolicyError) {
    file = try SettingsFile(path: path, bytes: bytes)
    name = path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The policy the file asks for.
  ///
  /// - Parameter resolve: the policy under a name or path, for what it extends.
  /// - Throws: the first mistake of the file.
  package func policy(extending resolve: (String) throws(PolicyError) -> Policy) throws(PolicyError) -> Policy {
    try Self.usable(read(extending: resolve))
  }

  /// The policy of a file that extends no other.
  package func policy(startingFrom policy: Policy) throws(PolicyError) -> Policy {
    try Self.usable(read(startingFrom: policy, mistakes: []))
  }

  package func read(extending resolve: (String) throws(PolicyError) -> Policy) -> PolicyReading {
    do throws(PolicyError) {
      let parent = try file.text("extends") ?? BuiltInPolicy.canada.rawValue
      do {
        return read(startingFrom: try resolve(parent), mistakes: [])
      } catch {
        guard case .unknownPolicy = error.problem else { throw error }
        throw file.error(error.problem, at: "extends")
      }
    } catch {
      // The rest of the file can still be read, from the loosest values there are.
      return read(startingFrom: .canada, mistakes: [error])
    }
  }

  private func read(startingFrom parent: Policy, mistakes: [PolicyError]) -> PolicyReading {
    var reader = PolicyReader(file: file, name: name, parent: parent, mistakes: mistakes)
    reader.read()
    return reader.reading
  }

  private static func usable(_ reading: PolicyReading) throws(PolicyError) -> Policy {
    if let mistake = reading.mistakes.first { throw mistake }
    return reading.policy
  }
}
