internal import Glibc

/// Finds the compiled dictionary: named, by environment, beside the installed command, or a checkout's build product.
package struct DictionaryLocator: Sendable {
  package static let fileName = "caviard.cvd"

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
    guard let folder = executable.flatMap(Self.parent) else { throw .notFound(tried: []) }
    var candidates = [Self.parent(folder).map { "\($0)/share/caviard/\(Self.fileName)" }].compactMap { $0 }
    var ancestor = Optional(folder)
    while let path = ancestor {
      if FileReading.isFile("\(path)/Package.swift") { candidates.append("\(path)/.build/\(Self.fileName)") }
      ancestor = Self.parent(path)
    }
    return try first(of: candidates)
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

  private static func ownPath() -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
  }
}
