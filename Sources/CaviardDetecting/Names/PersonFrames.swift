internal import CaviardCase
internal import CaviardDictionaries

/// Whether the words around a name say that only a person can be meant: "Chase, 17,", "the patient, Will, was", « Rose se plaint ».
///
/// These are what decides for a name that is also a word, a month or a plant.
struct PersonFrames {
  let context: CaseContext

  func clues(around run: Range<Int>) -> [NameClue] {
    let (first, last) = (run.lowerBound, run.upperBound - 1)
    var clues: [NameClue] = []
    if isApposition(first, last) { clues.append(.apposition) }
    if hasAge(after: last) || hasDescription(after: last) { clues.append(.ageAfter) }
    if hasPredicate(after: last) { clues.append(.personPredicateAfter) }
    if hasKin(after: last) || hasKinOf(before: first) { clues.append(.kinAfter) }
    if isObject(first) { clues.append(.personVerbBefore) }
    return clues
  }

  // MARK: After the name

  /// "Chase, 17,", "Iris (72 F)", "Ruby, a 6-year-old", « Olive, 7 ans », "Angel, aged 9".
  private func hasAge(after last: Int) -> Bool {
    guard let next = following(last) else { return false }
    switch context.tokens[next].gap {
    case .commaSpace, .bracket, .comma: return isAge(at: next)
    default: return false
    }
  }

  /// A number of years, written with an article, "aged" or a unit, or alone between commas or brackets.
  private func isAge(at index: Int) -> Bool {
    var index = index
    if Self.ageOpeners.contains(context.tokens[index].key), let next = following(index) { index = next }
    let number = context.tokens[index]
    if number.shape == .alphanumeric { return Self.isAgeWithSex(context.form(index)) }
    guard number.shape == .digits, (0...115).contains(number.number) else { return false }
    guard let next = following(index) else { return true }
    switch context.tokens[next].gap {
    case .space, .hyphen:
      return Self.ageUnits.contains(context.tokens[next].key)
    case .commaSpace, .bracket, .periodSpace, .sentenceEnd:
      // "Table, 12, and": only a whole number of years between two marks.
      return number.number >= 1
    default: return false
    }
  }

  /// `72F`, `9yo`.
  private static func isAgeWithSex(_ form: String) -> Bool {
    let letters = form.drop { $0.isNumber }
    return letters.count < form.count && ["f", "m", "yo", "y", "ans", "mo"].contains(letters)
  }

  /// "Dawn, a nurse,", « Blanche, sa voisine, », "Dean, the dean,".
  private func hasDescription(after last: Int) -> Bool {
    guard let next = following(last), context.tokens[next].gap == .commaSpace,
      Self.determiners.contains(context.tokens[next].key), let noun = following(next),
      context.tokens[noun].gap == .space
    else { return false }
    return isPersonNoun(noun)
  }

  private func isPersonNoun(_ index: Int) -> Bool {
    PersonVerbs.persons.contains(context.tokens[index].key)
      || context.longest(at: index, in: .occupations) != nil || context.longest(at: index, in: .kinship) != nil
      || index > 0 && context.longest(at: index - 1, in: .kinship) != nil
      || context.tokens[index].shape == .digits && isAge(at: index)
  }

  /// "Grace was pale", "Ray had no fever", « Rose se plaint », « Pierre a été admis », « Rose a 82 ans ».
  private func hasPredicate(after last: Int) -> Bool {
    guard var next = following(last), context.tokens[next].gap == .space || context.tokens[next].gap == .apostrophe
    else {
      return false
    }
    // « Rose se plaint », « Laurier s'est effondré », « Pierre ne tolère »: only a subject stands before these.
    if Self.subjectFollowers.contains(context.tokens[next].key) {
      return context.language(of: last).admits(.french) && context.tokens[next].shape == .lower
        && context.byte(after: next) != UInt8(ascii: ".")
    }
    guard context.tokens[next].shape == .lower else { return false }
    // Verbs that only persons do have a clue of their own.
    if PersonVerbs.human.contains(context.tokens[next].key) { return false }
    if showsDisease(next) { return true }
    if PersonVerbs.auxiliaries.contains(context.tokens[next].key), let after = following(next), isSpaced(after) {
      if PersonVerbs.deeds.contains(context.tokens[after].key) || isYears(after) { return true }
      if PersonVerbs.copulas.contains(context.tokens[after].key) { next = after }
    }
    guard PersonVerbs.copulas.contains(context.tokens[next].key) else { return false }
    guard var state = following(next) else { return false }
    while PersonVerbs.adverbs.contains(context.tokens[state].key), isSpaced(state), let after = following(state) {
      state = after
    }
    guard isSpaced(state) else { return false }
    if PersonVerbs.states.contains(context.tokens[state].key) { return true }
    if isYears(state) { return true }
    if Self.determiners.contains(context.tokens[state].key), let noun = following(state) {
      return isPersonNoun(noun) || following(noun).map(isPersonNoun) ?? false
    }
    return context.language(of: state).admits(.french) && context.longest(at: state, in: .occupations) != nil
  }

