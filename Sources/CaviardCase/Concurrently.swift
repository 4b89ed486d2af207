internal import Glibc

/// Two pieces of work at once: what a command reads before its first case is most of the time a small one takes.
package enum Concurrently {
  /// Both results. Where the machine gives no second thread the two are done in turn.
  package static func both<First: Sendable, Second: Sendable>(
    _ first: () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    withoutActuallyEscaping(second) { second in
      let job = Job(second)
      var thread = pthread_t()
      let status = pthread_create(
        &thread, nil,
        { argument in
          if let argument { Unmanaged<Work>.fromOpaque(argument).takeUnretainedValue().run() }
          return nil
        }, Unmanaged<Work>.passUnretained(job).toOpaque())
      let mine = first()
      if status == 0 { pthread_join(thread, nil) } else { job.run() }
      // The thread has ended, or this one did its work: the result is there.
      guard let other = job.result else { preconditionFailure("a thread that was joined has done its work") }
      return (mine, other)
    }
  }

  private class Work {
    func run() {}
  }

  /// Written by one thread and read after it has ended.
  private final class Job<Value>: Work {
    private let body: () -> Value
    private(set) var result: Value?

    init(_ body: @escaping () -> Value) { self.body = body }

    override func run() { result = body() }
  }
}
