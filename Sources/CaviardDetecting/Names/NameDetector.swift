internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardTokenizing

/// Finds persons' names: every clue adds its weight, and a name that is certain once is found in all its forms.
struct NameDetector {
  let weights: NameWeights
  let cues = NameCues()
  /// Score at or above which a run is a name (confidence 0.5).
  let threshold = 0.0
  /// Score at or above which an unknown word is worth a look.
  let possibleThreshold = -1.5
  /// Score from which a name's words are looked for in the rest of the case.
  let certainThreshold = 2.0
  /// The same for a run of two words or more.
  let fullNameThreshold = 1.0

  /// True where every unknown capitalised word is worth a look, whatever its clues.
  let takesUnknownWords: Bool

  init(weights: NameWeights, takesUnknownWords: Bool = false) {
    self.weights = weights
    self.takesUnknownWords = takesUnknownWords
  }

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
    runs += LowerCaseNames(weights: weights, cues: cues).runs(in: context)
    runs += echoes(of: &runs, context)
    return runs.compactMap { finding($0, context) }.sorted { $0.span < $1.span }
  }

  // MARK: Result

  private func finding(_ run: NameRun, _ context: CaseContext) -> Finding? {
    // Letters apart are no initials: ``DisguiseDetector`` reads them together.
    guard run.tokens.count < 4 || run.tokens.contains(where: { context.tokens[$0].length > 1 }) else { return nil }
    let kind: Kind
    if run.score >= threshold {
      kind = .personName
    } else if takesUnknownWords || run.score >= possibleThreshold, isWorthALook(run, context) {
      kind = .possibleName
    } else {
      return nil
    }
    guard !isDottedLabel(run.tokens, context), !isAnalyte(run.tokens, context) else { return nil }
    let tokens = kind == .personName ? whole(run, context) : run.tokens
    return Finding(
      span: context.span(tokens), kind: kind, value: .unknown(key: context.key(run.tokens)),
      confidence: run.confidence, detector: "name.clues", evidence: run.clues.map(weights.evidence))
  }

  /// "D.O.B.", « D.D.N. », « T.A. 120/80 »: letters that announce something, no initials.
  private func isDottedLabel(_ tokens: Range<Int>, _ context: CaseContext) -> Bool {
    guard tokens.count < 4, tokens.allSatisfy({ context.tokens[$0].length == 1 }) else { return false }
    let letters = tokens.map(context.form).joined()
    if Self.dottedLabels.contains(letters) { return true }
    let number = tokens.upperBound
    guard Self.dottedMeasures.contains(letters), isDigits(number, after: tokens.lowerBound, context) else {
      return false
    }
    let isAge =
      number + 1 < context.tokens.count && context.isSameBlock(number, number + 1)
      && ["an", "ans", "year", "years", "yo", "y", "f", "m"].contains(context.form(number + 1))
    return !isAge
  }

  /// "The Na was 118", "the Li was 1.2": an article before the symbol, a number after the verb.
  private func isAnalyte(_ tokens: Range<Int>, _ context: CaseContext) -> Bool {
    let (first, verb) = (tokens.lowerBound, tokens.upperBound)
    guard tokens.count == 1, context.tokens[first].shape == .capitalised, first > 0,
      context.isSameBlock(first - 1, first), Self.symbols.contains(context.form(first)),
      ["the", "le"].contains(context.form(first - 1)),
      isDigits(verb + 1, after: first, context)
    else { return false }
    return ["was", "is", "at", "of", "est", "etait", "a"].contains(context.form(verb))
  }

  private func isDigits(_ index: Int, after first: Int, _ context: CaseContext) -> Bool {
    index < context.tokens.count && context.isSameBlock(first, index) && context.tokens[index].shape == .digits
  }

  private static let dottedLabels: Set<String> = ["dob", "ddn", "hpi", "ros", "sob", "mva", "icu", "opd"]
  /// Of what is measured: only before its number.
  private static let dottedMeasures: Set<String> = [
    "ta", "fc", "fr", "bp", "hr", "rr", "pa", "pt", "tp", "hb", "ast", "alt", "inr", "rni", "ldh", "tsh", "bun", "wbc",
    "imc", "bmi",
  ]
  /// Of chemistry that are surnames too.
  private static let symbols: Set<String> = ["na", "li", "ca", "mg", "cl", "fe", "hb", "ph"]

  /// The run with what else belongs to the name: "Jr", an initial after a comma, hyphenated parts in small letters, a line's end.
  private func whole(_ run: NameRun, _ context: CaseContext) -> Range<Int> {
    var tokens = NameShapes.withGeneration(run.tokens, context)
    let next = tokens.upperBound
    // "Okonkwo, A."
    if tokens.count == 1, next < context.tokens.count, context.isSameBlock(next, next - 1),
      context.tokens[next].gap == .commaSpace, context.tokens[next].length == 1,
      context.tokens[next].shape == .capitalised, context.byte(after: next) == UInt8(ascii: ".")
    {
      return tokens.lowerBound..<next + 1
    }
    // « Mme Okonkwo-st-pierre »
    if run.clues.contains(.titleBefore) || run.clues.contains(.strongCueBefore) {
      while tokens.upperBound < context.tokens.count, context.isSameBlock(tokens.lowerBound, tokens.upperBound),
        context.tokens[tokens.upperBound].gap == .hyphen, context.tokens[tokens.upperBound].shape == .lower
      {
        let traits = NameTraits(tokens.upperBound, in: context)
        guard traits.isName || traits.isParticle || traits.isUnknown else { break }
        tokens = tokens.lowerBound..<tokens.upperBound + 1
      }
    }
    return withLineEnd(tokens, context)
  }

  /// With the rest of a name that a hyphen carries over the end of a line: "Trem-" and "blay".
  private func withLineEnd(_ tokens: Range<Int>, _ context: CaseContext) -> Range<Int> {
    let next = tokens.upperBound
    guard next < context.tokens.count, context.isSameBlock(next, next - 1), context.tokens[next].shape == .lower,
      let first = context.gapBytes(before: next).first, context.bytes[first] == UInt8(ascii: "-"),
      context.gapBytes(before: next).contains(where: { context.bytes[$0] == 0x0A })
    else { return tokens }
    return tokens.lowerBound..<next + 1
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
