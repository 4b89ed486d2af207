import CaviardCase
import CaviardPipeline
import CaviardTestSupport
import Testing

@Suite("names of files and folders")
struct NeutralNamesTests {
  @Test(
    "one that tells of somebody is not used",
    arguments: [
      ("Jean Tremblay.txt", "caviard-person-1.txt"), ("tremblay_jean.md", "caviard-person-1.md"),
      ("JeanTremblay1985.xhtml", "caviard-person-1.xhtml"), ("Ga\u{301}gne\u{301}_Elodie.txt", "caviard-person-1.txt"),
      ("Dr Roy - lettre.txt", "caviard-person-1.txt"), ("Zyxquorvel.txt", "caviard-name-1.txt"),
      ("j.tremblay@chum.ca.txt", "caviard-email-1.txt"), ("418-555-0143.txt", "caviard-phone-1.txt"),
      ("MRN-123.txt", "caviard-record-number-1.txt"), ("mrn_4471209.txt", "caviard-record-number-1.txt"),
      ("4471209.txt", "caviard-record-number-1.txt"), ("2021-03-04 consult.txt", "caviard-date-1.txt"),
      ("mars 2021/note.txt", "caviard-date-1/note.txt"), ("TREJ 8512 0412.txt", "caviard-health-number-1.txt"),
      ("Moosonee.txt", "caviard-place-1.txt"), ("moosonee-lighthouse.txt", "caviard-place-1.txt"),
      ("CHUM/x1.txt", "caviard-institution-1/x1.txt"), ("femme 34 ans.txt", "caviard-age-1.txt"),
      ("erdheim-chester.txt", "caviard-diagnosis-1.txt"), ("lettre Tremblay.pdf", "caviard-person-1.pdf"),
      ("Jean.Tremblay", "caviard-person-1"), ("Jean Tremblay.txt.bak", "caviard-person-1"),
      ("a\u{1B}[2Jb.txt", "caviard-name-1.txt"), ("L\u{FFFD}a.txt", "caviard-name-1.txt"),
    ])
  func telling(name: String, neutral: String) throws {
    let found = try names([name])[0]
    #expect(found.path == neutral)
    #expect(found.isRenamed && !found.kinds.isEmpty)
  }

  @Test(
    "one that says what a case teaches, or where it stands, is kept",
    arguments: [
      "chest-pain-plain.txt", "diabetes-01.txt", "cardio/ecg-normal.txt", "pneumonia.md", "Hypertension.txt",
      "case 12.txt",
      "Final_Exam_Case_4.txt", "Groupe B/examen.txt", "Urgence/cas 1.txt", "2nd year/OSCE station 4.txt",
      "week 3/semaine2.txt",
      "pédiatrie/fièvre.txt", "SOAP note.txt", "2021/01-case.txt", "EN100673.txt",
      "caviard-person-1/caviard-date-12.txt",
    ])
  func plain(name: String) throws {
    let found = try names([name])[0]
    #expect(found.path == name)
    #expect(!found.isRenamed && found.kinds.isEmpty)
  }

  @Test("a folder stays one folder, a file and its picture stay together, and no name is taken twice")
  func together() throws {
    let paths = [
      "caviard-person-1.txt", "Jean Tremblay/a.txt", "Jean Tremblay/b.txt", "x/Jean Tremblay.png",
      "x/Jean Tremblay.txt",
      "x/Luc Gagnon.txt",
    ]
    #expect(
      try names(paths).map(\.path) == [
        "caviard-person-1.txt", "caviard-person-2/a.txt", "caviard-person-2/b.txt", "x/caviard-person-2.png",
        "x/caviard-person-2.txt", "x/caviard-person-3.txt",
      ])
  }

  @Test("names that some systems cannot keep apart are told apart; the same path twice is not")
  func collisions() throws {
    let composed = "r\u{E9}sum\u{E9}.txt"
    let decomposed = "re\u{301}sume\u{301}.txt"
    let found = try names(["A.txt", "a.txt", "a-2.txt", composed, decomposed, "A.txt"]).map(\.path)
    #expect(found.map(\.utf8.count) == [5, 7, 7, composed.utf8.count, decomposed.utf8.count + 2, 5])
    #expect(Set(found.map { $0.lowercased() }).count == 5)
    #expect(found[0] == "A.txt" && found[5] == "A.txt")
  }

  @Test("a person of the case is found in its path in small letters, with an initial, without accents, or joined")
  func persons() throws {
    let words = PersonWords(["Gerald Pottle", "Mme Élodie Lévesque-Roy"])
    for name in [
      "case_pottle", "gpottle_62", "pottleg", "POTTLE", "geraldpottle", "PottleCase", "levesque-1", "elodie", "cas roy",
      "eroy",
    ] {
      #expect(words.areIn(name), "\(name)")
    }
    for name in ["case_1", "bottle", "pottles", "royal", "mme", "g62", "potassium"] {
      #expect(!words.areIn(name), "\(name)")
    }
    #expect(PersonWords(["Dr. Wilson"]).areIn("mwilson"))
    #expect(!PersonWords(["Mr. Hart"]).areIn("chart_1"))
    #expect(!PersonWords().areIn("pottle"))
  }

  @Test("a folder that names a person of one case has another name for all of them")
  func sharedFolder() throws {
    var names = NeutralNames(try TestPipeline.canada.get())
    let pottle = PersonWords(["Gerald Pottle"])
    let found = names.names(
      for: ["pottle/a.txt", "pottle/b.txt", "chest_pain.txt", "img/pottle.png"],
      persons: [pottle, PersonWords(), PersonWords(), pottle])
    #expect(
      found.map(\.path) == [
        "caviard-person-1/a.txt", "caviard-person-1/b.txt", "chest_pain.txt", "img/caviard-person-1.png",
      ])
    #expect(found[1].kinds == [.personName] && found[2].kinds.isEmpty)
  }

  private func names(_ paths: [String]) throws -> [NeutralNames.Name] {
    var names = NeutralNames(try TestPipeline.canada.get())
    return names.names(for: paths)
  }
}
