import CaviardTestSupport
import Foundation
import Testing

@Suite("a command that only the package manager built")
struct CheckoutTests {
  @Test("the first run compiles the lists into its build folder and says so; two at once do no harm")
  func compiles() throws {
    let folder = try Folder(["Package.swift": "", "a.txt": Stories.plain])
    let release = folder.url.appendingPathComponent("swift_env-default/.build/release")
    try FileManager.default.createDirectory(at: release, withIntermediateDirectories: true)
    let command = release.appendingPathComponent("caviard")
    try FileManager.default.copyItem(at: URL(fileURLWithPath: Command.path).resolvingSymlinksInPath(), to: command)
    try FileManager.default.createSymbolicLink(
      at: folder.url.appendingPathComponent("Dictionaries"),
      withDestinationURL: ProjectFolder.url.appendingPathComponent("Dictionaries"))
    let both = try Command.run(
      ["-c", "\"$0\" gate a.txt & \"$0\" gate a.txt; first=$?; wait $! && exit $first", command.path], in: folder,
      command: "/bin/sh")
    #expect(both.status == 0, "\(both.errors)")
    #expect(both.output.components(separatedBy: "1 file scanned: 1 pass").count == 3)
    #expect(both.errors.contains("compiling them, once"))
    let build = "swift_env-default/.build"
    #expect(folder.files(under: build).sorted() == ["caviard.cvd", "release/caviard"])
    let again = try Command.run(["gate", "a.txt"], in: folder, command: command.path)
    #expect(again.status == 0)
    #expect(again.errors.isEmpty)
    // What was asked for is not replaced.
    let asked = try Command.run(
      ["gate", "a.txt"], in: folder, environment: ["CAVIARD_DATA": folder.scratch.path], command: command.path)
    #expect(asked.status == 64)
  }
}
