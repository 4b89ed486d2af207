import Foundation
import Testing

@Suite("gate in a git repository")
struct RepositoryGateTests {
  @Test("what git tracks is read; what it ignores is not, what it does not know is counted")
  func tracked() throws {
    let repository = try TeachingRepository([
      "cases/a.md": Stories.plain, ".gitignore": "drafts/\n", "drafts/b.md": Stories.rare, ".hidden/c.md": Stories.rare,
    ])
    try repository.write(Stories.rare, to: "new.md")
    let result = try repository.gate()
    #expect(result.status == 0)
    #expect(result.output.contains("1 file scanned: 1 pass"))
    #expect(result.output.contains("1 file that git does not track not read"))
    // What is named is read.
    #expect(try repository.gate("drafts").status == 1)
    #expect(try repository.gate("new.md").status == 1)
    let folder = repository.folder.url.appendingPathComponent("cases")
    try repository.stage(Stories.rare, as: "cases/d.md")
    #expect(try Command.run(["gate"], in: repository.folder, at: folder).output.contains("d.md: BLOCK"))
  }

  @Test("a file that is not checked out is read where git keeps it")
  func sparse() throws {
    let repository = try TeachingRepository(["a.md": Stories.rare])
    try FileManager.default.removeItem(at: repository.folder.url.appendingPathComponent("a.md"))
    #expect(try repository.gate().output.contains("a.md: BLOCK"))
  }

  @Test("--staged reads the index, not the working tree, and nothing else")
  func staged() throws {
    let repository = try TeachingRepository(["old.md": Stories.rare])
    try repository.stage(Stories.rare, as: "a.md")
    try repository.write(Stories.plain, to: "a.md")
    try repository.stage(Stories.plain, as: "b.md")
    try repository.write(Stories.rare, to: "b.md")
    let result = try repository.gate("--staged")
    #expect(result.status == 1)
    #expect(result.output.contains("a.md: BLOCK"))
    #expect(!result.output.contains("b.md"))
    #expect(result.output.contains("2 files scanned: 1 pass, 0 to review, 1 blocked"))
    try repository.git("reset", "--quiet", "a.md")
    #expect(try repository.gate("--staged").status == 0)
    #expect(try repository.gate("--staged", "a.md").output.contains("0 files scanned"))
  }

  @Test("before the first commit the index is read too")
  func beforeFirst() throws {
    let repository = try TeachingRepository()
    try repository.stage(Stories.rare, as: "a.md")
    #expect(try repository.gate("--staged").status == 1)
    #expect(try repository.gate("--history").output.contains("0 files scanned"))
  }

  @Test("a name that is a finding is not repeated, and blocks")
  func names() throws {
    let repository = try TeachingRepository()
    try repository.stage(Stories.plain, as: "cases/delphine-tremblay.md")
    let result = try repository.gate("--staged")
    #expect(result.status == 1)
    #expect(!(result.output + result.errors).lowercased().contains("tremblay"))
    let history = try repository.gate("--staged", "--format", "sarif")
    #expect(!history.output.lowercased().contains("tremblay"))
  }

  @Test("--diff reports findings of added lines, and stays silent on what was there")
  func diff() throws {
    let repository = try TeachingRepository(["a.md": Stories.rare + "\nHe is well.\n", "b.md": Stories.plain])
    try repository.git("checkout", "--quiet", "-b", "topic")
    try repository.write(Stories.rare + "\nHe is well now.\n", to: "a.md")
    try repository.commit("Typo")
    let typo = try repository.gate("--diff", "main...topic")
    #expect(typo.status == 0)
    #expect(typo.output.contains("1 changed case as risky as before, not reported"))
    try repository.write(Stories.rare + "\nHis name is Delphine Tremblay.\n", to: "a.md")
    try repository.write(Stories.plain + "He is a lighthouse keeper in Moosonee.\n", to: "b.md")
    try repository.commit("More")
    let more = try repository.gate("--diff", "main...topic")
    #expect(more.status == 1)
    #expect(more.output.contains("  3:13"))
    #expect(!more.output.contains("  1:3"))
    #expect(more.output.contains("b.md: "))
  }

  @Test("a case whose risk rose is reported though no finding is new")
  func risen() throws {
    // The number that made the sex another person's goes.
    let old = "A 47-year-old lighthouse keeper, one of 40,000 people there, was seen in Canada.\n"
    let repository = try TeachingRepository(["a.md": old])
    try repository.git("mv", "a.md", "b.md")
    try repository.commit("Moved")
    let moved = try repository.gate("--diff", "HEAD~1")
    #expect(moved.output.contains("0 files scanned") || moved.output.contains("1 changed case as risky"))
    try repository.write(Stories.rare, to: "b.md")
    try repository.commit("Rarer")
    #expect(try repository.gate("--diff", "HEAD~1..HEAD").status == 1)
  }

  @Test("--diff is not told \"as before\" by a move, a new reason, or a line that another makes somebody's")
  func newByOtherMeans() throws {
    let named = try TeachingRepository(["a.md": Stories.plain])
    try named.git("mv", "a.md", "delphine-tremblay.md")
    try named.commit("Moved")
    #expect(try named.gate("--diff", "HEAD~1").status == 1)
    let other = try TeachingRepository(["a.dat": Stories.rare])
    try other.git("mv", "a.dat", "a.md")
    try other.commit("Moved")
    #expect(try other.gate("--diff", "HEAD~1").status == 1)
    let labelled = try TeachingRepository(["a.md": Stories.rare + "\n4455667\n"])
    try labelled.write(Stories.rare + "MRN:\n4455667\n", to: "a.md")
    try labelled.commit("Label")
    #expect(try labelled.gate("--diff", "HEAD~1").status == 1)
  }

