import Foundation
import Testing

@Suite("nothing printed or stored tells a patient's words")
struct SilenceTests {
  private static let formats = [
    "text", "json", "jsonl", "csv", "html", "sarif", "junit", "gitlab", "github",
  ]

  @Test("a planted word is in no report, message or manifest", arguments: formats)
  func planted(format: String) throws {
    let folder = try Folder([
      "cases/a.txt": Stories.named, "cases/b.xhtml": Stories.broken,
      "cases/c.md": "# \(Stories.marker)\n\nSeen by Dr \(Stories.marker), \(Stories.marker.lowercased())@example.ca\n",
    ])
    var said = ""
    for arguments in [
      ["check", "cases"], ["check", "cases", "--explain", "--verbose"], ["gate", "cases"],
      ["scrub", "cases", "--output", "out"], ["scrub", "cases", "--output", "out", "--pin", "age"],
    ] {
      let result = try Command.run(arguments + ["--format", format], in: folder)
      said += result.output + result.errors
    }
    for name in folder.files(under: "out/.caviard") { said += try folder.read("out/.caviard/\(name)") }
    #expect(!said.isEmpty)
    #expect(!said.lowercased().contains(Stories.marker.lowercased()))
  }

  @Test("a report that may be published names tables, not rows, and orders of magnitude")
  func rough() throws {
    let folder = try Folder(["case.txt": Stories.rare])
    let report = try Command.run(["check", "case.txt", "--format", "json"], in: folder).output
    #expect(report.contains("\"source\": \"places\""))
    for row in ["moosonee", "orpha-", "age-sex:", "lighthouse"] { #expect(!report.contains(row), "\(row)") }
  }

  @Test("a crash says nothing of the input and leaves no file")
  func crash() throws {
    let folder = try Folder()
    let result = try Command.run([], in: folder, input: Stories.named, command: Command.built("CrashProbe"))
    #expect(result.status >= 128)
    #expect(!(result.output + result.errors).contains(Stories.marker))
    #expect(!(result.output + result.errors).contains("Registers"))
    #expect(folder.files().isEmpty)
  }
}
