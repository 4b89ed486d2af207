internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardTokenizing

/// What the clues in and around a run add up to.
extension NameDetector {
  func score(
    _ range: Range<Int>, shouts: Bool, finder: NameRunFinder, context: CaseContext
  ) -> NameRun {
    var run = NameRun(range)
    var traits: [NameTraits] = []
    for clue in PersonFrames(context: context).clues(around: range) where isTrusted(clue, range, context) {
      run.add(clue, weights)
    }
    let hasTitle = hasTitle(before: range.lowerBound, context)
    let isFramed = !run.clues.isEmpty || hasTitle || isAnnounced(range, context)
    for index in range {
      let own = NameTraits(index, in: context)
      traits.append(own)
      addWord(own, index, shouts: shouts, isFramed: isFramed, finder: finder, context: context, to: &run)
    }
    if isCapitalInside(range, traits, context) { run.add(.capitalInside, weights) }
    addNeighbours(traits, finder: finder, context: context, to: &run)
    addSurroundings(context: context, to: &run)
    if range.count == 1, !hasTitle, traits[0].given != .strong, !run.clues.contains(.eponymFrame),
      EponymFrames(context: context).isScale(range.lowerBound)
    {
      run.add(.eponymFrame, weights)
    }
    if range.count > 1, !run.clues.contains(.titleBefore), !run.clues.contains(.strongCueBefore) {
      if let place = context.longest(at: range.lowerBound, in: .places), place.tokens == range {
        run.add(.wholePlace, weights)
      }
      if !run.clues.contains(.eponymFrame), EponymFrames(context: context).frames(pair: range) {
        run.add(.eponymFrame, weights)
      }
    }
    if NameShapes.isWholeLine(range, traits, context) {
      run.add(.ownLine, weights)
    } else if NameShapes.isUnknownPair(range, traits, context) {
      run.add(.unknownPair, weights)
    }
    let words = range.filter { !finder.isInitial($0) && context.tokens[$0].shape != .lower }
    if words.count <= 1 { run.add(.singleWord, weights) }
    return run
  }

  /// - Parameter isFramed: the words around allow a person only, so that "Dr. May" is no month.
  func addWord(
    _ traits: NameTraits, _ index: Int, shouts: Bool, isFramed: Bool, finder: NameRunFinder, context: CaseContext,
    to run: inout NameRun
  ) {
    if finder.isInitial(index) || traits.isParticle && context.tokens[index].shape == .lower { return }
    // The DE LA of « Jean DE LA BRETÈCHE » are no abbreviations.
    if traits.isParticle, context.tokens[index].shape == .capitals, index + 1 < run.tokens.upperBound,
      context.tokens[index].length <= 3
    {
      return
    }
    if context.tokens[index].shape == .otherScript {
      run.add(.otherScript, weights)
      return
    }
    let isStart = context.isSentenceStart[index]
    if context.isShielded(index..<(index + 1)) {
      run.add(.drug, weights)
      return
    }
    // "Mr. White's white count": a title makes a person of every eponym.
    if traits.isEponym, !hasTitle(before: index, context), EponymFrames(context: context).frames(index) {
      run.add(.eponymFrame, weights)
      return
    }
    if traits.isAbbreviation { run.add(.abbreviation, weights) }
    if traits.isCalendar, !(isFramed && traits.isName), !isGivenBeforeSurname(index, traits, run.tokens, context) {
      run.add(.calendar, weights)
    }
    if traits.isGroup { run.add(.group, weights) }
    if traits.isDrug { run.add(.drug, weights) }
    switch traits.place {
    case .strong: run.add(.place, weights)
    case .ambiguous, .weak: run.add(.placeAmbiguous, weights)
    case nil: break
    }
    let best = [
      strengthClue(traits.given, .givenStrong, .givenAmbiguous, .givenWeak),
      strengthClue(traits.surname, .surnameStrong, .surnameAmbiguous, .surnameWeak),
    ]
    .compactMap { $0 }.max { weights[$0] < weights[$1] }
    if let best {
      run.add(best, weights)
      if traits.isMedicalWord { run.add(.medicalWord, weights) }
      if traits.isEponym, !traits.isMedicalWord { run.add(.eponym, weights) }
      // « C. BOULANGER » in a list: after an initial that begins its item a surname is no ordinary word.
      let isAfterInitial = index > run.tokens.lowerBound && finder.isLeadingInitial(index - 1)
      if isStart, traits.isCommonWord, !isAfterInitial { run.add(.ambiguousAtStart, weights) }
      if shouts, traits.isCommonWord, !isAfterInitial { run.add(.commonWord, weights) }
    } else if traits.isMedicalWord {
      run.add(.medicalWord, weights)
    } else if index > run.tokens.lowerBound, isSurnameAfterInitial(index, traits, finder, context) {
      run.add(.unknownWord, weights)
    } else if traits.isEponym {
      run.add(isEponymousSurname(index, traits, context) ? .surnameAmbiguous : .eponym, weights)
    } else if traits.isInstitutionWord || traits.isTitle {
      run.add(.institutionWord, weights)
    } else if traits.isCommonWord {
      let isSurname = index > run.tokens.lowerBound && (isInnerParticle(index - 1, context) || isElided(index, context))
      run.add(isSurname ? .unknownWord : .commonWord, weights)
    } else if traits.isUnknown {
      if context.tokens[index].shape == .capitals, context.tokens[index].length <= 4 {
        run.add(.shortCapitals, weights)
      } else {
        run.add(isStart || shouts ? .unknownAtStart : .unknownWord, weights)
        if NameShapes.hasForeignLetters(index, context) {
          run.add(.foreignLetters, weights)
        } else if NameShapes.hasSurnameEnding(index, context) {
          run.add(.surnameEnding, weights)
        }
      }
    }
  }

