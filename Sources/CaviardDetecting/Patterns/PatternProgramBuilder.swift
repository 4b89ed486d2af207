internal import CaviardCase
internal import CaviardDictionaries

/// Compiles parsed patterns into the instructions of a ``PatternProgram``.
struct PatternProgramBuilder {
  private(set) var instructions: [PatternProgram.Instruction] = []
  private(set) var tests: [TokenTest] = []
  private(set) var keys: [UInt64] = []
  private(set) var texts: [UInt8] = []
  private(set) var gaps: [TokenPattern.GapClass] = []
  private(set) var filters: [PatternProgram.TermFilter] = []
  private(set) var filterRows: [UInt64] = []
  private(set) var entries: [PatternProgram.Entry] = []
  private(set) var partNames: [Character] = []
  /// The most choices, and changes of slots, a pattern can have made at once.
  private(set) var mostChoices = 0
  private(set) var mostChanges = 0
  private var deepestSlot = 0
  private let dictionary: CompiledDictionary
  /// What has been compiled before, by its text.
  private var filterNumbers: [String: Int32] = [:]

  init(dictionary: CompiledDictionary, rules: [PatternRule]) {
    self.dictionary = dictionary
    // Parts have the low slots, so their number is known before anything is compiled.
    for rule in rules {
      for pattern in rule.patterns { pattern.root.forEach { nameParts($0.node) } }
    }
    for (number, rule) in rules.enumerated() {
      for pattern in rule.patterns {
        let start = instructions.count
        entries.append(PatternProgram.Entry(start: Int32(start), rule: Int32(number)))
        add(pattern.root, depth: 0)
        emit(.accept)
        let own = instructions[start...]
        mostChoices = max(mostChoices, own.count { $0.code == .choice })
        mostChanges = max(mostChanges, own.reduce(0) { $0 + ($1.code == .mark ? 1 : $1.code == .bind ? 2 : 0) })
      }
    }
  }

  var slotCount: Int { firstMark + deepestSlot + 1 }

  private var firstMark: Int { 2 + 2 * partNames.count }

  private mutating func nameParts(_ node: TokenPattern.Node) {
    switch node {
    case .part(let name, let inner):
      if !partNames.contains(name) { partNames.append(name) }
      nameParts(inner)
    case .capture(let inner), .absent(let inner): nameParts(inner)
    case .sequence(let items): for item in items { nameParts(item.node) }
    case .alternatives(let nodes): for node in nodes { nameParts(node) }
    case .token, .term, .numberWords: break
    }
  }

  // MARK: Instructions

  private mutating func emit(_ code: PatternProgram.Code, _ operand: Int = 0, _ extra: Int = 0) {
    instructions.append(
      PatternProgram.Instruction(code: code, operand: Int32(operand), extra: Int32(extra)))
  }

  /// Emits an instruction whose target is not known yet.
  private mutating func emitOpen(_ code: PatternProgram.Code) -> Int {
    emit(code)
    return instructions.count - 1
  }

  /// The instruction at `place` goes to the next one to be emitted.
  private mutating func close(_ place: Int) {
    let open = instructions[place]
    instructions[place] = PatternProgram.Instruction(
      code: open.code, operand: open.operand, extra: Int32(instructions.count))
  }

  /// - Parameter depth: how many marks are in use around this place.
  private mutating func mark(_ depth: Int) -> Int {
    deepestSlot = max(deepestSlot, depth)
    return firstMark + depth
  }

  // MARK: Nodes

  private mutating func add(_ items: [TokenPattern.Item], depth: Int) {
    for item in items {
      if case .absent(let inner) = item.node {
        let place = emitOpen(.absent)
        emit(.inside)
        add(inner, depth: depth)
        emit(.accept)
        close(place)
      } else {
        addRepetitions(of: item, depth: depth)
      }
    }
  }

  private mutating func addRepetitions(of item: TokenPattern.Item, depth: Int) {
    var exits: [Int] = []
    let mayBeEmpty = Self.mayBeEmpty(item.node)
    for round in 0..<item.repeats.upperBound {
      if round >= item.repeats.lowerBound { exits.append(emitOpen(.choice)) }
      if let gap = item.gap { emit(.gap, number(of: gap)) }
      if mayBeEmpty {
        let slot = mark(depth)
        emit(.mark, slot)
        add(item.node, depth: depth + 1)
        emit(.progress, slot)
      } else {
        add(item.node, depth: depth)
      }
    }
    for exit in exits { close(exit) }
  }

  private mutating func add(_ node: TokenPattern.Node, depth: Int) {
    switch node {
    case .token(let predicate): add(predicate)
    case .term(let list, let column, let values): emit(.term, filter(list, column, values))
    case .numberWords(let range): emit(.numberWords, range.lowerBound, range.upperBound)
    case .sequence(let items): add(items, depth: depth)
    case .alternatives(let nodes): addAlternatives(nodes, depth: depth)
    case .absent: emit(.fail)
    case .capture(let inner): addBound(inner, PatternProgram.findingSlot, depth)
    case .part(let name, let inner): addBound(inner, 2 + 2 * (partNames.firstIndex(of: name) ?? 0), depth)
    }
  }

  private mutating func addBound(_ inner: TokenPattern.Node, _ slot: Int, _ depth: Int) {
    let start = mark(depth)
    emit(.mark, start)
    add(inner, depth: depth + 1)
    emit(.bind, slot, start)
  }

