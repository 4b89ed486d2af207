internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardTokenizing

/// Finds persons' names: every clue adds its weight, and a name that is certain once is found in all its forms.
struct NameDetector {
  private let weights: NameWeights
  /// Score at or above which a run is a name (confidence 0.5).
  private let threshold = 0.0
  /// Score at or above which an unknown word is worth a look.
  private let possibleThreshold = -1.5
  /// Score from which a name's words are looked for in the rest of the case.
  private let certainThreshold = 2.0
  /// The same for a run of two words or more.
  private let fullNameThreshold = 1.0

  init(weights: NameWeights) { self.weights = weights }

  func detect(in context: CaseContext) -> [Finding] {
    let finder = NameRunFinder(context: context)
    var runs: [NameRun] = []
    for block in context.blocks {
      let shouts = isShouting(block.tokens, context)
      for range in finder.runs(in: block.tokens) {
        runs += segments(of: range, finder: finder, context: context).map {
          score($0, shouts: shouts, finder: finder, context: context)
        }
      }
    }
    joinReversed(&runs, context)
    joinPaired(&runs, context)
    liftListed(&runs, context)
    liftSpeakers(&runs, context)
    runs += LowerCaseNames(weights: weights).runs(in: context)
    runs += echoes(of: &runs, context)
    return runs.compactMap { finding($0, context) }.sorted { $0.span < $1.span }
  }

  // MARK: Cutting

  /// True when capitals say nothing because most of the block's words are in capitals.
  private func isShouting(_ tokens: Range<Int>, _ context: CaseContext) -> Bool {
    var capitals = 0
    var words = 0
    for index in tokens where context.tokens[index].length > 1 {
      switch context.tokens[index].shape {
      case .capitals: (capitals, words) = (capitals + 1, words + 1)
      case .lower, .capitalised, .mixedCase: words += 1
      case .digits, .alphanumeric, .otherScript: break
      }
    }
    return words >= 4 && capitals * 10 > words * 6
  }

