internal import Glibc

/// Finds the compiled dictionary: named, by environment, where commands are installed, beside the command, or a checkout's build
/// product.
package struct DictionaryLocator: Sendable {
  package static let fileName = "caviard.cvd"
  private static let buildFolder = ".build"

  /// Lists that lie where the command was built, and the file their compiled form belongs in.
  package struct Checkout: Hashable, Sendable {
    package let lists: String
    package let compiled: String
  }

  private let named: String?
  private let dataFolder: String?
  private let executable: String?

  /// - Parameters:
  ///   - named: the path given by `--dictionary`.
  ///   - dataFolder: `CAVIARD_DATA`.
  ///   - executable: the running command's own path.
  package init(named: String?, dataFolder: String?, executable: String?) {
    self.named = named
    self.dataFolder = dataFolder.flatMap { $0.isEmpty ? nil : $0 }
    self.executable = executable
  }

  /// With the environment and `/proc/self/exe` of this process.
  package init(named: String? = nil) {
    let data = getenv("CAVIARD_DATA").map { String(cString: $0) }
    self.init(named: named, dataFolder: data, executable: Self.ownPath())
  }

  /// The path of the file to open. What is named explicitly is never replaced by something else.
  ///
  /// - Throws: `.notFound` with every path tried.
  package func locate() throws(DictionaryError) -> String {
    if let named { return try first(of: [named]) }
    if let dataFolder { return try first(of: ["\(dataFolder)/\(Self.fileName)"]) }
    guard let folder = folders.first else { throw .notFound(tried: []) }
    var candidates = [Self.parent(folder).map { "\($0)/share/caviard/\(Self.fileName)" }].compactMap { $0 }
    candidates.append("\(folder)/\(Self.fileName)")
    for path in folders {
      if path.hasSuffix("/" + Self.buildFolder) { candidates.append("\(path)/\(Self.fileName)") }
      if FileReading.isFile("\(path)/Package.swift") {
        candidates.append("\(path)/\(Self.buildFolder)/\(Self.fileName)")
      }
    }
    return try first(of: candidates)
  }

  /// The checkout whose build folder holds the command; `nil` for an installed one, and where a place was asked for.
  ///
  /// A build by the package manager alone, such as that of a hook, leaves a command without compiled dictionaries.
  package var checkout: Checkout? {
    guard named == nil, dataFolder == nil, let build = folders.first(where: { $0.hasSuffix("/" + Self.buildFolder) }),
      let root = folders.first(where: { build.hasPrefix($0 + "/") && FileReading.isFile("\($0)/Package.swift") }),
      FileReading.isFolder("\(root)/Dictionaries/patterns")
    else { return nil }
    return Checkout(lists: "\(root)/Dictionaries", compiled: "\(build)/\(Self.fileName)")
  }

  /// From the command's own up to the root.
  private var folders: [String] {
    var folders: [String] = []
    var folder = executable.flatMap(Self.parent)
    while let path = folder {
      folders.append(path)
      folder = Self.parent(path)
    }
    return folders
  }

  private func first(of candidates: [String]) throws(DictionaryError) -> String {
    guard let found = candidates.first(where: FileReading.isFile) else { throw .notFound(tried: candidates) }
    return found
  }

  /// `/a/b` → `/a`; `nil` above the root.
  private static func parent(_ path: String) -> String? {
    guard path != "/", !path.isEmpty, let slash = path.lastIndex(of: "/") else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Of the running command, without symbolic links.
  package static func ownPath() -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
  }
}
