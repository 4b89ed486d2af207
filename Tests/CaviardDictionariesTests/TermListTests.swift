import CaviardCase
import CaviardDictionaries
import Testing

@Suite("Lists as written")
struct TermListTests {
  /// The error of compiling `places` with this text.
  func error(_ text: String) -> DictionaryError? {
    do throws(DictionaryError) {
      _ = try ListFolder(["places": text]).compile()
      return nil
    } catch {
      return error
    }
  }

  func fault(_ fault: ListFault, line: Int, column: String? = nil) -> DictionaryError {
    .malformed(file: "places/terms.tsv", line: line, column: column, fault: fault)
  }

  @Test("a fault is named with its file, line and column")
  func faults() {
    let header = "# list: places\nterm:terms\tid:text\tpopulation:number\n"
    #expect(error("# list: places\n") == fault(.missingHeader, line: 1))
    #expect(error("") == fault(.missingHeader, line: 1))
    #expect(error("term:terms\tid\n") == fault(.invalidHeaderCell, line: 1, column: "id"))
    #expect(error("term:words\n") == fault(.invalidHeaderCell, line: 1, column: "term:words"))
    #expect(error("a:text\ta:text\n") == fault(.invalidHeaderCell, line: 1, column: "a:text"))
    #expect(error(header + "Laval\tlaval\n") == fault(.cellCount(found: 2, expected: 3), line: 3))
    #expect(error(header + "Laval\tlaval\t1 000\n") == fault(.invalidNumber, line: 3, column: "population"))
    #expect(error(header + "Laval\tlaval\tnan\n") == fault(.invalidNumber, line: 3, column: "population"))
    #expect(error(header + "Laval||Ville\tlaval\t1\n") == fault(.emptyTerm, line: 3, column: "term"))
    #expect(error(header + "—\tlaval\t1\n") == fault(.emptyTerm, line: 3))
    #expect(error(header + "A b\tx\t1\nC d\tx\t2\n") == fault(.duplicateID, line: 4, column: "id"))
    #expect(error(header + "Laval\tlaval\t1\r\n") == fault(.carriageReturn, line: 3))
    #expect(error(header + "Laval\tlaval\t1") == fault(.noFinalLineEnd, line: 3))
    #expect(error(header + "Laval\tlaval\t\n") == nil)
  }

  @Test("bytes that are not UTF-8 are an error")
  func encoding() {
    let folder = ListFolder(["places": ""])
    folder.write(Array("term:terms\n".utf8) + [0xE9, 0x0A], toFile: "places/terms.tsv")
    #expect(throws: fault(.notUTF8, line: 2)) { try folder.compile() }
  }

  @Test("a folder that is no list is an error; patterns and missing lists are not")
  func folders() throws {
    #expect(throws: DictionaryError.unknownList(folder: "plases")) {
      try ListFolder(["plases": "term:terms\n"]).compile()
    }
    let compilation = try ListFolder(["patterns": "", "surnames": "term:terms\n"]).compile()
    #expect(compilation.missing.count == DictionaryList.allCases.count - 1)
    #expect(!compilation.missing.contains(.surnames))
    #expect(throws: (any Error).self) { try DictionaryCompiler().compile(folder: "/nonexistent/lists") }
  }

  @Test("harmless faults are warned of, and such terms left out")
  func warnings() throws {
    let folder = ListFolder(["places": "term:terms\nb\nRoy! Inc\nEau\n"])
    let warnings = try folder.compile().warnings
    #expect(warnings.map(\.code) == [.singleLetter, .unreachable, .unsorted])
    #expect(warnings.map(\.line) == [2, 3, 3])
  }
}
