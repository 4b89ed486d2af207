import CaviardGating
import Foundation
import Testing

@Suite("the text of the hook")
struct CommitHookTests {
  /// The shell must run the very file, whatever signs its path has.
  @Test(
    "paths of any signs are one word",
    arguments: ["plain", "two words", "it's", "$(echo x) `x` \"y\" \\ ; & *", "a\nb"])
  func signs(name: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("caviard-hook-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let command = place.appendingPathComponent("caviard")
    try Data("#!/bin/sh\necho \"$@\"\nexit 7\n".utf8).write(to: command)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: command.path)
    let hook = CommitHook(command: command.path, options: ["--fail-on", "block"], complaint: "it's gone")
    for text in [hook.text, "#!/bin/sh\n" + hook.line + "\n"] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", text]
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(said == "gate --staged --fail-on block\n")
      #expect(process.terminationStatus == 7)
    }
  }

  @Test("a hook is known as ours by its second line alone")
  func ours() {
    let hook = CommitHook(command: "/bin/caviard", options: [], complaint: "gone")
    #expect(CommitHook.isOurs(Array(hook.text.utf8)))
    for text in ["", "#!/bin/sh", "#!/bin/sh\n", "#!/bin/sh\n\n" + hook.text, hook.line] {
      #expect(!CommitHook.isOurs(Array(text.utf8)), "\(text)")
    }
  }
}
