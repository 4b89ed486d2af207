internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardTokenizing

/// Whether an eponym stands in the frame that makes it medicine: "Parkinson disease", « maladie de Parkinson », "Hunt and Hess".
struct EponymFrames {
  let context: CaseContext

  /// Words looked at on each side.
  private static let reach = 4

  func frames(_ index: Int) -> Bool { hasHead(after: index) || hasHead(before: index) }

  private func hasHead(after index: Int) -> Bool {
    var next = index + 1
    let end = context.block(of: index).tokens.upperBound
    while next < end, next - index <= Self.reach, staysInPhrase(next) {
      if isHead(next, position: "after") { return true }
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
      if isHead(previous, position: "before") || isLinked && isHead(previous, position: "after") { return true }
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

  private func isHead(_ index: Int, position: String) -> Bool {
    guard context.membership[index].contains(ListSet(.eponymHeads)) else { return false }
    return context.matches(at: index).contains { match in
      guard match.sense.list == .eponymHeads else { return false }
      let own = context.tables.headPositions[match.sense.row]
      return own == position || own == "both"
    }
  }
}
