package import CaviardCase
internal import Glibc

/// A file that has its name only when it is complete: written beside it, flushed to the disk, then renamed.
///
/// A class, because it owns the open file and takes away what was never finished.
package final class AtomicFile {
  /// Asking for the umask sets it for a moment, so it is asked for once.
  private static let creationMask: mode_t = {
    let mask = umask(0o077)
    umask(mask)
    return mask
  }()

  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private var isNamed = false

  /// - Parameters:
  ///   - root: a folder that must not be left: below it no folder on the way may be a symbolic link.
  ///   - isPrivate: for its owner alone, whatever the umask.
  /// - Throws: ``CaseFailure/Code/unwritable`` with the system's reason.
  package init(_ path: String, within root: String? = nil, isPrivate: Bool = false) throws(CaseFailure) {
    if let root { try Self.refuseLinks(from: root, to: path) }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[..<$0]) } ?? "."
    try Self.makeFolder(folder)
    var template = Array("\(folder)/.caviard-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Self.failure() }
    // mkstemp makes the file for its owner alone; the umask decides as for any other file.
    if !isPrivate { fchmod(descriptor, 0o666 & ~Self.creationMask) }
    self.path = path
    self.descriptor = descriptor
    temporary = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  deinit {
    close(descriptor)
    if !isNamed { unlink(temporary) }
  }

  package func write(_ bytes: [UInt8]) throws(CaseFailure) {
    guard ByteOutput.write(bytes, to: descriptor) else { throw Self.failure() }
  }

  /// Gives the file its name.
  package func finish() throws(CaseFailure) {
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else { throw Self.failure() }
    isNamed = true
  }

  package static func write(_ bytes: [UInt8], to path: String, within root: String? = nil) throws(CaseFailure) {
    let file = try AtomicFile(path, within: root)
    try file.write(bytes)
    try file.finish()
  }

  /// Takes away what an earlier run wrote under this name; nothing is followed out of the root.
  package static func withdraw(_ path: String, within root: String) {
    do throws(CaseFailure) {
      try refuseLinks(from: root, to: path)
      unlink(path)
    } catch {
      // Behind a link there is nothing of ours.
    }
  }

  /// Takes away what runs that were killed never finished, below a folder and in its dot folder of this name.
  package static func sweep(_ root: String, and folder: String) {
    for folder in [root, "\(root)/\(folder)"] {
      for entry in FolderWalk(folder).entries() where isTemporary(entry.relativePath) {
        unlink("\(folder)/\(entry.relativePath)")
      }
    }
  }

  /// `.caviard-` and six characters, as ``init(_:within:)`` makes them.
  private static func isTemporary(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.hasPrefix(".caviard-") && name.utf8.count == ".caviard-".utf8.count + 6
  }

  private static func refuseLinks(from root: String, to path: String) throws(CaseFailure) {
    var position = path.index(path.startIndex, offsetBy: min(root.count, path.count))
    while let slash = path[position...].firstIndex(of: "/") {
      var status = stat()
      let folder = String(path[..<slash])
      if folder.count > root.count, lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
        throw CaseFailure(.unwritable, detail: "a folder of the output is a symbolic link")
      }
      position = path.index(after: slash)
    }
  }

  private static func makeFolder(_ path: String) throws(CaseFailure) {
    if path.isEmpty || mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else { throw failure() }
    try makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw failure() }
  }

  private static func failure() -> CaseFailure {
    CaseFailure(.unwritable, detail: String(cString: strerror(errno)))
  }
}
