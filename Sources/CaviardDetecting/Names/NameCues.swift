internal import CaviardCase
internal import CaviardDictionaries

/// Words of a list that announce a person right before a token: "signed by", "his wife", « nom : ».
struct NameCues {
  enum Strength { case weak, strong }

  /// A cue of a list that ends right before a token.
  func cue(_ list: DictionaryList, before index: Int, _ context: CaseContext) -> Strength? {
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
}
