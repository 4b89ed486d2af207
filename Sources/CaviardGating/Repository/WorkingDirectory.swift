internal import Glibc

/// Where the command runs.
package enum WorkingDirectory {
  /// Absolute, without symbolic links.
  package static var path: String? {
    guard let buffer = getcwd(nil, 0) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer)
  }
}
