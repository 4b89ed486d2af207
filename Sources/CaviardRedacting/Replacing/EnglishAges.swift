internal import CaviardCase

/// Age bands in the form of what they replace: "45-to-49-year-old", "45 to 49 years old", "aged 45 to 49".
struct EnglishAges {
  let wording: EnglishWording
  let band: AgeBand
  /// Whether the age is the patient's own.
  let isPatient: Bool

  private var place: Surroundings { wording.place }

  init(_ wording: EnglishWording, _ age: AgeValue, isPatient: Bool) {
    self.wording = wording
    self.isPatient = isPatient
    band = AgeBand(age)
  }

  var phrase: Phrase {
    let text = place.replaced.lowercased()
    if let decade = decade(text) { return decade }
    if isNumeric(text) { return numeric(text) }
    return word(text)
  }

  // MARK: Forms

  /// `45-to-49-year-old`, `90-years-or-older`
  private var adjective: String {
    let unit = unitWord(plural: false)
    return band.upper == nil ? "\(band.lower)-\(unit)s-or-older" : "\(band.range("-to-"))-\(unit)-old"
  }

  /// `45 to 49 years`, `90 years or older`
  private var span: String {
    let unit = unitWord(plural: !band.isSingular)
    return band.upper == nil ? "\(band.lower) \(unit) or older" : "\(band.range(" to ")) \(unit)"
  }

  /// `45 to 49`, `90 or older`; months and weeks keep their unit.
  private var number: String {
    if band.unit != .years { return span }
    return band.upper == nil ? "\(band.lower) or older" : band.range(" to ")
  }

  private func unitWord(plural: Bool) -> String {
    let unit =
      switch band.unit {
      case .weeks: "week"
      case .months: "month"
      case .years: "year"
      }
    return plural ? unit + "s" : unit
  }

  // MARK: Shapes

  /// "in her 40s", "in his late forties"
  private func decade(_ text: String) -> Phrase? {
    let words = text.split(separator: " ").map(String.init)
    if let last = words.last, words.count > 1, words[0] == "in", last.hasSuffix("s"), isDecade(last) {
      return Phrase("aged \(number)", at: place)
    }
    guard isDecade(words.last ?? ""), text.hasSuffix("s") else { return nil }
    let before = place.wordsBefore(3)
    var index = 0
    if index < before.count, ["early", "mid", "late"].contains(before[index].lower) { index += 1 }
    if index < before.count, ["his", "her", "their", "the", "my"].contains(before[index].lower) { index += 1 }
    guard index > 0, index < before.count, before[index].lower == "in" else {
      return Phrase("aged \(number)", at: place)
    }
    let taken = Array(before[...index])
    return Phrase(
      number, lead: [EnglishWording.cased("aged", like: before[index].text)], instead: taken, at: place)
  }

  private func isDecade(_ word: String) -> Bool {
    if word.hasSuffix("s"), word.dropLast().allSatisfy(\.isNumber) { return true }
    return word.hasSuffix("ties") && word.count > 4 || word == "teens"
  }

  private func numeric(_ text: String) -> Phrase {
    if let letter = sexLetter(text) { return wording.fitting("\(adjective) \(letter)") }
    let before = place.wordsBefore(2)
    let nearest = before.first?.lower ?? ""
    if ["aged", "age"].contains(nearest) || nearest == "of" && before.count > 1 && before[1].lower == "age" {
      return Phrase(hasUnit(text) ? span : number, at: place)
    }
    if !hasUnit(text), !text.contains("y") { return Phrase(number, at: place) }
    if text.hasSuffix("olds") { return Phrase("people aged \(number)", at: place) }
    if text.hasSuffix("of age") || text.hasSuffix("s old") { return predicate(text) }
    let isShort = text.hasSuffix("o") && !text.hasSuffix("mo")
    if !text.hasSuffix("old"), !isShort, !wording.isBeforeNoun { return Phrase(span, at: place) }
    let isAfterVerb = ["is", "was", "be", "been", "now", "turned"].contains(nearest)
    if isAfterVerb, !wording.isBeforeNoun { return predicate(text) }
    return beforeNoun
  }

  /// "man aged 20 or older" for "47-year-old man": without an upper end there is no adjective that reads.
  private var beforeNoun: Phrase {
    let isWide = band.unit == .years && band.lower == 0 && (band.upper ?? 0) > 4
    guard band.upper == nil || isWide else { return wording.fitting(adjective) }
    guard wording.isBeforeNoun else { return wording.fitting("person aged \(number)") }
    guard let noun = wording.nounAfter else { return wording.fitting(adjective) }
    var phrase = wording.fitting("\(adult(noun.text)) aged \(number)")
    phrase.upper = noun.span.upper
    return phrase
  }

  /// "male patient" for "boy" where the band holds adults too.
  private func adult(_ noun: String) -> String {
    guard (band.upper ?? 120) > 19 else { return noun }
    switch noun {
    case "boy": return isPatient ? "male patient" : "person"
    case "girl": return isPatient ? "female patient" : "person"
    case "child", "infant": return isPatient ? "patient" : "person"
    case "boys", "girls", "children": return isPatient ? "patients" : "people"
    default: return noun
    }
  }

