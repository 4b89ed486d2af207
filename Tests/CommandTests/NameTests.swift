import Foundation
import Testing

@Suite("names of files and folders")
struct NameTests {
  private static let words = ["tremblay", "gagné", "gagne\u{301}", "123", "2021", "élodie", "delphine", "moosonee"]

  /// Cases that link to each other, under names that tell of people.
  private func library() throws -> Folder {
    func page(_ body: String) -> String {
      "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Case</title></head><body>\(body)</body></html>"
    }
    return try Folder([
      "cases/index.html":
        "<!DOCTYPE html><html><head><title>x</title></head><body><p><a href='Jean%20Tremblay/visit%202021-03-04.xhtml#p1'>"
        + "1</a> <a href=\"Jean Tremblay/\">2</a> <a href='plain.md?x=1'>3</a></p></body></html>",
      "cases/Jean Tremblay/visit 2021-03-04.xhtml":
        page(
          "<p id='p1'>A 60-year-old man. <a href='../plain.md'>4</a> <a href='next.xhtml'>5</a> "
            + "<a href='../Jean%20Tremblay/next.xhtml'>6</a> <a href='../MRN-123.txt'>7</a> "
            + "<img src='../img/Jean%20Tremblay.png' alt='knee'/></p>"),
      "cases/Jean Tremblay/next.xhtml": page("<p>A man. <a href='./visit 2021-03-04.xhtml'>8</a></p>"),
      "cases/plain.md":
        "A 60-year-old man: [9](Jean%20Tremblay/next.xhtml), [10](MRN-123.txt \"note\"), [11](<Jean Tremblay/next.xhtml>).\n\n"
        + "[r]: Jean%20Tremblay/next.xhtml#p 'The note'\n  [s]:  <MRN-123.txt>\n",
      "cases/MRN-123.txt": Stories.plain, "cases/Moosonee/Delphine.txt": Stories.plain,
      "cases/\u{E9}lodie gagn\u{E9}.txt": Stories.plain, "cases/e\u{301}lodie gagne\u{301}.md": Stories.broken,
      "cases/lettre Tremblay.docx": "x", "cases/Élodie Gagné.css": "p { color: red }", "cases/.Tremblay": "x",
    ])
  }

