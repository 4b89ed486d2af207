import CaviardTestSupport
import Foundation
import Testing

/// `make test-gate` installs pre-commit and names it.
@Suite(
  "pre-commit itself with the installed command",
  .enabled(
    if: ProcessInfo.processInfo.environment["CAVIARD_PRE_COMMIT"] != nil,
    "CAVIARD_PRE_COMMIT names no pre-commit: not run (make test-gate)"))
struct PreCommitTests {
  private struct Site {
    let planted: PlantedRepository
    let environment: [String: String]

    var repository: TeachingRepository { planted.repository }

    func preCommit(_ arguments: String...) throws -> Command.Result {
      try Command.run(
        arguments, in: repository.folder, environment: environment,
        command: ProcessInfo.processInfo.environment["CAVIARD_PRE_COMMIT"])
    }

    func commit() throws -> Command.Result {
      try repository.hooked("commit", "--message", "More cases", environment: environment)
    }
  }

  /// A repository that uses the hook as the README says, from a repository with the file this one has.
  private func site() throws -> Site {
    let hooks = try TeachingRepository()
    let file = ".pre-commit-hooks.yaml"
    try hooks.folder.write(try Data(contentsOf: ProjectFolder.url.appendingPathComponent(file)), to: file)
    try hooks.commit("Hooks")
    let planted = try PlantedRepository()
    let folder = planted.repository.folder
    // pre-commit clones it: it must outlive this function.
    let source = folder.scratch.appendingPathComponent("hooks")
    try FileManager.default.copyItem(at: hooks.folder.url, to: source)
    let revision = try hooks.git("rev-parse", "HEAD").trimmingCharacters(in: .whitespacesAndNewlines)
    try planted.repository.stage(
      "repos:\n- repo: \(source.path)\n  rev: \(revision)\n  hooks:\n  - id: caviard-system\n",
      as: ".pre-commit-config.yaml")
    let tools = folder.scratch.appendingPathComponent("tools")
    try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: tools.appendingPathComponent("caviard"),
      withDestinationURL: URL(fileURLWithPath: Command.path).resolvingSymlinksInPath())
    let environment = [
      "PATH": tools.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"),
      "HOME": folder.scratch.path, "PRE_COMMIT_HOME": folder.scratch.appendingPathComponent("cache").path,
    ]
    let site = Site(planted: planted, environment: environment)
    let installed = try site.preCommit("install")
    #expect(installed.status == 0, "\(installed.output)\(installed.errors)")
    return site
  }

  @Test("a commit with leaks of every sort is stopped, all are found, none is told; scrubbed, it goes through")
  func commits() throws {
    let site = try site()
    try site.repository.git("add", "--all")
    let stopped = try site.commit()
    let said = stopped.output + stopped.errors
    #expect(stopped.status == 1, "\(said)")
    for name in PlantedRepository.present where !name.contains("person") {
      #expect(said.contains("\(name): BLOCK"), "\(name) in \(said)")
    }
    #expect(said.contains(/cases\/caviard-person-\d\.md: BLOCK/))
    #expect(PlantedRepository.told(said).isEmpty)
    #expect(try Command.run(["scrub", "cases", "--output", "shared"], in: site.repository.folder).status == 0)
    try site.repository.git("rm", "--quiet", "-r", "--force", "cases")
    try site.repository.git("add", "--all")
    let passed = try site.commit()
    #expect(passed.status == 0, "\(passed.output)\(passed.errors)")
  }

  @Test("what is staged is judged, not what lies in the working folder, which stays as it was")
  func staged() throws {
    let site = try site()
    try site.repository.stage(Stories.rare, as: "cases/a.md")
    try site.repository.write(Stories.plain, to: "cases/a.md")
    #expect(try site.commit().status == 1)
    #expect(try site.repository.folder.read("cases/a.md") == Stories.plain)
    try site.repository.git("add", "cases/a.md")
    try site.repository.write(Stories.rare, to: "cases/a.md")
    #expect(try site.commit().status == 0)
    #expect(try site.repository.folder.read("cases/a.md") == Stories.rare)
  }

  @Test("files that are named are read though git has nothing staged; all files are all that git tracks")
  func named() throws {
    let site = try site()
    #expect(try site.preCommit("run", "--files", "cases/rare.md").status == 1)
    #expect(try site.preCommit("run", "--files", "cases/safe.txt", "--verbose").output.contains("1 file scanned"))
    #expect(try site.preCommit("run", "--all-files").status == 0)
    try site.repository.git("add", "--all")
    let all = try site.preCommit("run", "--all-files")
    #expect(all.status == 1)
    #expect(PlantedRepository.told(all.output, all.errors).isEmpty)
  }
}
