/// The lists under `Dictionaries/`, by folder name. The raw values are file names; the order is the compiled order.
package enum DictionaryList: String, Hashable, Sendable, CaseIterable, BitwiseCopyable, Codable {
  // Words and names.
  case frequentWordsEN = "frequent-words-en"
  case frequentWordsFR = "frequent-words-fr"
  case commonWordsEN = "common-words-en"
  case commonWordsFR = "common-words-fr"
  case otherLanguageWords = "other-language-words"
  case surnames
  case givenNames = "given-names"
  case nameParticles = "name-particles"
  case titles
  case postNominals = "post-nominals"
  case roleCues = "role-cues"
  case nameClues = "name-clues"
  case kinship
  // Places.
  case places
  case provinceCodes = "province-codes"
  case placeGenerics = "place-generics"
  case placeWords = "place-words"
  case streetTypes = "street-types"
  case institutions
  case institutionHeads = "institution-heads"
  // Medicine.
  case diagnoses
  case procedures
  case medicalWords = "medical-words"
  case medicalAbbreviations = "medical-abbreviations"
  case drugs
  case eponyms
  case eponymHeads = "eponym-heads"
  case sensitiveTopics = "sensitive-topics"
  // People.
  case occupations
  case occupationGroups = "occupation-groups"
  case groups
  case facts
  case ageWords = "age-words"
  case sexWords = "sex-words"
  // Time.
  case months
  case weekdays
  case seasons
  case holidays
  case relativeTime = "relative-time"
  // Cues and numbers.
  case cues
  case ageSex = "age-sex"
  case halfWidths = "half-widths"
  case diagnosisPairs = "diagnosis-pairs"
}

/// A row of a list: how findings name what they found without holding its words.
package struct TermRow: Hashable, Sendable, Codable {
  package let list: DictionaryList
  /// Row number in the compiled table, from 0.
  package let row: Int

  package init(_ list: DictionaryList, _ row: Int) {
    self.list = list
    self.row = row
  }
}
