package import CaviardCase

/// A set of dictionary lists: see ``DictionaryList/bit``. Constants, so that the loops over tokens pay nothing.
package struct ListSet: OptionSet, Hashable, Sendable, BitwiseCopyable {
  package let rawValue: UInt64

  @inlinable package init(rawValue: UInt64) { self.rawValue = rawValue }

  @inlinable @inline(__always) package init(_ list: DictionaryList) { rawValue = 1 &<< list.bit }

  // The same as the protocol's, which other modules would reach through its witnesses.
  @inlinable @inline(__always) package var isEmpty: Bool { rawValue == 0 }
  @inlinable @inline(__always) package func contains(_ other: ListSet) -> Bool {
    rawValue & other.rawValue == other.rawValue
  }
  @inlinable @inline(__always) package func isSuperset(of other: ListSet) -> Bool {
    rawValue & other.rawValue == other.rawValue
  }
  @inlinable @inline(__always) package func isDisjoint(with other: ListSet) -> Bool { rawValue & other.rawValue == 0 }
  @inlinable @inline(__always) package func union(_ other: ListSet) -> ListSet {
    ListSet(rawValue: rawValue | other.rawValue)
  }
  @inlinable @inline(__always) package func intersection(_ other: ListSet) -> ListSet {
    ListSet(rawValue: rawValue & other.rawValue)
  }
  @inlinable @inline(__always) package mutating func formUnion(_ other: ListSet) { self = union(other) }
  @inlinable @inline(__always) package static func == (a: ListSet, b: ListSet) -> Bool { a.rawValue == b.rawValue }

  /// The lists in bit order.
  package static let order = DictionaryList.allCases.sorted { $0.bit < $1.bit }

  package var lists: [DictionaryList] {
    Self.order.enumerated().filter { rawValue >> UInt64($0.offset) & 1 == 1 }.map(\.element)
  }

  @inlinable package static var frequentWordsEN: ListSet { ListSet(.frequentWordsEN) }
  @inlinable package static var frequentWordsFR: ListSet { ListSet(.frequentWordsFR) }
  @inlinable package static var commonWordsEN: ListSet { ListSet(.commonWordsEN) }
  @inlinable package static var commonWordsFR: ListSet { ListSet(.commonWordsFR) }
  @inlinable package static var otherLanguageWords: ListSet { ListSet(.otherLanguageWords) }
  @inlinable package static var surnames: ListSet { ListSet(.surnames) }
  @inlinable package static var givenNames: ListSet { ListSet(.givenNames) }
  @inlinable package static var nameParticles: ListSet { ListSet(.nameParticles) }
  @inlinable package static var titles: ListSet { ListSet(.titles) }
  @inlinable package static var postNominals: ListSet { ListSet(.postNominals) }
  @inlinable package static var roleCues: ListSet { ListSet(.roleCues) }
  @inlinable package static var nameClues: ListSet { ListSet(.nameClues) }
  @inlinable package static var kinship: ListSet { ListSet(.kinship) }
  @inlinable package static var places: ListSet { ListSet(.places) }
  @inlinable package static var provinceCodes: ListSet { ListSet(.provinceCodes) }
  @inlinable package static var placeGenerics: ListSet { ListSet(.placeGenerics) }
  @inlinable package static var placeWords: ListSet { ListSet(.placeWords) }
  @inlinable package static var streetTypes: ListSet { ListSet(.streetTypes) }
  @inlinable package static var institutions: ListSet { ListSet(.institutions) }
  @inlinable package static var institutionHeads: ListSet { ListSet(.institutionHeads) }
  @inlinable package static var diagnoses: ListSet { ListSet(.diagnoses) }
  @inlinable package static var procedures: ListSet { ListSet(.procedures) }
  @inlinable package static var medicalWords: ListSet { ListSet(.medicalWords) }
  @inlinable package static var medicalAbbreviations: ListSet { ListSet(.medicalAbbreviations) }
  @inlinable package static var drugs: ListSet { ListSet(.drugs) }
  @inlinable package static var eponyms: ListSet { ListSet(.eponyms) }
  @inlinable package static var eponymHeads: ListSet { ListSet(.eponymHeads) }
  @inlinable package static var sensitiveTopics: ListSet { ListSet(.sensitiveTopics) }
  @inlinable package static var occupations: ListSet { ListSet(.occupations) }
  @inlinable package static var occupationGroups: ListSet { ListSet(.occupationGroups) }
  @inlinable package static var groups: ListSet { ListSet(.groups) }
  @inlinable package static var facts: ListSet { ListSet(.facts) }
  @inlinable package static var ageWords: ListSet { ListSet(.ageWords) }
  @inlinable package static var sexWords: ListSet { ListSet(.sexWords) }
  @inlinable package static var months: ListSet { ListSet(.months) }
  @inlinable package static var weekdays: ListSet { ListSet(.weekdays) }
  @inlinable package static var seasons: ListSet { ListSet(.seasons) }
  @inlinable package static var holidays: ListSet { ListSet(.holidays) }
  @inlinable package static var relativeTime: ListSet { ListSet(.relativeTime) }
  @inlinable package static var cues: ListSet { ListSet(.cues) }
  @inlinable package static var ageSex: ListSet { ListSet(.ageSex) }
  @inlinable package static var halfWidths: ListSet { ListSet(.halfWidths) }
  @inlinable package static var diagnosisPairs: ListSet { ListSet(.diagnosisPairs) }

  /// Lists of plain words: being one of them is all there is to know, so single words of theirs make no match.
  @inlinable package static var plainWords: ListSet {
    [.frequentWordsEN, .frequentWordsFR, .commonWordsEN, .commonWordsFR, .otherLanguageWords, .medicalWords]
  }
}
