internal import CaviardCase

/// What a sentence becomes when a fact goes altogether and its grammar allows it to go without a trace: "a 47-year-old man" is "a
/// man", « âgée de 47 ans » is nothing. `nil` where only a placeholder keeps the sentence whole.
struct Omission {
  let place: Surroundings
  let language: Language
  /// Whether the fact is the patient's own: "patient" is then a true word for them.
  let isPatient: Bool

  func phrase(_ kind: Kind) -> Phrase? {
    // "labourer-fisherman": one part of a word cannot go.
    if place.span.upper < place.block.upper,
      [UInt8(ascii: "-"), UInt8(ascii: "/")].contains(place.bytes[place.span.upper])
    {
      return nil
    }
    return switch (kind, language) {
    case (.age, .english): englishAge
    case (.age, .french): frenchAge
    case (.occupation, .english): englishWork
    case (.occupation, .french): frenchWork
    default: nil
    }
  }

  // MARK: English

  private var englishAge: Phrase? {
    let text = place.replaced.lowercased()
    let before = place.wordsBefore(4)
    let nearest = before.first?.lower ?? ""
    if ["in her ", "in his ", "in their ", "in the "].contains(where: text.hasPrefix) { return removal() }
    if let noun = PersonNoun.english(text) {
      return isPatient && !noun.isPlural ? EnglishWording(place: place).fitting("patient") : nil
    }
    if nearest == "aged", before.count < 2 || !Self.copulas.contains(before[1].lower) { return removal(taking: 1) }
    if nearest == "age", before.count > 1, before[1].lower == "at" { return removal(taking: 2) }
    if nearest == "of", before.count > 1, before[1].lower == "age" {
      let count = before.count > 2 && before[2].lower == "the" ? 3 : 2
      guard before.count > count, before[count].lower == "at" else { return nil }
      return removal(taking: count + 1)
    }
    if isBetweenCommas { return removal() }
    let isAdjective = text.hasSuffix("old") || text.hasSuffix("yo") || text.hasSuffix("y/o")
    guard isAdjective, let after = place.wordAfter, after.span.upper <= place.ceiling, after.text == after.lower else {
      return nil
    }
    guard EnglishWording.isFunctionWord(after) else { return attribute(before: after) }
    // "She is an 18-year-old who": the adjective was the noun.
    let wording = EnglishWording(place: place)
    return isPatient && wording.indefiniteBefore != nil ? wording.fitting("patient") : nil
  }

  /// "a 47-year-old man" is "a man", with the article that the noun takes.
  private func attribute(before noun: Surroundings.Word) -> Phrase? {
    guard let article = EnglishWording(place: place).indefiniteBefore else { return removal() }
    let lead = EnglishWording.cased(EnglishWording.article(for: noun.text), like: article.text)
    var phrase = Phrase("", lead: [lead], instead: [article], at: place)
    phrase.upper = noun.span.lower
    return phrase
  }

  private var englishWork: Phrase? {
    let before = place.wordsBefore(3)
    let count = before.first.map { ["a", "an", "the"].contains($0.lower) } == true ? 1 : 0
    // "works as a lighthouse keeper" is "works".
    if before.count > count, before[count].lower == "as" {
      return EnglishWording(place: place).isBeforeNoun ? nil : removal(taking: count + 1)
    }
    if isBetweenCommas(taking: count) { return removal(taking: count) }
    // "by the nurse", "her husband, a welder from": somebody else. "A laureate in physics" is no patient in physics.
    guard isPatient, !place.replaced.lowercased().hasSuffix("s"),
      isAfterAge || before.first.map(isOpeningArticle) == true, let after = place.wordAfter,
      EnglishWording.isFunctionWord(after), !Self.complements.contains(after.lower)
    else { return nil }
    return EnglishWording(place: place).fitting("patient")
  }

  private func isOpeningArticle(_ word: Surroundings.Word) -> Bool {
    ["a", "an", "un", "une"].contains(word.lower) && place.startsSentence(word.span.lower)
  }

  /// Right after "old", "male" or "retired", also where that is part of an age written anew.
  private var isAfterAge: Bool {
    let text = place.string(max(place.block.lower, place.span.lower - 12), place.span.lower).lowercased()
    return ["-old ", " old ", "male ", "retired "].contains(where: text.hasSuffix)
  }

  // MARK: French

  private var frenchAge: Phrase? {
    let text = place.replaced.lowercased()
    if let noun = PersonNoun.french(text) {
      return isPatient && !noun.isPlural ? FrenchNoun(place: place).patient(isFeminine: noun.isFeminine) : nil
    }
    guard
      text.hasSuffix("ans") || text.hasSuffix("an") || text.hasSuffix("mois") || text.hasSuffix("jours")
        || text.hasSuffix("semaines")
    else { return isBetweenCommas ? removal() : nil }
    let before = place.wordsBefore(4)
    guard let nearest = before.first?.lower else { return isBetweenCommas ? removal() : nil }
    if nearest == "à" { return removal(taking: 1) }
    guard ["de", "d'", "d’"].contains(nearest), before.count > 1 else { return isBetweenCommas ? removal() : nil }
    let noun = before[1].lower
    if noun == "âge" {
      guard before.count > 3, ["l'", "l’"].contains(before[2].lower), before[3].lower == "à" else { return nil }
      return removal(taking: 4)
    }
    if Self.aged.contains(noun) {
      // « Il est actuellement âgé de 5 ans. »
      return before.dropFirst(2).contains { Self.frenchCopulas.contains($0.lower) } ? nil : removal(taking: 2)
    }
    return Self.frenchPersons.contains(noun) ? removal(taking: 1) : nil
  }

