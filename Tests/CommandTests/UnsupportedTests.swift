import Testing

@Suite("files that nobody here reads")
struct UnsupportedTests {
  private static let word = "Zyxquorvel"

  @Test(
    "PDF and its like, and what only says it is a DOCX or an EPUB, are never copied",
    arguments: ["pdf", "doc", "odt", "docx", "epub"])
  func files(ending: String) throws {
    let folder = try Folder(["cases/a.txt": "The fever went away.\n", "cases/b.\(ending)": "Mrs. \(Self.word)"])
    let result = try Command.run(["scrub", "cases", "--output", "out"], in: folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("b.\(ending)"))
    #expect(!folder.exists("out/b.\(ending)"))
    #expect(folder.exists("out/a.txt"))
    for file in folder.files(under: "out") { #expect(try !folder.read("out/\(file)").contains(Self.word), "\(file)") }
    #expect(try Command.run(["check", "cases/b.\(ending)"], in: folder).status == 2)
    #expect(try Command.run(["gate", "cases/b.\(ending)"], in: folder).status == 2)
  }

  @Test("so are records of these formats", arguments: ["pdf", "docx", "epub"])
  func records(format: String) throws {
    let record = #"{"id": "1", "text": "Mrs. \#(Self.word)", "format": "\#(format)"}"#
    let result = try Command.run(["stream", "--fail-on-error"], in: Folder(), input: record + "\n")
    #expect(result.status == 2)
    #expect(!result.output.contains(Self.word) && result.output.contains(#""error""#))
  }
}
