import Foundation
import Testing

@Suite("the hook of git that gate installs")
struct HookTests {
  private static let hook = ".git/hooks/pre-commit"

  private func install(_ repository: TeachingRepository, _ arguments: String..., at place: URL? = nil) throws
    -> Command.Result
  {
    try Command.run(["gate", "--install-hook"] + arguments, in: repository.folder, at: place)
  }

  private func isExecutable(_ path: String, _ repository: TeachingRepository) -> Bool {
    FileManager.default.isExecutableFile(atPath: repository.folder.url.appendingPathComponent(path).path)
  }

  @Test("a commit with a leak is stopped, says nothing of it, and goes through once scrubbed")
  func commits() throws {
    let repository = try TeachingRepository(["cases/safe.txt": Stories.plain])
    #expect(try install(repository).status == 0)
    #expect(isExecutable(Self.hook, repository))
    let before = try repository.git("rev-parse", "HEAD")
    try repository.stage(Stories.named, as: "cases/a.txt")
    let stopped = try repository.hooked("commit", "--message", "Case")
    #expect(stopped.status == 1)
    #expect((stopped.output + stopped.errors).contains("cases/a.txt: BLOCK"))
    #expect(!(stopped.output + stopped.errors).contains(Stories.marker))
    #expect(try repository.git("rev-parse", "HEAD") == before)
    #expect(try repository.git("status", "--porcelain") == "A  cases/a.txt\n")
    #expect(try Command.run(["scrub", "cases", "--output", "shared"], in: repository.folder).status == 0)
    try repository.write(try repository.folder.read("shared/a.txt"), to: "cases/a.txt")
    try repository.git("add", "cases")
    let passed = try repository.hooked("commit", "--message", "Case")
    #expect(passed.status == 0, "\(passed.errors)")
    #expect(try repository.git("rev-parse", "HEAD") != before)
  }

  @Test("what is judged is what is committed: the index, with -a the files, of a commit by path that path")
  func index() throws {
    let repository = try TeachingRepository(["a.md": Stories.plain, "b.md": Stories.plain])
    #expect(try install(repository).status == 0)
    try repository.stage(Stories.rare, as: "a.md")
    try repository.write(Stories.plain, to: "a.md")
    #expect(try repository.hooked("commit", "--message", "x").status == 1)
    try repository.write(Stories.plain + "He is well.\n", to: "b.md")
    #expect(try repository.hooked("commit", "--message", "x", "--", "b.md").status == 0)
    try repository.git("reset", "--quiet", "--hard")
    try repository.write(Stories.rare, to: "b.md")
    #expect(try repository.hooked("commit", "--all", "--message", "x").status == 1)
  }

  @Test("installing twice changes nothing; another's hook stays, and is told which line to add")
  func foreign() throws {
    let repository = try TeachingRepository(["a.md": Stories.plain])
    #expect(try install(repository).output.contains("written"))
    let text = try repository.folder.read(Self.hook)
    #expect(try install(repository).output.contains("already"))
    #expect(try repository.folder.read(Self.hook) == text)
    // One of ours from before is ours to replace.
    #expect(try install(repository, "--fail-on", "block").output.contains("replaced"))
    #expect(try repository.folder.read(Self.hook).contains("gate --staged '--fail-on' 'block'"))
    let own = "#!/bin/sh\necho checked\n"
    try repository.write(own, to: Self.hook)
    let refused = try install(repository)
    #expect(refused.status == 64)
    #expect(try repository.folder.read(Self.hook) == own)
    let line = try #require(refused.errors.split(separator: "\n").last)
    #expect(line.contains("gate --staged"))
    try repository.write(own + line + "\n", to: Self.hook)
    try repository.stage(Stories.rare, as: "a.md")
    #expect(try repository.hooked("commit", "--message", "x").status == 1)
    #expect(try install(repository, "--force").output.contains("replaced"))
    #expect(try repository.folder.read(Self.hook) == text)
    #expect(isExecutable(Self.hook, repository))
  }

  @Test("core.hooksPath is honoured, from a folder below the root too; a linked hook's target is not written")
  func hooksPath() throws {
    let repository = try TeachingRepository(["cases/a.md": Stories.plain])
    try repository.git("config", "core.hooksPath", ".githooks")
    let below = repository.folder.url.appendingPathComponent("cases")
    #expect(try install(repository, at: below).status == 0)
    #expect(isExecutable(".githooks/pre-commit", repository))
    try repository.stage(Stories.rare, as: "cases/a.md")
    #expect(try repository.hooked("commit", "--message", "x").status == 1)
    try repository.write("#!/bin/sh\n", to: "shared-hook")
    let link = repository.folder.url.appendingPathComponent(".githooks/pre-commit")
    try FileManager.default.removeItem(at: link)
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "../shared-hook")
    #expect(try install(repository).status == 64)
    #expect(try install(repository, "--force").status == 0)
    #expect(try repository.folder.read("shared-hook") == "#!/bin/sh\n")
    try repository.git("config", "core.hooksPath", "/dev/null")
    #expect(try install(repository).status == 64)
  }

  @Test("a worktree's commits are judged too")
  func worktree() throws {
    let repository = try TeachingRepository(["a.md": Stories.plain])
    let tree = repository.folder.scratch.appendingPathComponent("tree")
    try repository.git("worktree", "add", "--quiet", tree.path)
    #expect(try install(repository, at: tree).status == 0)
    #expect(isExecutable(Self.hook, repository))
    try Data(Stories.rare.utf8).write(to: tree.appendingPathComponent("b.md"))
    #expect(try repository.hooked("add", "b.md", at: tree).status == 0)
    let stopped = try repository.hooked("commit", "--message", "x", at: tree)
    #expect(stopped.status == 1)
    #expect((stopped.output + stopped.errors).contains("b.md: BLOCK"))
  }

  @Test("without the command the one in PATH judges, and without that nothing is committed")
  func moved() throws {
    let repository = try TeachingRepository(["a.md": Stories.plain])
    #expect(try install(repository).status == 0)
    let command = URL(fileURLWithPath: Command.path).resolvingSymlinksInPath()
    let text = try repository.folder.read(Self.hook)
    #expect(text.contains("'\(command.path)'"))
    try repository.write(text.replacing(command.path, with: "/nowhere/caviard"), to: Self.hook)
    try repository.stage(Stories.rare, as: "a.md")
    let without = try repository.hooked("commit", "--message", "x")
    #expect(without.status == 1)
    #expect(without.errors.contains("nothing was judged"))
    let path = "/usr/bin:/bin:" + command.deletingLastPathComponent().path
    let with = try repository.hooked("commit", "--message", "x", environment: ["PATH": path])
    #expect(with.status == 1)
    #expect((with.output + with.errors).contains("a.md: BLOCK"))
  }

  @Test("outside a repository, and with what the hook cannot have, it is status 64")
  func usage() throws {
    #expect(try Command.run(["gate", "--install-hook"], in: try Folder()).status == 64)
    let repository = try TeachingRepository()
    for arguments in [
      ["cases"], ["--staged"], ["--policy", "strict"], ["--exit-zero"], ["--report", "x.csv"], ["--strict-baseline"],
      ["--key", "k"], ["--no-inline"], ["--pin", "age"],
    ] {
      #expect(
        try Command.run(["gate", "--install-hook"] + arguments, in: repository.folder).status == 64, "\(arguments)")
    }
    #expect(!repository.folder.exists(Self.hook))
  }
}
