internal import CaviardCase

/// French: elision, contraction, the gender of articles, prepositions of time and place.
struct FrenchWording {
  enum Gender {
    case feminine
    case masculine
  }

  let place: Surroundings

  /// Words put in as they are, with `d'` and `de`, `l'`, `du` … before them made to fit.
  func fitting(_ words: String, gender: Gender? = nil) -> Phrase {
    guard let before = place.wordsBefore(1).first else { return Phrase(words, at: place) }
    let opens = Self.opensWithVowel(words)
    let lead: [String]
    if before.isElided, !opens {
      guard let full = Self.unelided(before.lower, gender) else { return Phrase(words, at: place) }
      // « champion de l'Expo » is « champion du [nom 1] ».
      let both = place.wordsBefore(2)
      if full == ["le"], both.count == 2, let joint = ["de": "du", "à": "au"][both[1].lower] {
        return Phrase(words, lead: Self.cased([joint], like: both[1].text), instead: both, at: place)
      }
      lead = full
    } else if !before.isElided, opens {
      guard let short = Self.elided(before.lower) else { return Phrase(words, at: place) }
      lead = short
    } else {
      return Phrase(words, at: place)
    }
    return Phrase(words, lead: Self.cased(lead, like: before.text), instead: [before], at: place)
  }

  /// Words that may begin with `un` or `une`: they take the place of the article before them.
  func indefinite(_ words: String) -> Phrase {
    guard let (gender, rest) = Self.split(words) else {
      if let article = place.wordsBefore(1).first, ["un", "une"].contains(article.lower) {
        return Phrase(words, lead: [], instead: [article], at: place)
      }
      return fitting(words)
    }
    let article = gender == .feminine ? "une" : "un"
    let before = place.wordsBefore(3)
    guard let nearest = before.first else { return Phrase(words, at: place) }
    let next = before.count > 1 ? before[1].lower : ""
    func lead(_ lead: [String], _ count: Int = 1) -> Phrase {
      Phrase(
        rest, lead: Self.cased(lead, like: before[count - 1].text), instead: Array(before.prefix(count)), at: place)
    }
    switch nearest.lower {
    case "un", "une", "des", "les": return lead([article])
    case "le", "la", "l'", "l’": return next == "de" ? lead(["d'" + article], 2) : lead([article])
    case "de", "d'", "d’":
      if ["pas", "plus", "jamais", "point", "sans", "type", "peu", "beaucoup"].contains(next) { return fitting(rest) }
      return lead(["d'" + article])
    case "du": return lead(["d'" + article])
    case "au", "aux": return lead(["à", article])
    case "ce", "cet", "cette":
      return lead([gender == .feminine ? "cette" : Self.opensWithVowel(rest) ? "cet" : "ce"])
    case "son", "sa", "ses": return lead([possessive("s", gender, rest)])
    case "mon", "ma", "mes": return lead([possessive("m", gender, rest)])
    case "ton", "ta", "tes": return lead([possessive("t", gender, rest)])
    case "notre", "votre", "leur", "aucun", "aucune", "chaque", "toute", "tout", "sans": return Phrase(rest, at: place)
    case let word where Self.modifiers.contains(word): return Phrase(rest, at: place)
    case "qu'", "qu’": return Phrase(words, at: place)
    default: return fitting(words)
    }
  }

  /// A medicine by what it is for: « reçoit de l'agalsidase », « reçoit du miglustat » give « reçoit un traitement ».
  func treatment(of words: String) -> Phrase {
    let treatment = "traitement pour " + words
    let before = place.wordsBefore(2)
    let isPartitive = ["l'", "l’", "la"].contains(before.first?.lower ?? "") && before.last?.lower == "de"
    guard isPartitive || before.first?.lower == "du", let first = before.first else {
      return indefinite("un " + treatment)
    }
    let taken = isPartitive ? before : [first]
    return Phrase(treatment, lead: Self.cased(["un"], like: taken[taken.count - 1].text), instead: taken, at: place)
  }

  func date(_ date: DateValue) -> Phrase? {
    guard let words = Self.words(date) else { return nil }
    let opens = Self.opensWithVowel(words)
    let replaced = place.replaced.lowercased()
    if ["à l'", "à l’", "au ", "en ", "le ", "cet "].contains(where: replaced.hasPrefix) {
      return Phrase("en " + words, at: place)
    }
    let before = place.wordsBefore(3)
    guard let nearest = before.first else { return Phrase(words, at: place) }
    let next = before.count > 1 ? before[1].lower : ""
    let of = opens ? "d'" : "de"
    func lead(_ lead: [String], _ count: Int = 1) -> Phrase {
      Phrase(
        words, lead: Self.cased(lead, like: before[count - 1].text), instead: Array(before.prefix(count)), at: place)
    }
    switch nearest.lower {
    case "le", "ce", "cet", "cette", "la", "l'", "l’":
      if next == "à" { return lead(["en"], 2) }
      if next == "de" { return lead([of], 2) }
      if Self.timePrepositions.contains(next) { return lead([]) }
      return lead(["en"])
    case "du": return lead([of])
    case "au":
      // « du 3 mars au 5 avril », but « au mois de mars »
      let isDay = replaced.first?.isNumber == true && !(before.count > 1 && before[1].isElided)
      return isDay ? lead(["à"]) : lead(["en"])
    case "jusqu'au", "jusqu’au": return lead(["jusqu'en"])
    case "à", "les": return lead(["en"])
    default: return fitting(words)
    }
  }

