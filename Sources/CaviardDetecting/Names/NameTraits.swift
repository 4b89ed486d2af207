internal import CaviardCase
internal import CaviardDictionaries

/// How sure a list is that a word is a name.
enum NameStrength: UInt8, BitwiseCopyable {
  case strong = 1
  case ambiguous
  case weak
}

/// What the dictionaries say of one capitalised word.
struct NameTraits {
  var given: NameStrength?
  var surname: NameStrength?
  var place: NameStrength?
  var isCommonWord = false
  var isMedicalWord = false
  var isDrug = false
  var isAbbreviation = false
  var isEponym = false
  var isCalendar = false
  var isGroup = false
  var isInstitutionWord = false
  var isTitle = false
  var isParticle = false

  /// No list knows the word.
  var isUnknown: Bool {
    given == nil && surname == nil && place == nil
      && !(isCommonWord || isMedicalWord || isDrug || isAbbreviation || isEponym || isCalendar || isGroup
        || isInstitutionWord || isTitle || isParticle)
  }

  var isName: Bool { given != nil || surname != nil }

  init(_ index: Int, in context: CaseContext) {
    let lists = context.membership[index]
    func has(_ list: DictionaryList) -> Bool { lists.contains(ListSet(list)) }
    given = Self.strength(index, .givenNames, context.tables.givenNameStrengths, context)
    surname = Self.strength(index, .surnames, context.tables.surnameStrengths, context)
    place = Self.strength(index, .places, context.tables.placeStrengths, context)
    let language = context.language(of: index)
    isCommonWord =
      (language.admits(.english) && (has(.commonWordsEN) || has(.frequentWordsEN)))
      || (language.admits(.french) && (has(.commonWordsFR) || has(.frequentWordsFR)))
    isMedicalWord = has(.medicalWords) || has(.diagnoses) || has(.procedures) || has(.eponymHeads)
    isDrug = has(.drugs)
    isAbbreviation = has(.medicalAbbreviations) || has(.postNominals) || has(.provinceCodes)
    isEponym = has(.eponyms)
    isCalendar = has(.months) || has(.weekdays) || has(.holidays) || has(.seasons)
    isGroup = has(.groups)
    isInstitutionWord =
      has(.institutions) || has(.institutionHeads) || has(.streetTypes) || has(.occupations) || has(.cues)
      || has(.roleCues)
    isTitle = has(.titles)
    isParticle = has(.nameParticles)
  }

  private static func strength(
    _ index: Int, _ list: DictionaryList, _ strengths: CodedColumn, _ context: CaseContext
  ) -> NameStrength? {
    guard context.membership[index].contains(ListSet(list)), strengths.isPresent else { return nil }
    for place in context.matches(at: index) {
      let match = context.match(place)
      guard match.sense.list == list, match.tokens.count == 1 else { continue }
      if let strength = NameStrength(rawValue: strengths[match.sense.row]) { return strength }
    }
    return .ambiguous
  }
}
