internal import CaviardCase

/// English: `a` and `an`, articles, prepositions of time and place.
struct EnglishWording {
  let place: Surroundings

  /// Words put in as they are, with `a` or `an` before them made to fit.
  func fitting(_ words: String) -> Phrase {
    guard let article = indefiniteBefore else { return Phrase(words, at: place) }
    let fit = Self.article(for: words)
    guard article.lower != fit else { return Phrase(words, at: place) }
    return Phrase(words, lead: [Self.cased(fit, like: article.text)], instead: [article], at: place)
  }

  /// Words that may begin with an indefinite article: it goes where one stands already or none belongs.
  func indefinite(_ words: String) -> Phrase {
    var phrase = withArticle(words)
    // "Krukenberg tumour" is "an uncommon tumour", not "an uncommon tumour tumour".
    if let after = place.wordAfter, after.span.upper <= place.ceiling,
      phrase.words.split(separator: " ").last.map({ Self.isSameNoun(String($0), after.lower) }) == true
    {
      phrase.upper = after.span.upper
    }
    return phrase
  }

  private static func isSameNoun(_ first: String, _ second: String) -> Bool {
    first == second || first == "tumour" && second == "tumor" || first == "tumor" && second == "tumour"
  }

  private func withArticle(_ words: String) -> Phrase {
    let (article, rest) = Self.split(words)
    let nearby = place.wordsBefore(2)
    let before = nearby.first
    guard article != nil else {
      // "organ support", "part of a multiple birth": no article belongs before them.
      if let taken = indefiniteBefore ?? (rest.hasPrefix("part of") && before?.lower == "the" ? before : nil) {
        return Phrase(rest, lead: [], instead: [taken], at: place)
      }
      // "one of nine children" is "one of several siblings".
      let isMember = place.replaced.lowercased().hasPrefix("one of ") && !rest.hasPrefix("part of")
      if isMember { return Phrase("one of \(rest)", at: place) }
      return Phrase(rest, at: place)
    }
    if indefiniteBefore != nil { return fitting(rest) }
    if let before, Self.determiners.contains(before.lower) || isModifier(nearby) { return Phrase(rest, at: place) }
    if let after = place.wordAfter, Self.heads.contains(after.lower) { return Phrase(rest, at: place) }
    return Phrase(words, at: place)
  }

  /// True for an adjective of the disease ("with confirmed Fabry disease"), not a verb ("a variant confirmed Fabry disease").
  private func isModifier(_ before: [Surroundings.Word]) -> Bool {
    guard let nearest = before.first, Self.isAdjective(nearest) else { return false }
    guard before.count > 1 else { return true }
    let next = before[1].lower
    return Self.functionWords.contains(next) || Self.determiners.contains(next) || Self.isAdjective(before[1])
      || next.hasSuffix("ly")
  }

  /// "viral", "colorectal", "metastatic": an adjective by its ending, or one of the list.
  private static func isAdjective(_ word: Surroundings.Word) -> Bool {
    if modifiers.contains(word.lower) { return true }
    guard word.text == word.lower, !nounsLikeAdjectives.contains(word.lower) else { return false }
    return adjectiveEndings.contains(where: word.lower.hasSuffix)
  }

  func date(_ date: DateValue) -> Phrase? {
    guard let words = Self.words(date) else { return nil }
    let before = place.wordsBefore(2)
    if ["in ", "on ", "at "].contains(where: place.replaced.lowercased().hasPrefix) {
      return Phrase("in " + words, at: place)
    }
    guard let nearest = before.first else { return Phrase(words, at: place) }
    let next = before.count > 1 ? before[1].lower : ""
    if nearest.lower == "on" || nearest.lower == "at" {
      return Phrase(words, lead: [Self.cased("in", like: nearest.text)], instead: [nearest], at: place)
    }
    if nearest.lower == "the", ["on", "in", "at", "by", "since", "from", "of", "until", "during"].contains(next) {
      let lead = next == "on" || next == "at" ? "in" : next
      // "on the 3 March clinic": the article belongs to what follows.
      if let after = place.wordAfter, !Self.isFunctionWord(after), after.lower == after.text {
        return Phrase(words, at: place)
      }
      return Phrase(words, lead: [Self.cased(lead, like: before[1].text)], instead: before, at: place)
    }
    if ["last", "this", "next"].contains(nearest.lower), date.year != nil || date.month != nil {
      return Phrase(words, lead: [Self.cased("in", like: nearest.text)], instead: [nearest], at: place)
    }
    return fitting(words)
  }

