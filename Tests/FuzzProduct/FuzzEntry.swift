internal import CaviardDictionaries
internal import CaviardFuzzing
internal import Glibc

/// What libFuzzer calls: the target and the dictionary are named in the environment, for its own arguments are numbers.
private enum FuzzEntry {
  static let check: FuzzCheck = {
    let name = environment("CAVIARD_FUZZ_TARGET")
    guard let target = FuzzTarget(rawValue: name) else {
      stop("CAVIARD_FUZZ_TARGET is one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))")
    }
    do {
      return try FuzzCheck(target, dictionary: CompiledDictionary(contentsOf: environment("CAVIARD_FUZZ_DICTIONARY")))
    } catch {
      stop("CAVIARD_FUZZ_DICTIONARY names no dictionary that can be used: \(error)")
    }
  }()

  static func environment(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }

  static func say(_ message: String) { _ = write(STDERR_FILENO, message + "\n", message.utf8.count + 1) }

  static func stop(_ message: String) -> Never {
    say(message)
    exit(64)
  }
}

/// One input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  if let fault = FuzzEntry.check.fault(Array(UnsafeBufferPointer(start: start, count: count))) {
    FuzzEntry.say("broken: \(fault)")
    abort()
  }
  return 0
}
