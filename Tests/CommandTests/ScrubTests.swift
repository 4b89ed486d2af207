import Foundation
import Testing

@Suite("scrub")
struct ScrubTests {
  private let cases = [
    "cases/a.txt": Stories.plain, "cases/en/b.md": "# Case\n\n" + Stories.rare, "cases/en/c.txt": Stories.named,
    "cases/fr/d.txt": Stories.rareFrench,
    "cases/e.xhtml":
      "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Case</title></head><body><p>Dr <b>Mar</b>ie Tremblay "
      + "saw a 60-year-old man.</p></body></html>",
  ]

  @Test("the tree is mirrored, every input has its row, no other file is left, and the gate passes")
  func mirrored() throws {
    let folder = try Folder(cases)
    let result = try Command.run(["scrub", "cases", "--output", "out"], in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let written = folder.files(under: "out")
    #expect(
      written == [
        ".caviard/library.json", ".caviard/manifest.jsonl", ".caviard/report.jsonl", "a.txt", "e.xhtml", "en/b.md",
        "en/c.txt", "fr/d.txt",
      ])
    let rows = try Command.Result(status: 0, output: folder.read("out/.caviard/manifest.jsonl"), errors: "").objects
    #expect(rows.map { $0["path"] as? String } == ["a.txt", "e.xhtml", "en/b.md", "en/c.txt", "fr/d.txt"])
    #expect(rows.allSatisfy { $0["outcome"] as? String == "written" && $0["verdictAfter"] as? String == "pass" })
    let reports = try Command.Result(status: 0, output: folder.read("out/.caviard/report.jsonl"), errors: "").objects
    #expect(reports.count == 5)
    #expect(reports.allSatisfy { $0["after"] != nil })
    #expect(try folder.read("out/a.txt") == Stories.plain)
    #expect(try !folder.read("out/en/c.txt").contains(Stories.marker))
    #expect(try Command.run(["gate", "out"], in: folder).status == 0)
  }

  @Test("scrubbing twice changes nothing, and the result does not depend on the number of jobs")
  func repeatable() throws {
    let folder = try Folder(cases)
    _ = try Command.run(["scrub", "cases", "--output", "one", "--jobs", "1"], in: folder)
    _ = try Command.run(["scrub", "cases", "--output", "many", "--jobs", "7"], in: folder)
    _ = try Command.run(["scrub", "one", "--output", "again"], in: folder)
    for name in folder.files(under: "one") where !name.hasPrefix(".caviard") {
      #expect(try folder.read("one/\(name)") == folder.read("again/\(name)"), "\(name)")
      #expect(try folder.read("one/\(name)") == folder.read("many/\(name)"), "\(name)")
    }
    #expect(try folder.read("one/.caviard/report.jsonl") == folder.read("many/.caviard/report.jsonl"))
    #expect(try folder.read("one/.caviard/manifest.jsonl") == folder.read("many/.caviard/manifest.jsonl"))
  }

  @Test("a copy of an earlier run goes when its case can no longer be shared")
  func withdrawn() throws {
    let folder = try Folder(["cases/a.txt": Stories.plain])
    #expect(try Command.run(["scrub", "cases", "--output", "out"], in: folder).status == 0)
    #expect(folder.exists("out/a.txt"))
    try folder.write(Data([0x41, 0x00, 0x42]), to: "cases/a.txt")
    #expect(try Command.run(["scrub", "cases", "--output", "out"], in: folder).status == 2)
    #expect(!folder.exists("out/a.txt"))
  }

  @Test("nothing is written through a symbolic link in the output, and a pipe is refused instead of waited for")
  func linksAndPipes() throws {
    let folder = try Folder(["cases/sub/a.txt": Stories.plain, "victim/a.txt": "keep", "out/.keep": ""])
    let links = folder.url.appendingPathComponent("out/sub")
    try FileManager.default.createSymbolicLink(
      at: links, withDestinationURL: folder.url.appendingPathComponent("victim"))
    let through = try Command.run(["scrub", "cases", "--output", "out"], in: folder)
    #expect(through.status == 2)
    #expect(try folder.read("victim/a.txt") == "keep")
    #expect(mkfifo(folder.url.appendingPathComponent("pipe.txt").path, 0o600) == 0)
    #expect(try Command.run(["check", "pipe.txt"], in: folder).status == 2)
  }

  @Test("what is no case is not copied, has its row, and is status 2 unless it is ignored")
  func unsupported() throws {
    let folder = try Folder([
      "cases/a.txt": Stories.plain, "cases/slides.pptx": Stories.marker, "cases/README.md": "Hi.",
    ])
    let result = try Command.run(["scrub", "cases", "--output", "out"], in: folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("slides.pptx"))
    #expect(folder.exists("out/a.txt"))
    #expect(!folder.exists("out/slides.pptx"))
    #expect(try folder.read("out/.caviard/manifest.jsonl").split(separator: "\n").count == 3)
    try folder.write(Data("ignore: [\"*.pptx\"]\n".utf8), to: "caviard.yml")
    #expect(try Command.run(["scrub", "cases", "--output", "out2"], in: folder).status == 0)
  }

  @Test("a broken case is reported with its place, writes nothing, and the others are written")
  func broken() throws {
    let folder = try Folder(["cases/a.txt": Stories.plain, "cases/b.xhtml": Stories.broken])
    let result = try Command.run(["scrub", "cases", "--output", "out"], in: folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("b.xhtml: line 1"))
    #expect(folder.exists("out/a.txt"))
    #expect(!folder.exists("out/b.xhtml"))
  }

  @Test("the output folder may not lie inside an input, be one, or overwrite one")
  func outputPlaces() throws {
    let folder = try Folder(["cases/a.txt": Stories.plain, "b.txt": Stories.plain])
    for output in ["cases", "cases/out", "./cases/../cases/x"] {
      #expect(try Command.run(["scrub", "cases", "--output", output], in: folder).status == 64, "\(output)")
    }
    #expect(try Command.run(["scrub", "b.txt", "--output", "."], in: folder).status == 64)
    #expect(folder.files() == ["b.txt", "cases/a.txt"])
    #expect(try Command.run(["scrub", "cases/a.txt", "./cases/a.txt", "--output", "out"], in: folder).status == 64)
  }

  @Test("a case that no edit within its pins makes shareable is not written and is listed: status 1")
  func held() throws {
    let folder = try Folder(["cases/a.txt": Stories.plain, "cases/b.txt": Stories.rare])
    let result = try Command.run(["scrub", "cases", "--output", "out", "--pin", "diagnosis"], in: folder)
    #expect(result.status == 1)
    #expect(result.output.contains("b.txt"))
    #expect(!folder.exists("out/b.txt"))
    #expect(folder.exists("out/a.txt"))
  }

  @Test("a file's name that names somebody is not used")
  func names() throws {
    let folder = try Folder(["cases/Mr. Jean Tremblay.txt": Stories.plain])
    let result = try Command.run(["scrub", "cases", "--output", "out"], in: folder)
    #expect(result.status == 0)
    #expect(folder.exists("out/caviard-person-1.txt"))
    let said =
      try result.output + result.errors + folder.read("out/.caviard/manifest.jsonl")
      + folder.read("out/.caviard/report.jsonl")
    #expect(!said.contains("Tremblay"))
  }
}
