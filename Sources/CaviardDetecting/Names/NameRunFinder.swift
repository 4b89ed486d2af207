internal import CaviardCase
internal import CaviardDictionaries

/// Cuts a block into runs of words that may be names.
struct NameRunFinder {
  let context: CaseContext

  /// Longest run, tokens.
  private static let limit = 12

  func runs(in block: Range<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var index = block.lowerBound
    while index < block.upperBound {
      guard isNameLike(index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < block.upperBound, end - index < Self.limit, let next = extend(from: end, in: block) { end = next }
      runs.append(index..<end)
      index = end
    }
    return runs
  }

  /// Whether a token looks like part of a name.
  func isNameLike(_ index: Int) -> Bool {
    let token = context.tokens[index]
    switch token.shape {
    case .capitalised, .capitals, .mixedCase, .otherScript: return true
    case .lower, .digits, .alphanumeric: return false
    }
  }

  /// A single capital letter with its full stop (`J.`), or without one between names (`John F Kennedy`); never "A" or "I".
  func isInitial(_ index: Int) -> Bool {
    let token = context.tokens[index]
    guard token.length == 1, token.shape == .capitalised, token.gap != .slash else { return false }
    if token.gap == .other, index == 0 || !isHyphenatedInitials(index) { return false }
    // "1,2 L. IgIV", "38 C. Bilan": a unit.
    if token.gap == .space, index > 0, context.tokens[index - 1].shape == .digits, Self.units.contains(token.key) {
      return false
    }
    if context.byte(after: index) == UInt8(ascii: ".") { return true }
    if index + 1 < context.tokens.count, context.tokens[index + 1].gap == .apostrophe { return true }
    return !context.isSentenceStart[index] && !Self.letterWords.contains(token.key)
  }

  /// An initial that begins an item: after a comma, a colon, a line end, a title or "and". Not the K of « vitamine K. Bilan ».
  func isLeadingInitial(_ index: Int) -> Bool {
    guard isInitial(index), context.byte(after: index) == UInt8(ascii: ".") else { return false }
    guard index > 0, context.isSameBlock(index, index - 1) else { return true }
    let previous = index - 1
    switch context.tokens[index].gap {
    case .commaSpace, .comma, .colonSpace, .colon, .slash, .paragraphBreak, .bracket: return true
    case .space:
      return context.bytes[context.gapBytes(before: index)].contains(0x0A)
        || context.membership[previous].contains(ListSet(.titles))
        || PersonVerbs.conjunctions.contains(context.tokens[previous].key)
    default: return context.bytes[context.gapBytes(before: index)].contains(0x0A)
    }
  }

  private static let units = PersonVerbs.keySet("l c f k u n")
  /// Words of one letter.
  private static let letterWords = PersonVerbs.keySet("a à i y o")

  /// The end of the run if the token at `index` (and a particle before a name) belongs to it.
  private func extend(from index: Int, in block: Range<Int>) -> Int? {
    guard joins(index) else { return nil }
    if isNameLike(index) || isSecondSyllable(index) { return index + 1 }
    // Lower-case particles: "van der", "de la", between two names; « Boiterie de Wassim » is no name.
    let before = NameTraits(index - 1, in: context)
    guard before.isName || isInitial(index - 1) || !context.isSentenceStart[index - 1] else { return nil }
    var particle = index
    while particle < block.upperBound, particle - index < 3,
      context.membership[particle].contains(ListSet(.nameParticles)) || isElision(particle)
    {
      particle += 1
      guard particle < block.upperBound, joins(particle) else { return nil }
      if isNameLike(particle) { return particle + 1 }
    }
    return nil
  }

  /// The `woo` of "Hyun-woo".
  private func isSecondSyllable(_ index: Int) -> Bool {
    guard context.tokens[index].gap == .hyphen, context.tokens[index].shape == .lower else { return false }
    let (before, own) = (NameTraits(index - 1, in: context), NameTraits(index, in: context))
    let isFrequent = !context.membership[index].isDisjoint(with: [.frequentWordsEN, .frequentWordsFR])
    return before.given != nil && !isFrequent && !own.isMedicalWord
      || before.isUnknown && (own.given != nil || own.isUnknown)
  }

  /// `d` of « d'Aoust ».
  func isElision(_ index: Int) -> Bool {
    let token = context.tokens[index]
    return token.length == 1 && token.shape == .lower && context.byte(after: index) != UInt8(ascii: " ")
  }

  private func joins(_ index: Int) -> Bool {
    let token = context.tokens[index]
    switch token.gap {
    case .space:
      let lineEnd = context.bytes[context.gapBytes(before: index)].contains(0x0A)
      // A wrapped line: the given name ends one, the surname begins the next.
      if !lineEnd || NameTraits(index - 1, in: context).given != nil { return true }
      // "62 M" and "K 3.2" are two lines of a table.
      return isInitial(index - 1) && context.byte(after: index - 1) == UInt8(ascii: ".")
    case .hyphen, .apostrophe, .none: return true
    case .period, .periodSpace: return isInitial(index - 1) || isShortPrefix(index - 1)
    case .other: return isHyphenatedInitials(index)
    default: return false
    }
  }

  /// The `P` of « J.-P. Lemoine »: after another initial, joined by ".-".
  private func isHyphenatedInitials(_ index: Int) -> Bool {
    let gap = context.bytes[context.gapBytes(before: index)]
    return gap.elementsEqual([UInt8(ascii: "."), UInt8(ascii: "-")]) && context.tokens[index - 1].length == 1
      && context.tokens[index].isCapitalised
  }

  /// `St.`, `Ste.` before the rest of a name.
  private func isShortPrefix(_ index: Int) -> Bool {
    context.tokens[index].length <= 3 && context.membership[index].contains(ListSet(.nameParticles))
  }
}
