internal import Glibc

/// What keeps a crash from printing or storing the words of a case.
package enum ProcessSafety {
  private static let crashes = [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS]

  /// Default signal actions instead of Swift's backtracer, which prints the bytes behind the registers; no core dump.
  package static func prepare() {
    for crash in crashes { signal(crash, SIG_DFL) }
    setenv("SWIFT_BACKTRACE", "enable=no", 1)
    // One byte, not none: a kernel that hands core dumps to a program ignores a limit of 0, and stops at 1.
    var limit = rlimit(rlim_cur: 1, rlim_max: 1)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
  }
}