  /// A run without titles and without the words that cannot be part of a name.
  private func segments(of run: Range<Int>, finder: NameRunFinder, context: CaseContext) -> [Range<Int>] {
    var segments: [Range<Int>] = []
    var start: Int?
    for index in run {
      let traits = NameTraits(index, in: context)
      let isTitle = start == nil && isTitle(index, traits, context)
      let isBarred = !isTitle && isBarred(index, traits, finder, context) && !hasTitle(before: index, context)
      if isTitle || isBarred {
        if let first = start { segments.append(first..<index) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let first = start { segments.append(first..<run.upperBound) }
    return segments.map { trimmed($0, finder, context) }.filter { !$0.isEmpty && !isLetterLabel($0, context) }
  }

  /// "patient B", "vitamin K": a letter alone, without a full stop or a title, names nobody.
  private func isLetterLabel(_ range: Range<Int>, _ context: CaseContext) -> Bool {
    range.count == 1 && context.tokens[range.lowerBound].length == 1
      && context.byte(after: range.lowerBound) != UInt8(ascii: ".") && !hasTitle(before: range.lowerBound, context)
  }

  private func isBarred(_ index: Int, _ traits: NameTraits, _ finder: NameRunFinder, _ context: CaseContext) -> Bool {
    // Particles inside a run are trimmed at its ends, not here.
    if context.tokens[index].shape == .lower { return false }
    if context.tokens[index].length == 1 { return !finder.isInitial(index) }
    if isLabel(index, context) { return true }
    if isElided(index, context) { return false }
    if traits.isCalendar && !traits.isName { return true }
    if traits.isName || traits.isParticle || traits.isUnknown { return false }
    // "T. Gredin", "Jean-Marie Le Parc": after an initial or a particle inside the run any word may be the surname.
    if index > 0, context.isSameBlock(index, index - 1), !traits.isMedicalWord, !traits.isCalendar {
      let isFrequent = !context.membership[index].isDisjoint(with: [.frequentWordsEN, .frequentWordsFR])
      if finder.isInitial(index - 1), !isFrequent, context.byte(before: index) == UInt8(ascii: " ") { return false }
      if isInnerParticle(index - 1, context) { return false }
    }
    // "Amelia Thornbury", although Thornbury is a place.
    if traits.place != nil, index > 0, context.tokens[index].gap == .space, !traits.isMedicalWord,
      NameTraits(index - 1, in: context).given == .strong, context.isSameBlock(index, index - 1)
    {
      return false
    }
    if isEponymousSurname(index, traits, context) { return false }
    // A hyphenated part goes with its neighbour (Marie-Soleil, Saint-Fleur).
    if context.tokens[index].gap == .hyphen, index > 0 {
      let before = NameTraits(index - 1, in: context)
      if before.given != nil || before.isParticle { return false }
    }
    return true
  }

  /// The second part of "O'Brien", « L'Heureux », « d'Aoust ».
  private func isElided(_ index: Int, _ context: CaseContext) -> Bool {
    index > 0 && context.tokens[index].gap == .apostrophe && context.tokens[index - 1].length == 1
      && context.tokens[index - 1].isCapitalised && context.isSameBlock(index, index - 1)
  }

  /// A capitalised particle after a name: the `Le` of « Jean-Marie Le Parc », the `LA` of « Jean DE LA BRETÈCHE ».
  private func isInnerParticle(_ index: Int, _ context: CaseContext) -> Bool {
    var position = index
    while position > 0, index - position < 3, context.tokens[position].isCapitalised,
      context.tokens[position].gap == .space, context.membership[position].contains(ListSet(.nameParticles)),
      context.isSameBlock(position, position - 1)
    {
      position -= 1
      if NameTraits(position, in: context).given != nil { return true }
    }
    return false
  }

  /// A cue with a colon: "Patient:", « Nom : ».
  private func isLabel(_ index: Int, _ context: CaseContext) -> Bool {
    let lists = context.membership[index]
    guard lists.contains(ListSet(.cues)) || lists.contains(ListSet(.roleCues)), index + 1 < context.tokens.count,
      context.isSameBlock(index, index + 1)
    else { return false }
    if context.tokens[index].shape == .capitals, lists.contains(ListSet(.cues)) { return true }
    return context.tokens[index + 1].gap == .colonSpace || context.tokens[index + 1].gap == .colon
  }

  /// The segment without particles or lone initials at its ends that lead nowhere.
  private func trimmed(_ range: Range<Int>, _ finder: NameRunFinder, _ context: CaseContext) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while upper > lower, context.tokens[upper - 1].shape == .lower { upper -= 1 }
    // « NÉE DUCHEMIN LE 12/03/1980 »
    if upper - lower > 1, upper < context.tokens.count, context.tokens[upper].shape == .digits,
      context.isSameBlock(upper, upper - 1), Self.le.contains(context.tokens[upper - 1].key)
    {
      upper -= 1
    }
    while lower < upper, context.tokens[lower].shape == .lower { lower += 1 }
    return lower..<upper
  }

  private static let le = PersonVerbs.keySet("le")

  // MARK: Titles and cues

  private func isTitle(_ index: Int, _ traits: NameTraits, _ context: CaseContext) -> Bool {
    if traits.isTitle {
      // "Major", "Sister" are titles before a capitalised word only.
      return index + 1 < context.tokens.count && context.isSameBlock(index, index + 1)
    }
    return isMonsieur(index, context)
  }

  /// The French "M." before a capitalised word.
  private func isMonsieur(_ index: Int, _ context: CaseContext) -> Bool {
    let token = context.tokens[index]
    guard token.length == 1, token.shape == .capitalised, context.bytes[Int(token.lower)] == UInt8(ascii: "M"),
      context.language(of: index).admits(.french), index + 1 < context.tokens.count,
      context.isSameBlock(index, index + 1)
    else { return false }
    let next = context.tokens[index + 1]
    if next.gap == .space { return isSurnameInCapitals(index + 1, context) && !isInitialM(index, context) }
    return next.gap == .periodSpace && next.isCapitalised && !isInitialM(index, context)
  }

  /// The LEFORT of « M LEFORT va bien »: capitals that are no abbreviation, in a text that does not shout.
  private func isSurnameInCapitals(_ index: Int, _ context: CaseContext) -> Bool {
    guard context.tokens[index].shape == .capitals, context.tokens[index].length >= 4 else { return false }
    let traits = NameTraits(index, in: context)
    return (traits.isName || traits.isUnknown) && !traits.isMedicalWord && !traits.isAbbreviation
      && !isShouting(context.block(of: index).tokens, context)
  }

  private static let women = PersonVerbs.keySet("patiente madame mme mademoiselle mlle dre")

  /// "Dr M. Hagot", « Patiente : M. Dauvet », « E. Pénicaud, M. Chiral, S. Kadri »: an initial, not the title.
  private func isInitialM(_ index: Int, _ context: CaseContext) -> Bool {
    guard index > 0, context.isSameBlock(index, index - 1) else { return false }
    let previous = index - 1
    if context.membership[previous].contains(ListSet(.titles)), context.tokens[previous].isCapitalised,
      context.tokens[index].gap == .space || context.tokens[index].gap == .periodSpace
    {
      return true
    }
    if Self.women.contains(context.tokens[previous].key) { return true }
    // The items on both sides, or the one of the two there is, begin with an initial.
    let finder = NameRunFinder(context: context)
    let block = context.block(of: index).tokens
    let isAfterComma = context.tokens[index].gap == .commaSpace || context.tokens[index].gap == .comma
    let hasBefore =
      isAfterComma && (max(block.lowerBound, index - 4)..<index).contains { finder.isLeadingInitial($0) }
    let ahead = (index + 2)..<max(index + 2, min(block.upperBound, index + 6))
    let hasAfter = ahead.contains {
      (context.tokens[$0].gap == .commaSpace || context.tokens[$0].gap == .comma) && finder.isLeadingInitial($0)
    }
    return hasBefore || hasAfter
  }

  /// Letters of the longest title that is written short ("Messrs.").
  private static let longestAbbreviation = 6

  private func hasTitle(before index: Int, _ context: CaseContext) -> Bool {
    guard index > 0, context.isSameBlock(index, index - 1) else { return false }
    switch context.tokens[index].gap {
    case .space, .period, .periodSpace: break
    default: return false
    }
    let previous = index - 1
    // "She left Bombardier. Call me": a whole word that is a title ends its sentence.
    if context.tokens[index].gap == .periodSpace, context.tokens[previous].length > Self.longestAbbreviation {
      return false
    }
    return context.membership[previous].contains(ListSet(.titles)) && context.tokens[previous].isCapitalised
      || isMonsieur(previous, context)
  }

  private enum Cue { case weak, strong }

  /// A cue of a list that ends right before a token.
  private func cue(_ list: DictionaryList, before index: Int, _ context: CaseContext) -> Cue? {
    let gap = context.tokens[index].gap
    let isAnswer = gap == .sentenceEnd && context.bytes[context.gapBytes(before: index)].contains(UInt8(ascii: "?"))
    guard gap == .space || gap == .colon || gap == .colonSpace || gap == .bracket || isAnswer else { return nil }
    for start in max(0, index - 4)..<index where context.isSameBlock(start, index) {
      if let match = context.longest(at: start, in: list), match.tokens.upperBound == index {
        if isAnswer, context.tables.text(list, "role", match.sense.row) != "patient" { continue }
        return gap == .colon || gap == .colonSpace ? .strong : .weak
      }
    }
    return nil
  }

  // MARK: Scoring

  private func score(
    _ range: Range<Int>, shouts: Bool, finder: NameRunFinder, context: CaseContext
  ) -> NameRun {
    var run = NameRun(range)
    var traits: [NameTraits] = []
    for index in range {
      let own = NameTraits(index, in: context)
      traits.append(own)
      addWord(own, index, shouts: shouts, finder: finder, context: context, to: &run)
    }
    addNeighbours(traits, finder: finder, context: context, to: &run)
    addSurroundings(context: context, to: &run)
    if NameShapes.isWholeLine(range, traits, context) {
      run.add(.ownLine, weights)
    } else if NameShapes.isUnknownPair(range, traits, context) {
      run.add(.unknownPair, weights)
    }
    let words = range.filter { !finder.isInitial($0) && context.tokens[$0].shape != .lower }
    if words.count <= 1 { run.add(.singleWord, weights) }
    return run
  }

  private func addWord(
    _ traits: NameTraits, _ index: Int, shouts: Bool, finder: NameRunFinder, context: CaseContext, to run: inout NameRun
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
    if traits.isEponym, EponymFrames(context: context).frames(index) {
      run.add(.eponymFrame, weights)
      return
    }
    if traits.isAbbreviation { run.add(.abbreviation, weights) }
    if traits.isCalendar, !isGivenBeforeSurname(index, traits, run.tokens, context) { run.add(.calendar, weights) }
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
  private func isGivenBeforeSurname(
    _ index: Int, _ traits: NameTraits, _ run: Range<Int>, _ context: CaseContext
  ) -> Bool {
    guard traits.given != nil, index + 1 < run.upperBound, context.tokens[index + 1].gap == .space,
      context.tokens[index + 1].isCapitalised
    else { return false }
    let next = NameTraits(index + 1, in: context)
    return next.surname == .strong || next.isUnknown
  }

  /// « Odette Lhermitte »: an eponym of no medical frame right after a given name.
  private func isEponymousSurname(_ index: Int, _ traits: NameTraits, _ context: CaseContext) -> Bool {
    traits.isEponym && !traits.isMedicalWord && index > 0 && context.tokens[index].gap == .space
      && context.isSameBlock(index, index - 1) && NameTraits(index - 1, in: context).given == .strong
      && !EponymFrames(context: context).frames(index)
  }

  /// « T. Gredin » in a list of names: any word may be the surname after an initial that begins its item.
  private func isSurnameAfterInitial(
    _ index: Int, _ traits: NameTraits, _ finder: NameRunFinder, _ context: CaseContext
  ) -> Bool {
    guard !traits.isMedicalWord, !traits.isCalendar, !traits.isDrug, !traits.isAbbreviation,
      context.membership[index].isDisjoint(with: [.frequentWordsEN, .frequentWordsFR])
    else { return false }
    return finder.isLeadingInitial(index - 1)
  }

  private func strengthClue(
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
  private func addNeighbours(
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
  private func addSurroundings(context: CaseContext, to run: inout NameRun) {
    let (first, last) = (run.tokens.lowerBound, run.tokens.upperBound - 1)
    if hasTitle(before: first, context) {
      run.add(.titleBefore, weights)
    } else if let cue = cue(.roleCues, before: first, context) {
      run.add(cue == .strong ? .strongCueBefore : .cueBefore, weights)
    } else if cue(.kinship, before: first, context) != nil {
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

  private static let articles = PersonVerbs.keySet("le la un une des les au aux du ce cette ces")

  /// « le Lancaster », « un Fibroscan »: French names of persons take no article.
  private func hasArticle(before index: Int, _ context: CaseContext) -> Bool {
    guard index > 0, context.isSameBlock(index, index - 1), context.tokens[index].gap == .space else { return false }
    let previous = context.tokens[index - 1]
    return previous.shape == .lower && Self.articles.contains(previous.key)
      && context.language(of: index).admits(.french)
  }

  // MARK: Across runs

  /// "Smith, John": two runs that a comma joins, the second a given name.
  private func joinReversed(_ runs: inout [NameRun], _ context: CaseContext) {
    guard runs.count > 1 else { return }
    for position in runs.indices.dropLast() {
      let (a, b) = (runs[position], runs[position + 1])
      guard a.tokens.count == 1, a.tokens.upperBound == b.tokens.lowerBound,
        isReversingGap(b.tokens.lowerBound, context),
        context.isSameBlock(a.tokens.lowerBound, b.tokens.lowerBound)
      else { continue }
      let before = NameTraits(a.tokens.lowerBound, in: context)
      let after = NameTraits(b.tokens.lowerBound, in: context)
      guard before.surname != nil || before.isUnknown, before.place != .strong, after.given == .strong else { continue }
      runs[position].add(.surnameCommaGiven, weights)
      runs[position + 1].add(.surnameCommaGiven, weights)
    }
  }

  /// "Dale and White were": two single words, each a name or unknown, before a verb in the plural.
  private func joinPaired(_ runs: inout [NameRun], _ context: CaseContext) {
    guard runs.count > 1 else { return }
    for position in runs.indices.dropLast() {
      let (a, b) = (runs[position].tokens, runs[position + 1].tokens)
      let next = b.upperBound
      guard a.count == 1, b.count == 1, b.lowerBound - a.upperBound == 1, isListed(a, b, context),
        next < context.tokens.count, context.isSameBlock(b.lowerBound, next), context.tokens[next].gap == .space,
        PersonVerbs.plural.contains(context.tokens[next].key),
        [a, b].allSatisfy({ NameShapes.mayBeName($0.lowerBound, context) }),
        // Two eponyms are a disease, a test or a scale.
        ![a, b].allSatisfy({ context.membership[$0.lowerBound].contains(ListSet(.eponyms)) })
      else { continue }
      runs[position].add(.pairedWithName, weights)
      runs[position + 1].add(.pairedWithName, weights)
    }
  }

  /// "Nicole: …", "Ubul: …": single words before a colon at the start of a line, when one of them is certain.
  private func liftSpeakers(_ runs: inout [NameRun], _ context: CaseContext) {
    let speakers = runs.indices.filter { NameShapes.isSpeaker(runs[$0].tokens, context) }
    guard speakers.count > 1, speakers.contains(where: { runs[$0].score >= 1 }) else { return }
    for position in speakers where runs[position].score < threshold && runs[position].score > -2.5 {
      runs[position].add(.inListOfNames, weights)
    }
  }

  /// A comma, or a slash after capitals: "Smith, John", « LEFORT/Jules ».
  private func isReversingGap(_ index: Int, _ context: CaseContext) -> Bool {
    switch context.tokens[index].gap {
    case .comma, .commaSpace: true
    case .slash: context.tokens[index - 1].shape == .capitals && context.tokens[index - 1].length >= 4
    default: false
    }
  }

  /// Single words between names that are certain, separated by commas or "and".
  private func liftListed(_ runs: inout [NameRun], _ context: CaseContext) {
    for position in runs.indices where runs[position].score < threshold && runs[position].score > -6 {
      let hasCertainBefore =
        position > 0 && runs[position - 1].score >= certainThreshold
        && isListed(runs[position - 1].tokens, runs[position].tokens, context)
      let hasCertainAfter =
        position + 1 < runs.count && runs[position + 1].score >= certainThreshold
        && isListed(runs[position].tokens, runs[position + 1].tokens, context)
      if runs[position].score > -2.5, hasCertainBefore || hasCertainAfter {
        runs[position].add(.inListOfNames, weights)
      } else if runs[position].tokens.count > 1, hasCertainBefore, hasCertainAfter {
        // Two capitalised words between two names are a name, whatever else they may be.
        runs[position].score = threshold
        runs[position].add(.inListOfNames, weights)
      }
    }
  }

  private func isListed(_ a: Range<Int>, _ b: Range<Int>, _ context: CaseContext) -> Bool {
    guard context.isSameBlock(a.lowerBound, b.lowerBound) else { return false }
    if a.upperBound == b.lowerBound {
      let gap = context.tokens[b.lowerBound].gap
      return gap == .comma || gap == .commaSpace || gap == .slash
    }
    return b.lowerBound - a.upperBound == 1 && PersonVerbs.conjunctions.contains(context.tokens[a.upperBound].key)
      && context.tokens[b.lowerBound].gap == .space
  }

  /// Words of certain names elsewhere in the case: in other runs (lifted in place) or on their own (returned).
  private func echoes(of runs: inout [NameRun], _ context: CaseContext) -> [NameRun] {
    var known: Set<UInt64> = []
    for run in runs where run.score >= (run.tokens.count > 1 ? fullNameThreshold : certainThreshold) {
      for index in run.tokens where context.tokens[index].length >= 3 && context.tokens[index].shape != .lower {
        let traits = NameTraits(index, in: context)
        if !traits.isParticle, !traits.isTitle { known.insert(context.tokens[index].key) }
      }
    }
    guard !known.isEmpty else { return [] }
    var covered = Set<Int>()
    for position in runs.indices {
      let run = runs[position]
      if run.score >= threshold {
        covered.formUnion(run.tokens)
      } else if run.tokens.contains(where: { isEcho($0, known, context) }) {
        runs[position].add(.knownInCase, weights)
        covered.formUnion(run.tokens)
      }
    }
    return context.tokens.indices.filter { !covered.contains($0) && isEcho($0, known, context) }.map {
      var run = NameRun($0..<($0 + 1))
      run.add(.knownInCase, weights)
      return run
    }
  }

  /// A word of a known name: capitalised, unless it is an ordinary word at a sentence's start; in small letters only when
  /// no list knows it.
  private func isEcho(_ index: Int, _ known: Set<UInt64>, _ context: CaseContext) -> Bool {
    let token = context.tokens[index]
    guard known.contains(token.key) else { return false }
    let traits = NameTraits(index, in: context)
    let isOrdinary = traits.isCommonWord || traits.isMedicalWord || traits.isCalendar
    if traits.isEponym, EponymFrames(context: context).frames(index) { return false }
    if token.isCapitalised { return !(isOrdinary && context.isSentenceStart[index]) }
    return !isOrdinary && !traits.isGroup && traits.place == nil && token.length >= 4
  }

  // MARK: Result

  private func finding(_ run: NameRun, _ context: CaseContext) -> Finding? {
    let kind: Kind
    if run.score >= threshold {
      kind = .personName
    } else if run.score >= possibleThreshold, isWorthALook(run, context) {
      kind = .possibleName
    } else {
      return nil
    }
    let tokens = kind == .personName ? NameShapes.withGeneration(run.tokens, context) : run.tokens
    return Finding(
      span: context.span(tokens), kind: kind, value: .unknown(key: context.key(run.tokens)),
      confidence: run.confidence, detector: "name.clues", evidence: run.clues.map(weights.evidence))
  }

  /// A capitalised word inside a sentence that no vocabulary knows.
  private func isWorthALook(_ run: NameRun, _ context: CaseContext) -> Bool {
    run.tokens.contains { index in
      let token = context.tokens[index]
      return token.shape == .capitalised && token.length >= 3 && !context.isSentenceStart[index]
        && NameTraits(index, in: context).isUnknown && !MedicalForms.looksMedical(index, context)
    }
  }
}
