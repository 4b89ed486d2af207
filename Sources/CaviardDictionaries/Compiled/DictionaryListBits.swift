internal import CaviardCase

extension DictionaryList {
  /// The list's bit in a ``ListSet`` and its number in a compiled file: each number once, from 0 without a hole.
  @inlinable package var bit: UInt64 {
    switch self {
    case .frequentWordsEN: 0
    case .frequentWordsFR: 1
    case .commonWordsEN: 2
    case .commonWordsFR: 3
    case .otherLanguageWords: 4
    case .surnames: 5
    case .givenNames: 6
    case .nameParticles: 7
    case .titles: 8
    case .postNominals: 9
    case .roleCues: 10
    case .nameClues: 11
    case .kinship: 12
    case .places: 13
    case .provinceCodes: 14
    case .placeGenerics: 15
    case .placeWords: 16
    case .streetTypes: 17
    case .institutions: 18
    case .institutionHeads: 19
    case .diagnoses: 20
    case .procedures: 21
    case .medicalWords: 22
    case .medicalAbbreviations: 23
    case .drugs: 24
    case .eponyms: 25
    case .eponymHeads: 26
    case .sensitiveTopics: 27
    case .occupations: 28
    case .occupationGroups: 29
    case .groups: 30
    case .facts: 31
    case .ageWords: 32
    case .sexWords: 33
    case .months: 34
    case .weekdays: 35
    case .seasons: 36
    case .holidays: 37
    case .relativeTime: 38
    case .cues: 39
    case .ageSex: 40
    case .halfWidths: 41
    case .diagnosisPairs: 42
    }
  }
}