  private var frenchWork: Phrase? {
    let before = place.wordsBefore(2)
    if let nearest = before.first?.lower, nearest == "comme" { return removal(taking: 1) }
    if before.isEmpty, isBetweenCommas { return removal() }
    guard isPatient, let word = before.first, isOpeningArticle(word), !place.replaced.lowercased().hasSuffix("s"),
      let after = place.wordAfter,
      ["de", "d'", "d’", "qui", "âgé", "âgée", "est", "a", "se"].contains(after.lower)
    else { return nil }
    return FrenchNoun(place: place).patient(isFeminine: word.lower == "une")
  }

  // MARK: Steps

  /// The words taken out, with the `count` words before them.
  private func removal(taking count: Int = 0) -> Phrase? {
    let taken = place.wordsBefore(count)
    let lower = taken.last?.span.lower ?? place.span.lower
    let next = place.skippingSpaces(from: place.span.upper)
    let endsHere = next == place.block.upper || [UInt8(ascii: "."), UInt8(ascii: ";")].contains(place.bytes[next])
    // « Âgée de 47 ans. » would leave nothing.
    guard !(endsHere && place.startsSentence(lower)) else { return nil }
    let wider = Surroundings(
      bytes: place.bytes, block: place.block, span: TextSpan(lower, place.span.upper), floor: place.floor,
      ceiling: place.ceiling, followsSpace: place.followsSpace)
    var phrase = Removal(place: wider, language: language).phrase
    // ", aged 47," takes both its commas along.
    let comma = place.skippingSpacesBack(from: lower) - 1
    if comma > place.floor, place.bytes[comma] == UInt8(ascii: ","),
      place.span.upper < min(place.ceiling, place.block.upper),
      place.bytes[place.span.upper] == UInt8(ascii: ",")
    {
      phrase.reach(down: comma)
      phrase.upper = place.span.upper + 1
    }
    return phrase
  }

  private var isBetweenCommas: Bool { isBetweenCommas(taking: 0) }

  /// ", a nurse,", ", 47 ans,": a comma before, and after it a comma or the sentence's end.
  private func isBetweenCommas(taking count: Int) -> Bool {
    let taken = place.wordsBefore(count)
    let start = place.skippingSpacesBack(from: taken.last?.span.lower ?? place.span.lower)
    guard start > place.floor, place.bytes[start - 1] == UInt8(ascii: ","), place.span.upper < place.block.upper else {
      return false
    }
    let next = place.bytes[place.span.upper]
    return next == UInt8(ascii: ",") || next == UInt8(ascii: ".")
  }

  /// Words that say more of the work than of the patient: "a laureate in physics".
  private static let complements: Set<String> = ["of", "in", "at", "for", "to", "on"]
  private static let copulas: Set<String> = ["is", "was", "be", "been", "were", "are", "became", "now"]
  private static let frenchCopulas: Set<String> = ["est", "était", "sont", "étaient", "étant", "fut", "été"]
  private static let aged: Set<String> = ["âgé", "âgée", "âgés", "âgées", "agé", "agée", "age"]
  private static let frenchPersons: Set<String> = [
    "homme", "femme", "patient", "patiente", "dame", "monsieur", "garçon", "fille", "fillette", "mère", "père", "frère",
    "sœur", "soeur", "fils", "conjoint", "conjointe", "époux", "épouse", "mari", "sujet", "malade", "enfant",
    "personne",
  ]
}

/// Nouns that say a person's age: "child", "octogenarian", « nourrisson ».
struct PersonNoun {
  let isPlural: Bool
  let isAdult: Bool
  let isFeminine: Bool

  static func english(_ text: String) -> PersonNoun? {
    let last = text.split(separator: " ").last.map(String.init) ?? text
    let singular =
      switch last {
      case "children": "child"
      case "babies": "baby"
      default: last.hasSuffix("s") ? String(last.dropLast()) : last
      }
    let isAdult = englishAdults.contains(singular)
    guard isAdult || englishChildren.contains(singular) else { return nil }
    return PersonNoun(isPlural: singular != last, isAdult: isAdult, isFeminine: false)
  }

  static func french(_ text: String) -> PersonNoun? {
    let noun = text.hasPrefix("jeune ") ? String(text.dropFirst(6)) : text
    let isPlural = noun.hasSuffix("s")
    let singular = isPlural ? String(noun.dropLast()) : noun
    for (word, isFeminine) in [(singular, feminine.contains(singular)), (String(singular.dropLast()), true)] {
      let isAdult = frenchAdults.contains(word)
      guard isAdult || frenchChildren.contains(word), word == singular || singular.hasSuffix("e") else { continue }
      return PersonNoun(isPlural: isPlural, isAdult: isAdult, isFeminine: isFeminine)
    }
    return nil
  }

  private static let englishChildren: Set<String> = [
    "child", "infant", "baby", "newborn", "neonate", "toddler", "teenager", "adolescent", "preemie", "preschooler",
    "preteen",
  ]
  private static let englishAdults: Set<String> = [
    "octogenarian", "nonagenarian", "septuagenarian", "sexagenarian", "centenarian",
  ]
  private static let frenchChildren: Set<String> = [
    "enfant", "nourrisson", "nouveau-né", "nouveau né", "bébé", "poupon", "bambin", "adolescent", "préadolescent",
    "prématuré",
    "fillette",
  ]
  private static let frenchAdults: Set<String> = [
    "octogénaire", "nonagénaire", "septuagénaire", "sexagénaire", "centenaire", "vieillard",
  ]
  private static let feminine: Set<String> = ["fillette"]
}
