internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardTokenizing

/// What runs say of one another: reversed and listed names, speakers, a name's words elsewhere in the case.
extension NameDetector {
  /// "Smith, John": two runs that a comma joins, the second a given name.
  func joinReversed(_ runs: inout [NameRun], _ context: CaseContext) {
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
  func joinPaired(_ runs: inout [NameRun], _ context: CaseContext) {
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
  func liftSpeakers(_ runs: inout [NameRun], _ context: CaseContext) {
    let speakers = runs.indices.filter { NameShapes.isSpeaker(runs[$0].tokens, context) }
    guard speakers.count > 1, speakers.contains(where: { runs[$0].score >= 1 }) else { return }
    for position in speakers where runs[position].score < threshold && runs[position].score > -2.5 {
      runs[position].add(.inListOfNames, weights)
    }
  }

  /// A comma, or a slash after capitals: "Smith, John", « LEFORT/Jules ».
  func isReversingGap(_ index: Int, _ context: CaseContext) -> Bool {
    switch context.tokens[index].gap {
    case .comma, .commaSpace: true
    case .slash: context.tokens[index - 1].shape == .capitals && context.tokens[index - 1].length >= 4
    default: false
    }
  }

  /// Single words between names that are certain, separated by commas or "and".
  func liftListed(_ runs: inout [NameRun], _ context: CaseContext) {
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

  func isListed(_ a: Range<Int>, _ b: Range<Int>, _ context: CaseContext) -> Bool {
    guard context.isSameBlock(a.lowerBound, b.lowerBound) else { return false }
    if a.upperBound == b.lowerBound {
      let gap = context.tokens[b.lowerBound].gap
      return gap == .comma || gap == .commaSpace || gap == .slash
    }
    return b.lowerBound - a.upperBound == 1 && PersonVerbs.conjunctions.contains(context.tokens[a.upperBound].key)
      && context.tokens[b.lowerBound].gap == .space
  }

  /// Words of certain names elsewhere in the case: in other runs (lifted in place) or on their own (returned).
  func echoes(of runs: inout [NameRun], _ context: CaseContext) -> [NameRun] {
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

  /// « Pierre ne trouve », "Grace was": a known given name that begins a sentence and acts.
  func isSubject(_ index: Int, _ traits: NameTraits, _ context: CaseContext) -> Bool {
    let next = index + 1
    guard traits.given != nil, !traits.isMedicalWord, !traits.isCalendar, next < context.tokens.count,
      context.isSameBlock(index, next), context.tokens[next].gap == .space
    else { return false }
    let key = context.tokens[next].key
    return PersonVerbs.all.contains(key) || PersonVerbs.frenchSubjectFollowers.contains(key)
  }

  /// A word of a known name: capitalised, unless it is an ordinary word at a sentence's start; in small letters only when
  /// no list knows it.
  func isEcho(_ index: Int, _ known: Set<UInt64>, _ context: CaseContext) -> Bool {
    let token = context.tokens[index]
    guard known.contains(token.key) else { return false }
    let traits = NameTraits(index, in: context)
    let isOrdinary = traits.isCommonWord || traits.isMedicalWord || traits.isCalendar
    if traits.isEponym, EponymFrames(context: context).frames(index) { return false }
    if token.isCapitalised {
      return !(isOrdinary && context.isSentenceStart[index]) || isSubject(index, traits, context)
    }
    return !isOrdinary && !traits.isGroup && traits.place == nil && token.length >= 4
      && !context.isShielded(index..<index + 1)
  }
}
