internal import CaviardCase

/// What is left of "the only survivor of the fire" when nobody is the only one any more: "a survivor".
struct Superlative {
  let place: Surroundings
  let language: Language

  /// `nil` where the words are not a superlative and one noun.
  var phrase: Phrase? {
    var words = place.replaced.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
    let complement = words.count == 3 && ["of", "de"].contains(words[2]) ? " " + words.removeLast() : ""
    let followsNoun = !complement.isEmpty || Removal(place: place, language: language).isOpen
    guard followsNoun, words.count == 2, Self.adjectives.contains(words[0]) else { return nil }
    let noun = words[1]
    guard let feminine = language == .english ? Self.english[noun] : Self.french[noun] else { return nil }
    let before = place.wordsBefore(1).first
    guard let article = before, ["the", "le", "la", "du"].contains(article.lower) else {
      return Phrase(noun + complement, at: place)
    }
    let one = language == .english ? EnglishWording.article(for: noun) : feminine ? "une" : "un"
    let indefinite = article.lower == "du" ? "d'" + one : one
    return Phrase(
      noun + complement, lead: [EnglishWording.cased(indefinite, like: article.text)], instead: [article], at: place)
  }

  private static let adjectives: Set<String> = [
    "only", "sole", "lone", "first", "youngest", "oldest", "seul", "seule", "unique", "premier", "première",
  ]
  /// Nouns; true for feminine ones.
  private static let english: [String: Bool] = ["survivor": false, "recipient": false, "case": false, "patient": false]
  private static let french: [String: Bool] = [
    "survivant": false, "survivante": true, "rescapé": false, "rescapée": true, "receveur": false, "receveuse": true,
    "cas": false, "patient": false, "patiente": true,
  ]
}
