internal import CaviardCase

/// Age bands in the form of what they replace: « 45 à 49 ans », « personne de 40 à 59 ans ».
struct FrenchAges {
  let wording: FrenchWording
  let band: AgeBand
  /// Whether the age is the patient's own.
  let isPatient: Bool

  private var place: Surroundings { wording.place }

  init(_ wording: FrenchWording, _ age: AgeValue, isPatient: Bool) {
    self.wording = wording
    self.isPatient = isPatient
    band = AgeBand(age)
  }

  /// « 45 à 49 ans », « 90 ans ou plus », « 0 à 23 mois »
  private var span: String {
    let unit =
      switch band.unit {
      case .weeks: band.isSingular ? "semaine" : "semaines"
      case .months: "mois"
      case .years: "ans"
      }
    return band.upper == nil ? "\(band.lower) \(unit) ou plus" : "\(band.range(" à ")) \(unit)"
  }

  var phrase: Phrase {
    let text = place.replaced.lowercased()
    if let letter = sexLetter(text) { return Phrase("\(span) \(letter)", at: place) }
    if isNumeric(text) { return numeric }
    return word(text)
  }

  /// « un enfant de 12 ans » with a band that holds adults is « un patient de 0 à 39 ans ».
  private var numeric: Phrase {
    let before = place.wordsBefore(4)
    guard isPatient, band.unit == .years, (band.upper ?? 120) > 19, let nearest = before.first,
      ["de", "d'", "d’"].contains(nearest.lower),
      before.count > 1
    else { return wording.fitting(span) }
    let isAged = before[1].lower.hasPrefix("âgé")
    let index = isAged ? 2 : 1
    guard before.count > index, let noun = PersonNoun.french(before[index].lower), !noun.isPlural,
      before.count == index + 1 || ["un", "une"].contains(before[index + 1].lower),
      noun.isFeminine == (before.count > index + 1 && before[index + 1].lower == "une")
    else { return wording.fitting(span) }
    let person = noun.isFeminine ? "patiente" : "patient"
    let lead = [FrenchWording.cased([person], like: before[index].text)[0]] + (isAged ? [before[1].text] : []) + ["de"]
    return Phrase(span, lead: lead, instead: Array(before.prefix(index + 1)), at: place)
  }

  private static let definite: Set<String> = ["le", "la", "l'", "l’", "du", "au", "ce", "cet", "cette"]

  private func word(_ text: String) -> Phrase {
    let before = place.wordsBefore(3)
    let nearest = before.first?.lower ?? ""
    let words = text.split(separator: " ").map(String.init)
    if let noun = words.last(where: { Self.keptNouns.contains($0) }), words.count > 1 {
      return wording.fitting("\(noun) de \(span)")
    }
    if let noun = PersonNoun.french(text), !noun.isPlural, !noun.isAdult {
      // « L'enfant » was met before: its age need not be told again.
      let isKnown = isPatient && Self.definite.contains(nearest)
      let isChild = !isKnown && (band.unit != .years || (band.upper ?? 120) <= 17)
      if isChild { return FrenchNoun(place: place).noun("enfant de \(span)", isFeminine: noun.isFeminine) }
      if isPatient { return FrenchNoun(place: place).patient(isFeminine: noun.isFeminine) }
    }
    // « dans la quarantaine », « à la retraite »: a complement of the noun before it.
    if before.count > 1, ["la", "l'", "l’"].contains(nearest), ["dans", "à"].contains(before[1].lower) {
      return complement(taking: 2)
    }
    if ["en", "au"].contains(nearest) { return complement(taking: 1) }
    if Self.prepositions.contains(words.first ?? "") || text.hasPrefix("d'") || text.hasPrefix("d’") {
      return complement(taking: 0)
    }
    if text.hasSuffix("s"), ["les", "des", "ces", "ses", "aux", "deux", "trois"].contains(nearest) {
      return Phrase("personnes de \(span)", at: place)
    }
    if words.first == "un" || words.first == "une" { return Phrase("une personne de \(span)", at: place) }
    if FrenchWording.determiners.contains(nearest) { return wording.person("de \(span)") }
    if nearest.isEmpty || ["chez", "avec", "pour", "par", "de", "et"].contains(nearest) {
      return Phrase("personne de \(span)", at: place)
    }
    return complement(taking: 0)
  }

  private func complement(taking count: Int) -> Phrase {
    let before = place.wordsBefore(count + 1)
    let noun = before.count > count ? before[count].lower : ""
    let isAfterVerb = ["est", "était", "étant", "sont", "étaient"].contains(noun)
    let lead = isAfterVerb ? ["une", "personne", "de"] : ["de"]
    if count == 0 { return Phrase(lead.joined(separator: " ") + " " + span, at: place) }
    return Phrase(span, lead: lead, instead: Array(before.prefix(count)), at: place)
  }

  private func isNumeric(_ text: String) -> Bool {
    if text.first?.isNumber == true { return true }
    return ["ans", "an", "mois", "semaine", "semaines", "jour", "jours", "heures", "demi"].contains { unit in
      text.hasSuffix(" " + unit)
    }
  }

  private func sexLetter(_ text: String) -> String? {
    guard let last = text.last, ["f", "m", "h"].contains(last) else { return nil }
    let digits = text.dropLast().filter { $0 != " " }
    return !digits.isEmpty && digits.allSatisfy(\.isNumber) ? last.uppercased() : nil
  }

  private static let keptNouns: Set<String> = [
    "femme", "homme", "dame", "monsieur", "mère", "père", "patient", "patiente",
  ]
  private static let prepositions: Set<String> = ["à", "au", "en", "dans", "début", "fin", "milieu"]
}
