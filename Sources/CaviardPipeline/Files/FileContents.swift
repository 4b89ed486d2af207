package import CaviardCase
internal import Glibc

/// Reads whole files, up to a limit.
package enum FileContents {
  /// - Parameter limit: bytes; one more is enough to know that a file is too large.
  /// - Throws: ``CaseFailure/Code/unreadableFile`` with the system's reason.
  package static func read(_ path: String, limit: Int) throws(CaseFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure() }
    // A pipe may never end, and a device is no case.
    guard status.st_mode & S_IFMT == S_IFREG else { throw CaseFailure(.unreadableFile, detail: "not a regular file") }
    return try read(descriptor, limit: limit, expected: Int(status.st_size))
  }

  /// Everything an open file, pipe or terminal gives.
  package static func read(_ descriptor: Int32, limit: Int, expected: Int = 0) throws(CaseFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(expected, limit) + 1)
    var chunk = [UInt8](repeating: 0, count: max(4096, min(expected + 1, 1 << 18)))
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw failure()
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
    throw CaseFailure(.tooLarge, detail: "\(limit) bytes")
  }

  private static func failure() -> CaseFailure {
    CaseFailure(.unreadableFile, detail: String(cString: strerror(errno)))
  }
}
