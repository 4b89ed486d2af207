internal import CaviardCase
internal import CaviardDictionaries

/// Puts a replacement into the words of a language, with what stands before it made to agree.
struct Wording: Sendable {
  private let rows: RowWords
  private let medicine: Medicine

  init(_ dictionary: CompiledDictionary) {
    rows = RowWords(dictionary)
    medicine = Medicine(dictionary: dictionary)
  }

  /// The phrase at a place of running text; the kind's placeholder when the replacement has no words.
  func phrase(_ replacement: Replacement, _ decision: Decision, at place: Surroundings, _ language: Language) -> Phrase
  {
    var phrase =
      words(replacement, decision.finding, at: place, language)
      ?? placeholder(decision.finding.kind, number: max(1, decision.fact), at: place, language)
    if startsCapital(at: phrase.lower, in: place, replacement) { phrase.capitalise() }
    return phrase
  }

  /// A place's own name as ``phrase(_:_:at:_:)`` ends with it.
  func placeName(_ replacement: Replacement, _ language: Language) -> String? {
    guard case .row(let row) = replacement, row.list == .places else { return nil }
    return rows.text(row, "name", language)
  }

  private func words(
    _ replacement: Replacement, _ finding: Finding, at place: Surroundings, _ language: Language
  ) -> Phrase? {
    let (kind, isPatient) = (finding.kind, finding.subject.role == .patient)
    let english = EnglishWording(place: place)
    let french = FrenchWording(place: place)
    switch replacement {
    case .placeholder(let kind, let number):
      return Omission(place: place, language: language, isPatient: isPatient).phrase(kind)
        ?? placeholder(kind, number: number, at: place, language)
    case .age(let age):
      return language == .english
        ? EnglishAges(english, age, isPatient: isPatient).phrase : FrenchAges(french, age, isPatient: isPatient).phrase
    case .date(let date): return language == .english ? english.date(date) : french.date(date)
    case .storyTime(let time):
      return language == .english
        ? EnglishDays(wording: english).phrase(time) : FrenchDays(wording: french).phrase(time)
    case .row(let row) where row.list == .places: return location(row, at: place, language)
    case .row(let row):
      guard let words = rows.text(row, "name", language) else { return nil }
      switch (row.list, language) {
      case (.groups, .english): return english.origin(words)
      case (.groups, .french): return french.origin(words)
      case (.occupationGroups, .english): return english.occupation(words)
      case (.occupationGroups, .french): return french.occupation(words)
      case (.diagnoses, .english) where medicine.isNamed(by: place.replaced) && !english.isBeforeNoun:
        return english.indefinite("treatment for \(words)")
      case (.diagnoses, .french) where medicine.isNamed(by: place.replaced): return french.treatment(of: words)
      case (_, .english): return english.indefinite(words)
      case (_, .french): return french.indefinite(words)
      }
    case .phrase(let row, let column):
      guard let words = rows.text(row, column, language) else { return nil }
      guard kind == .family else { return language == .english ? english.indefinite(words) : french.indefinite(words) }
      let birth = MultipleBirth(replaced: place.replaced)
      switch language {
      case .english: return birth.isFalse(words) ? nil : english.indefinite(words)
      case .french: return birth.isFalse(words) ? nil : french.indefinite(birth.agreeing(words))
      }
    case .nothing:
      let removal = Removal(place: place, language: language)
      guard kind == .superlative else { return removal.phrase }
      if let noun = Superlative(place: place, language: language).phrase { return noun }
      // With no words of its own the placeholder of the kind stands.
      return removal.leavesFragment ? nil : removal.phrase
    }
  }

  private func placeholder(_ kind: Kind, number: Int, at place: Surroundings, _ language: Language) -> Phrase {
    var words = PlaceholderWords.placeholder(kind, number: number, language)
    if kind == .language, let verb = Self.verb(in: place.replaced, language) { words = "\(verb) \(words)" }
    return language == .english
      ? EnglishWording(place: place).fitting(words)
      : FrenchWording(place: place).fitting(words, gender: Self.gender(kind))
  }

  /// "speaks only Tamil": the verb stays.
  private static func verb(in text: String, _ language: Language) -> String? {
    let words = text.lowercased().split(separator: " ").prefix(3).map(String.init)
    let verbs = language == .english ? ["speaks", "spoke", "speaking"] : ["parle", "parlait", "parlant"]
    return verbs.first(where: words.contains)
  }

  private func location(_ row: TermRow, at place: Surroundings, _ language: Language) -> Phrase? {
    guard let name = rows.text(row, "name", language) else { return nil }
    let article = rows.text(row, "article.fr") ?? ""
    switch language {
    case .english: return EnglishWording(place: place).location(name, frenchArticle: article)
    case .french:
      let kind = rows.text(row, "kind") ?? ""
      let isCountry = kind == "country" || kind == "continent"
      return FrenchPlaces(place: place, name: name, article: article, isCountry: isCountry).phrase
    }
  }

  /// True when the words written stand first in a sentence and the words read began with a capital or a number.
  ///
  /// The figures of a date have no capital to lose: "2021-03-03: fever" is "Day 0: fever".
  private func startsCapital(at position: Int, in place: Surroundings, _ replacement: Replacement) -> Bool {
    guard let first = place.string(position, place.span.upper).first else { return false }
    if case .storyTime = replacement, first.isNumber { return place.startsSentence(position) }
    return first.isUppercase && place.startsSentence(position)
  }

  private static func gender(_ kind: Kind) -> FrenchWording.Gender {
    switch kind {
    case .personName, .streetAddress, .networkAddress, .coordinates, .date, .ethnicity, .language, .religion, .family,
      .procedure, .superlative, .media:
      .feminine
    case .username, .email, .phone, .url, .postalCode, .healthCardNumber, .nationalID, .recordNumber, .accountNumber,
      .licenceNumber, .vehicleID, .deviceID, .age, .sex, .place, .institution, .occupation, .diagnosis, .event, .trait,
      .legalStatus, .possibleName:
      .masculine
    }
  }
}