  /// « Noël Flandrin », "April Jones": a month or a feast that is also a given name, before a surname.
  func isGivenBeforeSurname(
    _ index: Int, _ traits: NameTraits, _ run: Range<Int>, _ context: CaseContext
  ) -> Bool {
    guard traits.given != nil, index + 1 < run.upperBound, context.tokens[index + 1].gap == .space,
      context.tokens[index + 1].isCapitalised
    else { return false }
    let next = NameTraits(index + 1, in: context)
    return next.surname == .strong || next.isUnknown
  }

  /// « Odette Lhermitte »: an eponym of no medical frame right after a given name.
  func isEponymousSurname(_ index: Int, _ traits: NameTraits, _ context: CaseContext) -> Bool {
    traits.isEponym && !traits.isMedicalWord && index > 0 && context.tokens[index].gap == .space
      && context.isSameBlock(index, index - 1) && NameTraits(index - 1, in: context).given == .strong
      && !EponymFrames(context: context).frames(index)
  }

  /// « T. Gredin » in a list of names: any word may be the surname after an initial that begins its item.
  func isSurnameAfterInitial(
    _ index: Int, _ traits: NameTraits, _ finder: NameRunFinder, _ context: CaseContext
  ) -> Bool {
    guard !traits.isMedicalWord, !traits.isCalendar, !traits.isDrug, !traits.isAbbreviation,
      context.membership[index].isDisjoint(with: [.frequentWordsEN, .frequentWordsFR])
    else { return false }
    return finder.isLeadingInitial(index - 1)
  }

  func strengthClue(
    _ strength: NameStrength?, _ strong: NameClue, _ ambiguous: NameClue, _ weak: NameClue
  ) -> NameClue? {
    switch strength {
    case .strong: strong
    case .ambiguous: ambiguous
    case .weak: weak
    case nil: nil
    }
  }

