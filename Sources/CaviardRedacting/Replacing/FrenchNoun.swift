internal import CaviardCase

/// A noun for a person put for another: articles, contractions and possessives before it agree with it.
struct FrenchNoun {
  let place: Surroundings

  /// « le patient », « la patiente » for « l'enfant », « du patient » for « de l'enfant ».
  ///
  /// - Parameter isFeminine: what the replaced noun's own form says; a feminine article or participle says it too.
  func patient(isFeminine: Bool) -> Phrase {
    let isFeminine = isFeminine || hasFeminineArticle || hasFeminineParticiple
    return noun(isFeminine ? "patiente" : "patient", isFeminine: isFeminine)
  }

  func noun(_ words: String, isFeminine: Bool) -> Phrase {
    let before = place.wordsBefore(2)
    guard let nearest = before.first else { return Phrase(words, at: place) }
    let opens = FrenchWording.opensWithVowel(words)
    let next = before.count > 1 ? before[1].lower : ""
    let definite = opens ? "l'" : isFeminine ? "la" : "le"
    func lead(_ lead: [String], _ count: Int = 1) -> Phrase {
      let taken = Array(before.prefix(count))
      return Phrase(words, lead: FrenchWording.cased(lead, like: taken[count - 1].text), instead: taken, at: place)
    }
    switch nearest.lower {
    case "un", "une": return lead([isFeminine ? "une" : "un"])
    case "le", "la", "l'", "l’":
      if !opens, !isFeminine, next == "de" { return lead(["du"], 2) }
      if !opens, !isFeminine, next == "à" { return lead(["au"], 2) }
      return lead([definite])
    case "du": return opens || isFeminine ? lead(["de", definite]) : Phrase(words, at: place)
    case "au": return opens || isFeminine ? lead(["à", definite]) : Phrase(words, at: place)
    case "de", "d'", "d’": return lead([opens ? "d'" : "de"])
    case "ce", "cet", "cette": return lead([isFeminine ? "cette" : opens ? "cet" : "ce"])
    case "son", "sa": return lead([isFeminine && !opens ? "sa" : "son"])
    default: return Phrase(words, at: place)
    }
  }

  private var hasFeminineArticle: Bool {
    ["une", "la", "cette", "sa"].contains(place.wordsBefore(1).first?.lower ?? "")
  }

  /// « L'enfant a été admise »: a participle in the feminine among the next words of the clause.
  private var hasFeminineParticiple: Bool {
    guard place.wordsBefore(1).first?.isElided == true else { return false }
    var end = place.span.upper
    while end < min(place.block.upper, place.span.upper + 48), !Self.clauseEnds.contains(place.bytes[end]) { end += 1 }
    // Not through the middle of a letter.
    while end > place.span.upper, end < place.bytes.count, place.bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return place.string(place.span.upper, end).lowercased().split { " ,.;:".contains($0) }.prefix(5)
      .contains { $0.hasSuffix("ée") || $0 == "admise" || $0 == "née" || $0 == "suivie" || $0 == "vue" || $0 == "mise" }
  }

  private static let clauseEnds: Set<UInt8> = [
    UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("), 0x0A,
  ]
}
