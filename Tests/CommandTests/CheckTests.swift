import Foundation
import Testing

@Suite("check")
struct CheckTests {
  @Test("a common story passes with status 0, a rare one blocks with status 1")
  func verdicts() throws {
    let folder = try Folder(["plain.txt": Stories.plain, "rare.txt": Stories.rare, "fr.txt": Stories.rareFrench])
    #expect(try Command.run(["check", "plain.txt"], in: folder).status == 0)
    let rare = try Command.run(["check", "rare.txt"], in: folder)
    #expect(rare.status == 1)
    #expect(rare.output.contains("BLOCK"))
    #expect(try Command.run(["check", "fr.txt"], in: folder).status == 1)
  }

  @Test("standard input is read when no file is named, or -")
  func standardInput() throws {
    let folder = try Folder()
    #expect(try Command.run(["check"], in: folder, input: Stories.plain).status == 0)
    #expect(try Command.run(["check", "-"], in: folder, input: Stories.rare).status == 1)
  }

  @Test("one case is one JSON object with the members of the contract, and its offsets agree with each other")
  func json() throws {
    let text = "Née à Montréal. " + Stories.rare
    let folder = try Folder(["rare.txt": text])
    let report = try Command.run(["check", "rare.txt", "--format", "json"], in: folder).object
    #expect(report["schema"] as? String == "caviard.report/1")
    #expect(report["case"] as? String == "rare.txt")
    #expect(report["verdict"] as? String == "block")
    #expect(report["policy"] as? String == "canada")
    for key in ["language", "languages", "dictionary", "reasons", "risk", "subjects", "advice", "statistics"] {
      #expect(report[key] != nil, "\(key)")
    }
    #expect(report["after"] == nil)
    let risk = try #require(report["risk"] as? [String: Any])
    #expect(try #require(risk["k"] as? Double) < 1)
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(!findings.isEmpty)
    let scalars = Array(text.unicodeScalars)
    let bytes = Array(text.utf8)
    for finding in findings {
      let start = try #require(finding["start"] as? Int)
      let end = try #require(finding["end"] as? Int)
      let startByte = try #require(finding["startByte"] as? Int)
      let endByte = try #require(finding["endByte"] as? Int)
      let byScalars = String(String.UnicodeScalarView(scalars[start..<end]))
      #expect(byScalars == String(decoding: bytes[startByte..<endByte], as: UTF8.self))
      #expect(finding["value"] == nil)
      #expect(finding["line"] as? Int == 1)
      #expect(finding["column"] as? Int == start + 1)
    }
  }

  @Test("several cases are an array, one object a line, or one row each, in the order of the files")
  func severalCases() throws {
    let folder = try Folder(["a.txt": Stories.plain, "b.md": Stories.rare, "c.txt": Stories.plain])
    let array = try Command.run(["check", "a.txt", "b.md", "c.txt", "--format", "json"], in: folder)
    let reports = try #require(JSONSerialization.jsonObject(with: Data(array.output.utf8)) as? [[String: Any]])
    #expect(reports.map { $0["case"] as? String } == ["a.txt", "b.md", "c.txt"])
    let lines = try Command.run(["check", "a.txt", "b.md", "c.txt", "--format", "jsonl"], in: folder).objects
    #expect(lines.map { $0["verdict"] as? String } == ["pass", "block", "pass"])
    let table = try Command.run(["check", ".", "--format", "csv"], in: folder)
    #expect(table.output.split(separator: "\r\n").count == 4)
  }

  @Test("a file that cannot be read is status 2, and the others are still read")
  func unreadable() throws {
    let folder = try Folder(["plain.txt": Stories.plain, "bad.xhtml": Stories.broken])
    try folder.write(Data([0x41, 0xE9, 0x20, 0x42]), to: "latin.txt")
    let result = try Command.run(["check", "latin.txt", "bad.xhtml", "plain.txt", "none.txt"], in: folder)
    #expect(result.status == 2)
    #expect(result.output.contains("plain.txt: PASS"))
    #expect(result.errors.contains("latin.txt"))
    #expect(result.errors.contains("windows-1252"))
    #expect(result.errors.contains("bad.xhtml"))
    #expect(result.errors.contains("none.txt"))
    #expect(try Command.run(["check", "latin.txt", "--encoding", "windows-1252"], in: folder).status == 0)
  }

  @Test("words of the case are shown only when asked for, and not in continuous integration")
  func shownText() throws {
    let folder = try Folder(["named.txt": Stories.named])
    #expect(try Command.run(["check", "named.txt", "--show-text"], in: folder).output.contains(Stories.marker))
    let refused = try Command.run(["check", "named.txt", "--show-text"], in: folder, environment: ["CI": "true"])
    #expect(refused.status == 64)
    #expect(!refused.output.contains(Stories.marker))
    let forced = try Command.run(
      ["check", "named.txt", "--show-text", "--force"], in: folder, environment: ["CI": "true"])
    #expect(forced.output.contains(Stories.marker))
    #expect(try Command.run(["gate", "named.txt", "--show-text"], in: folder).status == 64)
  }

  @Test("messages follow --messages, else the locale")
  func messages() throws {
    let folder = try Folder(["rare.txt": Stories.rare])
    #expect(try Command.run(["check", "rare.txt", "--messages", "fr"], in: folder).output.contains("BLOQUÉ"))
    let locale = try Command.run(["check", "rare.txt"], in: folder, environment: ["LC_ALL": "fr_CA.UTF-8"])
    #expect(locale.output.contains("BLOQUÉ"))
    #expect(locale.output.contains("personnes"))
  }
}
