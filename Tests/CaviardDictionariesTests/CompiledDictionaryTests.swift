import CaviardCase
import CaviardTokenizing
import Testing

@testable import CaviardDictionaries

@Suite("Compiled dictionary")
struct CompiledDictionaryTests {
  static let lists = [
    "frequent-words-en": "term:terms\nof\nthe\n",
    "surnames": "term:terms\tfrequency:number\nRoy\t0.0025\nTremblay\t0.008\n",
    "places":
      "term:terms\tid:text\tpopulation:number\tname.fr:text\nMontréal|Montreal\tmontreal\t1762949\tMontréal\n"
      + "Saint-Jean\tsaint-jean\t97000.5\tSaint-Jean\nVal-d'Or\tval-d-or\t\tVal-d’Or\n",
    "age-sex": "age:number\tshare:number\n0\t0.01\n1\t0.011\n",
  ]

  func open() throws -> CompiledDictionary {
    try CompiledDictionary(bytes: ListFolder(Self.lists).compile(patterns: [1, 2, 3]).bytes)
  }

  func word(_ text: String, in dictionary: CompiledDictionary) -> WordID? {
    Tokenizer().keys(of: text).first.flatMap(dictionary.word)
  }

  @Test("the same lists give the same bytes, other lists another digest")
  func deterministic() throws {
    let first = try ListFolder(Self.lists).compile(patterns: [7])
    let second = try ListFolder(Self.lists).compile(patterns: [7])
    #expect(first.bytes == second.bytes)
    let other = try ListFolder(Self.lists).compile(patterns: [8])
    #expect(try CompiledDictionary(bytes: first.bytes).digest != CompiledDictionary(bytes: other.bytes).digest)
    #expect(try CompiledDictionary(bytes: first.bytes).digest.count == 16)
  }

  @Test("words are found in any case, and know their lists and senses")
  func words() throws {
    let dictionary = try open()
    let tremblay = try #require(word("TREMBLAY", in: dictionary))
    #expect(dictionary.membership(tremblay) == .surnames)
    #expect(dictionary.senses(of: tremblay).map(\.termRow) == [TermRow(.surnames, 1)])
    let the = try #require(word("The", in: dictionary))
    #expect(dictionary.membership(the) == .frequentWordsEN)
    #expect(dictionary.senses(of: the).isEmpty)
    #expect(word("unheard", in: dictionary) == nil)
    let saint = try #require(word("saint", in: dictionary))
    #expect(dictionary.membership(saint).isEmpty)
  }

  @Test("tables give numbers, texts and rows by id, and nothing outside")
  func tables() throws {
    let table = try open().table(.places)
    let population = try #require(table.column("population"))
    let name = try #require(table.column("name.fr"))
    #expect(table.rowCount == 3)
    #expect(table.row(id: "montreal") == 0)
    #expect(table.row(id: "val-d-or") == 2)
    #expect(table.row(id: "laval") == nil)
    #expect(table.number(population, 0) == 1_762_949)
    #expect(table.number(population, 1) == 97_000.5)
    #expect(table.number(population, 2) == nil)
    #expect(table.number(population, 3) == nil)
    #expect(table.number(name, 0) == nil)
    #expect(table.text(name, 2) == "Val-d’Or")
    #expect(table.text(name, -1) == "")
    #expect(table.column("region") == nil)
    #expect(try open().table(.halfWidths).rowCount == 0)
    let shares = try open().table(.ageSex)
    #expect(shares.column("share").flatMap { shares.number($0, 1) } == 0.011)
  }

  @Test("columns of many different values keep every one")
  func wideColumns() throws {
    let rows = (0..<70_000).map { "w\($0)\ti\($0)\t\(Double($0) / 8)\n" }.joined()
    let folder = ListFolder(["occupations": "term:terms\tid:text\tshare:number\n" + rows])
    let table = try CompiledDictionary(bytes: folder.compile().bytes).table(.occupations)
    let share = try #require(table.column("share"))
    for row in [0, 255, 256, 65_535, 65_536, 69_999] {
      #expect(table.number(share, row) == Double(row) / 8)
      #expect(table.row(id: "i\(row)") == row)
    }
  }

  @Test("counts, patterns and checksum come back")
  func rest() throws {
    let dictionary = try open()
    #expect(dictionary.patterns == [1, 2, 3])
    let places = try #require(dictionary.listCounts.first { $0.list == .places })
    #expect(places.rows == 3 && places.terms == 4)
    try dictionary.verifyChecksum()
  }

