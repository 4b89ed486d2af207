import Foundation
import Testing

@Suite("every way to read a repository finds every leak and tells none")
struct RepositoryModesTests {
  private static let forms = ["text", "json", "jsonl", "csv", "html", "sarif", "junit", "gitlab", "github"]

  /// The cases of a run that do not pass, without their versions; and every word it told, in any form.
  private func run(
    _ arguments: [String], in planted: PlantedRepository
  ) throws -> (found: Set<String>, told: [String]) {
    let folder = planted.repository.folder
    let reports = Self.forms.flatMap { ["--report", "\($0)=.caviard/\($0)"] }
    let page = folder.scratch.appendingPathComponent("page.md")
    let result = try Command.run(
      ["gate"] + reports + arguments, in: folder, environment: ["GITHUB_STEP_SUMMARY": page.path])
    #expect(result.status == 1, "\(arguments): \(result.errors)")
    let files = try Self.forms.map { form in
      let text = try folder.read(".caviard/\(form)")
      #expect(!text.isEmpty, "\(form)")
      return text
    }
    let told = PlantedRepository.told(
      result.output, result.errors, files.joined(), try String(contentsOf: page, encoding: .utf8))
    var found: Set<String> = []
    for line in try folder.read(".caviard/jsonl").split(separator: "\n") {
      let record = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      guard let name = record["case"] as? String, record["verdict"] as? String != "pass" else { continue }
      found.insert(name.split(separator: "@").first.map(String.init) ?? name)
    }
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent(".caviard"))
    return (found, told)
  }

  @Test("staged, listed by name, in a range of commits, as tracked")
  func present() throws {
    let planted = try PlantedRepository()
    let repository = planted.repository
    let listed = try run(["--listed", "--"] + PlantedRepository.leaks.keys.sorted() + ["cases/safe.txt"], in: planted)
    #expect(listed.found == PlantedRepository.present)
    #expect(listed.told.isEmpty)
    try repository.git("add", "--all")
    let staged = try run(["--staged"], in: planted)
    #expect(staged.found == PlantedRepository.present)
    #expect(staged.told.isEmpty)
    try repository.commit("More cases")
    for arguments in [[], ["cases"], ["--diff", "main...topic"]] {
      let result = try run(arguments, in: planted)
      #expect(result.found == PlantedRepository.present, "\(arguments)")
      #expect(result.told.isEmpty, "\(arguments)")
    }
  }

  @Test("in the history: messages, earlier versions and branches too")
  func past() throws {
    let planted = try PlantedRepository()
    try planted.repository.commit("More cases")
    let result = try run(["--history"], in: planted)
    #expect(result.told.isEmpty)
    #expect(result.found.isSuperset(of: PlantedRepository.present.union(PlantedRepository.past)), "\(result.found)")
    #expect(result.found.count { $0.hasPrefix("commit ") } == 1)
  }

  @Test(
    "in the history a content is read where it is a case, and a name that tells is found though its content is known")
  func names() throws {
    let repository = try TeachingRepository(["a.md": Stories.plain, "drafts/a.tex": Stories.rare])
    try repository.write(Stories.rare, to: "cases/b.tex")
    try repository.git("mv", "a.md", "delphine-tremblay.tex")
    try repository.commit("Moved")
    try repository.git("mv", "delphine-tremblay.tex", "c.tex")
    try repository.commit("Moved again")
    try repository.write("cases: [\"cases/*.tex\", \"*.tex\"]\nignore: [drafts]\n", to: "caviard.yml")
    let result = try repository.gate("--history")
    #expect(result.status == 1)
    #expect(result.output.contains(/cases\/b\.tex@[0-9a-f]{10}: BLOCK/))
    #expect(result.output.contains(/caviard-person-1@[0-9a-f]{10}: BLOCK/))
    #expect(PlantedRepository.told(result.output, result.errors).isEmpty)
  }

  @Test("scrubbed, the same repository passes")
  func scrubbed() throws {
    let planted = try PlantedRepository()
    let repository = planted.repository
    #expect(try Command.run(["scrub", "cases", "--output", "shared"], in: repository.folder).status == 0)
    try FileManager.default.removeItem(at: repository.folder.url.appendingPathComponent("cases"))
    try repository.git("add", "--all")
    let result = try repository.gate("--staged")
    #expect(result.status == 0, "\(result.output)")
    #expect(PlantedRepository.told(result.output, result.errors).isEmpty)
  }

  @Test("of a list what is no case is counted, what cannot be read is not passed over")
  func listed() throws {
    let repository = try TeachingRepository()
    try repository.write("x", to: "slides.bin")
    try repository.write(Stories.rare, to: ".hidden/c.md")
    try repository.write(Stories.rare, to: "README.md")
    let result = try repository.gate("--listed", "slides.bin", ".hidden/c.md", "README.md")
    #expect(result.status == 0)
    #expect(result.output.contains("0 files scanned"))
    #expect(result.output.contains("1 other file"))
    // A document that nobody here reads may be a case.
    try repository.write("x", to: "slides.pdf")
    #expect(try repository.gate("--listed", "slides.pdf").status == 2)
    #expect(try repository.gate("--listed").output.contains("0 files scanned"))
    try repository.write("x", to: "delphine-tremblay.bin")
    let named = try repository.gate("--listed", "delphine-tremblay.bin")
    #expect(named.status == 1)
    #expect(PlantedRepository.told(named.output, named.errors).isEmpty)
    try repository.write(Stories.rare, to: "a.md")
    for path in ["a.md", "./a.md", repository.folder.url.appendingPathComponent("a.md").path] {
      #expect(try repository.gate("--listed", path).status == 1, "\(path)")
    }
    #expect(try repository.gate("--listed", "none.md").status == 2)
    try FileManager.default.createSymbolicLink(
      atPath: repository.folder.url.appendingPathComponent("l.md").path, withDestinationPath: "a.md")
    #expect(try repository.gate("--listed", "l.md").status == 2)
    #expect(try repository.gate("--listed", "--staged").status == 64)
    // Which files are cases, the configuration says.
    try repository.write("cases: [\"cases/**/*.tex\"]\n", to: "caviard.yml")
    try repository.write(Stories.rare, to: "cases/a.tex")
    #expect(try repository.gate("--listed", "cases/a.tex").status == 1)
    #expect(try repository.gate("--listed", "a.md").output.contains("0 files scanned"))
  }
}
