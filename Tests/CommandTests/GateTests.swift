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

  @Test("a file that was named is never passed over in silence")
  func named() throws {
    let folder = try Folder(["x.docx": "x"])
    #expect(try Command.run(["gate", "x.docx"], in: folder).status == 2)
  }
}
