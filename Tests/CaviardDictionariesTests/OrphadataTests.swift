import CaviardCase
import CaviardDictionaries
import Testing

@Suite("Orphanet's files")
struct OrphadataTests {
  /// Product 1, with a disorder nested in another and elements we do not know.
  private static func names(_ language: String, _ disorders: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <JDBOR date="2026-06-14 07:00:03" version="1.3.42" copyright="x">
      <DisorderList count="2">
        \(disorders)
      </DisorderList>
    </JDBOR>
    """
  }

  private static let english = names(
    "en",
    """
    <Disorder id="1">
      <OrphaCode>900001</OrphaCode><ExpertLink lang="en">http://x</ExpertLink>
      <Name lang="en">Zanvier-Oltrop syndrome</Name>
      <DisorderGroup id="2"><Name lang="en">Disorder</Name></DisorderGroup>
      <SynonymList count="3">
        <Synonym lang="en">ZOS1</Synonym><Synonym lang="en">Blue kneecap | disease</Synonym>
        <Synonym lang="en">ZO</Synonym>
      </SynonymList>
      <DisorderDisorderAssociationList><DisorderDisorderAssociation><TargetDisorder>
        <OrphaCode>7</OrphaCode><Name lang="en">Other</Name></TargetDisorder></DisorderDisorderAssociation>
      </DisorderDisorderAssociationList>
    </Disorder>
    <Disorder><OrphaCode>900002</OrphaCode><Name lang="en">OBSOLETE: Green ankle</Name></Disorder>
    <Disorder><OrphaCode>900003</OrphaCode><Name lang="en">Rare kneecap diseases</Name>
      <DisorderGroup><Name lang="en">Group of disorders</Name></DisorderGroup></Disorder>
    <Disorder><OrphaCode>900004</OrphaCode><Name lang="en">Quiet elbow disease</Name></Disorder>
    """)

  private static let french = names(
    "fr",
    """
    <Disorder><OrphaCode>900001</OrphaCode><Name lang="fr">Syndrome de Zanvier-Oltrop</Name>
      <SynonymList><Synonym lang="fr">Maladie de la rotule bleue</Synonym></SynonymList></Disorder>
    """)

  private static func prevalence(_ type: String, _ area: String, _ cells: String, valid: String = "Validated") -> String
  {
    """
    <Prevalence><Source>x[PMID]</Source><PrevalenceType><Name lang="en">\(type)</Name></PrevalenceType>
    <PrevalenceGeographic><Name lang="en">\(area)</Name></PrevalenceGeographic>
    <PrevalenceValidationStatus><Name lang="en">\(valid)</Name></PrevalenceValidationStatus>\(cells)</Prevalence>
    """
  }

  private static func figure(_ value: String) -> String {
    "<PrevalenceQualification><Name>Value and class</Name></PrevalenceQualification><ValMoy>\(value)</ValMoy>"
  }

  private static func classOnly(_ name: String) -> String {
    "<PrevalenceQualification><Name>Class only</Name></PrevalenceQualification>"
      + "<PrevalenceClass><Name>\(name)</Name></PrevalenceClass><ValMoy>0.0</ValMoy>"
  }

  private static func figures(_ prevalences: [String], code: Int = 900_001) -> String {
    names(
      "en",
      "<Disorder><OrphaCode>\(code)</OrphaCode><Name lang=\"en\">Zanvier-Oltrop syndrome</Name>"
        + "<PrevalenceList>\(prevalences.joined())</PrevalenceList></Disorder>")
  }

  private func importing(_ files: [String], base: String? = nil) throws -> OrphadataRows {
    let folder = ListFolder()
    var importer = OrphadataImporter()
    for (index, text) in files.enumerated() {
      folder.write(Array(text.utf8), toFile: "f\(index).xml")
      try importer.add(file: "\(folder.path)/f\(index).xml")
    }
    return try importer.rows(base: base)
  }

  /// The cells of a row, by column.
  private func cells(_ rows: OrphadataRows, _ id: String = "orpha-900001") -> [String: String] {
    let lines = String(decoding: rows.terms(), as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
    let header = lines[0].split(separator: "\t").map { $0.split(separator: ":")[0] }
    guard let row = lines.first(where: { $0.hasPrefix(id + "\t") }) else { return [:] }
    let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    return Dictionary(zip(header.map(String.init), cells)) { first, _ in first }
  }

  @Test("names and synonyms of both languages come together by code; groups and withdrawn entries are left out")
  func names() throws {
    let rows = try importing([Self.english, Self.french])
    let row = cells(rows)
    #expect(row["terms"] == "=ZOS1")
    #expect(row["terms.en"] == "Zanvier-Oltrop syndrome|Blue kneecap disease")
    #expect(row["terms.fr"] == "Syndrome de Zanvier-Oltrop|Maladie de la rotule bleue")
    #expect(row["name.en"] == "Zanvier-Oltrop syndrome" && row["name.fr"] == "Syndrome de Zanvier-Oltrop")
    #expect(row["class"] == "unknown" && row["point"] == "")
    #expect(row["source"] == "Orphadata 1.3.42 2026-06-14")
    #expect(rows.disorders == 2 && rows.leftOut == 2)
    #expect(cells(rows, "orpha-7").isEmpty && !cells(rows, "orpha-900004").isEmpty)
  }

  @Test("the attribution, dates and versions are written")
  func attribution() throws {
    let rows = try importing([Self.english])
    let note = String(decoding: rows.sourceNote(), as: UTF8.self)
    #expect(note.contains("CC BY 4.0") && note.contains("INSERM") && note.contains("2026-06-14 07:00:03"))
    #expect(note.contains("1.3.42"))
    #expect(String(decoding: rows.terms(), as: UTF8.self).contains("# licence: CC BY 4.0"))
  }

  @Test("a validated point prevalence from near is preferred; per 100,000 becomes a fraction")
  func point() throws {
    let row = cells(
      try importing([
        Self.figures([
          Self.prevalence("Prevalence at birth", "Canada", Self.figure("9.0")),
          Self.prevalence("Annual incidence", "Canada", Self.figure("8.0")),
          Self.prevalence("Point prevalence", "Europe", Self.figure("2.0")),
          Self.prevalence("Point prevalence", "Canada", Self.figure("5.0"), valid: "Not yet validated"),
          Self.prevalence("Point prevalence", "Worldwide", Self.figure("0.5")),
          Self.prevalence("Point prevalence", "Japan", Self.figure("0.1")),
        ])
      ]))
    #expect(row["point"].flatMap { Double($0) } == 0.000005)
    #expect(row["halfwidth"] == "0.15")
  }

  @Test("a class alone becomes our class, a few families the lowest; French files say the same")
  func classes() throws {
    let onlyClass = Self.prevalence("Point prevalence", "Europe", Self.classOnly("1-9 / 1 000 000"))
    #expect(cells(try importing([Self.figures([onlyClass])]))["class"] == "1-9/1000000")
    #expect(cells(try importing([Self.figures([onlyClass])]))["point"] == "")
    let families = Self.prevalence("Cases/families", "Worldwide", Self.figure("12"))
    #expect(cells(try importing([Self.figures([families])]))["class"] == "<1/1000000")
    let french = Self.prevalence("Prévalence ponctuelle", "Monde", Self.figure("3.0"), valid: "Validé")
    #expect(cells(try importing([Self.figures([french])]))["point"].flatMap { Double($0) } == 0.00003)
  }

  @Test(
    "ages at onset span what is named, in English and French",
    arguments: [["Infancy", "Childhood"], ["Enfance", "Petite enfance"]])
  func onset(names: [String]) throws {
    let ages = names.map { "<AverageAgeOfOnset><Name>\($0)</Name></AverageAgeOfOnset>" }.joined()
    let text = Self.names(
      "en",
      "<Disorder><OrphaCode>900001</OrphaCode><Name>Zanvier-Oltrop syndrome</Name>"
        + "<AverageAgeOfOnsetList>\(ages)</AverageAgeOfOnsetList></Disorder>")
    let row = cells(try importing([text]))
    #expect(row["onset.low"] == "0" && row["onset.high"] == "11")
  }

  @Test("only the code and the name must be there")
  func bare() throws {
    let text =
      "<JDBOR><DisorderList><Disorder><OrphaCode>5</OrphaCode><Name>Blue kneecap</Name></Disorder>"
      + "<Disorder><OrphaCode>6</OrphaCode></Disorder></DisorderList></JDBOR>"
    let rows = try importing([text])
    #expect(cells(rows, "orpha-5")["terms.en"] == "Blue kneecap")
    #expect(rows.disorders == 1 && rows.leftOut == 1)
  }

  @Test(
    "what is broken is refused with its line",
    arguments: [
      ("<JDBOR>\n<DisorderList></JDBOR>", OrphadataError.Reason.markup, 2), ("", .markup, 1),
      ("<html/>", .notOrphadata, 1),
      ("<JDBOR/>", .nothing, 1), ("<JDBOR>\n<Disorder><Name>x</Name></Disorder></JDBOR>", .missingCode, 2),
      ("<JDBOR>\n<Disorder><OrphaCode>x</OrphaCode></Disorder></JDBOR>", .missingCode, 2),
      (
        "<JDBOR><Disorder><OrphaCode>1</OrphaCode><PrevalenceList><Prevalence>\n<ValMoy>many</ValMoy></Prevalence>"
          + "</PrevalenceList></Disorder></JDBOR>", .invalidNumber, 2
      ),
      ("<!DOCTYPE JDBOR [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><JDBOR>&b;</JDBOR>", .documentType, 1),
      ("<!DOCTYPE JDBOR SYSTEM \"file:///etc/passwd\"><JDBOR/>", .documentType, 1),
      (String(repeating: "<a>", count: 70), .limit, 1),
    ])
  func broken(text: String, reason: OrphadataError.Reason, line: Int) {
    do {
      _ = try importing([text])
      Issue.record("accepted")
    } catch let error as OrphadataError {
      #expect(error.reason == reason)
      #expect(error.line == line)
    } catch {
      Issue.record(error)
    }
  }

  private static let header =
    "id:text\tterms.en:terms\tterms.fr:terms\tterms:terms\tclass:text\tpoint:number\thalfwidth:number\tcourse:text\t"
    + "onset.low:number\tonset.high:number\tname.en:text\tname.fr:text\tsource:text\tsystem:text\n"

  @Test("a disorder the base has under its own id is joined to it, and keeps a published figure")
  func joining() throws {
    let base = ListFolder([
      "diagnoses": Self.header
        + "group-knee\tQuiet elbow disease\t\t\t\t\t\tchronic\t\t\t\t\t\t\n"
        + "zanvier\tzanvier oltrop syndrome\t\t\t1-9/100000\t0.00004\t0.4\tchronic\t3\t4\t\t\tgeneral-knowledge\t\n"
    ])
    let point = Self.prevalence("Point prevalence", "Canada", Self.figure("1.0"))
    let rows = try importing([Self.english, Self.figures([point])], base: base.path)
    #expect(rows.joined == 1)
    #expect(cells(rows).isEmpty)
    #expect(cells(rows, "zanvier")["point"].flatMap { Double($0) } == 0.00001)
    #expect(cells(rows, "zanvier")["name.en"] == "")
    #expect(!cells(rows, "orpha-900004").isEmpty)
    let published = ListFolder([
      "diagnoses": Self.header
        + "zanvier\tzanvier oltrop syndrome\t\t\t\t0.00004\t0.1\tchronic\t\t\t\t\tOltrop 2019\t\n"
    ])
    let kept = cells(try importing([Self.english, Self.figures([point])], base: published.path), "zanvier")
    #expect(kept["point"] == "" && kept["source"] == "")
  }

  @Test("the list goes on top of another and its terms are found")
  func onTop() throws {
    let base = ListFolder([
      "diagnoses": Self.header + "knee\tknee disease\t\t\tcommon\t0.1\t0.4\tchronic\t\t\t\t\t\tsystem\n"
    ])
    let top = ListFolder()
    top.write("", to: "diagnoses")
    top.write(try importing([Self.english, Self.french]).terms(), toFile: "diagnoses/terms.tsv")
    let compilation = try DictionaryCompiler().compile(folders: [base.path, top.path])
    #expect(compilation.bytes == (try DictionaryCompiler().compile(folders: [base.path, top.path]).bytes))
    let lexicon = Lexicon(dictionary: try CompiledDictionary(bytes: compilation.bytes))
    #expect(
      lexicon.lex(caseText("Maladie de la rotule bleue", declared: .french), language: nil).spoken.contains {
        $0.hasPrefix("diagnoses:") && $0.hasSuffix(":Maladie de la rotule bleue")
      })
  }
}
