internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardTokenizing

/// Names written without capitals: after a title, in paragraphs that have no capital at all, and anywhere when both words are
/// nothing but names.
struct LowerCaseNames {
  let weights: NameWeights
  let cues: NameCues

  private static let titles = PersonVerbs.keySet("mr mrs ms miss dr prof mister")

  /// Fewest words of a paragraph without capitals.
  private static let paragraphWords = 4

  func runs(in context: CaseContext) -> [NameRun] {
    var runs: [NameRun] = []
    for block in context.blocks where block.tokens.count > 1 {
      let isLower = isWithoutCapitals(block.tokens, context)
      var index = block.tokens.lowerBound
      while index < block.tokens.upperBound {
        if let end = afterTitle(index, block.tokens, context) {
          var run = NameRun(index..<end)
          run.add(.titleBefore, weights)
          runs.append(run)
          index = end
        } else if let end = afterCue(index, block.tokens, context) {
          var run = NameRun(index..<end)
          run.add(.strongCueBefore, weights)
          runs.append(run)
          index = end
        } else if let end = fullName(index, block.tokens, context, isCertain: !isLower) {
          var run = NameRun(index..<end)
          run.add(.givenStrong, weights)
          run.add(.surnameStrong, weights)
          runs.append(run)
          index = end
        } else {
          index += 1
        }
      }
    }
    return runs
  }

  private func isWithoutCapitals(_ tokens: Range<Int>, _ context: CaseContext) -> Bool {
    var words = 0
    for index in tokens {
      switch context.tokens[index].shape {
      case .lower: words += 1
      case .capitalised, .capitals, .mixedCase: return false
      case .digits, .alphanumeric, .otherScript: break
      }
    }
    return words >= Self.paragraphWords
  }

  /// The end of the name after "mr.", "mrs", "dr.": one word that is not ordinary, and the names that follow it.
  private func afterTitle(_ index: Int, _ block: Range<Int>, _ context: CaseContext) -> Int? {
    guard index > block.lowerBound, context.tokens[index].shape == .lower, context.tokens[index].length >= 3,
      context.tokens[index - 1].shape == .lower, Self.titles.contains(context.tokens[index - 1].key),
      context.tokens[index].gap == .space || context.tokens[index].gap == .periodSpace,
      isName(index, context) || NameTraits(index, in: context).isUnknown
    else { return nil }
    var end = index + 1
    while end < block.upperBound, end - index < 3, context.tokens[end].gap == .space,
      isName(end, context) || isSurname(end, context)
    {
      end += 1
    }
    return end
  }

  /// The end of the name after "her daughter", "dictated by", "Pt:", « son conjoint, »: a listed name that is no other word, or after
  /// a label any word that no list knows.
  private func afterCue(_ index: Int, _ block: Range<Int>, _ context: CaseContext) -> Int? {
    guard index > block.lowerBound, context.tokens[index].shape == .lower, context.tokens[index].length >= 3,
      let cue = announcement(before: index, context),
      isName(index, context) || cue == .strong && NameTraits(index, in: context).isUnknown
    else { return nil }
    var end = index + 1
    while end < block.upperBound, end - index < 3, joins(end, cue, context),
      isName(end, context) || isSurname(end, context) || NameTraits(end, in: context).isUnknown
    {
      end += 1
    }
    return end
  }

  private func announcement(before index: Int, _ context: CaseContext) -> NameCues.Strength? {
    switch context.tokens[index].gap {
    case .space, .colon, .colonSpace:
      if let cue = cues.cue(.roleCues, before: index, context) {
        // "Examined by transesophageal echography": only what persons alone do announces a word that no list knows.
        let isWritten =
          index > 1 && Self.by.contains(context.tokens[index - 1].key)
          && Self.writing.contains(context.tokens[index - 2].key)
        return cue == .strong || isWritten ? .strong : .weak
      }
      return cues.cue(.kinship, before: index, context)
    case .commaSpace: return context.membership[index - 1].contains(ListSet(.kinship)) ? .weak : nil
    // "Pt. okonkwo"
    case .periodSpace: return Self.abbreviations.contains(context.tokens[index - 1].key) ? .strong : nil
    default: return nil
    }
  }

  private static let writing = PersonVerbs.keySet(
    "dictated signed cosigned transcribed typed written authored dicté dictée signé signée cosigné rédigé rédigée transcrit "
      + "tapé saisi")
  private static let by = PersonVerbs.keySet("by par")
  private static let abbreviations = PersonVerbs.keySet("pt pte")

  /// After a label the name may be turned round: "Pt: okonkwo, adaeze".
  private func joins(_ index: Int, _ cue: NameCues.Strength, _ context: CaseContext) -> Bool {
    switch context.tokens[index].gap {
    case .space, .hyphen: true
    case .commaSpace, .comma: cue == .strong && NameTraits(index, in: context).given != nil
    default: false
    }
  }

  /// The "smith" of "mr john smith": a surname that is also a word, though not one of every sentence.
  private func isSurname(_ index: Int, _ context: CaseContext) -> Bool {
    let traits = NameTraits(index, in: context)
    return context.tokens[index].shape == .lower && (traits.surname == .strong || traits.surname == .ambiguous)
      && !traits.isMedicalWord && !traits.isDrug
  }

  /// Given name, at most one initial, surname.
  ///
  /// - Parameter isCertain: asks for a surname that is nothing else.
  private func fullName(_ index: Int, _ block: Range<Int>, _ context: CaseContext, isCertain: Bool) -> Int? {
    let given = NameTraits(index, in: context)
    guard context.tokens[index].shape == .lower, given.given == .strong, isName(index, context) else { return nil }
    var last = index + 1
    if last < block.upperBound, context.tokens[last].length == 1, context.tokens[last].gap == .space { last += 1 }
    guard last < block.upperBound, context.tokens[last].length >= 3,
      context.tokens[last].gap == .space || last > index + 1 && context.tokens[last].gap == .periodSpace
    else { return nil }
    let surname = NameTraits(last, in: context)
    guard surname.surname == .strong || !isCertain && (surname.surname == .ambiguous || surname.given == .strong),
      isName(last, context)
    else { return nil }
    return last + 1
  }

  /// A listed name that is no other word.
  private func isName(_ index: Int, _ context: CaseContext) -> Bool {
    let traits = NameTraits(index, in: context)
    return traits.isName && !traits.isCommonWord && !traits.isMedicalWord && !traits.isDrug && !traits.isAbbreviation
      && !traits.isCalendar && !traits.isGroup && !traits.isEponym
  }
}
