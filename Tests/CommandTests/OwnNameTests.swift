import Foundation
import Testing

@Suite("the patient's name in paths, links and styles")
struct OwnNameTests {
  private static let story = "Mr. Gerald Pottle, a 60-year-old man, had chest pain. Gerald Pottle recovered.\n"

  private func manifest(_ folder: Folder, _ name: String) throws -> String {
    try folder.read("\(name)/.caviard/manifest.jsonl")
  }

  @Test("a surname in small letters is found where the case says whose it is: scrub renames, check and gate block")
  func smallLetters() throws {
    let folder = try Folder([
      "cases/case_pottle.md": Self.story, "cases/gpottle_62.txt": Self.story, "cases/plain.txt": Stories.plain,
    ])
    let scrubbed = try Command.run(["scrub", "cases", "--output", "out"], in: folder)
    #expect(scrubbed.status == 0, "\(scrubbed.errors)")
    let files = folder.files(under: "out").filter { !$0.hasPrefix(".caviard") }
    #expect(files == ["caviard-person-1.md", "caviard-person-2.txt", "plain.txt"])
    let all = try manifest(folder, "out") + scrubbed.output + scrubbed.errors
    #expect(!all.lowercased().contains("pottle"))
    for command in ["check", "gate"] {
      let result = try Command.run([command, "cases", "--format", "json"], in: folder)
      #expect(result.status != 0)
      #expect(result.output.contains("identifying-name"))
      #expect(!result.output.lowercased().contains("pottle"))
    }
    #expect(try Command.run(["gate", "out"], in: folder).status == 0)
  }

  @Test(
    "a picture of a case goes with its reference under one name, and a sheet with the name as a class is not copied")
  func companions() throws {
    let page =
      "<!DOCTYPE html><html><head><title>Case</title></head><body><p>Mr. Gerald Pottle, a 60-year-old man, had chest pain."
      + "</p><p><img src=\"img/pottle_ct.png\" alt=\"scan\"></p></body></html>"
    let folder = try Folder([
      "cases/a.html": page, "cases/s.css": ".pottle { color: red }", "cases/t.css": ".note { color: red }",
    ])
    try folder.write(CompanionTests.png, to: "cases/img/pottle_ct.png")
    let result = try Command.run(["scrub", "cases", "--output", "out", "--media", "keep"], in: folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("s.css"))
    #expect(!folder.exists("out/s.css") && folder.exists("out/t.css"))
    let written = try folder.read("out/a.html")
    let picture = try #require(written.firstMatch(of: /src="([^"]+)"/)).1
    #expect(folder.exists("out/\(picture)"), "\(picture)")
    #expect(!written.lowercased().contains("pottle"))
    #expect(!folder.files(under: "out").joined().contains("pottle"))
  }

  @Test("a fragment that names somebody in another file goes; one that does not, and one of the same file, lead there")
  func fragments() throws {
    func page(_ body: String) -> String {
      "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Case</title></head><body><p>A 60-year-old man, "
        + "Mr. Gerald Pottle, had chest pain.</p>\(body)</body></html>"
    }
    let folder = try Folder([
      "cases/a.xhtml": page(
        "<p><a href=\"b.xhtml#pottle\">1</a> <a href=\"b.xhtml#ecg\">2</a> <a href=\"#pottle\">3</a></p>"
          + "<p id=\"pottle\">Rest.</p>"),
      "cases/b.xhtml": page("<p id=\"pottle\">Rest.</p><p id=\"ecg\">ECG.</p>"),
    ])
    let result = try Command.run(["scrub", "cases", "--output", "out"], in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let written = try folder.read("out/a.xhtml")
    #expect(written.contains("href=\"b.xhtml\">1") && written.contains("href=\"b.xhtml#ecg\">2"))
    let id = try #require(written.firstMatch(of: /id="([^"]+)"/)).1
    #expect(written.contains("href=\"#\(id)\">3"))
    #expect(!written.contains("ottle"))
  }

  @Test("fonts of a style are nobody's; other names there are")
  func fonts() throws {
    let page =
      "<!DOCTYPE html><html><head><title>Case</title><style>p { font-family:Georgia,Verdana; font: 12px 'Symbol', serif }"
      + "</style></head><body><p style=\"font-family: 'Times New Roman', Georgia\">A 60-year-old man had chest pain.</p>"
      + "</body></html>"
    let folder = try Folder(["cases/a.html": page, "cases/s.css": "p { font-family: Georgia, Verdana }"])
    let result = try Command.run(["scrub", "cases", "--output", "out"], in: folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try folder.read("out/a.html") == page)
    #expect(folder.exists("out/s.css"))
    try folder.write(Data("p { font-family: Georgia; content: \"Mr. Gerald Pottle\" }".utf8), to: "cases/s.css")
    #expect(try Command.run(["scrub", "cases", "--output", "out2"], in: folder).status == 2)
  }

  @Test("one run reads a folder of UTF-8 and of older files")
  func encodings() throws {
    let folder = try Folder(["cases/a.txt": "Femme de 60 ans, hypertension artérielle, traitée.\n"])
    try folder.write(
      Data("Femme de 60 ans, hypertension art\u{E9}rielle.\n".unicodeScalars.map { UInt8($0.value) }), to: "cases/b.txt"
    )
    let result = try Command.run(["scrub", "cases", "--output", "out", "--encoding", "windows-1252"], in: folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try folder.read("out/a.txt").contains("artérielle"))
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("out/b.txt")).contains(0xE9))
  }
}
