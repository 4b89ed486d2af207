package import CaviardCase

/// The built-in policies, and those that are files of a person.
package struct PolicyCatalogue {
  private static let depthLimit = 8

  /// Reads a file's bytes; `nil` when it cannot be read. The file system belongs to the caller.
  private let contents: (String) -> [UInt8]?

  package init(contents: @escaping (String) -> [UInt8]?) { self.contents = contents }

  /// The policy under a built-in name or in the file at a path.
  package func policy(_ nameOrPath: String) throws(PolicyError) -> Policy {
    try policy(nameOrPath, from: nil, depth: 0)
  }

  /// The file behind a name or path.
  package func source(_ nameOrPath: String) throws(PolicyError) -> [UInt8] {
    if let builtIn = BuiltInPolicy(rawValue: nameOrPath) { return builtIn.source }
    return try bytes(nameOrPath, path: nameOrPath)
  }

  /// Everything that is wrong with a policy file, and its settings as far as they can be read.
  package func read(_ path: String) throws(PolicyError) -> PolicyReading {
    let file = try PolicyFile(path: path, bytes: try bytes(path, path: path))
    return file.read { parent throws(PolicyError) in try policy(parent, from: Self.folder(of: path), depth: 1) }
  }

  private func policy(_ nameOrPath: String, from folder: String?, depth: Int) throws(PolicyError) -> Policy {
    if let builtIn = BuiltInPolicy(rawValue: nameOrPath) {
      let file = try PolicyFile(path: builtIn.rawValue, bytes: builtIn.source)
      if builtIn == .canada { return try file.policy(startingFrom: .canada) }
      return try file.policy { parent throws(PolicyError) in try policy(parent, from: nil, depth: depth + 1) }
    }
    guard depth < Self.depthLimit else { throw PolicyError(.circular, file: nameOrPath) }
    let path: String
    if let folder, !nameOrPath.hasPrefix("/") { path = folder + nameOrPath } else { path = nameOrPath }
    return try PolicyFile(path: path, bytes: try bytes(nameOrPath, path: path)).policy { parent throws(PolicyError) in
      try policy(parent, from: Self.folder(of: path), depth: depth + 1)
    }
  }

  private func bytes(_ nameOrPath: String, path: String) throws(PolicyError) -> [UInt8] {
    if let bytes = contents(path) { return bytes }
    let looksLikeFile = nameOrPath.contains("/") || nameOrPath.contains(".")
    throw PolicyError(looksLikeFile ? .unreadable : .unknownPolicy(nameOrPath), file: path)
  }

  private static func folder(of path: String) -> String? {
    path.lastIndex(of: "/").map { String(path[...$0]) }
  }
}
