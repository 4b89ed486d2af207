internal import CaviardCase
internal import CaviardDictionaries

/// Which patterns are worth trying at a token, as rows of bits (one bit a pattern): by the token itself, by what stands
/// after it, and by the next token. Every row holds at least the patterns that can match.
struct PatternSelection: Sendable {
  /// Words of 64 patterns in a row.
  let width: Int
  private let rows: FlatArray<UInt64>
  private let keys: FlatArray<UInt64>
  private let keyRows: FlatArray<Int32>
  private let storage: FlatStorage
  /// Lists of which a term or a word can begin a pattern.
  private let openingLists: ListSet

  private init(width: Int, rows: [UInt64], keys: [UInt64], keyRows: [Int32], openingLists: ListSet) {
    storage = FlatStorage()
    self.width = width
    self.rows = storage.copy(rows)
    self.keys = storage.copy(keys)
    self.keyRows = storage.copy(keyRows)
    self.openingLists = openingLists
  }

  /// Where the rows of each table begin.
  private enum Table {
    static let lengths = 32
    static let signatures = 7 * lengths
    static let listCount = 64
    static let gapCount = GapRow.count
    static let bloom = 64

    /// Patterns of rules that may open here, and whose first test may admit such a token.
    static let opening = 0
    /// The first half alone: the rules' openers by shape.
    static let openers = opening + signatures
    /// The second half alone.
    static let admitted = openers + 7
    static let listOpeners = admitted + signatures
    static let listAdmitted = listOpeners + listCount
    static let languages = listAdmitted + listCount
    static let gaps = languages + 4
    static let nextAfterSpace = gaps + gapCount
    static let wordsAfterSpace = nextAfterSpace + signatures
    static let nextAfterMark = wordsAfterSpace + bloom
    static let wordsAfterMark = nextAfterMark + signatures
    static let end = wordsAfterMark + bloom
  }

  /// The row of a gap.
  private enum GapRow {
    static let nothing = 0
    static let space = 1
    /// No pattern goes on over it.
    static let barrier = 2
    static let firstCharacter = 3
    static let count = firstCharacter + 128
  }

  private static func signature(_ shape: TokenShape, _ length: Int) -> Int {
    Int(shape.rawValue) * Table.lengths + min(length, Table.lengths - 1)
  }

  private static func bloom(_ key: UInt64) -> Int { Int(key >> 58) }

  @inline(__always)
  private func row(_ number: Int, _ word: Int) -> UInt64 { rows[number * width + word] }

