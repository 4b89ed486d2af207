import Foundation
import Testing

@Suite("dictionary import orphadata")
struct OrphadataCommandTests {
  private let names = """
    <?xml version="1.0" encoding="UTF-8"?>
    <JDBOR date="2026-06-14" version="1.3.42"><DisorderList>
    <Disorder><OrphaCode>900001</OrphaCode><Name lang="fr">Maladie de la rotule bleue</Name><PrevalenceList><Prevalence>
    <PrevalenceType><Name lang="en">Point prevalence</Name></PrevalenceType><ValMoy>0.2</ValMoy>
    <PrevalenceGeographic><Name lang="en">Canada</Name></PrevalenceGeographic>
    <PrevalenceValidationStatus><Name lang="en">Validated</Name></PrevalenceValidationStatus>
    </Prevalence></PrevalenceList></Disorder></DisorderList></JDBOR>
    """

  @Test("what is imported and compiled with the lists is found and counted")
  func endToEnd() throws {
    let folder = try Folder(["fr.xml": names, "a.txt": "Femme de 40 ans atteinte de la maladie de la rotule bleue.\n"])
    let lists = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Dictionaries").path
    let imported = try Command.run(
      ["dictionary", "import", "orphadata", "fr.xml", "--output", "own", "--base", lists], in: folder)
    #expect(imported.status == 0, "\(imported.errors)")
    #expect(folder.files(under: "own") == ["diagnoses/SOURCE.md", "diagnoses/terms.tsv"])
    #expect(try folder.read("own/diagnoses/SOURCE.md").contains("1.3.42"))
    let compiled = try Command.run(["dictionary", "compile", lists, "own", "--output", "own.cvd"], in: folder)
    #expect(compiled.status == 0, "\(compiled.errors)")
    let report = try Command.run(["check", "a.txt", "--dictionary", "own.cvd", "--format", "json"], in: folder).object
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.contains { $0["kind"] as? String == "diagnosis" })
    let row = try Command.run(
      ["dictionary", "lookup", "maladie de la rotule bleue", "--dictionary", "own.cvd"], in: folder)
    #expect(row.output.contains("point=2e-06") && row.output.contains("source=Orphadata 1.3.42"))
  }

  @Test("a broken file is status 2 with its line, and nothing is written")
  func broken() throws {
    let folder = try Folder(["x.xml": "<JDBOR>\n<Disorder>", "fr.xml": names])
    let result = try Command.run(
      ["dictionary", "import", "orphadata", "fr.xml", "x.xml", "--output", "own"], in: folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("x.xml:2"))
    #expect(!folder.exists("own"))
    #expect(
      try Command.run(["dictionary", "import", "orphadata", "no.xml", "--output", "own"], in: folder).status == 2)
  }
}
