internal import CaviardPipeline
internal import Glibc

/// Standard output and error.
enum Terminal {
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// False when standard output takes no more.
  static func write(_ bytes: [UInt8]) -> Bool { ByteOutput.write(bytes, to: STDOUT_FILENO) }
  static func write(_ text: String) -> Bool { write(Array(text.utf8)) }

  /// A line on standard error. When even that fails there is nobody left to tell.
  static func complain(_ line: String) { _ = ByteOutput.write(Array("caviard: \(line)\n".utf8), to: STDERR_FILENO) }

  /// Text on standard error as it is.
  static func hint(_ text: String) { _ = ByteOutput.write(Array(text.utf8), to: STDERR_FILENO) }

  /// Adds to the end of a file. False when it cannot be written.
  static func append(_ text: String, to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return ByteOutput.write(Array(text.utf8), to: descriptor)
  }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Seconds from some fixed moment.
  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