  /// A number with its unit of age, or a bare one before "and", a comma or the end: "Drew is 35 and".
  private func isYears(_ index: Int) -> Bool {
    let token = context.tokens[index]
    if token.shape == .alphanumeric { return Self.isAgeWithSex(context.form(index)) }
    guard token.shape == .digits, (1...115).contains(token.number) else { return false }
    guard let next = following(index) else { return true }
    switch context.tokens[next].gap {
    case .space, .hyphen:
      return Self.ageUnits.contains(context.tokens[next].key)
        || PersonVerbs.conjunctions.contains(context.tokens[next].key)
    case .commaSpace, .periodSpace, .sentenceEnd, .paragraphBreak: return true
    default: return false
    }
  }

  /// "had no fever", "developed a rash": within four words of the verb something of medicine.
  private func showsDisease(_ verb: Int) -> Bool {
    guard PersonVerbs.haveOrShow.contains(context.tokens[verb].key) else { return false }
    var index = verb
    for _ in 0..<4 {
      guard let next = following(index), isSpaced(next) else { return false }
      index = next
      if context.membership[index].contains(.medicalWords) || context.longest(at: index, in: .diagnoses) != nil {
        return true
      }
    }
    return false
  }

  /// "Grace's mother", "Grace and her sister".
  private func hasKin(after last: Int) -> Bool {
    guard let next = following(last) else { return false }
    if context.tokens[next].gap == .apostrophe, context.tokens[next].length == 1, let noun = following(next),
      isSpaced(noun)
    {
      return context.longest(at: noun, in: .kinship) != nil
    }
    guard PersonVerbs.conjunctions.contains(context.tokens[next].key), let own = following(next), isSpaced(own),
      Self.possessives.contains(context.tokens[own].key), let noun = following(own)
    else { return false }
    return context.longest(at: noun, in: .kinship) != nil || context.longest(at: own, in: .kinship) != nil
  }

  // MARK: Before the name

  /// « la mère de Rose ».
  private func hasKinOf(before first: Int) -> Bool {
    guard first > 1, context.isSameBlock(first, first - 2), Self.of.contains(context.tokens[first - 1].key),
      context.tokens[first].gap == .space || context.tokens[first].gap == .apostrophe,
      context.tokens[first - 1].gap == .space
    else { return false }
    return context.membership[first - 2].contains(ListSet(.kinship))
  }

  /// "the patient, Will, was", « sa femme, Rose, est »: after a person's noun, between two marks.
  private func isApposition(_ first: Int, _ last: Int) -> Bool {
    guard first > 0, context.isSameBlock(first, first - 1), context.tokens[first].gap == .commaSpace else {
      return false
    }
    if let next = following(last) {
      switch context.tokens[next].gap {
      case .commaSpace, .periodSpace, .sentenceEnd, .bracket, .paragraphBreak: break
      default: return false
      }
    }
    let noun = first - 1
    guard context.tokens[noun].shape == .lower else { return false }
    return PersonVerbs.persons.contains(context.tokens[noun].key)
      || context.membership[noun].contains(ListSet(.kinship))
  }

  /// "We saw Grace", « expliqué à Rose »: the object of a verb done to persons.
  private func isObject(_ first: Int) -> Bool {
    guard first > 0, context.isSameBlock(first, first - 1), context.tokens[first].gap == .space else { return false }
    var verb = first - 1
    if Self.to.contains(context.tokens[verb].key), verb > 0, context.isSameBlock(verb, verb - 1) {
      verb -= 1
      return Self.saying.contains(context.tokens[verb].key)
    }
    return PersonVerbs.withPerson.contains(context.tokens[verb].key)
  }

  // MARK: Steps

  private func following(_ index: Int) -> Int? {
    let next = index + 1
    return next < context.tokens.count && context.isSameBlock(index, next) ? next : nil
  }

  private func isSpaced(_ index: Int) -> Bool { context.tokens[index].gap == .space }

  /// French words that stand between a subject and its verb and nowhere else.
  private static let subjectFollowers = PersonVerbs.keySet("se s ne n me m lui nous leur")
  private static let of = PersonVerbs.keySet("de d")
  private static let to = PersonVerbs.keySet("à")
  private static let saying = PersonVerbs.keySet(
    "expliqué expliquer annoncé annoncer demandé demander dit dire proposé proposer conseillé conseiller parlé parler remis "
      + "donné prescrit recommandé")
  private static let ageOpeners = PersonVerbs.keySet("a an aged age âgé âgée now only un une")
  private static let ageUnits = PersonVerbs.keySet(
    "year years yr yrs y yo month months week weeks day days ans an mois semaines jours f m female male femme homme")
  private static let determiners = PersonVerbs.keySet(
    "a an the her his their our my sa son leur ma mon notre un une le la")
  private static let possessives = PersonVerbs.keySet("her his their sa son ses leur")
}
