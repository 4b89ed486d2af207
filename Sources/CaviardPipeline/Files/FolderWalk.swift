internal import Glibc

/// The files under a folder, in the order of their names' bytes.
package struct FolderWalk: Sendable {
  package struct Entry: Hashable, Sendable {
    /// From the folder, `/` between folders.
    package let relativePath: String
    /// False for what is no file: a pipe, a broken link, a linked folder, a folder that cannot be read.
    package let isReadable: Bool
  }

  private let folder: String

  package init(_ folder: String) { self.folder = folder }

  /// Dot folders are not entered; links to folders are not followed, so the walk ends.
  package func entries() -> [Entry] {
    var found: [Entry] = []
    var open = [""]
    while let prefix = open.popLast() {
      guard let names = Self.names(in: folder + "/" + prefix) else {
        found.append(Entry(relativePath: String(prefix.dropLast()), isReadable: false))
        continue
      }
      for name in names {
        let path = prefix + name
        switch FileKind(folder + "/" + path, follows: false) {
        case .file: found.append(Entry(relativePath: path, isReadable: true))
        case .folder: if !name.hasPrefix(".") { open.append(path + "/") }
        case .other, .missing:
          let isFile = if case .file = FileKind(at: folder + "/" + path) { true } else { false }
          found.append(Entry(relativePath: path, isReadable: isFile))
        }
      }
    }
    return found.sorted { $0.relativePath.utf8.lexicographicallyPrecedes($1.relativePath.utf8) }
  }

  /// `nil` when the folder cannot be read.
  private static func names(in folder: String) -> [String]? {
    guard let handle = opendir(folder) else { return nil }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
