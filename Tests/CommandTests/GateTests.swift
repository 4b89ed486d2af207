import Foundation
import Testing

@Suite("gate")
struct GateTests {
  @Test("every case of the working folder is scanned, and the count is said")
  func workingFolder() throws {
    let folder = try Folder([
      "a.txt": Stories.plain, "deep/b.md": Stories.plain, "README.md": Stories.rare, "x.bin": "x",
    ])
    let result = try Command.run(["gate"], in: folder)
    #expect(result.status == 0)
    #expect(result.output.contains("2 files scanned"))
    #expect(result.output.contains("1 other file"))
  }

  @Test("one blocked case fails")
  func blocked() throws {
    let folder = try Folder(["a.txt": Stories.plain, "b.txt": Stories.rare])
    #expect(try Command.run(["gate"], in: folder).status == 1)
    #expect(try Command.run(["gate", "--fail-on", "block"], in: folder).status == 1)
  }

  @Test("no file scanned is said aloud, in every form")
  func nothing() throws {
    let folder = try Folder(["x.bin": "x"])
    #expect(try Command.run(["gate"], in: folder).output.contains("0 files scanned"))
    let json = try Command.run(["gate", "--format", "jsonl"], in: folder)
    #expect(json.status == 0)
    #expect(json.output.isEmpty)
    #expect(json.errors.contains("0 files scanned"))
  }

  @Test("what cannot be opened may hold cases: status 2, unless it is ignored")
  func unopened() throws {
    let folder = try Folder(["a.txt": Stories.plain, "away/b.txt": Stories.rare])
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("cases"), withIntermediateDirectories: true)
    try folder.write(Data(Stories.plain.utf8), to: "cases/c.txt")
    for (name, target) in [("linked", "../away"), ("gone", "nowhere")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.url.appendingPathComponent("cases/\(name)").path, withDestinationPath: target)
    }
    let result = try Command.run(["gate", "cases"], in: folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("cases/linked: the file cannot be read (a linked folder"))
    #expect(result.errors.contains("cases/gone: the file cannot be read (a link that"))
    try folder.write(Data("ignore: [linked, gone]\n".utf8), to: "caviard.yml")
    #expect(try Command.run(["gate", "cases"], in: folder).status == 0)
    #expect(try Command.run(["scrub", "cases", "--output", "out"], in: folder).status == 0)
  }

  @Test("a file that was named is never passed over in silence")
  func named() throws {
    let folder = try Folder(["x.docx": "x"])
    #expect(try Command.run(["gate", "x.docx"], in: folder).status == 2)
  }
}