  private mutating func addAlternatives(_ nodes: [TokenPattern.Node], depth: Int) {
    var ends: [Int] = []
    var rest = nodes[...]
    while let node = rest.first {
      // Words that stand side by side in the list are looked for at once.
      let words = rest.prefix { Self.word($0) != nil }.compactMap(Self.word)
      rest = rest.dropFirst(max(words.count, 1))
      let place = rest.isEmpty ? nil : emitOpen(.choice)
      if words.isEmpty { add(node, depth: depth) } else { addLiterals(words) }
      if let place {
        ends.append(emitOpen(.jump))
        close(place)
      }
    }
    for end in ends { close(end) }
  }

  private mutating func addLiterals(_ words: [UInt64]) {
    emit(.literals, keys.count, words.count)
    keys += words
  }

  /// The key of a node that is one plain word.
  private static func word(_ node: TokenPattern.Node) -> UInt64? {
    switch node {
    case .token(let predicate): return predicate.plainLiteral
    case .sequence(let items):
      guard items.count == 1, items[0].gap == nil, items[0].repeats == 1...1 else { return nil }
      return word(items[0].node)
    case .term, .numberWords, .alternatives, .capture, .part, .absent: return nil
    }
  }

  private static func mayBeEmpty(_ node: TokenPattern.Node) -> Bool {
    switch node {
    case .token, .term, .numberWords: false
    case .sequence(let items):
      items.allSatisfy { item in
        if case .absent = item.node { return true }
        return item.repeats.lowerBound == 0
      }
    case .alternatives(let nodes): nodes.contains(where: mayBeEmpty)
    case .capture(let inner), .part(_, let inner): mayBeEmpty(inner)
    case .absent: true
    }
  }

  // MARK: Operands

  private mutating func number(of gap: TokenPattern.GapClass) -> Int {
    if let known = gaps.firstIndex(of: gap) { return known }
    gaps.append(gap)
    return gaps.count - 1
  }

  private mutating func add(_ predicate: TokenPattern.Predicate) {
    if let word = Self.word(.token(predicate)) {
      addLiterals([word])
      return
    }
    var test = TokenTest()
    if let shapes = predicate.shapes { test.shapes = shapes.reduce(0) { $0 | 1 << $1.rawValue } }
    if let length = predicate.length {
      test.length = TokenTest.Bounds(lower: Int64(length.lowerBound), upper: Int64(length.upperBound))
    }
    if let number = predicate.number {
      test.number = TokenTest.Bounds(lower: number.lowerBound, upper: number.upperBound)
    }
    if let literal = predicate.literal {
      test.literal = literal
      test.flags.insert(.hasLiteral)
    }
    if predicate.isDay { test.flags.insert(.isDay) }
    if predicate.isZeroLed { test.flags.insert(.isZeroLed) }
    if predicate.isUpper { test.flags.insert(.isUpper) }
    if predicate.isLineStart { test.flags.insert(.isLineStart) }
    if let byte = predicate.precededBy {
      test.precededBy = byte
      test.flags.insert(.isPreceded)
    }
    for list in predicate.lists { test.lists.insert(ListSet(list)) }
    for list in predicate.excludedLists { test.excludedLists.insert(ListSet(list)) }
    if !predicate.excludedLiterals.isEmpty {
      test.excludedLiterals = TokenTest.Slice(start: Int32(keys.count), count: Int32(predicate.excludedLiterals.count))
      keys += predicate.excludedLiterals
    }
    test.endings = slice(predicate.endings)
    let last = predicate.endings.map { $0.utf8.last ?? 0 }
    if !last.isEmpty, last.allSatisfy({ (0x61...0x7A).contains($0) }) {
      test.lastLetters = last.reduce(0) { $0 | 1 << UInt32($1 - 0x61) }
    }
    test.suffixes = slice(predicate.suffixes)
    if let mask = predicate.mask {
      test.mask = TokenTest.Slice(start: Int32(texts.count), count: Int32(mask.count))
      texts += mask
      test.flags.insert(.hasMask)
    }
    emit(.token, tests.count)
    tests.append(test)
  }

  private mutating func slice(_ strings: [String]) -> TokenTest.Slice {
    let start = texts.count
    for string in strings where string.utf8.count < 256 { texts += [UInt8(string.utf8.count)] + Array(string.utf8) }
    return TokenTest.Slice(start: Int32(start), count: Int32(texts.count - start))
  }

  private mutating func filter(_ list: DictionaryList, _ column: String, _ values: [String]) -> Int {
    let name = "\(list.rawValue)[\(column)=\(values.joined(separator: "|"))"
    if let known = filterNumbers[name] { return Int(known) }
    let first = filterRows.count
    if !values.isEmpty {
      let rows = CodedColumn(dictionary.table(list), column) { values.contains($0) ? 1 : 0 }.rows
      var words = [UInt64](repeating: 0, count: rows.count / 64 + 1)
      for (row, code) in rows.enumerated() where code == 1 { words[row / 64] |= 1 << UInt64(row % 64) }
      filterRows += words
    }
    filters.append(
      PatternProgram.TermFilter(
        list: ListSet(list), firstWord: Int32(first), wordCount: Int32(filterRows.count - first),
        hasRows: !values.isEmpty))
    filterNumbers[name] = Int32(filters.count - 1)
    return filters.count - 1
  }
}
