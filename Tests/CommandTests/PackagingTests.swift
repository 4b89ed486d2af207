import CaviardTestSupport
import Foundation
import Testing
import Yams

@Suite("the gate as others run it: GitHub's action, GitLab's job, pre-commit's hooks")
struct PackagingTests {
  /// A folder as `.ci/gate build` leaves it, so that nothing is built here.
  private func home(_ folder: Folder) throws -> URL {
    let home = folder.scratch.appendingPathComponent("home")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let command = URL(fileURLWithPath: Command.path).resolvingSymlinksInPath()
    let dictionary = ProjectFolder.url.appendingPathComponent(".build/caviard.cvd")
    for (name, target) in [("caviard", command), ("caviard.cvd", dictionary)] {
      try FileManager.default.createSymbolicLink(at: home.appendingPathComponent(name), withDestinationURL: target)
    }
    return home
  }

  private func environment(_ folder: Folder) throws -> [String: String] {
    [
      "CAVIARD_HOME": try home(folder).path,
      "GITHUB_STEP_SUMMARY": folder.scratch.appendingPathComponent("page.md").path,
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
  }

  @Test("GitHub's action fails on a leak, writes SARIF and the summary, uploads all the same, and tells no word")
  func action() throws {
    let planted = try PlantedRepository()
    try planted.repository.commit("More cases")
    let folder = planted.repository.folder
    let environment = try environment(folder)
    let run = try ActionRun(in: folder, environment: environment)
    #expect(run.status == 1)
    #expect(run.outputs == ["status": "1", "sarif": ".caviard/caviard.sarif"])
    let sarif = try folder.read(".caviard/caviard.sarif")
    let page = try String(contentsOf: folder.scratch.appendingPathComponent("page.md"), encoding: .utf8)
    #expect(sarif.contains("cases/page.xhtml") && page.contains("cases/page.xhtml"))
    #expect(run.log.contains("::error "))
    #expect(PlantedRepository.told(run.log, sarif, page).isEmpty)
    let actions = run.used.map { $0.action.split(separator: "@")[0] }
    #expect(actions == ["actions/cache", "github/codeql-action/upload-sarif"])
    #expect(run.used[0].inputs["path"]?.hasSuffix("/home") == true)
    #expect(run.used[0].inputs["key"]?.contains(/^caviard-[0-9a-f]{64}$/) == true)
    #expect(run.used[1].inputs == ["sarif_file": ".caviard/caviard.sarif", "category": "caviard"])
    // What was asked for may change, what is told may not.
    let block = try ActionRun(
      ["paths": "cases/safe.txt\ncases/rare.md", "fail-on": "block", "policy": "strict", "upload": "false"], in: folder,
      environment: environment)
    #expect(block.status == 1)
    #expect(block.used.count == 1)
    #expect(!block.log.contains("page.xhtml"))
  }

  @Test("GitHub's action passes where all cases pass")
  func passing() throws {
    let repository = try TeachingRepository(["a.md": Stories.plain])
    let run = try ActionRun(in: repository.folder, environment: try environment(repository.folder))
    #expect(run.status == 0, "\(run.log)")
    #expect(run.outputs["status"] == "0")
    #expect(run.used.last?.inputs["sarif_file"] == ".caviard/caviard.sarif")
  }

  @Test("of a pull request the changes are judged, though only its last commit was fetched")
  func pullRequest() throws {
    let repository = try TeachingRepository(["old.md": Stories.rare])
    try repository.git("checkout", "--quiet", "-b", "topic")
    try repository.write(Stories.plain, to: "new.md")
    try repository.commit("New")
    try repository.git("checkout", "--quiet", "main")
    try repository.write(Stories.plain, to: "other.md")
    try repository.commit("Meanwhile")
    let base = try repository.git("rev-parse", "main").trimmingCharacters(in: .whitespacesAndNewlines)
    let folder = repository.folder
    let clone = folder.scratch.appendingPathComponent("clone")
    try repository.git(
      "clone", "--quiet", "--depth", "1", "--branch", "topic", "file://" + folder.url.path, clone.path)
    let environment = try environment(folder)
    let run = try ActionRun(base: base, in: folder, at: clone, environment: environment)
    #expect(run.status == 0, "\(run.log)")
    #expect(!run.log.contains("old.md"))
    let all = try ActionRun(["diff": "all"], base: base, in: folder, at: clone, environment: environment)
    #expect(all.status == 1)
    // What cannot be compared is not judged, and never passes.
    let unknown = try ActionRun(
      base: String(repeating: "1", count: 40), in: folder, at: clone, environment: environment)
    #expect(unknown.status == 64)
    #expect(unknown.used.last?.action.hasPrefix("actions/cache") == true)
  }

  @Test("the command is built once, and again only from other sources")
  func build() throws {
    let folder = try Folder(["Package.swift": "1", "Sources/a.swift": "1", "Dictionaries/a.tsv": "1"])
    let script = folder.url.appendingPathComponent(".ci/gate")
    try FileManager.default.createDirectory(at: script.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: ProjectFolder.url.appendingPathComponent(".ci/gate"), to: script)
    let tools = folder.scratch.appendingPathComponent("tools")
    try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
    let fakes = [
      "caviard": "#!/bin/sh\nif [ \"$1\" = dictionary ]; then echo lists >\"$5\"; else echo version; fi\n",
      "pkg-config": "#!/bin/sh\n",
      "swift": """
      #!/bin/sh
      if [ "$1" = --version ]; then echo "${SWIFT_NUMBER:-6}"; exit; fi
      echo built >>"\(folder.scratch.path)/builds"
      mkdir -p "$3/.build/release" && cp "\(tools.path)/caviard" "$3/.build/release/caviard"

      """,
    ]
    for (name, text) in fakes {
      let file = tools.appendingPathComponent(name)
      try Data(text.utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }
    func run(_ command: String, _ number: String = "6") throws -> Command.Result {
      try Command.run(
        [script.path, command], in: folder,
        environment: ["PATH": tools.path + ":/usr/bin:/bin", "SWIFT_NUMBER": number], command: "/bin/bash")
    }
    for _ in 0..<2 { #expect(try run("build").status == 0) }
    let builds = try String(contentsOf: folder.scratch.appendingPathComponent("builds"), encoding: .utf8)
    #expect(builds == "built\n")
    #expect(folder.files(under: ".build/gate") == ["caviard", "caviard.cvd"])
    let key = try run("key").output
    #expect(try run("key").output == key)
    #expect(try run("key", "7").output != key)
    try folder.write(Data("2".utf8), to: "Sources/a.swift")
    #expect(try run("key").output != key)
    #expect(try run("nonsense").status == 64)
  }

  @Test("GitLab's job fails on a leak and writes both reports, and passes without one")
  func gitlab() throws {
    let job = try #require(try ActionRun.document(".gitlab/caviard.yml")["caviard"] as? [String: Any])
    let script = try #require(job["script"] as? [String]).joined(separator: "\n")
    let reports = try #require((job["artifacts"] as? [String: Any])?["reports"] as? [String: String])
    #expect((job["artifacts"] as? [String: Any])?["when"] as? String == "always")
    #expect(job["allow_failure"] == nil)
    #expect(job["image"] is String && job["cache"] is [String: Any] && job["rules"] is [Any])
    let source = try TeachingRepository()
    let gate = try Data(contentsOf: ProjectFolder.url.appendingPathComponent(".ci/gate"))
    try source.folder.write(gate, to: ".ci/gate")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: source.folder.url.appendingPathComponent(".ci/gate").path)
    try source.commit("Gate")
    func run(_ repository: TeachingRepository, _ more: [String: String] = [:]) throws -> Command.Result {
      let folder = repository.folder
      return try Command.run(
        ["-eo", "pipefail", "-c", script], in: folder,
        environment: [
          "CI": "true", "CI_PROJECT_DIR": folder.url.path, "CAVIARD_REPOSITORY": source.folder.url.path,
          "CAVIARD_REF": "main", "CAVIARD_HOME": folder.scratch.path + "/home",
        ].merging(more) { $1 }, command: "/bin/bash")
    }
    let planted = try PlantedRepository()
    try planted.repository.commit("More cases")
    let folder = planted.repository.folder
    _ = try home(folder)
    let result = try run(planted.repository)
    #expect(result.status == 1, "\(result.errors)")
    let quality = try folder.read(try #require(reports["codequality"]))
    let junit = try folder.read(try #require(reports["junit"]))
    #expect(quality.contains("cases/page.xhtml") && junit.contains("cases/page.xhtml"))
    #expect(PlantedRepository.told(result.output, result.errors, quality, junit).isEmpty)
    // Of a merge request only what it changes.
    try planted.repository.git("checkout", "--quiet", "-b", "next")
    try planted.repository.stage(Stories.plain, as: "cases/next.md")
    try planted.repository.git("commit", "--quiet", "--message", "Next")
    #expect(try run(planted.repository, ["CI_MERGE_REQUEST_DIFF_BASE_SHA": "topic"]).status == 0)
    #expect(try run(planted.repository, ["CAVIARD_REPOSITORY": ""]).status == 64)
  }

  @Test("no step goes on after an error, and what others choose comes in by the environment only")
  func safe() throws {
    let action = try ActionRun.document("action.yml")
    for key in ["name", "description", "inputs", "outputs", "runs"] { #expect(action[key] != nil, "\(key)") }
    let runs = try #require(action["runs"] as? [String: Any])
    #expect(runs["using"] as? String == "composite")
    for step in try #require(runs["steps"] as? [[String: Any]]) {
      #expect(step["continue-on-error"] == nil)
      if let run = step["run"] as? String {
        #expect(step["shell"] as? String == "bash")
        #expect(!run.contains("${{"))
      } else {
        #expect((step["uses"] as? String)?.contains(/^[a-z-]+\/[a-z\/-]+@v\d+$/) == true)
      }
    }
  }

  @Test("both of pre-commit's hooks have what it needs, and options of the gate that exist")
  func hooks() throws {
    let file = ProjectFolder.url.appendingPathComponent(".pre-commit-hooks.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let hooks = try #require(try Yams.load(yaml: text) as? [[String: Any]])
    #expect(hooks.compactMap { $0["id"] as? String } == ["caviard", "caviard-system"])
    #expect(hooks.compactMap { $0["language"] as? String } == ["swift", "system"])
    for hook in hooks {
      for key in ["name", "description", "entry", "minimum_pre_commit_version"] {
        #expect(hook[key] is String, "\(key)")
      }
      // Two cases could be one patient: all files go to one process.
      #expect(hook["require_serial"] as? Bool == true)
      let words = try #require(hook["entry"] as? String).split(separator: " ").map(String.init)
      let arguments = try #require(hook["args"] as? [String])
      #expect(words.first == "caviard")
      let folder = try Folder(["-x.md": Stories.plain, "b.md": Stories.rare])
      let result = try Command.run(words.dropFirst() + arguments + ["-x.md", "b.md"], in: folder)
      #expect(result.status == 1)
      #expect(result.output.contains("2 files scanned: 1 pass"))
    }
  }
}
