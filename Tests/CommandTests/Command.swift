import Foundation
import Testing

/// The built command: the one named by `CAVIARD_TEST_COMMAND`, else the one built beside these tests.
struct Command {
  struct Result {
    let status: Int32
    let output: String
    let errors: String

    var lines: [Substring] { output.split(separator: "\n") }

    /// The output as one JSON object.
    var object: [String: Any] {
      get throws { try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]) }
    }

    /// The output as one JSON object a line.
    var objects: [[String: Any]] {
      get throws {
        try lines.map { try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
      }
    }
  }

  static var path: String { ProcessInfo.processInfo.environment["CAVIARD_TEST_COMMAND"] ?? built("caviard") }

  /// `address` or `thread` under `make sanitize`, when the command is built with it too.
  static let sanitizer = ProcessInfo.processInfo.environment["CAVIARD_SANITIZER"]
  private static let sanitizerOptions = ProcessInfo.processInfo.environment.filter {
    ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
  }

  /// A product beside the test bundle.
  static func built(_ name: String) -> String {
    let arguments = CommandLine.arguments
    let bundle = arguments.firstIndex(of: "--test-bundle-path").map { arguments[$0 + 1] } ?? arguments[0]
    var folder = URL(fileURLWithPath: bundle).deletingLastPathComponent()
    while folder.path != "/", !FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent(name).path) {
      folder.deleteLastPathComponent()
    }
    return folder.appendingPathComponent(name).path
  }

  /// Runs it under limits of the shell, such as `ulimit -f 8`.
  static func run(_ arguments: [String], under limits: String, in folder: Folder, inputFile: URL? = nil) throws
    -> Result
  {
    try run(
      ["-c", "\(limits); exec \"$0\" \"$@\"", path] + arguments, in: folder, inputFile: inputFile, command: "/bin/sh")
  }

  /// Runs it in a folder, with little more than the environment given.
  ///
  /// - Parameters:
  ///   - place: where it runs, instead of the folder itself.
  ///   - inputFile: standard input, instead of the text.
  ///   - meanwhile: while it runs; it is waited for afterwards.
  static func run(
    _ arguments: [String], in folder: Folder, at place: URL? = nil, input: String = "", inputFile: URL? = nil,
    environment: [String: String] = [:], command: String? = nil, meanwhile: (Process) throws -> Void = { _ in }
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command ?? path)
    process.arguments = arguments
    process.currentDirectoryURL = place ?? folder.url
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C"].merging(sanitizerOptions) { $1 }
      .merging(environment) { $1 }
    // Files, not pipes: nothing can fill up and wait.
    let names = ["in", "out", "err"].map { folder.scratch.appendingPathComponent($0 + UUID().uuidString) }
    try Data(input.utf8).write(to: names[0])
    for name in names[1...] { try Data().write(to: name) }
    process.standardInput = try FileHandle(forReadingFrom: inputFile ?? names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    try meanwhile(process)
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
      output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
  }
}
