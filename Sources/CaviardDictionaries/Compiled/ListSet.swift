package import CaviardCase

/// A set of dictionary lists: bit n is list n of ``DictionaryList/allCases``.
package struct ListSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  package init(_ list: DictionaryList) {
    rawValue = Self.order.firstIndex(of: list).map { 1 << UInt64($0) } ?? 0
  }

  /// The lists in bit order.
  package static let order = DictionaryList.allCases

  /// The list of a bit; a damaged file's impossible bit gives the last list.
  static func list(_ bit: Int) -> DictionaryList { order[min(bit, order.count - 1)] }

  package var lists: [DictionaryList] {
    Self.order.enumerated().filter { rawValue >> UInt64($0.offset) & 1 == 1 }.map(\.element)
  }

  package static let frequentWordsEN = ListSet(.frequentWordsEN)
  package static let frequentWordsFR = ListSet(.frequentWordsFR)
  package static let commonWordsEN = ListSet(.commonWordsEN)
  package static let commonWordsFR = ListSet(.commonWordsFR)
  package static let otherLanguageWords = ListSet(.otherLanguageWords)
  package static let surnames = ListSet(.surnames)
  package static let givenNames = ListSet(.givenNames)
  package static let nameParticles = ListSet(.nameParticles)
  package static let titles = ListSet(.titles)
  package static let postNominals = ListSet(.postNominals)
  package static let roleCues = ListSet(.roleCues)
  package static let nameClues = ListSet(.nameClues)
  package static let kinship = ListSet(.kinship)
  package static let places = ListSet(.places)
  package static let provinceCodes = ListSet(.provinceCodes)
  package static let placeGenerics = ListSet(.placeGenerics)
  package static let placeWords = ListSet(.placeWords)
  package static let streetTypes = ListSet(.streetTypes)
  package static let institutions = ListSet(.institutions)
  package static let institutionHeads = ListSet(.institutionHeads)
  package static let diagnoses = ListSet(.diagnoses)
  package static let procedures = ListSet(.procedures)
  package static let medicalWords = ListSet(.medicalWords)
  package static let medicalAbbreviations = ListSet(.medicalAbbreviations)
  package static let drugs = ListSet(.drugs)
  package static let eponyms = ListSet(.eponyms)
  package static let eponymHeads = ListSet(.eponymHeads)
  package static let sensitiveTopics = ListSet(.sensitiveTopics)
  package static let occupations = ListSet(.occupations)
  package static let occupationGroups = ListSet(.occupationGroups)
  package static let groups = ListSet(.groups)
  package static let facts = ListSet(.facts)
  package static let ageWords = ListSet(.ageWords)
  package static let sexWords = ListSet(.sexWords)
  package static let months = ListSet(.months)
  package static let weekdays = ListSet(.weekdays)
  package static let seasons = ListSet(.seasons)
  package static let holidays = ListSet(.holidays)
  package static let relativeTime = ListSet(.relativeTime)
  package static let cues = ListSet(.cues)
  package static let ageSex = ListSet(.ageSex)
  package static let halfWidths = ListSet(.halfWidths)

  /// Lists of plain words: being one of them is all there is to know, so single words of theirs make no match.
  package static let plainWords: ListSet = [
    .frequentWordsEN, .frequentWordsFR, .commonWordsEN, .commonWordsFR, .otherLanguageWords,
  ]
}
