internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardTokenizing

/// Titles, labels and other words that announce a person.
extension NameDetector {
  func isTitle(_ index: Int, _ traits: NameTraits, _ context: CaseContext) -> Bool {
    if traits.isTitle {
      // "Major", "Sister" are titles before a capitalised word only.
      return index + 1 < context.tokens.count && context.isSameBlock(index, index + 1)
    }
    return isMonsieur(index, context)
  }

  /// The French "M." before a capitalised word.
  func isMonsieur(_ index: Int, _ context: CaseContext) -> Bool {
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
  func isSurnameInCapitals(_ index: Int, _ context: CaseContext) -> Bool {
    guard context.tokens[index].shape == .capitals, context.tokens[index].length >= 4 else { return false }
    let traits = NameTraits(index, in: context)
    return (traits.isName || traits.isUnknown) && !traits.isMedicalWord && !traits.isAbbreviation
      && !isShouting(context.block(of: index).tokens, context)
  }

  static let women = PersonVerbs.keySet("patiente madame mme mademoiselle mlle dre")

  /// "Dr M. Hagot", « Patiente : M. Dauvet », « E. Pénicaud, M. Chiral, S. Kadri »: an initial, not the title.
  func isInitialM(_ index: Int, _ context: CaseContext) -> Bool {
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
  static let longestAbbreviation = 6

  func hasTitle(before index: Int, _ context: CaseContext) -> Bool {
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
}
