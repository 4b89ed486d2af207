internal import CaviardCase

/// Takes words out, with one of two spaces, a comma left alone and an article left without its noun.
struct Removal {
  let place: Surroundings
  let language: Language

  var phrase: Phrase {
    var phrase = Phrase("", at: place)
    var lower = place.span.lower
    if let article = place.wordsBefore(1).first, isLeftAlone(article) { lower = article.span.lower }
    let spaces = place.skippingSpacesBack(from: lower)
    let next = place.span.upper < place.block.upper ? place.bytes[place.span.upper] : 0x0A
    let opensSentence = place.startsSentence(lower)
    let hasComma = spaces > place.floor && place.bytes[spaces - 1] == UInt8(ascii: ",")
    if hasComma, next == UInt8(ascii: ",") || Self.isEnd(next) {
      // ", the only survivor," → one comma; ", the only survivor." → none
      lower = spaces - 1
    } else if Self.isEnd(next) || next == UInt8(ascii: ",") && !opensSentence {
      if spaces > place.block.lower { lower = spaces }
    }
    phrase.reach(down: lower)
    if next == UInt8(ascii: ","), opensSentence {
      let end = place.skippingSpaces(from: place.span.upper + 1, lineEnds: false)
      phrase.upper = min(end, place.ceiling)
    } else if next == 0x20 || next == 0x09 || next == 0xC2 || next == 0xE2 {
      let isAfterSpace =
        lower == place.block.lower || place.skippingSpacesBack(from: lower) < lower
        || lower > 0 && place.bytes[lower - 1] == 0x0A || lower == place.floor && place.followsSpace
      if isAfterSpace {
        phrase.upper = min(place.skippingSpaces(from: place.span.upper, lineEnds: false), place.ceiling)
      }
    }
    if opensSentence { capitaliseNext(&phrase) }
    return phrase
  }

  /// The word that now begins the sentence takes the capital of the one that went.
  private func capitaliseNext(_ phrase: inout Phrase) {
    let wasCapital = place.string(phrase.lower, place.span.upper).first.map { $0.isUppercase || $0.isNumber } ?? false
    guard wasCapital, phrase.upper > place.span.upper else { return }
    var end = phrase.upper
    while end < min(place.ceiling, place.block.upper), Surroundings.isWordByte(place.bytes, end) { end += 1 }
    let word = place.string(phrase.upper, end)
    guard word.first?.isLowercase == true else { return }
    phrase.words = Phrase.capitalised(word)
    phrase.upper = end
  }

  /// True where nothing would be left to say: "He was the only survivor." is no sentence without its last words.
  var leavesFragment: Bool {
    let next = place.span.upper < place.block.upper ? place.bytes[place.span.upper] : 0x0A
    let isClosed = Self.isEnd(next) || next == UInt8(ascii: ",")
    // "the youngest ever patient" loses an adjective; a longer claim its noun or its verb.
    let isAdjective = place.replaced.split(whereSeparator: \.isWhitespace).count <= 2
    if !isAdjective, !isClosed { return !opensBeforeSubject }
    guard !isAdjective || isOpen || isClosed else { return false }
    let words = place.wordsBefore(2)
    guard let nearest = words.first else { return false }
    // "The oldest woman in Manitoba, 112, has": the noun of the sentence.
    if !isAdjective, isArticle(nearest), place.startsSentence(nearest.span.lower) { return true }
    let verb = isArticle(nearest) ? words.dropFirst().first?.lower : nearest.lower
    return verb.map(Self.linkingVerbs.contains) ?? false
  }

  /// "Uniquely in Canada he recovered."
  private var opensBeforeSubject: Bool {
    place.startsSentence(place.span.lower) && place.wordAfter.map { Self.subjects.contains($0.lower) } == true
  }

  private static let subjects: Set<String> = [
    "he", "she", "they", "it", "the", "il", "elle", "ils", "elles", "le", "la",
  ]

  /// True where what follows belongs to the words that go.
  var isOpen: Bool { place.wordAfter.map { Self.complements.contains($0.lower) } ?? false }

  /// Words that need what went: "the first case of its kind".
  private static let complements: Set<String> = ["of", "to", "ever", "among", "de", "du", "des", "d", "à", "jamais"]
  private static let linkingVerbs: Set<String> = [
    "is", "was", "are", "were", "be", "been", "became", "becomes", "remains", "remained", "as",
    "est", "était", "fut", "sera", "être", "été", "sont", "étaient", "devient", "devenu", "devenue", "reste", "comme",
  ]

  /// An article whose noun goes, with nothing after it that could be its noun.
  private func isLeftAlone(_ word: Surroundings.Word) -> Bool {
    guard isArticle(word) else { return false }
    guard let after = place.wordAfter else { return true }
    return language == .english ? EnglishWording.isFunctionWord(after) : Self.frenchFunctionWords.contains(after.lower)
  }

  private func isArticle(_ word: Surroundings.Word) -> Bool {
    let articles: Set<String> =
      language == .english ? ["a", "an", "the"] : ["un", "une", "le", "la", "l'", "l’", "les"]
    guard articles.contains(word.lower) else { return false }
    return language != .english || word.text != "A" || place.startsSentence(word.span.lower)
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    [
      UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"),
      0x0A, 0x0D,
    ]
    .contains(byte)
  }

  private static let frenchFunctionWords: Set<String> = [
    "de", "d", "du", "des", "au", "aux", "à", "en", "dans", "et", "ou", "qui", "que", "dont", "où", "est", "était",
    "pour", "par", "avec", "sans", "sur", "chez", "a", "avait",
  ]
}
