internal import CaviardPipeline
internal import CaviardPolicies
internal import Glibc

/// `caviard.yml` in the working folder or a parent up to the repository root.
enum ConfigurationLocator {
  private static let limitBytes = 1 << 20

  /// The configuration and the folder it lies in.
  static func configuration() throws(PolicyError) -> (ConfigurationFile, folder: String)? {
    for folder in folders() {
      let path = folder == "/" ? "/" + ConfigurationFile.fileName : folder + "/" + ConfigurationFile.fileName
      guard case .file = FileKind(at: path) else { continue }
      guard let bytes = contents(path) else { throw PolicyError(.unreadable, file: path) }
      return (try ConfigurationFile(path: path, bytes: bytes), folder)
    }
    return nil
  }

  static func contents(_ path: String) -> [UInt8]? {
    // Why it cannot be read does not matter: the policy cannot be used.
    try? FileContents.read(path, limit: limitBytes)
  }

  /// The working folder and its parents up to the repository root; the working folder alone outside a repository.
  private static func folders() -> [String] {
    guard let buffer = getcwd(nil, 0) else { return [] }
    defer { free(buffer) }
    let working = String(cString: buffer)
    var folders: [String] = []
    var folder = working
    while true {
      folders.append(folder)
      if case .missing = FileKind(at: folder + "/.git") {} else { return folders }
      guard folder != "/", let slash = folder.lastIndex(of: "/") else { return [working] }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }
}