  /// `name` is a place's; `frenchArticle` tells plurals.
  func location(_ name: String, frenchArticle: String) -> Phrase {
    let needsArticle = Self.takesArticle(name, frenchArticle: frenchArticle)
    let words = needsArticle ? "the \(name)" : name
    let nearby = place.wordsBefore(3)
    let before = Array(nearby.prefix(1))
    guard let nearest = before.first else { return Phrase(words, at: place) }
    let next = nearby.dropFirst().first?.lower ?? ""
    switch nearest.lower {
    // "the village of Moosonee" is a village in Ontario.
    case "of" where Self.settlements.contains(next):
      if nearby.count > 2, nearby[2].lower == "the" {
        let article = Self.cased(Self.article(for: next), like: nearby[2].text)
        return Phrase(words, lead: [article, nearby[1].text, "in"], instead: nearby, at: place)
      }
      return Phrase(words, lead: ["in"], instead: before, at: place)
    case "at", "near", "outside":
      return Phrase(words, lead: [Self.cased("in", like: nearest.text)], instead: before, at: place)
    case "the":
      if needsArticle { return Phrase(name, at: place) }
      if let after = place.wordAfter, after.lower == after.text, !Self.isFunctionWord(after) {
        return Phrase(name, at: place)
      }
      return Phrase(name, lead: [], instead: before, at: place)
    case "a", "an": return fitting(name)
    default: return Phrase(words, at: place)
    }
  }

  /// The article right before the span, when it is `a` or `an`.
  var indefiniteBefore: Surroundings.Word? {
    guard let word = place.wordsBefore(1).first, ["a", "an"].contains(word.lower) else { return nil }
    // "hepatitis A", "vitamin A": a letter, not an article.
    if word.text == "A", !place.startsSentence(word.span.lower) { return nil }
    return word
  }

  /// True for a noun right after the span, which an adjective may stand before.
  var isBeforeNoun: Bool {
    guard let after = place.wordAfter else { return false }
    return after.text == after.lower && after.text.first?.isNumber == false && !Self.isFunctionWord(after)
  }

  /// The word for a person right after the span ("man", "male patient"), where it ends its phrase and may be taken.
  var nounAfter: Surroundings.Word? {
    guard let first = place.wordAfter, let noun = personAfter(place) else { return nil }
    if noun.lower == "male" || noun.lower == "female",
      let second = personAfter(beyond(noun)), let ended = ending(second)
    {
      return Surroundings.Word(
        span: TextSpan(first.span.lower, ended.span.upper), text: "\(noun.text) \(ended.text)",
        separator: first.separator)
    }
    return ending(noun)
  }

  private func personAfter(_ place: Surroundings) -> Surroundings.Word? {
    guard let noun = place.wordAfter, Self.personNouns.contains(noun.text), noun.span.upper <= place.ceiling,
      !noun.separator.contains("\n")
    else { return nil }
    return noun
  }

  private func beyond(_ word: Surroundings.Word) -> Surroundings {
    Surroundings(bytes: place.bytes, block: place.block, span: word.span, floor: place.floor, ceiling: place.ceiling)
  }

  private func ending(_ noun: Surroundings.Word) -> Surroundings.Word? {
    if noun.span.upper < place.block.upper, place.bytes[noun.span.upper] == UInt8(ascii: "-") { return nil }
    let beyond = beyond(noun)
    guard let next = beyond.wordAfter else {
      // A rewrite that follows may be what the word belongs to.
      return beyond.skippingSpaces(from: noun.span.upper) < place.ceiling || place.ceiling == place.block.upper
        ? noun : nil
    }
    return next.span.upper <= place.ceiling && Self.isFunctionWord(next) ? noun : nil
  }

  /// A kind of work, written without its article: one is added after "as" or "is".
  func occupation(_ words: String) -> Phrase {
    let before = place.wordsBefore(1).first?.lower ?? ""
    guard ["as", "is", "was", "be", "became", "been"].contains(before) else { return fitting(words) }
    return Phrase("\(Self.article(for: words)) \(words)", at: place)
  }

  /// An origin ("of Caribbean origin") after a noun, before one, or as one.
  func origin(_ words: String) -> Phrase {
    guard words.hasPrefix("of ") else { return indefinite(words) }
    let parts = words.dropFirst(3).split(separator: " ")
    let people = parts.dropLast().joined(separator: " ")
    if let after = place.wordAfter, Self.originNouns.contains(after.lower) { return fitting(people) }
    if place.wordsBefore(1).first?.lower == "of" { return Phrase(String(words.dropFirst(3)), at: place) }
    if isBeforeNoun { return fitting("\(people)-\(parts.last ?? "origin")") }
    let before = place.wordsBefore(1).first?.lower ?? ""
    return ["a", "an", "the"].contains(before) ? fitting("person " + words) : Phrase(words, at: place)
  }

  /// `a` or `an`, by the sound of the first word or number.
  static func article(for words: String) -> String {
    let text = words.drop { $0 == "[" || $0 == "(" }.lowercased()
    guard let first = text.first else { return "a" }
    if first.isNumber {
      let number = String(text.prefix { $0.isNumber })
      let isEight = first == "8"
      return isEight || ["11", "18"].contains(number) ? "an" : "a"
    }
    if ["uni", "user", "use", "eu", "one", "once", "uti", "ura"].contains(where: text.hasPrefix) { return "a" }
    if ["hour", "honest", "heir", "honour", "honor"].contains(where: text.hasPrefix) { return "an" }
    return "aeiou".contains(first) ? "an" : "a"
  }

