internal import CaviardCase
internal import CaviardDictionaries

/// Which of the words around a run are evidence for a person.
extension NameDetector {
  /// Whether a frame counts for this run.
  ///
  /// A word no list knows needs one that only persons have: "Preoperatively, a 64-year-old", « Solumédrol, 3 jours » have none;
  /// eponyms do and show things too (« Stokes en décrit »); places have adjectives.
  func isTrusted(_ clue: NameClue, _ range: Range<Int>, _ context: CaseContext) -> Bool {
    let traits = range.map { NameTraits($0, in: context) }
    if traits.contains(where: \.isName) {
      if clue == .apposition { return true }
      if range.count == 1, traits[0].isEponym, traits[0].given == nil { return clue == .ageAfter }
      return !traits.allSatisfy { $0.place == .strong } && !isInsidePlace(range, context)
    }
    guard NameShapes.isLoneUnknown(range, context) else { return false }
    return clue == .apposition || clue == .kinAfter || clue == .ageAfter && !context.isSentenceStart[range.lowerBound]
  }

  /// The `Saint-Jean` of « Lac-Saint-Jean ».
  func isInsidePlace(_ range: Range<Int>, _ context: CaseContext) -> Bool {
    (max(0, range.lowerBound - 3)...range.lowerBound).contains { start in
      guard context.isSameBlock(start, range.lowerBound), let place = context.longest(at: start, in: .places) else {
        return false
      }
      return place.tokens.count > range.count && place.tokens.upperBound >= range.upperBound
    }
  }

  /// After "hello", "her daughter" or before a verb that only persons do; not before a number: "her mother May 12".
  func isAnnounced(_ range: Range<Int>, _ context: CaseContext) -> Bool {
    let (first, next) = (range.lowerBound, range.upperBound)
    if next < context.tokens.count, context.isSameBlock(first, next) {
      if context.tokens[next].shape == .digits { return false }
      if context.tokens[next].gap == .space, PersonVerbs.human.contains(context.tokens[next].key) { return true }
    }
    return cues.cue(.roleCues, before: first, context) != nil || cues.cue(.kinship, before: first, context) != nil
  }

  /// "We saw Grace again": a given name that is also a word, with a capital where sentences have none, and no article before it.
  func isCapitalInside(_ range: Range<Int>, _ traits: [NameTraits], _ context: CaseContext) -> Bool {
    let index = range.lowerBound
    guard range.count == 1, context.tokens[index].shape == .capitalised, !context.isSentenceStart[index],
      traits[0].given == .strong || traits[0].given == .ambiguous, traits[0].isCommonWord, !traits[0].isMedicalWord,
      !traits[0].isInstitutionWord, !traits[0].isTitle, traits[0].place != .strong, !isInsidePlace(range, context),
      context.tokens[index].gap == .space,
      context.tokens[index - 1].shape == .lower, !hasArticle(before: index, context),
      !NameShapes.hasArticle(before: index, context)
    else { return false }
    let next = index + 1
    guard next < context.tokens.count, context.isSameBlock(index, next) else { return true }
    return context.tokens[next].shape == .lower || context.tokens[next].gap != .space
  }
}
