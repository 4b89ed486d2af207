internal import Glibc

/// Many inputs through a few workers: each input once, results in input order, only so many in flight.
///
/// Threads, not tasks: the work is synchronous and long, and each worker owns its stages' buffers.
package struct CaseStream: Sendable {
  private let jobs: Int
  /// Inputs taken but not yet delivered, at most.
  private let window: Int

  package init(jobs: Int) {
    self.jobs = max(1, jobs)
    window = max(1, jobs) * 4
  }

  /// Runs until there is no input left.
  ///
  /// - Parameters:
  ///   - next: the next input; called by one worker at a time. `nil` ends the stream.
  ///   - makeWorker: makes what one worker keeps for all its inputs.
  ///   - deliver: takes the results in input order; called by one worker at a time.
  package func run<Input: Sendable, Output: Sendable, Worker>(
    next: @escaping () -> Input?, makeWorker: @escaping @Sendable () -> Worker,
    work: @escaping @Sendable (inout Worker, Input) -> Output, deliver: @escaping (Output) -> Void
  ) {
    let line = OrderedLine<Input, Output>(window: window, next: next, deliver: deliver)
    let body: @Sendable () -> Void = {
      var worker = makeWorker()
      while let (index, input) = line.take() { line.put(work(&worker, input), at: index) }
    }
    if jobs == 1 { return body() }
    let threads = (0..<jobs).compactMap { _ in WorkerThread(body) }
    // A machine that gives no thread still gets the work done.
    if threads.isEmpty { body() }
    for thread in threads { thread.join() }
  }
}

/// The one shared mutable thing: whose turn it is. Inputs are taken under one lock, results delivered under
/// another.
private final class OrderedLine<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  private let window: Int
  private let next: () -> Input?
  private let deliver: (Output) -> Void
  /// Held while an input is awaited, so that results can leave meanwhile.
  private let entrance = Gate()
  private let gate = Gate()
  private var taken = 0
  private var delivered = 0
  private var isFinished = false
  private var waiting: [Int: Output] = [:]

  init(window: Int, next: @escaping () -> Input?, deliver: @escaping (Output) -> Void) {
    self.window = window
    self.next = next
    self.deliver = deliver
  }

  func take() -> (index: Int, input: Input)? {
    entrance.lock()
    defer { entrance.unlock() }
    gate.lock()
    while taken - delivered >= window { gate.wait() }
    gate.unlock()
    guard !isFinished, let input = next() else {
      isFinished = true
      return nil
    }
    gate.lock()
    defer { gate.unlock() }
    taken += 1
    return (taken - 1, input)
  }

  func put(_ output: Output, at index: Int) {
    gate.lock()
    defer { gate.unlock() }
    waiting[index] = output
    while let ready = waiting.removeValue(forKey: delivered) {
      deliver(ready)
      delivered += 1
    }
    gate.wakeAll()
  }
}

/// A mutex with its condition, at a stable address.
private final class Gate {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  func lock() { pthread_mutex_lock(mutex) }
  func unlock() { pthread_mutex_unlock(mutex) }
  func wait() { pthread_cond_wait(condition, mutex) }
  func wakeAll() { pthread_cond_broadcast(condition) }
}

/// A thread with a stack for deeply nested markup.
private struct WorkerThread {
  private static let stackBytes = 8 << 20

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private let thread: pthread_t

  /// `nil` when the machine gives no thread.
  init?(_ run: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Self.stackBytes)
    let body = Unmanaged.passRetained(Body(run))
    var thread = pthread_t()
    let status = pthread_create(
      &thread, &attributes,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, body.toOpaque())
    guard status == 0 else {
      body.release()
      return nil
    }
    self.thread = thread
  }

  func join() { pthread_join(thread, nil) }
}
