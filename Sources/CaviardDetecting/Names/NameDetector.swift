internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardTokenizing

/// Finds persons' names: every clue adds its weight, and a name that is certain once is found in all its forms.
struct NameDetector {
  let weights: NameWeights
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
    runs += LowerCaseNames(weights: weights).runs(in: context)
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
    let tokens =
      kind == .personName ? withLineEnd(NameShapes.withGeneration(run.tokens, context), context) : run.tokens
    return Finding(
      span: context.span(tokens), kind: kind, value: .unknown(key: context.key(run.tokens)),
      confidence: run.confidence, detector: "name.clues", evidence: run.clues.map(weights.evidence))
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
