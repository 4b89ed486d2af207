import CaviardCase
import CaviardDictionaries
import Testing

@Suite("Lists on top of lists")
struct OverlayTests {
  private let base = ListFolder([
    "places": "id:text\tterms:terms\tpopulation:number\tkind:text\nlaval\tLaval\t438366\tcity\nroy\tRoy\t100\tvillage\n"
  ])

  private func compiled(_ top: String) throws -> CompiledDictionary {
    let folder = ListFolder(["places": top])
    return try CompiledDictionary(bytes: DictionaryCompiler().compile(folders: [base.path, folder.path]).bytes)
  }

  @Test("a known id adds terms and replaces the cells it fills; a new one is a row more")
  func laying() throws {
    let dictionary = try compiled(
      "terms:terms\tid:text\tpopulation:number\nVille-Roy\troy\t\nBasse-Fin\tfin\t7\nLaval\tlaval\t5\n")
    let table = dictionary.table(.places)
    let population = try #require(table.column("population"))
    let kind = try #require(table.column("kind"))
    #expect((0..<3).map { table.number(population, $0) } == [5, 100, 7])
    #expect((0..<3).map { table.text(kind, $0) } == ["city", "village", ""])
    let lexed = Lexicon(dictionary: dictionary).lex(caseText("Laval, Roy, Ville-Roy, Basse-Fin"), language: nil)
    #expect(
      lexed.spoken.filter { $0.hasPrefix("places") } == [
        "places:0:Laval", "places:1:Roy", "places:1:Ville-Roy", "places:2:Basse-Fin",
      ])
  }

  @Test("a column the list does not have is refused, and a faulty term named with its own file")
  func faults() throws {
    #expect(throws: DictionaryError.self) { try compiled("id:text\tpeople:number\nx\t1\n") }
    #expect(throws: DictionaryError.self) { try compiled("id:text\tpopulation:text\nx\t1\n") }
    let folder = ListFolder(["places": "id:text\tterms:terms\nx\t—\n"])
    #expect(
      throws: DictionaryError.malformed(
        file: "\(folder.path)/places/terms.tsv", line: 2, column: nil, fault: .emptyTerm)
    ) {
      try DictionaryCompiler().compile(folders: [base.path, folder.path])
    }
  }

  @Test("one folder compiles as before, and lists of one folder alone are kept")
  func alone() throws {
    let one = try DictionaryCompiler().compile(folders: [base.path]).bytes
    #expect(one == (try DictionaryCompiler().compile(folder: base.path).bytes))
    let names = ListFolder(["surnames": "term:terms\nRoy\n"])
    let both = try DictionaryCompiler().compile(folders: [base.path, names.path])
    #expect(both.missing.count == DictionaryList.allCases.count - 2)
  }
}