  /// The row of a key: its openers, then its admitted patterns; `nil` for a word that begins none.
  @inline(__always)
  private func keyRow(_ key: UInt64) -> Int? {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while keyRows[slot] >= 0 {
      if keys[slot] == key { return Int(keyRows[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Writes the patterns to try at a token, ascending; their number.
  @inline(__always)
  func candidates(
    at index: Int, in context: CaseContext, end: Int, nextGap: GapCode, into found: FlatScratch<Int32>
  ) -> Int {
    let token = context.tokens[index]
    let signature = Self.signature(token.shape, Int(token.length))
    let own = Table.opening + signature
    let keyRow = keyRow(token.key)
    let lists = context.matchLists[index].union(context.membership[index]).intersection(openingLists)
    var count = 0
    for word in 0..<width {
      var bits = row(own, word)
      if keyRow != nil || !lists.isEmpty {
        bits = opening(index, word, token.shape, signature, keyRow, lists, context)
      }
      if bits == 0 { continue }
      bits &= row(Table.languages + Self.languageRow(context.language(of: index)), word)
      if bits == 0 { continue }
      bits &= following(index, word, end, nextGap, context)
      while bits != 0 {
        found[count] = Int32(word * 64 + bits.trailingZeroBitCount)
        count += 1
        bits &= bits - 1
      }
    }
    return count
  }

  /// Patterns of rules that open at a token known to a list or among the literals.
  private func opening(
    _ index: Int, _ word: Int, _ shape: TokenShape, _ signature: Int, _ keyRow: Int?, _ lists: ListSet,
    _ context: CaseContext
  ) -> UInt64 {
    var openers = row(Table.openers + Int(shape.rawValue), word)
    var admitted = row(Table.admitted + signature, word)
    if let keyRow {
      openers |= row(keyRow, word)
      admitted |= row(keyRow + 1, word)
    }
    let begun = context.matchLists[index]
    var rest = lists.rawValue
    while rest != 0 {
      let list = rest.trailingZeroBitCount
      rest &= rest - 1
      // A rule opens where a term of its list begins; its test asks for the word's membership.
      if begun.rawValue >> UInt64(list) & 1 == 1 { openers |= row(Table.listOpeners + list, word) }
      admitted |= row(Table.listAdmitted + list, word)
    }
    return openers & admitted
  }

  private static func languageRow(_ language: ParagraphLanguage) -> Int {
    (language.admits(.english) ? 1 : 0) | (language.admits(.french) ? 2 : 0)
  }

  /// Patterns that can go on with the gap and the token after this one.
  @inline(__always)
  private func following(_ index: Int, _ word: Int, _ end: Int, _ gap: GapCode, _ context: CaseContext) -> UInt64 {
    guard index + 1 < end else { return row(Table.gaps + GapRow.barrier, word) }
    let next = context.tokens[index + 1]
    let signature = Self.signature(next.shape, Int(next.length))
    let bloom = Self.bloom(next.key)
    if gap.count == 0 {
      if gap.lineEnds > 1 { return row(Table.gaps + GapRow.barrier, word) }
      if gap.hasSpace {
        return row(Table.gaps + GapRow.space, word)
          & (row(Table.nextAfterSpace + signature, word) | row(Table.wordsAfterSpace + bloom, word))
      }
      return row(Table.gaps + GapRow.nothing, word)
        & (row(Table.nextAfterMark + signature, word) | row(Table.wordsAfterMark + bloom, word))
    }
    guard gap.count <= 3, gap.lineEnds <= 1 else { return row(Table.gaps + GapRow.barrier, word) }
    var bits = row(Table.nextAfterMark + signature, word) | row(Table.wordsAfterMark + bloom, word)
    for place in 0..<gap.count {
      let character = Int(gap.character(place))
      bits &= row(Table.gaps + (character < 128 ? GapRow.firstCharacter + character : GapRow.barrier), word)
    }
    return bits
  }
}

// MARK: Building

extension PatternSelection {
  /// - Parameter numberKeys: the words a number in words can begin with.
  init(_ rules: [PatternRule], _ program: PatternProgram, numberKeys: [UInt64]) {
    var builder = Builder(width: max(1, (program.patterns.count + 63) / 64), program: program, numberKeys: numberKeys)
    builder.addOpeners(rules)
    for (pattern, entry) in program.patterns.enumerated() {
      builder.addFirst(pattern, entry)
      builder.addLanguages(pattern, rules[Int(entry.rule)])
    }
    builder.combine()
    let keys = builder.keyTable()
    self.init(
      width: builder.width, rows: builder.rows, keys: keys.keys, keyRows: keys.rows, openingLists: builder.openingLists)
  }

  private struct Builder {
    let width: Int
    let program: PatternProgram
    let numberKeys: [UInt64]
    var rows: [UInt64]
    var openingLists: ListSet = []
    private var rowOfKey: [UInt64: Int] = [:]
    /// For each instruction, the gap with which it was reached last, and in which walk.
    private var reached: [(walk: Int, gap: Int)]
    private var walk = 0

    init(width: Int, program: PatternProgram, numberKeys: [UInt64]) {
      self.width = width
      self.program = program
      self.numberKeys = numberKeys
      rows = [UInt64](repeating: 0, count: Table.end * width)
      reached = Array(repeating: (0, 0), count: program.instructions.count)
    }

    private mutating func set(_ row: Int, _ pattern: Int) {
      rows[row * width + pattern / 64] |= 1 << UInt64(pattern % 64)
    }

    private mutating func keyRow(_ key: UInt64) -> Int {
      if let known = rowOfKey[key] { return known }
      let row = rows.count / width
      rows += [UInt64](repeating: 0, count: 2 * width)
      rowOfKey[key] = row
      return row
    }

    // MARK: Openers, by rule

    mutating func addOpeners(_ rules: [PatternRule]) {
      var first = 0
      for rule in rules {
        let patterns = first..<(first + rule.patterns.count)
        first = patterns.upperBound
        let openers = RuleOpeners(rule)
        let shapes = openers.anyToken ? Array(0..<7) : openers.shapes.map { Int($0.rawValue) }
        for shape in shapes { for pattern in patterns { set(Table.openers + shape, pattern) } }
        if openers.anyToken { continue }
        for literal in openers.literals {
          let row = keyRow(literal)
          for pattern in patterns { set(row, pattern) }
        }
        for list in openers.lists {
          openingLists.insert(ListSet(list))
          for pattern in patterns { set(Table.listOpeners + Int(list.bit), pattern) }
        }
      }
    }

    mutating func addLanguages(_ pattern: Int, _ rule: PatternRule) {
      for admitted in 0..<4 {
        let hasLanguage = rule.languages.contains { admitted & ($0 == .english ? 1 : 2) != 0 }
        if rule.languages.isEmpty || hasLanguage { set(Table.languages + admitted, pattern) }
      }
    }

    // MARK: First and second tests, by pattern

    mutating func addFirst(_ pattern: Int, _ entry: PatternProgram.Entry) {
      for step in steps(from: Int(entry.start)) {
        guard let place = step.place else { continue }
        let instruction = program.instructions[place]
        switch instruction.code {
        case .token:
          addFirst(pattern, program.tests[Int(instruction.operand)])
          addSecond(pattern, after: place)
        case .literals:
          for key in literals(instruction) { set(keyRow(key) + 1, pattern) }
          addSecond(pattern, after: place)
        case .term:
          addFirst(pattern, program.filters[Int(instruction.operand)].list)
          addAnything(pattern)
        case .numberWords:
          for key in numberKeys { set(keyRow(key) + 1, pattern) }
          addAnything(pattern)
        case .gap, .choice, .jump, .mark, .progress, .bind, .absent, .inside, .accept, .fail: break
        }
      }
    }

    private mutating func addFirst(_ pattern: Int, _ test: TokenTest) {
      if test.flags.contains(.hasLiteral) {
        set(keyRow(test.literal) + 1, pattern)
      } else if !test.lists.isEmpty {
        addFirst(pattern, test.lists)
      } else {
        addSignatures(Table.admitted, pattern, test)
      }
    }

    private mutating func addFirst(_ pattern: Int, _ lists: ListSet) {
      openingLists.formUnion(lists)
      for list in lists.lists { set(Table.listAdmitted + Int(list.bit), pattern) }
    }

    private mutating func addSignatures(_ table: Int, _ pattern: Int, _ test: TokenTest) {
      for code in 0..<UInt8(7) {
        guard let shape = TokenShape(rawValue: code), test.shapes >> code & 1 == 1 else { continue }
        for length in 0..<Table.lengths {
          let longest = length == Table.lengths - 1 ? 255 : length
          if test.mayAdmit(shape, length: length...longest) { set(table + PatternSelection.signature(shape, length), pattern) }
        }
      }
    }

    private mutating func addSecond(_ pattern: Int, after place: Int) {
      for step in steps(from: place + 1) {
        guard let next = step.place else {
          addAnything(pattern)
          return
        }
        let gap = step.gap < 0 ? nil : program.gaps[step.gap]
        addGap(pattern, gap)
        let instruction = program.instructions[next]
        let test = instruction.code == .token ? program.tests[Int(instruction.operand)] : TokenTest()
        for (isSpace, table, words) in [
          (true, Table.nextAfterSpace, Table.wordsAfterSpace), (false, Table.nextAfterMark, Table.wordsAfterMark),
        ] where gap.map({ isSpace ? $0.admitsSpaces : $0.admitsMarks || $0.admitsNothing }) ?? true {
          if instruction.code == .literals {
            for key in literals(instruction) { set(words + PatternSelection.bloom(key), pattern) }
          } else if test.flags.contains(.hasLiteral) {
            set(words + PatternSelection.bloom(test.literal), pattern)
          } else {
            addSignatures(table, pattern, test)
          }
        }
      }
    }

    private mutating func addGap(_ pattern: Int, _ gap: GapTest?) {
      if gap?.admitsNothing ?? true { set(Table.gaps + GapRow.nothing, pattern) }
      if gap?.admitsSpaces ?? true { set(Table.gaps + GapRow.space, pattern) }
      for character in 0..<UInt8(128) where gap?.admits(character) ?? true {
        set(Table.gaps + GapRow.firstCharacter + Int(character), pattern)
      }
      if gap == nil { set(Table.gaps + GapRow.barrier, pattern) }
    }

    /// Whatever follows the first token, the pattern may match.
    private mutating func addAnything(_ pattern: Int) {
      for row in Table.gaps..<Table.gaps + Table.gapCount { set(row, pattern) }
      for row in Table.wordsAfterSpace..<Table.wordsAfterSpace + Table.bloom { set(row, pattern) }
      for row in Table.wordsAfterMark..<Table.wordsAfterMark + Table.bloom { set(row, pattern) }
    }

    private func literals(_ instruction: PatternProgram.Instruction) -> ArraySlice<UInt64> {
      let first = Int(instruction.operand)
      return (first..<first + Int(instruction.extra)).map { program.keys[$0] }[...]
    }

    /// The instructions that read a token next, and the first gap on the way (-1 for none); `place` is `nil` where the
    /// pattern may end.
    private mutating func steps(from start: Int) -> [(place: Int?, gap: Int)] {
      walk += 1
      var found: [(place: Int?, gap: Int)] = []
      var open = [(place: start, gap: -1)]
      while let (place, gap) = open.popLast() {
        if reached[place] == (walk, gap) { continue }
        reached[place] = (walk, gap)
        let instruction = program.instructions[place]
        switch instruction.code {
        case .token, .literals, .term, .numberWords: found.append((place, gap))
        case .gap: open.append((place + 1, gap < 0 ? Int(instruction.operand) : gap))
        case .choice: open += [(place + 1, gap), (Int(instruction.extra), gap)]
        case .jump, .absent: open.append((Int(instruction.extra), gap))
        case .mark, .progress, .bind, .inside: open.append((place + 1, gap))
        case .accept: found.append((nil, gap))
        case .fail: break
        }
      }
      return found
    }

    // MARK: Tables

    /// The row most tokens need: both halves at once.
    mutating func combine() {
      for shape in 0..<7 {
        for length in 0..<Table.lengths {
          let signature = shape * Table.lengths + length
          for word in 0..<width {
            rows[(Table.opening + signature) * width + word] =
              rows[(Table.openers + shape) * width + word] & rows[(Table.admitted + signature) * width + word]
          }
        }
      }
    }

    func keyTable() -> (keys: [UInt64], rows: [Int32]) {
      var capacity = 64
      while capacity < rowOfKey.count * 4 { capacity *= 2 }
      var keys = [UInt64](repeating: 0, count: capacity)
      var rows = [Int32](repeating: -1, count: capacity)
      for (key, row) in rowOfKey {
        var slot = Int(truncatingIfNeeded: key) & (capacity - 1)
        while rows[slot] >= 0 { slot = (slot + 1) & (capacity - 1) }
        keys[slot] = key
        rows[slot] = Int32(row)
      }
      return (keys, rows)
    }
  }
}
