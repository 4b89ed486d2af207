/// Where a file lies, as git sees it.
package enum GitPlace {
  /// True for a file that a repository publishes: it is no key, and no report may take its place.
  package static func isTracked(_ path: String) -> Bool {
    git(["--literal-pathspecs", "ls-files", "--error-unmatch", "--"], path) == 0
  }

  /// True for git's own files.
  package static func isInternal(_ path: String) -> Bool { path.split(separator: "/").contains(".git") }

  /// True in a working tree, where the next `git add .` would take the file.
  package static func wouldBeTracked(_ path: String) -> Bool {
    // 0: ignored; 1: not; 128: no repository. It knows no patterns, so it takes no option against them.
    git(["check-ignore", "--quiet", "--"], path) == 1
  }

  private static func git(_ command: [String], _ path: String) -> Int32? {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    guard let child = ChildProcess(["git", "-C", folder] + command + ["./" + name]) else {
      return nil
    }
    child.endInput()
    _ = child.readToEnd()
    return child.finish()
  }
}
