internal import Glibc

/// What stands at a path.
package enum FileKind: Sendable {
  case file
  case folder
  /// A pipe, socket or device.
  case other
  case missing

  /// Follows symbolic links.
  package init(at path: String) { self.init(path, follows: true) }

  package init(_ path: String, follows: Bool) {
    var status = stat()
    guard (follows ? stat(path, &status) : lstat(path, &status)) == 0 else {
      self = .missing
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }
}