  @Test(
    "no report, message, manifest or output repeats them, in any form",
    arguments: [
      "text", "json", "jsonl", "csv", "html", "sarif", "junit", "gitlab", "github",
    ])
  func silent(format: String) throws {
    let folder = try library()
    var said = ""
    for arguments in [
      ["check", "cases", "--verbose", "--explain"], ["check", "cases/MRN-123.txt", "cases/Jean Tremblay/next.xhtml"],
      ["check", "cases/Jean Tremblay"], ["check", "cases/Jean Tremblay.nothing"], ["gate", "cases", "--verbose"],
      ["gate", "cases/lettre Tremblay.docx"], ["scrub", "cases", "--output", "out"],
      ["scrub", "cases/Moosonee", "cases/Jean Tremblay", "cases/MRN-123.txt", "--output", "out2"],
      ["scrub", "cases/MRN-123.txt", "cases/MRN-123.txt", "--output", "out3"],
      ["scrub", "cases", "--output", "out4", "--policy", "flag-only"],
    ] {
      let result = try Command.run(arguments + ["--format", format], in: folder)
      said += result.output + result.errors
    }
    for out in ["out", "out2", "out3", "out4"] {
      for name in folder.files(under: out) {
        // A review copy is the case.
        said += try name + "\n" + (name.contains("/review/") ? "" : folder.read("\(out)/\(name)"))
      }
    }
    // Numbers of reports may hold the digits.
    for word in Self.words where word.first?.isNumber != true { #expect(!said.lowercased().contains(word), "\(word)") }
    for word in ["MRN-123", "2021-03-04"] { #expect(!said.contains(word), "\(word)") }
  }

  @Test("links between cases lead where the files went, and the gate passes what was written")
  func links() throws {
    let folder = try library()
    #expect(try Command.run(["scrub", "cases", "--output", "out"], in: folder).status == 2)
    var count = 0
    for name in folder.files(under: "out") where !name.hasPrefix(".caviard") {
      let base = folder.url.appendingPathComponent("out/\(name)").deletingLastPathComponent()
      let text = try folder.read("out/\(name)")
      for match in text.matches(of: /href=['"]([^'"#?]+)|\](?:\(|: *)<?([^)> #]+)/) {
        let link = String(match.1 ?? match.2 ?? "").removingPercentEncoding ?? ""
        #expect(FileManager.default.fileExists(atPath: base.appendingPathComponent(link).path), "\(name): \(link)")
        count += 1
      }
    }
    #expect(count == 13)
    let page = try folder.read("out/caviard-person-2/caviard-date-1.xhtml")
    #expect(page.contains("[image 1]") && !page.contains("img"))
    #expect(try Command.run(["gate", "out"], in: folder).status == 0)
    #expect(try Command.run(["scrub", "out", "--output", "again"], in: folder).status == 0)
    for name in folder.files(under: "out") where !name.hasPrefix(".caviard") {
      #expect(try folder.read("out/\(name)") == folder.read("again/\(name)"), "\(name)")
    }
  }

  @Test("pictures and style sheets under another name are where lists of pictures and styles say")
  func styleLinks() throws {
    let folder = try Folder([
      "cases/page.xhtml":
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Case</title>"
        + "<link rel=\"stylesheet\" href=\"Jean%20Tremblay.css\"/>"
        + "<style>@import \"Jean Tremblay.css\"; p { background: url( img/Jean\\20 Tremblay.png ) }</style></head>"
        + "<body><p style=\"background: url('img/Jean%20Tremblay.png')\">A 60-year-old man with knee pain. "
        + "<img src=\"img/knee.png\" alt=\"knee\" srcset=\"img/knee.png 1x, img/Jean%20Tremblay.png 2x\"/></p></body></html>",
      "cases/Jean Tremblay.css":
        "p { background: url(\"img/Jean Tremblay.png\") } b { background: url(img/knee.png) }\n",
      "cases/plain.css": "@import 'Jean Tremblay.css'; p { color: red }\n",
    ])
    for name in ["knee", "Jean Tremblay"] { try folder.write(CompanionTests.png, to: "cases/img/\(name).png") }
    let result = try Command.run(["scrub", "cases", "--output", "out", "--media", "keep"], in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let page = try folder.read("out/page.xhtml")
    #expect(page.contains("href=\"caviard-person-1.css\""))
    #expect(page.contains("@import \"caviard-person-1.css\"; p { background: url( img/caviard-person-1.png ) }"))
    #expect(page.contains("style=\"background: url('img/caviard-person-1.png')\""))
    #expect(page.contains("srcset=\"img/knee.png 1x, img/caviard-person-1.png 2x\""))
    #expect(
      try folder.read("out/caviard-person-1.css")
        == "p { background: url(\"img/caviard-person-1.png\") } b { background: url(img/knee.png) }\n")
    #expect(try folder.read("out/plain.css") == "@import 'caviard-person-1.css'; p { color: red }\n")
    #expect(folder.exists("out/img/caviard-person-1.png"))
    // The picture that is kept is for a person to look at; nothing is said of the sheets.
    let gate = try Command.run(["gate", "out"], in: folder)
    #expect(gate.status == 1 && !(gate.output + gate.errors).contains(".css"), "\(gate.output)")
    #expect(try Command.run(["scrub", "out", "--output", "again", "--media", "keep"], in: folder).status == 0)
    for name in folder.files(under: "out") where !name.hasPrefix(".caviard") && !name.hasSuffix("png") {
      #expect(try folder.read("out/\(name)") == folder.read("again/\(name)"), "\(name)")
    }
  }

  @Test(
    "a name that tells is a finding: it blocks, whatever the file, and the manifest leads back by the place of the input"
  )
  func finding() throws {
    let folder = try Folder(["cases/Jean Tremblay.txt": Stories.plain, "cases/a.txt": Stories.plain])
    let report = try Command.run(["check", "cases", "--format", "jsonl"], in: folder)
    #expect(report.status == 1)
    let case0 = try #require(try report.objects.first)
    #expect(case0["verdict"] as? String == "block")
    #expect(case0["reasons"] as? [String] == ["identifying-name"])
    #expect((case0["nameFindings"] as? [[String: String]])?.first?["kind"] == "person-name")
    let shown = try Command.run(["check", "cases", "--show-text"], in: folder)
    #expect(shown.output.contains("cases/Jean Tremblay.txt: BLOCK"))
    #expect(try Command.run(["scrub", "cases", "--output", "out"], in: folder).status == 0)
    let rows = try Command.Result(status: 0, output: folder.read("out/.caviard/manifest.jsonl"), errors: "").objects
    #expect(rows[0]["path"] as? String == "caviard-person-1.txt")
    #expect(rows[0]["renamed"] as? Bool == true && rows[0]["input"] as? Int == 1)
    #expect(rows[1]["renamed"] == nil)
    let alike = try Folder(["A.txt": Stories.plain, "a.txt": Stories.plain])
    #expect(try Command.run(["check", "."], in: alike).output.contains("\na.txt: PASS"))
    #expect(try Command.run(["scrub", ".", "--output", "../scratch/out"], in: alike).status == 0)
    #expect(FileManager.default.fileExists(atPath: alike.scratch.appendingPathComponent("out/a-2.txt").path))
    let deep = try Folder(["Jean Tremblay/a.txt": Stories.plain])
    for command in ["check", "gate"] {
      let result = try Command.run([command, "Jean Tremblay/a.txt"], in: deep)
      #expect(result.status == 1)
      #expect((result.output + result.errors).contains("caviard-person-1/a.txt"))
    }
    let others = try Folder(["cases/a.txt": Stories.plain, "cases/Jean Tremblay.bin": "x"])
    #expect(try Command.run(["gate", "cases"], in: others).status == 1)
    try others.write(Data("ignore: [\"*.bin\"]\n".utf8), to: "caviard.yml")
    #expect(try Command.run(["gate", "cases"], in: others).status == 0)
  }

  @Test("a record whose id tells of somebody is called by its line; its id stays, to join by")
  func records() throws {
    let folder = try Folder()
    let input =
      "{\"id\": \"Jean Tremblay\", \"text\": \"A 60-year-old man.\"}\n{\"id\": \"c2\", \"text\": \"A man.\"}\n"
    let objects = try Command.run(["stream"], in: folder, input: input).objects
    #expect(objects.map { $0["id"] as? String } == ["Jean Tremblay", "c2"])
    let reports = objects.compactMap { $0["caviard"] as? [String: Any] }
    #expect(reports.map { $0["case"] as? String } == ["line 1", "c2"])
    #expect(reports[0]["reasons"] as? [String] == ["identifying-name"])
  }
}
