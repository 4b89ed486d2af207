import Foundation
import Testing

@Suite("a policy's own words")
struct OwnWordsTests {
  private func findings(_ text: String, _ policy: String) throws -> [[String: Any]] {
    let folder = try Folder(["a.txt": text, "p.yml": policy])
    let report = try Command.run(["check", "a.txt", "--policy", "p.yml", "--format", "json"], in: folder).object
    return try #require(report["findings"] as? [[String: Any]])
  }

  @Test("a place that no list knows counts with its people, another kind with its unknown share")
  func added() throws {
    let text = "A 60-year-old quillwright from kettle hollow has chest pain.\n"
    let policy = """
      words:
        add:
          - {term: Kettle Hollow, kind: place, population: 300}
          - {term: quillwright, kind: occupation}
      """
    let found = try findings(text, policy).filter { $0["detector"] as? String == "policy.add" }
    #expect(found.map { $0["kind"] as? String } == ["occupation", "place"])
    let larger = policy.replacing("300", with: "300000")
    func k(_ policy: String) throws -> Double {
      let folder = try Folder(["a.txt": text, "p.yml": policy])
      let report = try Command.run(["check", "a.txt", "--policy", "p.yml", "--format", "json"], in: folder).object
      return try #require((report["risk"] as? [String: Any])?["k"] as? Double)
    }
    let few = try k(policy)
    #expect(few < (try k(larger)))
  }

  @Test("a scrubbed copy no longer has the words, and passes")
  func scrubbed() throws {
    let folder = try Folder([
      "a.txt": "A 60-year-old man from Kettle Hollow, a quillwright, has chest pain.\n",
      "p.yml": "words: {add: [{term: kettle hollow, kind: place, population: 40}], deny: [quillwright]}\n",
    ])
    let result = try Command.run(["scrub", "a.txt", "--output", "out", "--policy", "p.yml"], in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let text = try folder.read("out/a.txt")
    #expect(!text.contains("Kettle") && !text.contains("quillwright"))
    #expect(try Command.run(["gate", "out", "--policy", "p.yml"], in: folder).status == 0)
  }

  @Test("an allowed word is no name; what is beside it still is")
  func allowed() throws {
    let policy = "words: {allow: [Zyxquorvel]}\nreason: a device\n"
    #expect(try findings("Mr. Zyxquorvel was well.\n", policy).isEmpty)
    #expect(try !findings("Mr. Zyxquorvel Tremblay was well.\n", policy).isEmpty)
  }

  @Test("a word that cannot be added is status 64 with its place")
  func refused() throws {
    let folder = try Folder(["a.txt": "x", "p.yml": "words:\n  add:\n    - {term: Zed, kind: city}\n"])
    let result = try Command.run(["check", "a.txt", "--policy", "p.yml"], in: folder)
    #expect(result.status == 64)
    #expect(result.errors.contains("p.yml:3:25"))
  }

  @Test("the policy in force shows its words, and can be read again")
  func shown() throws {
    let folder = try Folder(["p.yml": "words: {add: [{term: Zed, kind: place, population: 3}]}\n"])
    let shown = try Command.run(["policy", "show", "p.yml"], in: folder)
    #expect(shown.output.contains("population: 3"))
    try folder.write(Data(shown.output.utf8), to: "again.yml")
    #expect(try Command.run(["policy", "show", "again.yml"], in: folder).output.contains("population: 3"))
  }
}
