internal import CaviardGating
internal import CaviardPipeline
internal import CaviardReporting

/// Where the command runs.
enum WorkingFolder {
  /// Paths from the root of the repository around it; names of folders that tell of somebody are not used.
  static func paths(_ session: Session) -> RepositoryPaths {
    guard let working = WorkingDirectory.path, let root = GitRepository.root(above: working) else {
      return RepositoryPaths()
    }
    var names = NeutralNames(session.pipeline)
    let prefix = working.dropFirst(root.count + 1)
    return RepositoryPaths(root: names.shown(root), prefix: prefix.isEmpty ? "" : names.shown(String(prefix)))
  }
}
