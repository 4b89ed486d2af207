internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardTokenizing

/// Cuts runs of capitalised words into what may be one name each.
extension NameDetector {
  /// True when capitals say nothing because most of the block's words are in capitals.
  func isShouting(_ tokens: Range<Int>, _ context: CaseContext) -> Bool {
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
  func segments(of run: Range<Int>, finder: NameRunFinder, context: CaseContext) -> [Range<Int>] {
    var segments: [Range<Int>] = []
    var start: Int?
    for index in run {
      let traits = NameTraits(index, in: context)
      let isTitle = start == nil && isTitle(index, traits, context) && !hasTitle(before: index, context)
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
      .map { ledByParticle($0, finder, context) }
  }

  /// « Mme d'Aoust », "Dr van der Berg": the particles between a title and the name belong to the name.
  func ledByParticle(_ range: Range<Int>, _ finder: NameRunFinder, _ context: CaseContext) -> Range<Int> {
    var first = range.lowerBound
    while first > 0, range.lowerBound - first < 3, context.isSameBlock(first, first - 1),
      context.tokens[first - 1].shape == .lower,
      finder.isElision(first - 1) || NameTraits(first - 1, in: context).isParticle
    {
      first -= 1
      if hasTitle(before: first, context) { return first..<range.upperBound }
    }
    return range
  }

  /// "patient B", "vitamin K": a letter alone, without a full stop or a title, names nobody.
  func isLetterLabel(_ range: Range<Int>, _ context: CaseContext) -> Bool {
    // « Le K est à 2,8 »
    if range.count == 2, context.membership[range.lowerBound].contains(ListSet(.frequentWordsFR)),
      isLetterLabel(range.lowerBound + 1..<range.upperBound, context), !hasTitle(before: range.lowerBound, context)
    {
      return true
    }
    return range.count == 1 && context.tokens[range.lowerBound].length == 1
      && context.byte(after: range.lowerBound) != UInt8(ascii: ".") && !hasTitle(before: range.lowerBound, context)
  }

  func isBarred(_ index: Int, _ traits: NameTraits, _ finder: NameRunFinder, _ context: CaseContext) -> Bool {
    // Particles inside a run are trimmed at its ends, not here.
    if context.tokens[index].shape == .lower { return false }
    if context.tokens[index].length == 1 { return !finder.isInitial(index) }
    if isLabel(index, context) { return true }
    if isElided(index, context) {
      // « TROUBLE D'USAGE DE L'ALCOOL »: where all is in capitals an ordinary word needs a name before it.
      guard context.tokens[index].shape == .capitals, traits.isCommonWord || traits.isMedicalWord, !traits.isName else {
        return false
      }
      return index < 2 || !NameTraits(index - 2, in: context).isName && !hasTitle(before: index - 1, context)
    }
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
  func isElided(_ index: Int, _ context: CaseContext) -> Bool {
    index > 0 && context.tokens[index].gap == .apostrophe && context.tokens[index - 1].length == 1
      && context.tokens[index - 1].isCapitalised && context.isSameBlock(index, index - 1)
  }

  /// A capitalised particle after a name: the `Le` of « Jean-Marie Le Parc », the `LA` of « Jean DE LA BRETÈCHE ».
  func isInnerParticle(_ index: Int, _ context: CaseContext) -> Bool {
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
  func isLabel(_ index: Int, _ context: CaseContext) -> Bool {
    let lists = context.membership[index]
    guard lists.contains(ListSet(.cues)) || lists.contains(ListSet(.roleCues)), index + 1 < context.tokens.count,
      context.isSameBlock(index, index + 1)
    else { return false }
    if context.tokens[index].shape == .capitals, lists.contains(ListSet(.cues)) { return true }
    return context.tokens[index + 1].gap == .colonSpace || context.tokens[index + 1].gap == .colon
  }

  /// The segment without particles or lone initials at its ends that lead nowhere.
  func trimmed(_ range: Range<Int>, _ finder: NameRunFinder, _ context: CaseContext) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while upper > lower, context.tokens[upper - 1].shape == .lower, context.tokens[upper - 1].gap != .hyphen {
      upper -= 1
    }
    // « NÉE DUCHEMIN LE 12/03/1980 »
    if upper - lower > 1, upper < context.tokens.count, context.tokens[upper].shape == .digits,
      context.isSameBlock(upper, upper - 1), Self.le.contains(context.tokens[upper - 1].key)
    {
      upper -= 1
    }
    while lower < upper, context.tokens[lower].shape == .lower { lower += 1 }
    return lower..<upper
  }

  static let le = PersonVerbs.keySet("le")
}