  static func split(_ words: String) -> (article: String?, rest: String) {
    for article in ["a", "an"] where words.hasPrefix(article + " ") {
      return (article, String(words.dropFirst(article.count + 1)))
    }
    return (nil, words)
  }

  static func cased(_ word: String, like model: String) -> String {
    model.first?.isUppercase == true ? Phrase.capitalised(word) : word
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

  private static func takesArticle(_ name: String, frenchArticle: String) -> Bool {
    let last = name.split(separator: " ").last.map(String.init) ?? name
    if frenchArticle == "les", last.hasSuffix("s") || last == "Caribbean" { return true }
    if name.hasPrefix("United ") || articled.contains(name) { return true }
    return [
      "Islands", "Territories", "Peninsula", "Region", "District", "Valley", "Shore", "Shores", "Republic", "Delta",
    ]
    .contains(last)
  }

  static func isFunctionWord(_ word: Surroundings.Word) -> Bool { functionWords.contains(word.lower) }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let articled: Set<String> = ["Yukon", "Gambia", "Congo", "Middle East", "Caribbean", "Maritimes"]
  private static let settlements: Set<String> = [
    "village", "town", "city", "hamlet", "community", "municipality", "township", "settlement", "reserve", "suburb",
    "port",
  ]
  private static let originNouns: Set<String> = [
    "descent", "origin", "ancestry", "background", "heritage", "extraction",
  ]
  private static let personNouns: Set<String> = [
    "man", "men", "woman", "women", "boy", "boys", "girl", "girls", "male", "males", "female", "females", "patient",
    "patients", "lady", "gentleman", "person", "people", "child", "children", "mother", "father", "brother", "sister",
    "son", "daughter", "aunt", "uncle", "cousin", "husband", "wife", "smoker", "student", "infant",
  ]
  private static let determiners: Set<String> = [
    "the", "this", "that", "these", "those", "his", "her", "their", "my", "your", "our", "its", "no", "any", "another",
    "each", "every", "some",
  ]
  /// Adjectives between a missing article and the name of a disease.
  private static let modifiers: Set<String> = [
    "known", "suspected", "possible", "probable", "likely", "presumed", "confirmed", "proven", "classic", "classical",
    "severe", "mild", "moderate", "advanced", "atypical", "typical", "active", "new", "chronic", "acute", "recurrent",
    "refractory", "early", "late", "familial", "sporadic", "definite", "progressive", "untreated", "treated",
    "diagnosed", "underlying", "concomitant", "onset", "stage", "genetic", "hereditary", "prior", "previous", "former",
    "retired", "local", "young", "old", "elderly", "rare", "primary", "secondary", "biopsied", "resected",
  ]
  private static let adjectiveEndings = ["al", "ic", "ous", "ible", "able", "oid"]
  private static let nounsLikeAdjectives: Set<String> = [
    "hospital", "animal", "arrival", "withdrawal", "trial", "signal", "denial", "referral", "survival", "removal",
    "clinic", "panic", "topic", "music", "table", "cable", "mammal", "journal", "medical", "individual",
    "steroid", "thyroid", "antibiotic", "mechanic", "logic", "statistic", "appraisal", "refusal", "interval", "total",
    "approval", "renal", "adrenal", "carotid", "sigmoid", "critic", "academic", "epidemic",
  ]
  /// Nouns that a disease's name stands before as if it were an adjective.
  private static let heads: Set<String> = [
    "patient", "patients", "diagnosis", "case", "cases", "cohort", "clinic", "gene", "mutation", "mutations", "variant",
    "variants", "carrier", "carriers", "registry", "specialist", "crisis", "crises", "treatment", "therapy", "flare",
    "flares", "symptoms", "relapse", "management", "screening", "testing", "families", "family", "population",
  ]
  private static let functionWords: Set<String> = [
    "a", "an", "the", "and", "or", "but", "nor", "of", "in", "on", "at", "to", "for", "from", "by", "with", "without",
    "who", "whom", "whose", "which", "that", "when", "where", "while", "as", "if", "then", "than", "so", "is", "was",
    "are", "were", "has", "had", "have", "be", "been", "being", "does", "did", "do", "can", "could", "will", "would",
    "may", "might", "should", "must", "presented", "presents", "presenting", "came", "comes", "developed", "develops",
    "reported", "reports", "complained", "underwent", "received", "lived", "lives", "living", "died", "fell", "began",
    "noticed", "referred", "admitted", "seen", "brought", "diagnosed", "known", "treated", "after", "before", "since",
    "until", "during", "because", "he", "she", "they", "it", "his", "her", "their", "not", "never", "also",
    "previously",
    "recently", "now", "then", "later", "ago", "returned", "arrived", "told", "said", "visited", "moved", "travelled",
    "worked", "works", "suffered", "describes", "described", "experienced", "collapsed", "started", "felt", "took",
    "went", "suddenly", "initially", "first", "whereupon", "due", "about", "into", "between", "under", "over", "both",
  ]
}
