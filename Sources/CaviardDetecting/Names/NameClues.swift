internal import CaviardCase
internal import CaviardDictionaries

/// A clue for or against a person's name; the raw values are rows of `name-clues`.
enum NameClue: String, CaseIterable {
  case givenStrong = "given-strong"
  case givenAmbiguous = "given-ambiguous"
  case givenWeak = "given-weak"
  case surnameStrong = "surname-strong"
  case surnameAmbiguous = "surname-ambiguous"
  case surnameWeak = "surname-weak"
  case unknownWord = "unknown-word"
  case unknownAtStart = "unknown-at-start"
  case commonWord = "common-word"
  case ambiguousAtStart = "ambiguous-at-start"
  case medicalWord = "medical-word"
  case drug
  case abbreviation
  case eponym
  case eponymFrame = "eponym-frame"
  case place
  case placeAmbiguous = "place-ambiguous"
  case wholePlace = "whole-place"
  case calendar
  case group
  case institutionWord = "institution-word"
  case shortCapitals = "short-capitals"
  case otherScript = "other-script"
  case titleBefore = "title-before"
  case cueBefore = "cue-before"
  case strongCueBefore = "strong-cue-before"
  case kinshipBefore = "kinship-before"
  case postNominalAfter = "post-nominal-after"
  case givenThenSurname = "given-then-surname"
  case surnameThenGiven = "surname-then-given"
  case surnameCommaGiven = "surname-comma-given"
  case initialThenName = "initial-then-name"
  case nameThenInitial = "name-then-initial"
  case articleBefore = "article-before"
  case singleWord = "single-word"
  case apposition
  case ageAfter = "age-after"
  case personPredicateAfter = "person-predicate-after"
  case kinAfter = "kin-after"
  case personVerbBefore = "person-verb-before"
  case capitalInside = "capital-inside"
  case verbAfter = "speech-or-verb-after"
  case inListOfNames = "in-list-of-names"
  case knownInCase = "known-in-case"
  case possessiveAfter = "possessive-after"
  case unknownPossessive = "unknown-possessive"
  case foreignLetters = "foreign-letters"
  case surnameEnding = "surname-ending"
  case ownLine = "own-line"
  case unknownPair = "unknown-pair"
  case humanVerbAfter = "human-verb-after"
  case pairedWithName = "paired-with-name"
  case englishArticleBefore = "english-article-before"
  case vocative
}

/// The weights of the clues, from the dictionary.
struct NameWeights: Sendable {
  private let weights: [NameClue: Double]

  /// - Throws: `DetectorError.missingWeight` when the list lacks a clue the detector uses.
  init(dictionary: CompiledDictionary) throws(DetectorError) {
    let table = dictionary.table(.nameClues)
    var weights: [NameClue: Double] = [:]
    for clue in NameClue.allCases {
      guard let row = table.row(id: clue.rawValue), let column = table.column("weight"),
        let weight = table.number(column, row)
      else { throw .missingWeight(clue.rawValue) }
      weights[clue] = weight
    }
    self.weights = weights
  }

  subscript(clue: NameClue) -> Double { weights[clue] ?? 0 }

  func evidence(_ clue: NameClue) -> Evidence { Evidence(clue.rawValue, weight: self[clue]) }
}

/// Why the detectors cannot start.
package enum DetectorError: Error, Equatable, Sendable {
  /// The list `name-clues` has no row of this name.
  case missingWeight(String)
  case rules(PatternRuleError)
}
