import Foundation
import Testing

/// Needs a release build, so it runs where `CAVIARD_TEST_COMMAND` names one.
@Suite("install", .enabled(if: ProcessInfo.processInfo.environment["CAVIARD_TEST_COMMAND"] != nil))
struct InstallTests {
  @Test("what is installed runs without the toolchain and finds its dictionaries")
  func installed() throws {
    let folder = try Folder(["a.txt": Stories.plain])
    let root = URL(fileURLWithPath: Command.path).path.components(separatedBy: "/.build/")[0]
    let prefix = folder.scratch.appendingPathComponent("prefix").path
    // The release is built already: -o says so.
    let made = try Command.run(
      ["-C", root, "-o", "build", "install", "PREFIX=\(prefix)"], in: folder, command: "/usr/bin/make")
    #expect(made.status == 0, "\(made.errors)")
    let command = prefix + "/bin/caviard"
    let needed = try Command.run(["-d", command], in: folder, command: "/usr/bin/readelf").output
    #expect(!needed.contains("libswift"))
    #expect(!needed.contains("libFoundation"))
    #expect(!needed.contains("/opt"))
    #expect(!needed.contains("/usr/lib/swift"))
    #expect(try Command.run(["check", "a.txt"], in: folder, command: command).status == 0)
  }
}
