internal import Glibc

/// A program started with both its ends in our hands; what it says on standard error goes nowhere.
///
/// `posix_spawn`, not Foundation's `Process`: the hook answers while somebody waits.
final class ChildProcess {
  private var identifier: pid_t = 0
  private var input: Int32
  private var output: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  /// Bytes read at a time.
  private static let chunkBytes = 1 << 16

  /// - Returns: `nil` when the program cannot be started.
  init?(_ arguments: [String]) {
    guard let inward = Self.pipe() else { return nil }
    guard let outward = Self.pipe() else {
      inward.forEach { close($0) }
      return nil
    }
    input = inward[1]
    output = outward[0]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, inward[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, outward[1], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    pointers.append(nil)
    let status = posix_spawnp(&identifier, arguments[0], &actions, nil, pointers, environ)
    close(inward[0])
    close(outward[1])
    guard status == 0 else {
      close(input)
      close(output)
      return nil
    }
  }

  /// The end to read and the end to write, both closed in any program started later.
  private static func pipe() -> [Int32]? {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return ends
  }

  deinit { if identifier != 0 { _ = finish() } }

  /// False when the program takes no more.
  func write(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }

  func endInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// What comes before the next line feed; `nil` at the end.
  func readLine() -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      searched = buffer.count
      let before = start
      guard fill() else { return nil }
      searched -= before - start
    }
  }

  /// So many bytes; `nil` when fewer come.
  func read(_ count: Int) -> [UInt8]? {
    while buffer.count - start < count { guard fill() else { return nil } }
    defer { start += count }
    return Array(buffer[start..<start + count])
  }

  /// Passes so many bytes over; false when fewer come.
  func skip(_ count: Int) -> Bool {
    var left = count
    while left > 0 {
      if buffer.count == start, !fill() { return false }
      let taken = min(left, buffer.count - start)
      start += taken
      left -= taken
    }
    return true
  }

  func readToEnd() -> [UInt8] {
    while fill() {}
    defer { start = buffer.count }
    return Array(buffer[start...])
  }

  /// Waits for the end. The program's status; `nil` when a signal ended it.
  func finish() -> Int32? {
    endInput()
    if output >= 0 { close(output) }
    output = -1
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    identifier = 0
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  private func fill() -> Bool {
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    var chunk = [UInt8](repeating: 0, count: Self.chunkBytes)
    while true {
      let count = Glibc.read(output, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      buffer.append(contentsOf: chunk[..<count])
      return true
    }
  }
}
