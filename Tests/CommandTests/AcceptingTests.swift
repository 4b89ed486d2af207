import CaviardTestSupport
import Foundation
import Testing

@Suite("accepting: baseline, comments, consent")
struct AcceptingTests {
  private static let key = String(repeating: "k3y ", count: 10)
  private static let named = "Mr. \(Stories.marker), a 60-year-old man, called about his chest pain.\n"

  private func folder(_ files: [String: String] = ["a.txt": Stories.rare, "b.txt": Stories.plain]) throws -> Folder {
    let folder = try Folder(files)
    try Data(Self.key.utf8).write(to: folder.scratch.appendingPathComponent("key"))
    return folder
  }

  private func key(_ folder: Folder) -> [String] { ["--key", folder.scratch.appendingPathComponent("key").path] }

  private func accept(_ folder: Folder, _ more: [String] = []) throws -> Command.Result {
    try Command.run(["baseline", "create", "--reason", "the teaching office agreed"] + more, in: folder)
  }

  // MARK: Baseline

  @Test("an accepted case passes the gate, which says how many and why")
  func accepted() throws {
    let folder = try folder()
    #expect(try Command.run(["gate"], in: folder).status == 1)
    let created = try accept(folder)
    #expect(created.status == 0, "\(created.errors)")
    #expect(created.output.contains("1 case accepted now, 0 before, 0 not."))
    let gate = try Command.run(["gate"], in: folder)
    #expect(gate.status == 0 && gate.errors.isEmpty, "\(gate.errors)")
    #expect(gate.output.contains("1 pass, 0 to review, 0 blocked, 0 unreadable, 1 accepted."))
    #expect(!gate.output.contains("a.txt"))
    let report = try Command.run(["check", "a.txt", "--format", "json"], in: folder)
    #expect(report.status == 0)
    let accepted = try #require(try report.object["accepted"] as? [String: Any])
    #expect(accepted["by"] as? String == "baseline")
    #expect(accepted["reason"] as? String == "the teaching office agreed")
    #expect(try report.object["verdict"] as? String == "block")
    #expect(try Command.run(["check", "a.txt"], in: folder).output.contains("ACCEPTED by the baseline"))
    #expect(
      try Command.run(["check", "a.txt", "--messages", "fr"], in: folder).output.contains("ACCEPTÉ par la liste"))
  }

  @Test("a second run writes the same bytes, and what people wrote beside entries stays")
  func stable() throws {
    let folder = try folder()
    _ = try accept(folder)
    let first = "# ours\n" + (try folder.read("caviard-baseline.yml"))
    try folder.write(Data(first.utf8), to: "caviard-baseline.yml")
    let second = try accept(folder, ["--jobs", "1"])
    #expect(second.output.contains("0 cases accepted now, 1 before"))
    #expect(try folder.read("caviard-baseline.yml") == first)
    #expect(!first.contains("Moosonee") && !first.contains("2021"))
  }

  @Test("white space does not re-open a case; any other edit does")
  func edits() throws {
    let folder = try folder()
    _ = try accept(folder)
    let spaced = Stories.rare.replacingOccurrences(of: " was seen", with: "\n  was\u{A0}seen")
    try folder.write(Data(spaced.utf8), to: "a.txt")
    #expect(try Command.run(["gate"], in: folder).status == 0)
    for (old, new) in [("seen", "met"), ("47", "7"), ("March", "May"), ("lighthouse keeper", "baker"), (".\n", "!\n")] {
      let edited = Stories.rare.replacingOccurrences(of: old, with: new)
      try folder.write(Data(edited.utf8), to: "a.txt")
      let gate = try Command.run(["gate"], in: folder)
      #expect(gate.status == 1, "\(old)")
      #expect(gate.errors.contains("unused in the baseline"))
    }
  }

  @Test("without a key a case with a name is not accepted, and the message holds no name")
  func needsKey() throws {
    let folder = try folder(["a.txt": Self.named])
    let created = try accept(folder)
    #expect(created.status == 1)
    #expect(created.errors.contains("words.allow") && created.errors.contains("--key"))
    #expect(!created.errors.contains(Stories.marker))
    #expect(!folder.exists("caviard-baseline.yml"))
  }

  @Test("with a key it is, until one name is swapped for another of the same length")
  func swapped() throws {
    let folder = try folder(["a.txt": Self.named])
    #expect(try accept(folder, key(folder)).status == 0)
    #expect(!(try folder.read("caviard-baseline.yml")).contains(Stories.marker))
    #expect(try Command.run(["gate"] + key(folder), in: folder).status == 0)
    let environment = ["CAVIARD_KEY_FILE": folder.scratch.appendingPathComponent("key").path]
    #expect(try Command.run(["gate"], in: folder, environment: environment).status == 0)
    let other = String(Stories.marker.dropLast() + "m")
    try folder.write(
      Data(Self.named.replacingOccurrences(of: Stories.marker, with: other).utf8), to: "a.txt")
    #expect(try Command.run(["gate"] + key(folder), in: folder).status == 1)
  }

  @Test("a keyed entry without the key is said aloud and not heeded; nor with another key")
  func otherKey() throws {
    let folder = try folder(["a.txt": Self.named])
    _ = try accept(folder, key(folder))
    let gate = try Command.run(["gate"], in: folder)
    #expect(gate.status == 1)
    #expect(gate.errors.contains("1 entry of the baseline or the consents not heeded"))
    try Data(String(repeating: "other", count: 8).utf8).write(to: folder.scratch.appendingPathComponent("key"))
    #expect(try Command.run(["gate"] + key(folder), in: folder).status == 1)
  }

  @Test(
    "one place swapped for another of as many letters, where far fewer people fit, re-opens a case accepted without a key"
  )
  func placeSwapped() throws {
    let story = "A 47-year-old dentist from PLACE with Fabry disease was seen.\n"
    let folder = try folder(["a.txt": story.replacingOccurrences(of: "PLACE", with: "Toronto")])
    guard try Command.run(["gate"], in: folder).status == 1 else {
      Issue.record("the case must not pass")
      return
    }
    _ = try accept(folder)
    #expect(try Command.run(["gate"], in: folder).status == 0)
    try folder.write(Data(story.replacingOccurrences(of: "PLACE", with: "Iqaluit").utf8), to: "a.txt")
    #expect(try Command.run(["gate"], in: folder).status == 1)
  }

  @Test("what cannot be read is never accepted, nor a name of a file that tells of somebody")
  func never() throws {
    let folder = try folder([
      "a.xhtml": Stories.broken, "\(Stories.marker).txt": Stories.plain, "mr-smith.txt": Stories.plain,
    ])
    let created = try accept(folder, key(folder))
    #expect(created.status == 2)
    #expect(!created.errors.contains(Stories.marker))
    #expect(created.errors.contains("must be repaired"))
    #expect(try Command.run(["gate"] + key(folder), in: folder).status == 2)
  }

  @Test("unused entries are a warning, with --strict-baseline a failure, and baseline audit takes them out")
  func unused() throws {
    let folder = try folder()
    _ = try accept(folder)
    #expect(try Command.run(["gate", "--strict-baseline"], in: folder).status == 0)
    let audit = try Command.run(["baseline", "audit"], in: folder)
    #expect(audit.status == 0)
    #expect(audit.output.contains("1 entry in use, 0 unused; 0 cases not accepted."))
    try folder.write(Data(Stories.plain.utf8), to: "a.txt")
    let gate = try Command.run(["gate"], in: folder)
    #expect(gate.status == 0 && gate.errors.contains("a.txt: unused"))
    #expect(try Command.run(["gate", "b.txt"], in: folder).errors.isEmpty)
    #expect(try Command.run(["gate", "--strict-baseline"], in: folder).status == 1)
    let again = try Command.run(["baseline", "audit"], in: folder)
    #expect(again.status == 1 && again.output.contains("a.txt: unused"))
    #expect(try Command.run(["baseline", "audit", "--remove-unused", "a.txt"], in: folder).status == 64)
    let removed = try Command.run(["baseline", "audit", "--remove-unused"], in: folder)
    #expect(removed.status == 0 && removed.output.contains("1 unused entry removed."))
    #expect(try folder.read("caviard-baseline.yml") == "accepted: []\n")
  }

  @Test("nothing is removed while a case cannot be read")
  func unreadable() throws {
    let folder = try folder()
    _ = try accept(folder)
    try folder.write(Data(Stories.plain.utf8), to: "a.txt")
    try folder.write(Data(Stories.broken.utf8), to: "c.xhtml")
    let before = try folder.read("caviard-baseline.yml")
    #expect(try Command.run(["baseline", "audit", "--remove-unused"], in: folder).status == 2)
    #expect(try folder.read("caviard-baseline.yml") == before)
  }

  @Test("a reason that names somebody is refused without its words, one that says nothing as well")
  func reasons() throws {
    let folder = try folder()
    for reason in ["Dr. \(Stories.marker) agreed", "call 418-555-0143", "…"] {
      let result = try Command.run(["baseline", "create", "--reason", reason], in: folder)
      #expect(result.status == 64, "\(reason)")
      #expect(!result.errors.contains(Stories.marker))
    }
    #expect(try Command.run(["baseline", "create"], in: folder).status == 64)
  }

  @Test("the configuration names the files, from its own folder")
  func configuration() throws {
    let folder = try folder(["caviard.yml": "baseline: ok/list.yml\n", "sub/a.txt": Stories.rare, ".git/x": ""])
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent(".git"))
    #expect(try accept(folder).status == 0)
    #expect(folder.exists("ok/list.yml"))
    #expect(try Command.run(["gate"], in: folder).status == 0)
    #expect(try Command.run(["gate", "--baseline", "none.yml"], in: folder).status == 64)
  }

  @Test(
    "a baseline that is wrong is status 64 with its place",
    arguments: [
      ("accepted: [\n", "YAML"), ("accepted: {}\n", ":1:11"), ("accept: []\n", ":1:1"),
      ("accepted:\n  - verdict: accepted\n", "fingerprint"),
      ("accepted:\n  - {fingerprint: masked:12, verdict: accepted, reason: x}\n", ":2:19"),
      ("accepted:\n  - fingerprint: FP\n    verdict: accepted\n", "“reason” is missing"),
      ("accepted:\n  - fingerprint: FP\n    verdict: accepted\n    reason: ' '\n", ":4:13"),
      ("accepted:\n  - fingerprint: FP\n    verdict: pass\n    reason: x\n", ":3:14"),
      ("accepted:\n  - fingerprint: FP\n    verdict: accepted\n    line: 3\n    reason: x\n", ":4:5"),
      ("accepted:\n  - fingerprint: FP\n    verdict: accepted\n    reason: x\n    reasons: [ugly]\n", ":5:15"),
      (
        "accepted:\n  - {fingerprint: FP, verdict: accepted, reason: x}\n  - {fingerprint: FP, verdict: accepted, reason: y}\n",
        ":3:19"
      ),
      ("\u{0}", "YAML"), ("accepted: *a\n", "YAML"),
    ])
  func broken(text: String, said: String) throws {
    let fingerprint = "masked:" + String(repeating: "0a", count: 32)
    let folder = try folder()
    try folder.write(Data(text.replacingOccurrences(of: "FP", with: fingerprint).utf8), to: "caviard-baseline.yml")
    let result = try Command.run(["gate"], in: folder)
    #expect(result.status == 64)
    #expect(result.errors.contains("caviard-baseline.yml"))
    #expect(result.errors.contains(said), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test("a stricter policy, with reasons that nobody accepted, re-opens a case")
  func stricter() throws {
    let folder = try folder()
    _ = try accept(folder, key(folder))
    #expect(try Command.run(["gate"] + key(folder), in: folder).status == 0)
    #expect(try Command.run(["gate", "--policy", "quebec-law-25"] + key(folder), in: folder).status == 1)
  }

  @Test("what is staged, changed or was ever committed is accepted by the same entries, without talk of unused ones")
  func repository() throws {
    let folder = try folder()
    func git(_ arguments: [String]) throws {
      let own = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main"]
      #expect(try Command.run(own + arguments, in: folder, command: "/usr/bin/git").status == 0)
    }
    try git(["init", "-q"])
    try git(["add", "b.txt"])
    try git(["commit", "-qm", "one case"])
    try git(["add", "a.txt"])
    #expect(try Command.run(["gate", "--staged"], in: folder).status == 1)
    _ = try accept(folder)
    for scope in [["--staged"], ["--staged", "--strict-baseline"]] {
      let gate = try Command.run(["gate"] + scope, in: folder)
      #expect(gate.status == 0 && gate.output.contains("1 accepted") && gate.errors.isEmpty, "\(gate.errors)")
    }
    try git(["commit", "-qm", "another case"])
    for scope in [["--history"], ["--diff", "HEAD~1...HEAD"], ["a.txt"], []] {
      let gate = try Command.run(["gate"] + scope, in: folder)
      #expect(gate.status == 0 && gate.output.contains("1 accepted") && gate.errors.isEmpty, "\(scope) \(gate.errors)")
    }
    #expect(try Command.run(["gate", "--history", "--no-inline"], in: folder).status == 0)
  }

  @Test(
    "accepted cases are no issue in the forms that other programs read",
    arguments: ["sarif", "gitlab", "github", "junit"])
  func forms(form: String) throws {
    let folder = try folder()
    let before = try Command.run(["gate", "--format", form], in: folder)
    #expect(before.status == 1 && before.output.contains("k-below-threshold") || form == "junit")
    _ = try accept(folder)
    let after = try Command.run(["gate", "--format", form], in: folder)
    #expect(after.status == 0)
    #expect(
      !after.output.contains("<failure") && !after.output.contains("\"startLine\"") && !after.output.contains("::error")
    )
  }

  // MARK: Keys

  @Test("a key that is missing, a folder, too short, or in the repository is refused")
  func keys() throws {
    let folder = try folder(["a.txt": Stories.plain, "short": "short", "keys/x": "", "tracked": Self.key])
    for name in ["none", "keys", "short"] {
      let result = try Command.run(["gate", "--key", name], in: folder)
      #expect(result.status == 64 && result.errors.contains(name), "\(name)")
    }
    #expect(try Command.run(["init", "-q"], in: folder, command: "/usr/bin/git").status == 0)
    #expect(try Command.run(["gate", "--key", "tracked"], in: folder).status == 0)
    #expect(try Command.run(["add", "tracked"], in: folder, command: "/usr/bin/git").status == 0)
    let result = try Command.run(["gate", "--key", "tracked"], in: folder)
    #expect(result.status == 64 && result.errors.contains("in the repository"))
    #expect(!result.errors.contains("k3y"))
  }

  @Test("key create writes a key for its owner alone, once, and not where git would take it")
  func newKey() throws {
    let folder = try folder(["a.txt": Self.named])
    #expect(try Command.run(["key", "create", "key"], in: folder).status == 0)
    let made = try folder.read("key")
    #expect(made.utf8.count == 65)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.url.appendingPathComponent("key").path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try Command.run(["key", "create", "key"], in: folder).status == 64)
    #expect(try folder.read("key") == made)
    #expect(try accept(folder, ["--key", "key"]).status == 0)
    _ = try Command.run(["init", "-q"], in: folder, command: "/usr/bin/git")
    #expect(try Command.run(["key", "create", "other"], in: folder).status == 64)
    try folder.write(Data("other\n".utf8), to: ".gitignore")
    #expect(try Command.run(["key", "create", "other"], in: folder).status == 0)
  }

  // MARK: Comments

  @Test("an allow comment lets be what it names in its block, says so, and scrub takes it out")
  func comment() throws {
    let text =
      "# Case\n\n<!-- caviard:allow diagnosis the clinic agreed -->\nA 60-year-old man with Erdheim-Chester disease.\n"
    let folder = try folder(["a.md": text])
    let check = try Command.run(["check", "a.md", "--format", "json"], in: folder)
    #expect(check.status == 0, "\(check.output)")
    let allowed = try #require(try check.object["allowed"] as? [[String: Any]])
    #expect(allowed.first?["kind"] as? String == "diagnosis")
    #expect(allowed.first?["count"] as? Int == 1)
    #expect(allowed.first?["line"] as? Int == 3)
    #expect(allowed.first?["reason"] as? String == "the clinic agreed")
    #expect(
      try Command.run(["check", "a.md"], in: folder).output.contains("× 1 allowed by a comment: the clinic agreed"))
    #expect(try Command.run(["check", "a.md", "--no-inline"], in: folder).status == 1)
    for (more, status) in [([], 0), (["--no-inline"], 1), ([], 0)] {
      let cache = folder.scratch.appendingPathComponent("cache").path
      #expect(try Command.run(["gate", "--cache", cache] + more, in: folder).status == Int32(status))
    }
    let scrub = try Command.run(["scrub", "a.md", "--output", "out"], in: folder)
    #expect(scrub.status == 0, "\(scrub.errors)")
    let written = try folder.read("out/a.md")
    #expect(!written.contains("caviard:allow") && !written.contains("Erdheim"))
    #expect(try Command.run(["gate", "out"], in: folder).status == 0)
  }

  @Test("the comments of the README do what it says")
  func readme() throws {
    let readme = try String(contentsOf: ProjectFolder.url.appending(path: "README.md"), encoding: .utf8)
    let start = try #require(readme.range(of: "```\n<!-- caviard:allow"))
    let rest = readme[readme.index(start.lowerBound, offsetBy: 4)...]
    let example = rest[..<(try #require(rest.range(of: "```"))).lowerBound]
    let folder = try folder(["a.md": String(example)])
    let check = try Command.run(["check", "a.md", "--format", "json"], in: folder)
    #expect(check.status == 0)
    let allowed = try #require(try check.object["allowed"] as? [[String: Any]])
    #expect(allowed.compactMap { $0["count"] as? Int } == [1, 1])
    #expect(try Command.run(["check", "a.md", "--no-inline"], in: folder).status == 1)
  }

  @Test("a consent to pictures covers references to them, one to be recognised does not")
  func pictures() throws {
    let folder = try folder(["a.md": "A man. ![x](a.png)\n"])
    let record = { (scope: String) in
      try Command.run(
        [
          "consent", "record", "a.md", "--reference", "chart of the clinic", "--recorded-by", "research office",
          "--expires", "2099-12-31", "--scope", scope,
        ] + key(folder), in: folder
      ).status
    }
    #expect(try record("recognisable") == 0)
    #expect(try Command.run(["gate"] + key(folder), in: folder).status == 1)
    #expect(try record("pictures") == 0)
    #expect(try Command.run(["gate"] + key(folder), in: folder).status == 0)
  }

  @Test(
    "a comment that is addressed to us and not understood is an error with its place",
    arguments: [
      ("caviard:allow diagnosis", "without a reason"), ("caviard:allow hair it is short", "unknown kind"),
      ("caviard:allow person a catheter", "in quotes"), ("caviard:allow person \"Foley\"", "without a reason"),
      ("caviard:allow", "unknown kind"), ("caviard:alow place x", "must be caviard:allow"),
      ("caviard:allow media the patient agreed", "unknown kind"),
      ("caviard:allow person \"Foley a catheter", "in quotes"),
    ])
  func misunderstood(comment: String, said: String) throws {
    let folder = try folder(["a.xhtml": "<html><body>\n<p>A man. <!-- \(comment) --></p></body></html>"])
    let result = try Command.run(["gate"], in: folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("line 2, column 11"), "\(result.errors)")
    #expect(result.errors.contains(said), "\(result.errors)")
    #expect(try Command.run(["gate", "--no-inline"], in: folder).status != 2)
  }

  // MARK: Consent

  private func record(
    _ folder: Folder, _ scope: [String], _ more: [String] = [], expires: String = "2099-12-31",
    reference: String = "consent form in the chart, entry of the clinic", by: String = "research office"
  ) throws -> Command.Result {
    try Command.run(
      ["consent", "record", "a.txt", "--reference", reference, "--recorded-by", by, "--expires", expires] + key(folder)
        + scope.flatMap { ["--scope", $0] } + more, in: folder)
  }

  @Test("a consent lets exactly this version through for what it covers, and the ledger holds nothing of the case")
  func consent() throws {
    let folder = try folder(["a.txt": Stories.rare])
    let recorded = try record(folder, ["recognisable"])
    #expect(recorded.status == 0, "\(recorded.errors)")
    let ledger = try folder.read("caviard-consents.yml")
    #expect(!ledger.contains("Moosonee") && !ledger.contains("a.txt"))
    let check = try Command.run(["check", "a.txt", "--format", "json"] + key(folder), in: folder)
    #expect(check.status == 0)
    let accepted = try #require(try check.object["accepted"] as? [String: Any])
    #expect(accepted["by"] as? String == "consent")
    #expect(accepted["scope"] as? [String] == ["recognisable"])
    let gate = try Command.run(["gate"] + key(folder), in: folder)
    #expect(gate.status == 0 && gate.output.contains("1 accepted"))
    try folder.write(Data(Stories.rare.replacingOccurrences(of: " ", with: "  ").utf8), to: "a.txt")
    #expect(try Command.run(["gate"] + key(folder), in: folder).status == 0)
    try folder.write(Data(Stories.rare.replacingOccurrences(of: "47", with: "48").utf8), to: "a.txt")
    #expect(try Command.run(["gate"] + key(folder), in: folder).status == 1)
    let blind = try Command.run(["gate"], in: folder)
    #expect(blind.status == 1 && blind.errors.contains("1 entry"))
  }

  @Test("a consent covers nothing else; several to one version add up")
  func scope() throws {
    let text = "Mr. \(Stories.marker), a 47-year-old lighthouse keeper from Moosonee with Erdheim-Chester disease.\n"
    let folder = try folder(["a.txt": text])
    _ = try record(folder, ["recognisable", "pictures"])
    #expect(try Command.run(["gate"] + key(folder), in: folder).status == 1)
    #expect(try record(folder, ["named"]).status == 0)
    #expect(try Command.run(["gate"] + key(folder), in: folder).status == 0)
    #expect(try record(folder, ["named"]).output.contains("recorded already"))
  }

  @Test("a consent that has ended is said aloud and not heeded; the list marks it")
  func expired() throws {
    let folder = try folder(["a.txt": Stories.rare])
    _ = try record(folder, ["recognisable"])
    let ledger = try folder.read("caviard-consents.yml").replacingOccurrences(of: "2099-12-31", with: "2020-12-31")
    try folder.write(Data(ledger.utf8), to: "caviard-consents.yml")
    let gate = try Command.run(["gate"] + key(folder), in: folder)
    #expect(gate.status == 1 && gate.errors.contains("ended on 2020-12-31"))
    let list = try Command.run(["consent", "list"], in: folder)
    #expect(list.status == 0 && list.output.contains("EXPIRED") && list.output.contains("research office"))
    #expect(try record(folder, ["recognisable"], expires: "2020-12-31").status == 64)
    #expect(try record(folder, ["recognisable"], expires: "2099-02-30").status == 64)
    #expect(try record(folder, ["recognisable"]).status == 0)
    let renewed = try Command.run(["gate"] + key(folder), in: folder)
    #expect(renewed.status == 0 && renewed.errors.isEmpty)
  }

  @Test("a reference or recorder that names somebody is refused without its words; so is a record without key")
  func identifying() throws {
    let folder = try folder(["a.txt": Stories.rare])
    for result in [
      try record(folder, ["named"], reference: "consent of Mr. \(Stories.marker)"),
      try record(folder, ["named"], by: "Dr. \(Stories.marker)"),
      try record(folder, ["named"], reference: "MRN 12345678"),
      try Command.run(
        [
          "consent", "record", "a.txt", "--reference", "chart", "--recorded-by", "clinic", "--scope", "named",
          "--expires",
          "2099-01-01",
        ], in: folder),
    ] {
      #expect(result.status == 64)
      #expect(!result.errors.contains(Stories.marker) && !result.errors.contains("12345678"))
    }
    #expect(!folder.exists("caviard-consents.yml"))
    #expect(try record(folder, []).status == 64)
  }

  @Test(
    "a ledger that is wrong is status 64",
    arguments: [
      "consents: [x]\n", "consents:\n  - {fingerprint: 'masked:FP', scope: [named]}\n", "consent: []\n", "[", "- a\n",
    ])
  func brokenLedger(text: String) throws {
    let folder = try folder()
    let digits = String(repeating: "0", count: 64)
    try folder.write(Data(text.replacingOccurrences(of: "FP", with: digits).utf8), to: "caviard-consents.yml")
    #expect(try Command.run(["gate"], in: folder).status == 64)
    #expect(try Command.run(["consent", "list"], in: folder).status == 64)
  }
}