  /// What words inside the run say of one another.
  func addNeighbours(
    _ traits: [NameTraits], finder: NameRunFinder, context: CaseContext, to run: inout NameRun
  ) {
    let indices = Array(run.tokens)
    var hasPair = false
    for (position, index) in indices.enumerated().dropFirst() {
      let (before, after) = (traits[position - 1], traits[position])
      if finder.isInitial(index - 1), !finder.isInitial(index),
        after.isName || after.isUnknown || isSurnameAfterInitial(index, after, finder, context)
      {
        run.add(.initialThenName, weights)
      } else if finder.isInitial(index), before.isName || before.isUnknown {
        run.add(.nameThenInitial, weights)
      } else if !hasPair, before.given != nil,
        before.given != .weak || after.surname == .strong
          || before.isCalendar && isGivenBeforeSurname(index - 1, before, run.tokens, context),
        after.surname != nil || after.isUnknown || after.given != nil || after.isParticle
          || before.given == .strong && (after.place != nil || after.isEponym)
      {
        hasPair = true
        run.add(.givenThenSurname, weights)
      } else if !hasPair, context.tokens[index - 1].shape == .capitals, after.given != nil,
        after.given != .weak || context.tokens[index].shape == .capitalised && before.isUnknown
      {
        hasPair = true
        run.add(.surnameThenGiven, weights)
      }
    }
  }

  /// What stands right before and after the run.
  func addSurroundings(context: CaseContext, to run: inout NameRun) {
    let (first, last) = (run.tokens.lowerBound, run.tokens.upperBound - 1)
    if hasTitle(before: first, context) {
      run.add(.titleBefore, weights)
    } else if let cue = cues.cue(.roleCues, before: first, context) {
      run.add(cue == .strong ? .strongCueBefore : .cueBefore, weights)
    } else if cues.cue(.kinship, before: first, context) != nil || isAppositionToKin(first, context) {
      run.add(.kinshipBefore, weights)
    } else if hasArticle(before: first, context) {
      run.add(.articleBefore, weights)
    }
    if NameShapes.isLoneUnknown(run.tokens, context), NameShapes.hasArticle(before: first, context) {
      run.add(.englishArticleBefore, weights)
    }
    if NameShapes.isVocative(run.tokens, context) { run.add(.vocative, weights) }
    let next = last + 1
    guard next < context.tokens.count, context.isSameBlock(last, next) else { return }
    let gap = context.tokens[next].gap
    if context.membership[next].contains(ListSet(.postNominals)), gap == .commaSpace || gap == .space {
      run.add(.postNominalAfter, weights)
    }
    if gap == .apostrophe, context.tokens[next].length == 1, context.byte(before: next + 0) != 0,
      context.form(next) == "s", !NameShapes.isBeforeEponymHead(next, context)
    {
      run.add(.possessiveAfter, weights)
      if NameShapes.isLoneUnknown(run.tokens, context) {
        run.add(.unknownPossessive, weights)
      }
    }
    let isEponym = run.tokens.count == 1 && context.membership[first].contains(ListSet(.eponyms))
    let verbs = isEponym ? PersonVerbs.speech : PersonVerbs.all
    if gap == .space, verbs.contains(context.tokens[next].key) { run.add(.verbAfter, weights) }
    if gap == .space, PersonVerbs.human.contains(context.tokens[next].key) { run.add(.humanVerbAfter, weights) }
  }

  static let articles = PersonVerbs.keySet("le la un une des les au aux du ce cette ces")

  /// « le Lancaster », « un Fibroscan »: French names of persons take no article.
  func hasArticle(before index: Int, _ context: CaseContext) -> Bool {
    guard index > 0, context.isSameBlock(index, index - 1), context.tokens[index].gap == .space else { return false }
    let previous = context.tokens[index - 1]
    return previous.shape == .lower && Self.articles.contains(previous.key)
      && context.language(of: index).admits(.french)
  }

  /// « son épouse, Blanche, conduit »: between two commas after a word of kinship.
  func isAppositionToKin(_ index: Int, _ context: CaseContext) -> Bool {
    guard index > 0, context.isSameBlock(index, index - 1), context.tokens[index].gap == .commaSpace else {
      return false
    }
    return context.membership[index - 1].contains(ListSet(.kinship))
  }
}
