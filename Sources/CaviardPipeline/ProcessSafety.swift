internal import Glibc

/// What keeps a crash from printing or storing the words of a case, and a full disk from being one.
package enum ProcessSafety {
  private static let crashes = [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS]

  /// Default signal actions instead of Swift's backtracer, which prints the bytes behind the registers; no core dump.
  package static func prepare() {
    for crash in crashes { signal(crash, SIG_DFL) }
    // A file over the limit of its size fails to be written, as on a full disk.
    signal(SIGXFSZ, SIG_IGN)
    setenv("SWIFT_BACKTRACE", "enable=no", 1)
    // One byte, not none: a kernel that hands core dumps to a program ignores a limit of 0, and stops at 1.
    var limit = rlimit(rlim_cur: 1, rlim_max: 1)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
  }
}
