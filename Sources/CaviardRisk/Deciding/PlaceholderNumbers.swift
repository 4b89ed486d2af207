internal import CaviardCase

/// A number per entity and kind, in text order, for `[person 1]`.
struct PlaceholderNumbers {
  private enum Entity: Hashable {
    case value(FactValue)
    case fact(Int)
  }

  private var numbers: [Kind: [Entity: Int]] = [:]

  mutating func number(_ kind: Kind, of value: FactValue) -> Int { number(kind, .value(value)) }
  mutating func number(_ kind: Kind, ofFact fact: Int) -> Int { number(kind, .fact(fact)) }

  private mutating func number(_ kind: Kind, _ entity: Entity) -> Int {
    let next = (numbers[kind]?.count ?? 0) + 1
    let number = numbers[kind]?[entity] ?? next
    numbers[kind, default: [:]][entity] = number
    return number
  }
}
