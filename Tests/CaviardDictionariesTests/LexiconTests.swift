import CaviardCase
import CaviardDictionaries
import Testing

@Suite("Looking words up")
struct LexiconTests {
  func lex(_ text: String, _ lists: [String: String], language: Language? = nil) throws -> LexedCase {
    let dictionary = try CompiledDictionary(bytes: ListFolder(lists).compile().bytes)
    return Lexicon(dictionary: dictionary).lex(caseText(text), language: language)
  }

  let places = ["places": "term:terms\nSaint-Jean\nSaint-Jean-sur-Richelieu\nSt. John\nVal-d'Or\nVictoria\n"]

  @Test("a phrase matches whatever joins its words: spaces, hyphens, apostrophes, one line end, an abbreviation's stop")
  func joints() throws {
    for text in ["saint jean", "Saint-Jean", "SAINT\u{2011}JEAN", "Saint\u{A0}Jean", "saint/jean", "Saint\r  Jean"] {
      #expect(try lex(text, places).spoken == ["places:0:\(text)"], "\(text)")
    }
    #expect(try lex("à Val d’Or, Val-d'Or et VAL D OR", places).matches.map(\.sense.row) == [3, 3, 3])
    #expect(try lex("in St. John, St John", places).matches.map(\.sense.row) == [2, 2])
  }

  @Test("a phrase crosses no comma, sentence or block")
  func barriers() throws {
    for text in ["Saint, Jean", "a saint. Jean", "saint (Jean)", "saint: Jean", "saint\nJean", "saint? Jean"] {
      #expect(try lex(text, places).matches.isEmpty, "\(text)")
    }
  }

  @Test("a term written with a comma, a bracket or an ampersand is found with it and without, others are not")
  func marks() throws {
    let lists = ["institutions": "term:terms\nGale & Webb Clinic\nMercy Hospital (North)\nWebb, Fry\n"]
    for text in [
      "Gale & Webb Clinic", "Gale Webb Clinic", "Mercy Hospital (North", "mercy hospital north", "Webb, Fry",
    ] {
      #expect(try lex(text, lists).spoken.count == 1, "\(text)")
    }
    for text in ["Mercy, Hospital North", "Gale & Webb, Clinic", "Webb.\n\n- Fry", "Webb\n(Fry)"] {
      #expect(try lex(text, lists).matches.isEmpty, "\(text)")
    }
  }

  @Test("the longest term of a list wins, and the leftmost")
  func longest() throws {
    #expect(try lex("Saint-Jean-sur-Richelieu", places).matches.map(\.sense.row) == [1])
    #expect(try lex("Saint-Jean-sur-le-lac", places).spoken == ["places:0:Saint-Jean"])
    let lists = ["places": "term:terms\na1 b1\nb1 c1\nc1 d1\n", "surnames": "term:terms\nb1\n"]
    #expect(try lex("a1 b1 c1 d1", lists).spoken == ["places:0:a1 b1", "surnames:0:b1", "places:2:c1 d1"])
  }

  @Test("all rows a term names are reported, and each list on its own")
  func senses() throws {
    let lists = [
      "surnames": "term:terms\nVictoria\n",
      "places": "term:terms\tid:text\nVictoria\tvictoria-bc\nVictoria\tvictoria-nl\nVictoria Beach\tvictoria-beach\n",
    ]
    #expect(
      try lex("Victoria Beach, Victoria", lists).spoken == [
        "places:2:Victoria Beach", "surnames:0:Victoria", "surnames:0:Victoria", "places:0:Victoria",
        "places:1:Victoria",
      ])
  }

  @Test("an exact term needs its spelling, hidden characters apart")
  func exact() throws {
    let lists = ["medical-abbreviations": "term:terms\n=ECD\n=MS\n=Vitamin K\n", "titles": "term:terms\nMs\n"]
    let found = try lex("MS ms Ms M\u{AD}S, ECD, ecd", lists)
    #expect(found.membership.map { $0.contains(.medicalAbbreviations) } == [true, false, false, true, true, false])
    #expect(found.membership.map { $0.contains(.titles) } == [true, true, true, true, false, false])
    #expect(found.matches.filter { $0.sense.list == .medicalAbbreviations }.map(\.tokens.lowerBound) == [0, 3, 4])
    #expect(try lex("Vitamin-K vitamin K", lists).spoken == ["medical-abbreviations:2:Vitamin-K"])
  }

  @Test("a term of one language counts only in its paragraphs, and in undecided ones")
  func languages() throws {
    let lists = ["months": "id:text\ten:terms.en\tfr:terms.fr\nmarch\tmarch\tmars\nmay\tmay\tmai\n"]
    #expect(try lex("march mars may mai", lists).matches.count == 4)
    let english = try lex("march mars may mai", lists, language: .english)
    #expect(english.matches.map(\.tokens.lowerBound) == [0, 2])
    #expect(english.membership.map { $0.contains(.months) } == [true, false, true, false])
    #expect(try lex("march mars may mai", lists, language: .french).matches.map(\.tokens.lowerBound) == [1, 3])
  }

  @Test("plain words are members and make no match")
  func plainWords() throws {
    let found = try lex("The fever", ["common-words-en": "term:terms\nfever\nthe\n"])
    #expect(found.membership == [.commonWordsEN, .commonWordsEN])
    #expect(found.matches.isEmpty)
    #expect(!found.words.contains(.none))
  }

  @Test("words of look-alike letters, zero-width characters and accents are found")
  func evasions() throws {
    let lists = ["surnames": "term:terms\nLévesque\n"]
    for text in ["Levesque", "LÉVESQUE", "Le\u{301}vesque", "Lév\u{200B}esque", "L\u{435}vesque"] {
      #expect(try lex(text, lists).membership == [.surnames], "\(text)")
    }
  }

  @Test("an empty case is looked up as nothing")
  func empty() throws {
    let found = try lex("", places)
    #expect(found.words.isEmpty && found.matches.isEmpty && found.tokenized.blocks.count == 1)
  }
}
