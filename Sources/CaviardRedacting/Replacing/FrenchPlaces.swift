internal import CaviardCase

/// « en Mauricie », « au Québec », « de l'Ontario », « à Terre-Neuve-et-Labrador ».
struct FrenchPlaces {
  let place: Surroundings
  let name: String
  /// `le`, `la`, `les`, `l'`, or empty.
  let article: String
  /// True for a country or continent, whose feminine names take « de » alone.
  let isCountry: Bool

  var phrase: Phrase {
    let before = place.wordsBefore(4)
    guard let nearest = before.first else { return Phrase(name, at: place) }
    func word(_ index: Int) -> String {
      index < before.count ? before[index].lower.replacing("’", with: "'") : ""
    }
    func phrase(_ lead: [String], _ count: Int) -> Phrase {
      Phrase(
        name, lead: FrenchWording.cased(lead, like: before[count - 1].text), instead: Array(before.prefix(count)),
        at: place)
    }
    switch word(0) {
    case "à", "en", "aux", "dans": return phrase(within, 1)
    case "a" where nearest.text == "A" && place.startsSentence(nearest.span.lower): return phrase(within, 1)
    case "au": return phrase(within, 1)
    case "de", "d'":
      if word(1) == "près" || word(1) == "proche" { return phrase(within, 2) }
      guard let isFeminine = Self.settlements[word(1)] else { return phrase(from, 1) }
      // « le village de Saint-Tite » is « un village en Mauricie ».
      let article = isFeminine ? "une" : "un"
      switch (word(2), word(3)) {
      case ("le", _): break
      case ("la", "de"): return phrase(["d'" + article, before[1].text] + within, 4)
      case ("la", _): break
      case ("du", _): return phrase(["d'" + article, before[1].text] + within, 3)
      case ("au", _): return phrase(["dans", article, before[1].text] + within, 3)
      default: return phrase(within, 1)
      }
      return phrase([article, before[1].text] + within, 3)
    case "du", "des": return phrase(from, 1)
    case "le", "la", "les", "l'":
      switch word(1) {
      case "de": return word(2) == "près" ? phrase(within, 3) : phrase(from, 2)
      case "à", "dans", "sur": return phrase(within, 2)
      default: return phrase(articled, 1)
      }
    case "vers", "pour", "par", "chez", "sur", "entre", "et", "ou", "que", "visiter", "quitter", "quitté":
      return Phrase(articledName, at: place)
    default: return Phrase(name, at: place)
    }
  }

  private var articled: [String] { article.isEmpty ? [] : [article] }
  private var articledName: String {
    article.isEmpty ? name : article == "l'" ? article + name : "\(article) \(name)"
  }

  private var within: [String] {
    if name.hasPrefix("Côte-") || name.hasPrefix("Rive-") { return ["sur", "la"] }
    let isDescription =
      name.first?.isLowercase == true && !name.hasPrefix("île")
      || ["Bas-", "Centre", "Nord", "Sud", "Péninsule", "Grand", "Haut", "Vallée"].contains { name.hasPrefix($0) }
    switch article {
    case "la": return isDescription ? ["dans", "la"] : ["en"]
    case "l'":
      return isDescription ? ["dans", "l'"] : name.hasPrefix("Île") || name.hasPrefix("île") ? ["à", "l'"] : ["en"]
    case "le": return isDescription ? ["dans", "le"] : ["au"]
    case "les": return isCountry || name.lowercased().hasPrefix("îles") ? ["aux"] : ["dans", "les"]
    default: return ["à"]
    }
  }

  private var from: [String] {
    switch article {
    case "la": return isCountry ? ["de"] : ["de", "la"]
    case "l'": return isCountry ? ["d'"] : ["de", "l'"]
    case "le": return ["du"]
    case "les": return ["des"]
    default: return FrenchWording.opensWithVowel(name) ? ["d'"] : ["de"]
    }
  }

  /// Words for a settlement, and whether they are feminine.
  private static let settlements: [String: Bool] = [
    "village": false, "ville": true, "hameau": false, "communauté": true, "municipalité": true, "commune": true,
    "localité": true, "bourg": false, "réserve": true, "paroisse": true,
  ]
}