  @Test("two files whose names differ only in how an accent is written are two; settings and replacements hide nothing")
  func alike() throws {
    let repository = try TeachingRepository()
    try repository.write(Stories.plain, to: "cases/e\u{301}.md")
    try repository.write(Stories.rare, to: "cases/\u{E9}.md")
    try repository.commit("Two")
    #expect(try repository.gate().output.contains("2 files scanned: 1 pass, 0 to review, 1 blocked"))
    try repository.stage(Stories.rare, as: "b.md")
    try repository.git("config", "diff.relative", "true")
    let below = try Command.run(
      ["gate", "--staged"], in: repository.folder, at: repository.folder.url.appendingPathComponent("cases"))
    #expect(below.status == 1)
    let clean = try repository.git("rev-parse", "HEAD:cases/e\u{301}.md").trimmingCharacters(in: .newlines)
    try repository.git("replace", try repository.git("rev-parse", ":b.md").trimmingCharacters(in: .newlines), clean)
    #expect(try repository.gate("--staged").status == 1)
  }

  @Test("settings that cannot be read are not done without: status 64")
  func settings() throws {
    for kind in ["link", "folder"] {
      let folder = try Folder(["a.txt": Stories.plain])
      let path = folder.url.appendingPathComponent("caviard.yml").path
      if kind == "link" {
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "nowhere.yml")
      } else {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      }
      #expect(try Command.run(["gate"], in: folder).status == 64, "\(kind)")
    }
  }

  @Test("--history reads every content once, and the messages; an earlier version that told more is named")
  func history() throws {
    let repository = try TeachingRepository(["a.md": Stories.rare])
    try repository.write(Stories.plain, to: "a.md")
    try repository.write(Stories.plain, to: "b.md")
    try repository.commit("Coarser\n\nSigned-off-by: Delphine Tremblay <d@example.ca>")
    #expect(try repository.gate().status == 0)
    let result = try repository.gate("--history")
    #expect(result.status == 1)
    // Two contents and two messages.
    #expect(result.output.contains("4 files scanned: 3 pass, 0 to review, 1 blocked"))
    #expect(result.output.contains("a.md@"))
    #expect(result.output.contains("an earlier version (commit "))
    let json = try repository.gate("--history", "--format", "jsonl")
    #expect(json.output.contains("caviard.history/1"))
    try repository.git("commit", "--quiet", "--allow-empty", "--message", "Mrs. \(Stories.marker) called 418-555-0143")
    let message = try repository.gate("--history")
    #expect(message.output.contains("commit "))
    #expect(message.output.contains("3 pass, 0 to review, 2 blocked"))
    #expect(!message.output.contains(Stories.marker))
    // A branch that was never merged is there for all to see.
    try repository.git("checkout", "--quiet", "-b", "other")
    try repository.write(Stories.named, to: "c.md")
    try repository.commit("More")
    try repository.git("checkout", "--quiet", "main")
    #expect(try repository.gate("--history").output.contains("c.md@"))
  }

  @Test("a clone without its older commits is no whole history")
  func shallow() throws {
    let repository = try TeachingRepository(["a.md": Stories.plain])
    try repository.commit("Second")
    let clone = repository.folder.scratch.appendingPathComponent("clone")
    try repository.git("clone", "--quiet", "--depth", "1", "file://" + repository.folder.url.path, clone.path)
    let result = try Command.run(["gate", "--history"], in: repository.folder, at: clone)
    #expect(result.status == 2)
    #expect(result.output.contains("older commits are not in this clone"))
  }

  @Test("a link, another repository and a pointer of Git LFS cannot be read: status 2")
  func unreadable() throws {
    for kind in ["link", "pointer"] {
      let repository = try TeachingRepository()
      if kind == "link" {
        try FileManager.default.createSymbolicLink(
          atPath: repository.folder.url.appendingPathComponent("a.md").path, withDestinationPath: "b.md")
        try repository.git("add", "a.md")
      } else {
        try repository.stage("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5\n", as: "a.md")
      }
      #expect(try repository.gate("--staged").status == 2, "\(kind)")
    }
  }

  @Test("outside a repository, an unknown commit and two ranges at once are status 64")
  func usage() throws {
    let folder = try Folder(["a.md": Stories.plain])
    for arguments in [["--staged"], ["--history"], ["--diff", "main"]] {
      #expect(try Command.run(["gate"] + arguments, in: folder).status == 64)
    }
    let repository = try TeachingRepository(["a.md": Stories.plain])
    #expect(try repository.gate("--diff", "nowhere").status == 64)
    #expect(try repository.gate("--diff", "--output=x").status == 64)
    #expect(try repository.gate("--staged", "--history").status == 64)
    #expect(try repository.gate("--history", "a.md").status == 64)
  }

  /// A name with a line feed is no name to print: it blocks.
  @Test("names of files with any sign in them are read")
  func signs() throws {
    let repository = try TeachingRepository()
    for name in ["é b.md", "a\"b.md", "a\nb.md", ":(top)x.md", "*.md", "-x.md"] {
      try repository.write(Stories.plain, to: name)
    }
    try repository.git("add", "--all")
    #expect(try repository.gate("--staged").output.contains("6 files scanned: 5 pass, 0 to review, 1 blocked"))
    try repository.commit("x")
    #expect(try repository.gate().output.contains("6 files scanned: 5 pass, 0 to review, 1 blocked"))
    #expect(try repository.gate("--history").output.contains("files scanned"))
  }
}
