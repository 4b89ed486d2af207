internal import CaviardPipeline
internal import CaviardReporting
internal import Glibc

/// Where the command runs.
enum WorkingFolder {
  static var path: String? {
    guard let buffer = getcwd(nil, 0) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// Paths from the root of the repository around it; names of folders that tell of somebody are not used.
  static func paths(_ session: Session) -> RepositoryPaths {
    guard let working = path else { return RepositoryPaths() }
    var root = working
    while case .missing = FileKind(at: root + "/.git") {
      guard let slash = root.lastIndex(of: "/") else { return RepositoryPaths() }
      root = String(root[..<slash])
    }
    var names = NeutralNames(session.pipeline)
    let prefix = working.dropFirst(root.count + 1)
    return RepositoryPaths(root: names.shown(root), prefix: prefix.isEmpty ? "" : names.shown(String(prefix)))
  }
}