  /// A noun that says an age gives way to one that says no finer one: "child aged 0 to 4", "patient".
  private func person(_ noun: PersonNoun) -> Phrase {
    let nearest = place.wordsBefore(1).first?.lower ?? ""
    let isPossessive = place.span.upper < place.block.upper && [0x27, 0xE2].contains(place.bytes[place.span.upper])
    // "The child" was met before: its age need not be told again.
    let isKnown = isPatient && !noun.isAdult && (["the", "this", "that"].contains(nearest) || isPossessive)
    let isChild = !isKnown && (band.unit != .years || (band.upper ?? 120) <= 17)
    let words =
      switch (isChild, isPatient, noun.isPlural) {
      case (true, _, true): "children aged \(number)"
      case (true, _, false): "child aged \(number)"
      case (false, true, true): noun.isAdult ? "patients aged \(number)" : "patients"
      case (false, true, false): noun.isAdult ? "patient aged \(number)" : "patient"
      case (false, false, true): "people aged \(number)"
      case (false, false, false): "person aged \(number)"
      }
    let (article, _) = EnglishWording.split(place.replaced.lowercased())
    if article != nil { return Phrase("\(EnglishWording.article(for: words)) \(words)", at: place) }
    return wording.fitting(words)
  }

  private func predicate(_ text: String) -> Phrase {
    guard band.upper != nil else { return Phrase(span, at: place) }
    return Phrase(span + (text.hasSuffix("of age") ? " of age" : " old"), at: place)
  }

  /// "octogenarian", "elderly", "young woman", "in high school"
  private func word(_ text: String) -> Phrase {
    let words = text.split(separator: " ").map(String.init)
    let first = words.first ?? ""
    let last = words.last ?? ""
    if ["attends", "attended"].contains(first) { return Phrase("is aged \(number)", at: place) }
    if ["in", "at", "of", "entering", "started", "completed", "repeating", "from"].contains(first) {
      return Phrase("aged \(number)", at: place)
    }
    if let before = place.wordsBefore(1).first, ["in", "at"].contains(before.lower) {
      return Phrase(number, lead: [EnglishWording.cased("aged", like: before.text)], instead: [before], at: place)
    }
    if words.count > 1, let kept = Self.keptNouns[last] {
      let (article, _) = EnglishWording.split(text)
      let words = "\(adult(kept)) aged \(number)"
      return article == nil
        ? wording.fitting(words) : Phrase(EnglishWording.article(for: words) + " " + words, at: place)
    }
    if let noun = PersonNoun.english(text), wording.nounAfter == nil { return person(noun) }
    if wording.isBeforeNoun { return beforeNoun }
    let nearest = place.wordsBefore(1).first?.lower ?? ""
    let isNoun = Self.nounEndings.contains { last.hasSuffix($0) }
    if isNoun, last.hasSuffix("s") { return wording.indefinite("people aged \(number)") }
    if isNoun || ["a", "an", "the", "this", "that", "another"].contains(nearest) {
      let isArticled = EnglishWording.split(text).article != nil
      let isBare = nearest.isEmpty || isArticled
      return isBare && isArticled
        ? Phrase("a person aged \(number)", at: place) : wording.fitting("person aged \(number)")
    }
    return Phrase("aged \(number)", at: place)
  }

  private func isNumeric(_ text: String) -> Bool {
    if text.first?.isNumber == true { return true }
    let words = text.split { $0 == " " || $0 == "-" || $0 == "\n" }
    return Self.numberWords.contains(words.first.map(String.init) ?? "")
      && (words.count == 1 || hasUnit(text) || words.allSatisfy { Self.numberWords.contains(String($0)) })
  }

  private func hasUnit(_ text: String) -> Bool {
    ["year", "yr", "month", "mo", "week", "wk", "day", "hour"].contains { unit in text.contains(unit) }
  }

  /// `f` of "47F".
  private func sexLetter(_ text: String) -> String? {
    guard let last = text.last, last == "f" || last == "m" else { return nil }
    let digits = text.dropLast().filter { $0 != " " }
    return !digits.isEmpty && digits.allSatisfy(\.isNumber) ? last.uppercased() : nil
  }

  private static let numberWords: Set<String> = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty",
    "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "a", "and",
  ]
  private static let keptNouns: [String: String] = [
    "man": "man", "woman": "woman", "lady": "lady", "gentleman": "gentleman", "male": "male", "female": "female",
    "boy": "boy", "girl": "girl", "mother": "mother", "father": "father", "patient": "patient", "person": "person",
  ]
  private static let nounEndings = [
    "arian", "arians", "ager", "agers", "infant", "infants", "baby", "babies", "child", "children", "toddler",
    "toddlers", "teen", "teens", "adolescent", "adolescents", "youth", "youths", "senior", "seniors", "adult", "adults",
    "student", "students", "pupil", "grader", "schooler", "boy", "girl", "retiree", "retirees", "pensioner",
    "pensioners", "neonate", "neonates", "newborn", "newborns", "undergraduate", "freshman", "sophomore", "something",
    "preemie", "citizen", "people",
  ]
}
