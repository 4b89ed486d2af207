import Foundation
import Testing

@Suite("policies")
struct PolicyTests {
  @Test("the built-in policies are listed with what they are for, shown, and shown as files")
  func listed() throws {
    let folder = try Folder()
    let lines = try Command.run(["policy", "list"], in: folder).lines
    let names = ["canada", "quebec-law-25", "hipaa-safe-harbor", "strict", "flag-only"]
    #expect(lines.map { String($0.split(separator: " ")[0]) } == names)
    #expect(lines.allSatisfy { $0.split(separator: " ").count > 5 })
    for name in names {
      let shown = try Command.run(["policy", "show", name], in: folder)
      #expect(shown.status == 0 && shown.output.contains("threshold: 0.0"))
      let source = try Command.run(["policy", "show", name, "--source"], in: folder)
      #expect(source.output.hasPrefix("# \(name): "))
    }
    let json = try Command.run(["policy", "show", "hipaa-safe-harbor", "--format", "json"], in: folder).object
    #expect((json["floors"] as? [String: String])?["date"] == "year")
  }

  @Test("a starting file is a policy, and never takes the place of another", arguments: ["en", "fr"])
  func starting(language: String) throws {
    let folder = try Folder(["there.yml": "mine\n"])
    let made = try Command.run(
      ["policy", "init", "--extends", "strict", "new.yml", "--messages", language], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    #expect(try Command.run(["policy", "lint", "new.yml"], in: folder).status == 0)
    #expect(try Command.run(["policy", "show", "new.yml"], in: folder).output.contains("strict: true"))
    // Every setting it explains is one.
    let explained = try folder.read("new.yml").replacing("# ", with: "")
      .split(separator: "\n").filter { $0.contains(": ") && $0.first?.isLowercase == true || $0.hasPrefix(" ") }
      .filter { !$0.contains("policy lint") }
    try folder.write(Data(explained.joined(separator: "\n").utf8), to: "all.yml")
    let all = try Command.run(["policy", "lint", "all.yml"], in: folder)
    #expect(all.errors.contains("all.yml") == false || !all.errors.contains("unknown"), "\(all.errors)")
    for name in ["there.yml", "new.yml"] {
      let refused = try Command.run(["policy", "init", name], in: folder)
      #expect(refused.status == 64 && !refused.errors.isEmpty)
    }
    #expect(try folder.read("there.yml") == "mine\n")
    #expect(try Command.run(["policy", "init", "--extends", "nonsense", "x.yml"], in: folder).status == 64)
    #expect(!folder.exists("x.yml"))
  }

  @Test("lint tells all mistakes with their places and what was meant, in both languages")
  func linted() throws {
    let text = "extends: canda\nthreshhold: 0.05\naudience: class\npin: [diagnosys]\nfloors: {date: 1}\n"
    let folder = try Folder([
      "p.yml": text, "caviard.yml": "policy: canada\n", "sub/caviard.yml": "polcy: canada\n",
      "ok.yml": "reason: x\nwords: {allow: [the, Zyxquorvel]}\n",
    ])
    let said = [
      "en": [
        "1:10: there is no policy “canda” (did you mean “canada”?)", "2:1: unknown key", "“threshold”", "never lowers",
      ],
      "fr": [
        "1:10: il n’y a pas de politique « canda » (« canada » ?)", "2:1: clé inconnue", "« threshold »", "n’abaisse",
      ],
    ]
    for (language, words) in said {
      let result = try Command.run(["policy", "lint", "p.yml", "--messages", language], in: folder)
      #expect(result.status == 64)
      for word in words { #expect(result.errors.contains(word), "\(result.errors)") }
      for place in [":3:1:", ":4:7:", ":5:16:"] { #expect(result.errors.contains(place)) }
    }
    #expect(try Command.run(["policy", "lint", "caviard.yml"], in: folder).status == 0)
    #expect(try Command.run(["policy", "lint", "sub/caviard.yml"], in: folder).status == 64)
    #expect(try Command.run(["policy", "lint", "none.yml"], in: folder).status == 64)
    let warned = try Command.run(["policy", "lint", "ok.yml"], in: folder)
    #expect(warned.status == 0)
    #expect(warned.errors.contains("2:17: warning") && !warned.errors.contains("Zyxquorvel"), "\(warned.errors)")
  }

  @Test("flag-only writes no shareable copy, and its marked copies never pass")
  func flagOnly() throws {
    let folder = try Folder(["in/a.txt": Stories.named, "in/b.txt": Stories.plain])
    #expect(try Command.run(["scrub", "in", "--output", "out"], in: folder).status == 0)
    let flagged = try Command.run(["scrub", "in", "--output", "out", "--policy", "flag-only"], in: folder)
    #expect(flagged.status == 1)
    let own = folder.files(under: "out").filter { !$0.hasPrefix(".caviard/") || $0.hasPrefix(".caviard/review/") }
    #expect(own == [".caviard/review/a.txt", ".caviard/review/b.txt"])
    #expect(try folder.read("out/.caviard/review/a.txt").contains("{caviard-review person-name: \(Stories.marker)}"))
    #expect(try !folder.read("out/.caviard/report.jsonl").contains(Stories.marker))
    for name in ["a", "b"] {
      try folder.write(Data(try folder.read("out/.caviard/review/\(name).txt").utf8), to: "moved/\(name).txt")
    }
    let gate = try Command.run(["gate", "moved", "--format", "jsonl"], in: folder)
    #expect(gate.status == 1)
    #expect(try gate.objects.allSatisfy { ($0["reasons"] as? [String])?.contains("not-for-sharing") == true })
    #expect(try gate.objects.count == 2)
    #expect(try Command.run(["scrub", "moved", "--output", "out2"], in: folder).status == 1)
    #expect(folder.files(under: "out2").allSatisfy { $0.hasPrefix(".caviard/") })
    // Another policy takes the marked copies away again.
    #expect(try Command.run(["scrub", "in", "--output", "out"], in: folder).status == 0)
    #expect(!folder.files(under: "out").contains { $0.hasPrefix(".caviard/review/") })
  }

  @Test("dates are moved only with a key, and what comes out is refused everywhere")
  func dateShift() throws {
    let folder = try Folder([
      "in/a.txt": "A 60-year-old man with chest pain was seen on 3 March 2021.\n", "short.key": "short\n",
      "key": String(repeating: "k", count: 40),
    ])
    for arguments in [["--shift-dates"], ["--shift-dates", "none.key"], ["--shift-dates", "short.key"]] {
      let refused = try Command.run(["scrub", "in", "--output", "out"] + arguments, in: folder)
      #expect(refused.status == 64)
      #expect(folder.files(under: "out").isEmpty)
    }
    let moved = try Command.run(["scrub", "in", "--output", "out", "--shift-dates", "key"], in: folder)
    #expect(moved.status == 0, "\(moved.errors)")
    #expect(try !folder.read("out/a.txt").contains("3 March 2021"))
    #expect(try folder.read("out/.caviard/report.jsonl").contains("dates-shifted"))
    let gate = try Command.run(["gate", "out", "--format", "json"], in: folder)
    #expect(gate.status == 1 && gate.output.contains("not-for-sharing"))
  }

  @Test("in a stream, flag-only gives the record back without its text")
  func flagOnlyStream() throws {
    let result = try Command.run(
      ["stream", "--policy", "flag-only"], in: try Folder(),
      input: #"{"id": 7, "text": "Mr. \#(Stories.marker), 60, was seen.", "more": true}"# + "\n")
    let record = try #require(try result.objects.first)
    #expect(record["text"] == nil && record["more"] as? Bool == true)
    #expect((record["caviard"] as? [String: Any])?["verdict"] as? String == "block")
    #expect(!result.output.contains(Stories.marker))
  }
}
