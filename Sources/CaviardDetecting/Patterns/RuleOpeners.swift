internal import CaviardCase

/// What the first token of a rule can be: the rule is tried nowhere else.
struct RuleOpeners {
  var shapes: Set<TokenShape> = []
  var literals: Set<UInt64> = []
  var lists: Set<DictionaryList> = []
  var anyToken = false

  init(_ rule: PatternRule) {
    for pattern in rule.patterns { add(pattern.root[...]) }
  }

  private mutating func add(_ items: ArraySlice<TokenPattern.Item>) {
    for item in items {
      add(item.node)
      if case .absent = item.node { continue }
      if item.repeats.lowerBound > 0 { return }
    }
    anyToken = true
  }

  private mutating func add(_ node: TokenPattern.Node) {
    switch node {
    case .token(let predicate):
      if let literal = predicate.literal {
        literals.insert(literal)
      } else if let list = predicate.lists.first {
        lists.insert(list)
      } else if let own = predicate.shapes {
        shapes.formUnion(own)
      } else if predicate.isDay {
        shapes.formUnion([.digits, .alphanumeric])
      } else if predicate.isUpper, predicate.mask == nil {
        shapes.formUnion([.capitalised, .capitals, .alphanumeric])
      } else if let mask = predicate.mask {
        let isDigit = mask.first == UInt8(ascii: "9")
        let letters: Set<TokenShape> = [.alphanumeric, .lower, .capitalised, .capitals, .mixedCase]
        shapes.formUnion(isDigit ? [.digits, .alphanumeric] : letters)
      } else {
        anyToken = true
      }
    case .term(let list, _, _): lists.insert(list)
    case .numberWords: shapes.formUnion([.lower, .capitalised, .capitals])
    case .sequence(let items): add(items[...])
    case .alternatives(let nodes): for node in nodes { add(node) }
    case .capture(let inner), .part(_, let inner): add(inner)
    case .absent: break
    }
  }
}
