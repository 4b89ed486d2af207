import Foundation
import Testing

@Suite("what goes with cases")
struct CompanionTests {
  /// One grey pixel.
  static let png = Data(
    [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0,
      0,
      0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 10, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81,
      0x77, 0xCD, 0x72, 0xB6, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ])

  private func library() throws -> Folder {
    let folder = try Folder(["cases/a.txt": Stories.plain, "cases/style.css": "p { color: red; } /* plain */"])
    try folder.write(Self.png + Data("Delphine Tremblay".utf8), to: "cases/img/knee.png")
    return folder
  }

  private func outcomes(_ folder: Folder, _ name: String) throws -> [String: String] {
    let rows = try Command.Result(status: 0, output: folder.read("\(name)/.caviard/manifest.jsonl"), errors: "").objects
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["path"] as? String ?? "", $0["outcome"] as? String ?? "") })
  }

  @Test("pictures are left out, or copied without what follows their pixels; style sheets are copied")
  func copied() throws {
    let folder = try library()
    let plain = try Command.run(["scrub", "cases", "--output", "out"], in: folder)
    #expect(plain.status == 0, "\(plain.errors)")
    #expect(try outcomes(folder, "out") == ["a.txt": "written", "style.css": "copied", "img/knee.png": "left-out"])
    #expect(!folder.exists("out/img/knee.png"))
    #expect(try folder.read("out/style.css") == folder.read("cases/style.css"))
    let kept = try Command.run(["scrub", "cases", "--output", "out", "--media", "keep"], in: folder)
    #expect(kept.status == 0, "\(kept.errors)")
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("out/img/knee.png")) == Self.png)
    #expect(try Command.run(["gate", "out"], in: folder).status == 0)
    // What an earlier run kept goes when pictures are kept no longer.
    _ = try Command.run(["scrub", "cases", "--output", "out"], in: folder)
    #expect(!folder.exists("out/img/knee.png"))
  }

  @Test("a picture that is none, and a style sheet that names somebody, are not copied: status 2, with the place")
  func refused() throws {
    let folder = try library()
    try folder.write(Data("Dr. Delphine Tremblay".utf8), to: "cases/img/note.jpg")
    try folder.write(Data("p {}\n.x:after { content: \"Delphine \\54remblay\" }".utf8), to: "cases/named.css")
    let result = try Command.run(["scrub", "cases", "--output", "out", "--media", "keep"], in: folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("img/note.jpg: byte 0"))
    #expect(result.errors.contains("named.css: line 2"))
    #expect(!result.errors.contains("Delphine"))
    #expect(!folder.exists("out/img/note.jpg") && !folder.exists("out/named.css"))
    #expect(folder.exists("out/a.txt") && folder.exists("out/img/knee.png"))
    #expect(try outcomes(folder, "out")["img/note.jpg"] == "failed")
  }

  @Test("a picture called a text is no text in any format, and is not copied")
  func pictureCalledText() throws {
    let names = ["a.txt", "b.md", "c.html", "d.xhtml", "e.css"]
    let folder = try Folder(["cases/plain.txt": Stories.plain])
    for name in names { try folder.write(Self.png, to: "cases/\(name)") }
    let result = try Command.run(["scrub", "cases", "--output", "out"], in: folder)
    #expect(result.status == 2)
    for name in names {
      #expect(result.errors.contains("\(name): byte 0") || result.errors.contains("\(name): line 1"))
    }
    #expect(folder.files(under: "out").filter { !$0.hasPrefix(".caviard") } == ["plain.txt"])
  }

  @Test("check and gate look at what goes with cases, and count it when nothing is wrong with it")
  func judged() throws {
    let folder = try library()
    for command in ["check", "gate"] {
      let result = try Command.run([command, "cases"], in: folder)
      #expect(result.status == 1, "\(result.errors)")
      #expect(result.errors.contains("img/knee.png: the picture carries metadata"))
    }
    try folder.write(Self.png, to: "cases/img/knee.png")
    #expect(try Command.run(["check", "cases"], in: folder).status == 0)
    let clean = try Command.run(["gate", "cases"], in: folder)
    #expect(clean.status == 0)
    #expect(clean.output.contains("2 other files"))
    try folder.write(Data(Stories.named.utf8), to: "cases/img/note.jpg")
    try folder.write(Data("/* Dr. Delphine Tremblay */".utf8), to: "cases/named.css")
    for command in ["check", "gate"] {
      let result = try Command.run([command, "cases"], in: folder)
      #expect(result.status == 2)
      #expect(result.errors.contains("img/note.jpg: byte 0") && result.errors.contains("named.css: line 1"))
      #expect(!(result.output + result.errors).contains("Tremblay"))
    }
  }

  @Test("a picture that is named to be judged is refused")
  func named() throws {
    let folder = try library()
    #expect(try Command.run(["check", "cases/img/knee.png"], in: folder).status == 2)
    #expect(try Command.run(["gate", "cases/img/knee.png"], in: folder).status == 2)
  }
}
