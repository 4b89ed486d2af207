import CaviardCase
import CaviardTokenizing
import Testing

@Suite("Numbers written out")
struct NumberWordsTests {
  let tokenizer = Tokenizer()
  let numbers = NumberWords()

  func parse(_ text: String, _ language: Language) -> NumberPhrase? {
    let tokens = tokenizer.tokenize(Array(text.utf8))
    return numbers.parse(tokens, at: 0, end: tokens.count, language: language)
  }

  /// Parses the whole text as one number.
  func value(_ text: String, _ language: Language) -> Int? {
    let tokens = tokenizer.tokenize(Array(text.utf8))
    guard let phrase = numbers.parse(tokens, at: 0, end: tokens.count, language: language) else { return nil }
    return phrase.count == tokens.count ? phrase.value : nil
  }

  @Test("English cardinals from 0 to 120")
  func englishCardinals() {
    for (number, words) in NumberSamples.english { #expect(value(words, .english) == number, "\(words)") }
    #expect(NumberSamples.english.count == 121)
  }

  @Test("French cardinals from 0 to 120")
  func frenchCardinals() {
    for (number, words) in NumberSamples.french { #expect(value(words, .french) == number, "\(words)") }
    #expect(NumberSamples.french.count == 121)
  }

  @Test(
    "other ways of writing the same number",
    arguments: [
      ("vingt-et-un", 21), ("vingt et une", 21), ("soixante et onze", 71), ("soixante-et-onze", 71), ("septante", 70),
      ("septante et un", 71), ("septante-neuf", 79), ("huitante-trois", 83), ("octante", 80), ("nonante-huit", 98),
      ("quatre vingt dix sept", 97), ("QUATRE-VINGTS", 80), ("cent vingt", 120),
    ])
  func frenchVariants(words: String, number: Int) { #expect(value(words, .french) == number) }

  @Test(
    "years in words",
    arguments: [
      ("two thousand seventeen", 2017, Language.english), ("two thousand and seventeen", 2017, .english),
      ("nineteen eighty-four", 1984, .english), ("nineteen oh five", 1905, .english),
      ("twenty nineteen", 2019, .english),
      ("twenty twenty-one", 2021, .english), ("nineteen hundred", 1900, .english),
      ("nineteen hundred and fifty-two", 1952, .english), ("two thousand", 2000, .english),
      ("one thousand nine hundred and two", 1902, .english),
      ("deux mille dix-sept", 2017, .french), ("deux mille", 2000, .french),
      ("mil neuf cent quarante-deux", 1942, .french),
      ("mille neuf cent quatre-vingt-dix-neuf", 1999, .french), ("dix-neuf cent quatre-vingt-quatre", 1984, .french),
      ("deux mille vingt et un", 2021, .french),
    ])
  func years(words: String, number: Int, language: Language) { #expect(value(words, language) == number) }

  @Test(
    "ordinals are told apart",
    arguments: [
      ("first", 1, Language.english), ("twelfth", 12, .english), ("twentieth", 20, .english),
      ("twenty-first", 21, .english), ("thirty-first", 31, .english),
      ("one hundred and first", 101, .english), ("ninetieth", 90, .english),
      ("premier", 1, .french), ("première", 1, .french), ("deuxième", 2, .french), ("dix-septième", 17, .french),
      ("vingt et unième", 21, .french), ("trente-et-unième", 31, .french), ("soixante et onzième", 71, .french),
      ("quatre-vingt-dixième", 90, .french), ("quatre-vingtième", 80, .french), ("centième", 100, .french),
    ])
  func ordinals(words: String, number: Int, language: Language) {
    #expect(value(words, language) == number)
    #expect(parse(words, language)?.isOrdinal == true)
  }

  @Test("a number ends where its words end")
  func ends() {
    #expect(parse("sixty-two years old", .english) == NumberPhrase(value: 62, count: 2, isOrdinal: false))
    #expect(parse("nineteen, eighty", .english) == NumberPhrase(value: 19, count: 1, isOrdinal: false))
    #expect(parse("twenty and one", .english) == NumberPhrase(value: 20, count: 1, isOrdinal: false))
    #expect(parse("one hundred and", .english) == NumberPhrase(value: 100, count: 2, isOrdinal: false))
    #expect(parse("third four", .english) == NumberPhrase(value: 3, count: 1, isOrdinal: true))
    #expect(parse("vingt et trente", .french) == NumberPhrase(value: 20, count: 1, isOrdinal: false))
    #expect(parse("quatrième vingt", .french) == NumberPhrase(value: 4, count: 1, isOrdinal: true))
    #expect(parse("soixante ans", .french) == NumberPhrase(value: 60, count: 1, isOrdinal: false))
    #expect(parse("a man", .english) == nil)
    #expect(parse("and one", .english) == nil)
    #expect(parse("et un", .french) == nil)
    #expect(parse("fever", .english) == nil)
    #expect(value("a hundred and two", .english) == 102)
  }
}
