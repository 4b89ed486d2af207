import Foundation
import Testing

/// A git repository of teaching cases in a temporary folder.
struct TeachingRepository {
  let folder: Folder

  init(_ files: [String: String] = [:], message: String = "First cases") throws {
    folder = try Folder(files)
    try git("init", "--quiet", "--initial-branch=main")
    if !files.isEmpty { try commit(message) }
  }

  @discardableResult
  func git(_ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [
        "git", "-c", "user.name=Faculty", "-c", "user.email=faculty@example.ca", "-c", "commit.gpgsign=false", "-c",
        "core.hooksPath=/dev/null",
      ] + arguments
    process.currentDirectoryURL = folder.url
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "git \(arguments)")
    return text
  }

  /// Git with the repository's hooks and whatever it answers.
  func hooked(
    _ arguments: String..., at place: URL? = nil, environment: [String: String] = [:]
  ) throws -> Command.Result {
    let identity = ["-c", "user.name=Faculty", "-c", "user.email=faculty@example.ca", "-c", "commit.gpgsign=false"]
    return try Command.run(
      ["git"] + identity + arguments, in: folder, at: place, environment: environment, command: "/usr/bin/env")
  }

  func write(_ text: String, to name: String) throws { try folder.write(Data(text.utf8), to: name) }

  func stage(_ text: String, as name: String) throws {
    try write(text, to: name)
    try git("add", "--force", name)
  }

  func commit(_ message: String) throws {
    try git("add", "--all")
    try git("commit", "--quiet", "--allow-empty", "--message", message)
  }

  func gate(_ arguments: String...) throws -> Command.Result { try Command.run(["gate"] + arguments, in: folder) }
}
