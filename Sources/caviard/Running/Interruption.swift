internal import Glibc
internal import Synchronization

/// An interrupt ends the taking of inputs, not the writing of a file.
enum Interruption {
  private static let flag = Atomic<Bool>(false)

  static var hasCome: Bool { flag.load(ordering: .relaxed) }

  static func watch() {
    // Made here, so that the handler finds it made.
    flag.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in Interruption.flag.store(true, ordering: .relaxed) }
    signal(SIGTERM) { _ in Interruption.flag.store(true, ordering: .relaxed) }
    // Whoever started us from a thread that blocks signals handed that down.
    var mask = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, SIGINT)
    sigaddset(&mask, SIGTERM)
    sigprocmask(SIG_UNBLOCK, &mask, nil)
  }
}
