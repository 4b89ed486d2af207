internal import Glibc

/// The program that runs.
enum Executable {
  /// Another build has another stamp: its size and the moment it was written.
  static var stamp: String {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return "" }
    return "\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
  }
}
