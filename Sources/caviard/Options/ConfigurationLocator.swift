internal import CaviardGating
internal import CaviardPipeline
internal import CaviardPolicies

/// `caviard.yml` in the working folder or a parent up to the repository root.
enum ConfigurationLocator {
  private static let limitBytes = 1 << 20

  /// The configuration and the folder it lies in.
  static func configuration() throws(PolicyError) -> (ConfigurationFile, folder: String)? {
    for folder in folders() {
      let path = folder == "/" ? "/" + ConfigurationFile.fileName : folder + "/" + ConfigurationFile.fileName
      // What is there and is no file is no reason to do without its policy.
      if case .missing = FileKind(path, follows: false) { continue }
      guard let bytes = contents(path) else { throw PolicyError(.unreadable, file: path) }
      return (try ConfigurationFile(path: path, bytes: bytes), folder)
    }
    return nil
  }

  static func contents(_ path: String) -> [UInt8]? { contents(path, limit: limitBytes) }

  static func contents(_ path: String, limit: Int) -> [UInt8]? {
    // Why it cannot be read does not matter: the file cannot be used.
    try? FileContents.read(path, limit: limit)
  }

  /// Where a file of this name lies that nobody named: nearest first, beside the configuration where there is none yet, else here.
  static func place(of name: String) -> String {
    let paths = folders().map { $0 == "/" ? "/" + name : $0 + "/" + name }
    func exists(_ path: String) -> Bool { if case .missing = FileKind(at: path) { false } else { true } }
    if let path = paths.first(where: exists) { return path }
    let beside = folders().first { exists(($0 == "/" ? "" : $0) + "/" + ConfigurationFile.fileName) }
    return beside.map { $0 + "/" + name } ?? name
  }

  /// The working folder and its parents up to the repository root; the working folder alone outside a repository.
  private static func folders() -> [String] {
    guard let working = WorkingDirectory.path else { return [] }
    guard let root = GitRepository.root(above: working) else { return [working] }
    var folders = [working]
    while let folder = folders.last, folder != root, let slash = folder.lastIndex(of: "/") {
      folders.append(slash == folder.startIndex ? "/" : String(folder[..<slash]))
    }
    return folders
  }
}