  @Test("a file is mapped; none, a folder and an empty one are errors")
  func mapping() throws {
    let folder = ListFolder(Self.lists)
    folder.write(try folder.compile().bytes, toFile: "caviard.cvd")
    folder.write([], toFile: "empty.cvd")
    let dictionary = try CompiledDictionary(contentsOf: "\(folder.path)/caviard.cvd")
    #expect(word("Roy", in: dictionary) != nil)
    try dictionary.verifyChecksum()
    for name in ["absent.cvd", "empty.cvd", "places"] {
      #expect(throws: DictionaryError.self) { try CompiledDictionary(contentsOf: "\(folder.path)/\(name)") }
    }
  }

  @Test("every list has a bit of its own, without holes")
  func listSets() {
    for list in DictionaryList.allCases { #expect(ListSet(list).lists == [list]) }
    #expect(ListSet.order.map(\.bit) == (0..<UInt64(DictionaryList.allCases.count)).map { $0 })
    #expect(DictionaryList.allCases.count <= 64)
    #expect(ListSet.halfWidths.lists == [.halfWidths])
  }
}

@Suite("Damaged dictionaries")
struct DamagedDictionaryTests {
  @Test("a truncated file or a flipped bit of the header is an error")
  func header() throws {
    let bytes = try ListFolder(CompiledDictionaryTests.lists).compile().bytes
    let head =
      DictionaryFormat.headerBytes + DictionaryFormat.Section.allCases.count * DictionaryFormat.sectionEntryBytes
    for count in stride(from: 0, to: bytes.count, by: 41) {
      #expect(throws: DictionaryError.self) { try CompiledDictionary(bytes: Array(bytes[..<count])) }
    }
    for bit in 0..<head * 8 {
      var damaged = bytes
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: DictionaryError.self, "bit \(bit)") { try CompiledDictionary(bytes: damaged) }
    }
  }

  @Test("other versions are told apart from damage")
  func versions() throws {
    let bytes = try ListFolder(CompiledDictionaryTests.lists).compile().bytes
    func error(_ change: (inout [UInt8]) -> Void) -> DictionaryError? {
      var changed = bytes
      change(&changed)
      do throws(DictionaryError) { _ = try CompiledDictionary(bytes: changed) } catch { return error }
      return nil
    }
    #expect(error { $0[0] = 0 } == .damaged(path: "memory", .notADictionary))
    #expect(error { $0[8] = 9 } == .damaged(path: "memory", .formatVersion(found: 9, expected: 1)))
    let outdated = error { file in
      file[12] = 200
      let end =
        DictionaryFormat.headerBytes
        + DictionaryFormat.Section.allCases.count * DictionaryFormat.sectionEntryBytes
      let checksum = DictionaryFile.headerChecksum(Array(file[..<end]))
      file.storeLittleEndian(checksum, at: DictionaryFormat.HeaderOffset.headerChecksum)
    }
    #expect(outdated == .damaged(path: "memory", .outdated))
  }

  @Test("damage in the body is found by the checksum, and reading it never traps")
  func body() throws {
    let bytes = try ListFolder(CompiledDictionaryTests.lists).compile().bytes
    let head =
      DictionaryFormat.headerBytes + DictionaryFormat.Section.allCases.count * DictionaryFormat.sectionEntryBytes
    let text = caseText("The roy of Montréal, Saint-Jean and Val-d'Or, Tremblay")
    for place in stride(from: head, to: bytes.count, by: 3) {
      var damaged = bytes
      damaged[place] ^= 0xFF
      let dictionary = try CompiledDictionary(bytes: damaged)
      #expect(throws: DictionaryError.self) { try dictionary.verifyChecksum() }
      for match in Lexicon(dictionary: dictionary).lex(text).matches {
        let table = dictionary.table(match.sense.list)
        for column in table.columns { _ = (table.number(column, match.sense.row), table.text(column, match.sense.row)) }
        _ = table.row(id: "montreal")
      }
    }
  }

  @Test("two words with one key, or one fingerprint, are refused")
  func collisions() throws {
    var words = WordCollector()
    let first = try words.index(key: 5, folded: "one")
    let again = try words.index(key: 5, folded: "one")
    #expect(first == again)
    #expect(throws: DictionaryError.keyCollision("one", "two")) { try words.index(key: 5, folded: "two") }
    var vocabulary = VocabularyWriter(wordCount: 4)
    try vocabulary.insert(key: 5, word: 0, startsPhrase: false, hasSenses: false, name: "one")
    #expect(throws: DictionaryError.keyCollision("one", "two")) {
      try vocabulary.insert(key: 5 | 1 << 40, word: 1, startsPhrase: false, hasSenses: false, name: "two")
    }
  }
}
