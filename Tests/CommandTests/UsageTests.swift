import Foundation
import Testing

@Suite("usage, policies and configuration")
struct UsageTests {
  @Test(
    "a wrong command line is status 64 and reads nothing",
    arguments: [
      ["check", "--nonsense"], ["nonsense"], ["scrub", "a.txt"], ["check", "a.txt", "--policy", "nonsense"],
      ["check", "a.txt", "--dictionary", "none.cvd"], ["check", "a.txt", "--encoding", "ebcdic"],
      ["check", "a.txt", "--pin", "nonsense"], ["check", "a.txt", "--jobs", "0"],
    ])
  func wrong(arguments: [String]) throws {
    let result = try Command.run(arguments, in: try Folder(["a.txt": Stories.plain]))
    #expect(result.status == 64)
    #expect(!result.output.contains("PASS"))
    #expect(!result.errors.isEmpty)
  }

  @Test("dictionaries that are missing or damaged are status 64")
  func dictionaries() throws {
    let folder = try Folder(["a.txt": Stories.plain, "data/caviard.cvd": "not a dictionary"])
    for data in ["none", "data"] {
      let result = try Command.run(["check", "a.txt"], in: folder, environment: ["CAVIARD_DATA": data])
      #expect(result.status == 64)
      #expect(result.output.isEmpty)
    }
  }

  @Test(
    "a policy file that is wrong is status 64 with its line and column",
    arguments: [
      ("threshold: 0.2\n", ":1:12"), ("\nthreshhold: 0.05\n", ":2:1"), ("candidates: many\n", ":1:13"),
      ("candidates: 3000000\n", "reason"), ("author: hidden\n", "reason"), ("words: {allow: [Ada]}\n", "reason"),
      ("pin: [hair]\n", "person-name"), ("threshold: [\n", "YAML"), ("media: keep\nmedia: drop\n", "twice"),
      ("extends: strict\nthreshold: 0.09\n", "looser"), ("extends: nonsense\n", "nonsense"),
      ("extends: p.yml\n", "itself"), ("costs: {hair: 2}\n", "hair"), ("- a\n", ":1:1"),
    ])
  func policies(text: String, said: String) throws {
    let folder = try Folder(["a.txt": Stories.plain, "p.yml": text])
    let result = try Command.run(["check", "a.txt", "--policy", "p.yml"], in: folder)
    #expect(result.status == 64)
    #expect(result.errors.contains("p.yml"))
    #expect(result.errors.contains(said), "\(result.errors)")
  }

  @Test("a policy that relaxes with a reason is used, and the reason is in the report")
  func reason() throws {
    let policy = "extends: canada\ncandidates: 3000000\nreason: Seen by two provinces\nthreshold: 0.05\n"
    let folder = try Folder(["a.txt": Stories.plain, "p.yml": policy])
    let report = try Command.run(["check", "a.txt", "--policy", "p.yml", "--format", "json"], in: folder).object
    #expect(report["policyReason"] as? String == "Seen by two provinces")
    #expect((report["risk"] as? [String: Any])?["threshold"] as? Double == 0.05)
    let shown = try Command.run(["policy", "show", "p.yml"], in: folder)
    #expect(shown.status == 0)
    #expect(shown.output.contains("candidates: 3000000"))
  }

  @Test("the configuration is found in a folder; the command line wins; an unknown key is status 64")
  func configuration() throws {
    let folder = try Folder(["a.txt": Stories.plain, "caviard.yml": "policy: strict\nmessages: fr\n"])
    let report = try Command.run(["check", "a.txt", "--format", "json"], in: folder).object
    #expect(report["policy"] as? String == "strict")
    #expect(try Command.run(["check", "a.txt", "--policy", "canada"], in: folder).output.contains("BON"))
    try folder.write(Data("polices: strict\n".utf8), to: "caviard.yml")
    let wrong = try Command.run(["check", "a.txt"], in: folder)
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("caviard.yml:1:1"))
  }

  @Test("a word can be looked up, and the dictionaries describe themselves")
  func lookup() throws {
    let folder = try Folder()
    let found = try Command.run(["dictionary", "lookup", "Erdheim-Chester disease"], in: folder)
    #expect(found.output.contains("diagnoses"))
    let info = try Command.run(["dictionary", "info", "--format", "json"], in: folder).object
    #expect((info["lists"] as? [Any])?.isEmpty == false)
  }
}
