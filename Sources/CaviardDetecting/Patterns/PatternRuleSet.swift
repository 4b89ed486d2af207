internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardTokenizing

/// All rules, indexed by what their first token can be.
package struct PatternRuleSet: Sendable {
  package let rules: [PatternRule]
  /// Rules to try by the shape of the token.
  private var byShape: [[Int32]]
  private var byLiteral: [UInt64: [Int32]] = [:]
  private var byList: [[Int32]]

  package init(_ rules: [PatternRule]) {
    self.rules = rules
    byShape = Array(repeating: [], count: 8)
    byList = Array(repeating: [], count: DictionaryList.allCases.count)
    for (index, rule) in rules.enumerated() {
      var openers = Openers()
      for pattern in rule.patterns { openers.add(pattern.root[...]) }
      if openers.anyToken {
        for shape in byShape.indices { byShape[shape].append(Int32(index)) }
        continue
      }
      for shape in openers.shapes { byShape[Int(shape.rawValue)].append(Int32(index)) }
      for literal in openers.literals { byLiteral[literal, default: []].append(Int32(index)) }
      for list in openers.lists { byList[list.compiledOrder].append(Int32(index)) }
    }
  }

  /// The rules that can begin at a token, ascending, each once.
  func candidates(at index: Int, in context: CaseContext, into found: inout [Int32]) {
    found.removeAll(keepingCapacity: true)
    let token = context.tokens[index]
    found.append(contentsOf: byShape[Int(token.shape.rawValue)])
    if let more = byLiteral[token.key] { found.append(contentsOf: more) }
    var last: DictionaryList?
    for match in context.matches(at: index) where match.sense.list != last {
      last = match.sense.list
      found.append(contentsOf: byList[match.sense.list.compiledOrder])
    }
    guard found.count > 1 else { return }
    found.sort()
    var kept = 1
    for position in 1..<found.count where found[position] != found[kept - 1] {
      found[kept] = found[position]
      kept += 1
    }
    found.removeLast(found.count - kept)
  }
}

/// What a pattern's first token can be.
private struct Openers {
  var shapes: Set<TokenShape> = []
  var literals: Set<UInt64> = []
  var lists: Set<DictionaryList> = []
  var anyToken = false

  mutating func add(_ items: ArraySlice<TokenPattern.Item>) {
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

extension DictionaryList {
  /// The list's place in the compiled file.
  var compiledOrder: Int { Self.order[self] ?? 0 }

  private static let order: [DictionaryList: Int] = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
