internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardTokenizing

/// Whether an eponym stands in the frame that makes it medicine: "Parkinson disease", « maladie de Parkinson », "Hunt and Hess".
struct EponymFrames {
  let context: CaseContext

  /// Words looked at on each side.
  private static let reach = 4

  func frames(_ index: Int) -> Bool {
    hasHead(after: index) || hasHead(before: index) || isListed(index) || isMeasured(index)
  }

  /// "Braden 14", « Braden : 14/23 », "Apgar of 9": a score; not "Braden 14 years".
  private func isMeasured(_ index: Int) -> Bool {
    let end = context.block(of: index).tokens.upperBound
    var next = index + 1
    if next < end, Self.measures.contains(context.tokens[next].key), context.tokens[next].gap == .space { next += 1 }
    guard next < end, context.tokens[next].shape == .digits, (0...100).contains(context.tokens[next].number) else {
      return false
    }
    switch context.tokens[next].gap {
    case .space, .colon, .colonSpace: break
    case .other:
      // "Braden = 14"
      guard context.bytes[context.gapBytes(before: next)].contains(UInt8(ascii: "=")) else { return false }
    default: return false
    }
    guard next + 1 < end else { return true }
    // "Meyer : 04 78 30 60 34" is a telephone number.
    if context.tokens[next + 1].shape == .digits, [.space, .hyphen].contains(context.tokens[next + 1].gap) {
      return false
    }
    return context.tokens[next + 1].shape != .lower
      || context.tokens[next + 1].gap != .space
        && context.tokens[next + 1].gap != .hyphen
  }

  /// Whether a run that no list knows as an eponym stands where only one does: "Quentz-Velmeer syndrome".
  func frames(pair range: Range<Int>) -> Bool {
    guard range.count > 1, range.dropFirst().allSatisfy({ context.tokens[$0].gap == .hyphen }) else { return false }
    return hasHead(after: range.upperBound - 1) || hasHead(before: range.lowerBound)
  }

  /// "the Quentz score", « échelle de Quentz »: a name of any scale, listed or not.
  func isScale(_ index: Int) -> Bool {
    let block = context.block(of: index).tokens
    if index + 1 < block.upperBound, context.tokens[index + 1].gap == .space,
      Self.scales.contains(context.tokens[index + 1].key)
    {
      return true
    }
    return index - 2 >= block.lowerBound && Self.frenchOf.contains(context.tokens[index - 1].key)
      && Self.frenchScales.contains(context.tokens[index - 2].key)
  }

  private static let scales = PersonVerbs.keySet(
    "score scale index classification criteria questionnaire grading staging")
  private static let frenchOf = PersonVerbs.keySet("de d")
  private static let frenchScales = PersonVerbs.keySet(
    "score échelle indice classification critères questionnaire grille")

  /// One of three eponyms or more in a row: "Fournier, Charcot and Marie".
  private func isListed(_ index: Int) -> Bool {
    let block = context.block(of: index).tokens
    var count = 1
    for step in [-1, 1] {
      var position = index + step
      while block.contains(position), isEponymOrConjunction(position), isListGap(step > 0 ? position : position + 1) {
        if !PersonVerbs.conjunctions.contains(context.tokens[position].key) { count += 1 }
        // Enough: a list of thousands is not read to its end from each of its words.
        if count >= 3 { return true }
        position += step
      }
    }
    return false
  }

  private func isEponymOrConjunction(_ index: Int) -> Bool {
    PersonVerbs.conjunctions.contains(context.tokens[index].key)
      || context.tokens[index].isCapitalised && context.membership[index].contains(ListSet(.eponyms))
  }

  private func isListGap(_ index: Int) -> Bool {
    context.tokens[index].gap == .commaSpace || context.tokens[index].gap == .space
  }

  private func hasHead(after index: Int) -> Bool {
    var next = index + 1
    let end = context.block(of: index).tokens.upperBound
    while next < end, next - index <= Self.reach, staysInPhrase(next) {
      if isHead(next, .after) { return true }
      guard isFiller(next) else { return false }
      next += 1
    }
    return false
  }

  private func hasHead(before index: Int) -> Bool {
    var previous = index - 1
    let start = context.block(of: index).tokens.lowerBound
    guard staysInPhrase(index) else { return false }
    while previous >= start, index - previous <= Self.reach {
      // "circle of Willis": after "of" every head will do.
      let isLinked = context.tokens[previous + 1].key == Self.of
      if isHead(previous, .before) || isLinked && isHead(previous, .after) { return true }
      guard isFiller(previous), staysInPhrase(previous) else { return false }
      previous -= 1
    }
    return false
  }

  private func staysInPhrase(_ index: Int) -> Bool {
    switch context.tokens[index].gap {
    case .space, .hyphen, .apostrophe, .none, .slash, .period: true
    default: false
    }
  }

  private static let measures = PersonVerbs.keySet("of at à est is was score scale")
  private static let of = Tokenizer().keys(of: "of").first
  private static let linkers = PersonVerbs.keySet(
    "and et & or ou of the de du des d la le les l selon according to type")

  /// What may stand between an eponym and its head: other eponyms and names, particles, "and", the possessive s.
  private func isFiller(_ index: Int) -> Bool {
    let token = context.tokens[index]
    let lists = context.membership[index]
    return token.isCapitalised || token.length == 1 || lists.contains(ListSet(.eponyms))
      || lists.contains(ListSet(.nameParticles)) || lists.contains(ListSet(.medicalWords))
      || Self.linkers.contains(token.key)
  }

  /// The bits of ``DetectorTables/headPositions``.
  private enum Position: UInt8 {
    case before = 1
    case after = 2
  }

  private func isHead(_ index: Int, _ position: Position) -> Bool {
    guard context.membership[index].contains(ListSet(.eponymHeads)) else { return false }
    for place in context.matches(at: index) {
      let match = context.match(place)
      guard match.sense.list == .eponymHeads else { continue }
      if context.tables.headPositions[match.sense.row] & position.rawValue != 0 { return true }
    }
    return false
  }
}
