internal import CaviardCase
internal import CaviardDictionaries

/// Cuts a block into runs of words that may be names.
struct NameRunFinder {
  let context: CaseContext

  /// Longest run, tokens.
  private static let limit = 7

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
    guard token.length == 1, token.shape == .capitalised, token.gap != .slash, token.gap != .other else { return false }
    if context.byte(after: index) == UInt8(ascii: ".") { return true }
    if index + 1 < context.tokens.count, context.tokens[index + 1].gap == .apostrophe { return true }
    return !context.isSentenceStart[index] && !Self.letterWords.contains(token.key)
  }

  /// Words of one letter.
  private static let letterWords = PersonVerbs.keySet("a à i y o")

  /// The end of the run if the token at `index` (and a particle before a name) belongs to it.
  private func extend(from index: Int, in block: Range<Int>) -> Int? {
    guard joins(index) else { return nil }
    if isNameLike(index) { return index + 1 }
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

  /// `d` of « d'Aoust ».
  private func isElision(_ index: Int) -> Bool {
    let token = context.tokens[index]
    return token.length == 1 && token.shape == .lower && context.byte(after: index) != UInt8(ascii: " ")
  }

  private func joins(_ index: Int) -> Bool {
    let token = context.tokens[index]
    switch token.gap {
    case .space:
      let lineEnd = context.bytes[context.gapBytes(before: index)].contains(0x0A)
      return !lineEnd || isInitial(index - 1)
    case .hyphen, .apostrophe, .none: return true
    case .period, .periodSpace: return isInitial(index - 1) || isShortPrefix(index - 1)
    default: return false
    }
  }

  /// `St.`, `Ste.` before the rest of a name.
  private func isShortPrefix(_ index: Int) -> Bool {
    context.tokens[index].length <= 3 && context.membership[index].contains(ListSet(.nameParticles))
  }
}
