import CaviardCase
import CaviardDictionaries
import Testing

@Suite("The language of paragraphs")
struct LanguageTests {
  static let lists = [
    "frequent-words-en": "term:terms\n" + words("the of and with was for she he had on a to in an is"),
    "frequent-words-fr": "term:terms\n"
      + words("le la les de des du et avec était pour elle il on a un une est qui sur"),
    "common-words-en": "term:terms\n" + words("the of patient fever admitted pain chest"),
    "common-words-fr": "term:terms\n" + words("le la patient fièvre admis douleur thorax"),
    "other-language-words": "term:terms\tlanguage:text\n"
      + "der\tgerman\nwurde\tgerman\nund\tgerman\nmit\tgerman\nseit\tgerman\nnicht\tgerman\n",
  ]

  static func words(_ text: String) -> String { text.split(separator: " ").map { "\($0)\n" }.sorted().joined() }

  static let english = "She was admitted with fever and pain in the chest"
  static let french = "Elle était admise avec de la fièvre et une douleur du thorax"
  static let german = "Der Kranke wurde seit gestern nicht behandelt und mit Fieber"

  func lex(_ text: String, declared: Language? = nil, language: Language? = nil) throws -> LexedCase {
    let dictionary = try CompiledDictionary(bytes: ListFolder(Self.lists).compile().bytes)
    return Lexicon(dictionary: dictionary).lex(caseText(text, declared: declared), language: language)
  }

  @Test("each paragraph is decided by its own words")
  func blocks() throws {
    let found = try lex([Self.english, Self.french, Self.german].joined(separator: "\n"))
    #expect(found.tokenized.blocks.map(\.language) == [.decided(.english), .decided(.french), .other])
    #expect(found.languages.found == [.french, .english])
    #expect(!found.languages.isUnsupported)
  }

  @Test("a few words decide nothing; what is declared does, unless the words say otherwise")
  func declared() throws {
    #expect(try lex("Laval 12").tokenized.blocks.map(\.language) == [.undecided])
    #expect(try lex("Laval 12", declared: .french).tokenized.blocks.map(\.language) == [.decided(.french)])
    #expect(try lex(Self.english, declared: .french).tokenized.blocks.map(\.language) == [.decided(.english)])
  }

  @Test("a short paragraph follows its neighbours unless a word of it speaks against them")
  func neighbours() throws {
    let text = "\(Self.english)\nHistory\n\(Self.english)\nDouleur\n\(Self.english)"
    let found = try lex(text).tokenized.blocks.map(\.language)
    #expect(found == [.decided(.english), .decided(.english), .decided(.english), .undecided, .decided(.english)])
  }

  @Test("the user's language settles all but third languages")
  func forced() throws {
    let found = try lex("Laval\n\(Self.english)\n\(Self.german)", language: .french)
    #expect(found.tokenized.blocks.map(\.language) == [.decided(.french), .decided(.french), .other])
  }

  @Test("a case is unsupported with 40 words of which 60 % are of a third language")
  func unsupported() throws {
    let german = [String](repeating: Self.german, count: 4).joined(separator: "\n")
    #expect(try lex(german).languages.isUnsupported)
    #expect(try !lex(Self.german).languages.isUnsupported)
    let mixed = german + "\n" + [String](repeating: Self.english, count: 4).joined(separator: "\n")
    #expect(try !lex(mixed).languages.isUnsupported)
    let chinese = String(repeating: "患者因腹痛就诊于急诊科，", count: 12)
    #expect(try lex(chinese).languages.isUnsupported)
  }
}
