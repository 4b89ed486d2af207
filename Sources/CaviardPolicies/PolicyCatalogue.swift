package import CaviardCase

/// The policies that need no file, and those that are files.
package struct PolicyCatalogue {
  private static let depthLimit = 8

  /// Reads a file's bytes; `nil` when it cannot be read. The file system belongs to the caller.
  private let contents: (String) -> [UInt8]?

  package init(contents: @escaping (String) -> [UInt8]?) { self.contents = contents }

  package static let builtIn: [Policy] = [.canada, .strict]

  /// The policy under a built-in name or in the file at a path.
  package func policy(_ nameOrPath: String) throws(PolicyError) -> Policy {
    try policy(nameOrPath, from: nil, depth: 0)
  }

  private func policy(_ nameOrPath: String, from folder: String?, depth: Int) throws(PolicyError) -> Policy {
    if let policy = Self.builtIn.first(where: { $0.name == nameOrPath }) { return policy }
    guard depth < Self.depthLimit else { throw PolicyError(.circular, file: nameOrPath) }
    let path: String
    if let folder, !nameOrPath.hasPrefix("/") { path = folder + nameOrPath } else { path = nameOrPath }
    guard let bytes = contents(path) else {
      let looksLikeFile = nameOrPath.contains("/") || nameOrPath.contains(".")
      throw PolicyError(looksLikeFile ? .unreadable : .unknownPolicy(nameOrPath), file: path)
    }
    let own = path.lastIndex(of: "/").map { String(path[...$0]) }
    return try PolicyFile(path: path, bytes: bytes).policy { parent throws(PolicyError) in
      try self.policy(parent, from: own, depth: depth + 1)
    }
  }
}

extension Policy {
  /// For what is published to everybody: half the risk, everything found removed, and a case in which nothing was found
  /// is looked at by a person.
  package static let strict: Policy = {
    var policy = Policy.canada
    policy.name = "strict"
    policy.threshold = policy.sensitiveThreshold
    policy.isStrict = true
    return policy
  }()
}