  /// An origin ("d'origine antillaise") after a noun, or as one.
  func origin(_ words: String) -> Phrase {
    let before = place.wordsBefore(1).first?.lower ?? ""
    if before == "origine", words.hasPrefix("d'origine ") { return Phrase(String(words.dropFirst(10)), at: place) }
    guard words.hasPrefix("d'") || words.hasPrefix("originaire ") else { return indefinite(words) }
    return Self.determiners.contains(before) ? person(words) : Phrase(words, at: place)
  }

  /// A kind of work, written without its article.
  func occupation(_ words: String) -> Phrase {
    if words.hasPrefix("personne ") { return person(String(words.dropFirst(9))) }
    let before = place.wordsBefore(1)
    if words.hasPrefix("aux "), let nearest = before.first, Self.determiners.contains(nearest.lower) {
      return Phrase(words, lead: [], instead: before, at: place)
    }
    return fitting(words)
  }

  /// "personne …" instead of a noun, whatever its gender: the article before it agrees.
  func person(_ rest: String) -> Phrase {
    let words = "personne " + rest
    let before = place.wordsBefore(1)
    guard let nearest = before.first else { return Phrase(words, at: place) }
    let lead: [String]? =
      switch nearest.lower {
      case "un", "une": ["une"]
      case "le", "la", "l'", "l’": ["la"]
      case "du": ["de", "la"]
      case "au": ["à", "la"]
      case "d'", "d’": ["de"]
      case "ce", "cet", "cette": ["cette"]
      case "son", "sa": ["sa"]
      default: nil
      }
    guard let lead else { return Phrase(words, at: place) }
    return Phrase(words, lead: Self.cased(lead, like: nearest.text), instead: before, at: place)
  }

  private func possessive(_ letter: String, _ gender: Gender, _ rest: String) -> String {
    gender == .feminine && !Self.opensWithVowel(rest) ? letter + "a" : letter + "on"
  }

  static func split(_ words: String) -> (Gender, String)? {
    if words.hasPrefix("une ") { return (.feminine, String(words.dropFirst(4))) }
    if words.hasPrefix("un ") { return (.masculine, String(words.dropFirst(3))) }
    return nil
  }

  /// True where `de` becomes `d'`: vowels and silent h; numbers and brackets by the word inside.
  static func opensWithVowel(_ words: String) -> Bool {
    let text = words.drop { $0 == "[" || $0 == "(" }.lowercased()
    guard let first = text.first else { return false }
    if text.hasPrefix("hom") || text.hasPrefix("hémo") || text.hasPrefix("hy") || text.hasPrefix("hép")
      || text.hasPrefix("histi") || text.hasPrefix("héré") || text.hasPrefix("hôp")
    {
      return true
    }
    return "aeiouàâäéèêëîïôöùûüœæ".contains(first) && !text.hasPrefix("onz")
  }

  private static func unelided(_ word: String, _ gender: Gender?) -> [String]? {
    switch word.dropLast() {
    case "d": ["de"]
    case "l": [gender == .feminine ? "la" : "le"]
    case "qu": ["que"]
    case "jusqu": ["jusque"]
    case "lorsqu": ["lorsque"]
    case "puisqu": ["puisque"]
    case "s": ["se"]
    case "n": ["ne"]
    case "m": ["me"]
    case "j": ["je"]
    case "c": ["ce"]
    default: nil
    }
  }

  private static func elided(_ word: String) -> [String]? {
    switch word {
    case "de": ["d'"]
    case "le", "la": ["l'"]
    case "du": ["de", "l'"]
    case "au": ["à", "l'"]
    case "que": ["qu'"]
    default: nil
    }
  }

  static func cased(_ lead: [String], like model: String) -> [String] {
    guard model.first?.isUppercase == true, let first = lead.first else { return lead }
    return [Phrase.capitalised(first)] + lead.dropFirst()
  }

  private static func words(_ date: DateValue) -> String? {
    let month = date.month.flatMap { (1...12).contains($0) ? months[$0 - 1] : nil }
    switch (month, date.year) {
    case (let month?, let year?): return "\(month) \(year)"
    case (let month?, nil): return month
    case (nil, let year?): return "\(year)"
    case (nil, nil): return nil
    }
  }

  static let determiners: Set<String> = [
    "un", "une", "le", "la", "l'", "l’", "du", "au", "ce", "cet", "cette", "d'", "d’", "chaque", "notre", "son", "sa",
  ]
  private static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]
  static let timePrepositions: Set<String> = [
    "depuis", "dès", "avant", "après", "vers", "pour", "pendant", "durant", "jusque", "datant",
  ]
  /// Adjectives that stand before the name of a disease.
  private static let modifiers: Set<String> = [
    "probable", "possible", "vraie", "vrai", "nouvelle", "nouveau", "ancienne", "ancien", "éventuelle", "éventuel",
    "rare", "grave", "simple", "classique", "véritable", "grande", "grand", "jeune", "petit", "petite",
  ]
}
