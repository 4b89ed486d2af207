internal import CaviardCase
internal import CaviardDictionaries

extension PatternSelection {
  /// - Parameter numberKeys: the words a number in words can begin with.
  convenience init(_ rules: [PatternRule], _ program: PatternProgram, numberKeys: [UInt64], cueCount: Int) {
    var builder = PatternSelectionBuilder(
      width: max(1, (program.patterns.count + 63) / 64), program: program, numberKeys: numberKeys, cueCount: cueCount)
    builder.addOpeners(rules)
    for (pattern, entry) in program.patterns.enumerated() {
      builder.addFirst(pattern, entry)
      builder.addLanguages(pattern, rules[Int(entry.rule)])
    }
    builder.combine()
    let keys = builder.keyTable()
    self.init(
      width: builder.width, rows: builder.rows, keys: keys.keys, keyRows: keys.rows, openingLists: builder.openingLists,
      cueRows: builder.cueRows)
  }
}

/// Shapes and lengths of tokens: by shape, one bit a length.
private struct TokenSignatures {
  private(set) var lengths: [UInt32] = Array(repeating: 0, count: 7)

  static let all = TokenSignatures(TokenTest())

  init() {}

  init(_ test: TokenTest) {
    for code in 0..<UInt8(7) {
      guard let shape = TokenShape(rawValue: code), test.shapes >> code & 1 == 1 else { continue }
      for length in 0..<PatternSelection.Table.lengths
      where test.mayAdmit(shape, length: length...(length == PatternSelection.Table.lengths - 1 ? 255 : length)) {
        lengths[Int(code)] |= 1 << UInt32(length)
      }
    }
  }

  mutating func formUnion(_ other: TokenSignatures) {
    for shape in 0..<7 { lengths[shape] |= other.lengths[shape] }
  }
}

/// Makes the rows of a ``PatternSelection`` from the program of the patterns.
private struct PatternSelectionBuilder {
  let width: Int
  let program: PatternProgram
  let numberKeys: [UInt64]
  let cueCount: Int
  var cueRows: Range<Int> { PatternSelection.Table.end..<(PatternSelection.Table.end + cueCount) }
  var rows: [UInt64]
  var openingLists: ListSet = []
  /// By test.
  private let signatures: [TokenSignatures]
  private var rowOfKey: [UInt64: Int] = [:]
  /// For each instruction, the gap with which it was reached last, and in which walk.
  private var reached: [(walk: Int, gap: Int)]
  private var walk = 0

  init(width: Int, program: PatternProgram, numberKeys: [UInt64], cueCount: Int) {
    self.width = width
    self.program = program
    self.numberKeys = numberKeys
    rows = [UInt64](repeating: 0, count: (PatternSelection.Table.end + cueCount) * width)
    self.cueCount = cueCount
    signatures = program.tests.map { TokenSignatures($0) }
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
      for shape in shapes { for pattern in patterns { set(PatternSelection.Table.openers + shape, pattern) } }
      if openers.anyToken { continue }
      for literal in openers.literals {
        let row = keyRow(literal)
        for pattern in patterns { set(row, pattern) }
      }
      for list in openers.lists {
        openingLists.insert(ListSet(list))
        for pattern in patterns { set(PatternSelection.Table.listOpeners + Int(list.bit), pattern) }
      }
    }
  }

  mutating func addLanguages(_ pattern: Int, _ rule: PatternRule) {
    for admitted in 0..<4 {
      let hasLanguage = rule.languages.contains { admitted & ($0 == .english ? 1 : 2) != 0 }
      if rule.languages.isEmpty || hasLanguage || rule.kind.identifierClass == .direct {
        set(PatternSelection.Table.languages + admitted, pattern)
      }
    }
  }

  // MARK: First and second tests, by pattern

  /// What can follow the first token of a pattern.
  private struct Following {
    var gaps: GapTest?
    var afterSpace = TokenSignatures()
    var afterMark = TokenSignatures()
    /// The pattern may end, or read on in ways not looked at.
    var isAnything = false
  }

  mutating func addFirst(_ pattern: Int, _ entry: PatternProgram.Entry) {
    var own = TokenSignatures()
    var following = Following()
    for step in steps(from: Int(entry.start)) {
      guard let place = step.place else { continue }
      let instruction = program.instructions[place]
      switch instruction.code {
      case .token:
        let test = program.tests[Int(instruction.operand)]
        if test.flags.contains(.hasLiteral) {
          set(keyRow(test.literal) + 1, pattern)
        } else if !test.lists.isEmpty {
          addFirst(pattern, test.lists)
        } else {
          own.formUnion(signatures[Int(instruction.operand)])
        }
        look(after: place, pattern, &following)
      case .literals:
        for key in literals(instruction) { set(keyRow(key) + 1, pattern) }
        look(after: place, pattern, &following)
      case .term:
        addFirst(pattern, program.filters[Int(instruction.operand)])
        following.isAnything = true
      case .numberWords:
        for key in numberKeys { set(keyRow(key) + 1, pattern) }
        following.isAnything = true
      case .gap, .choice, .jump, .mark, .progress, .bind, .absent, .inside, .accept, .fail: break
      }
    }
    add(own, PatternSelection.Table.admitted, pattern)
    add(following, pattern)
  }

  private mutating func addFirst(_ pattern: Int, _ filter: PatternProgram.TermFilter) {
    guard filter.list == .cues, filter.hasRows else {
      addFirst(pattern, filter.list)
      return
    }
    openingLists.formUnion(.cues)
    for cue in 0..<cueCount {
      let word = Int(filter.firstWord) + cue / 64
      if program.filterRows[word] >> UInt64(cue % 64) & 1 == 1 { set(cueRows.lowerBound + cue, pattern) }
    }
  }

  private mutating func addFirst(_ pattern: Int, _ lists: ListSet) {
    openingLists.formUnion(lists)
    for list in lists.lists { set(PatternSelection.Table.listAdmitted + Int(list.bit), pattern) }
  }

  private mutating func look(after place: Int, _ pattern: Int, _ following: inout Following) {
    if following.isAnything { return }
    for step in steps(from: place + 1) {
      // Without a gap on the way there is nothing to tell the second token from the first by.
      guard let next = step.place, step.gap >= 0 else {
        following.isAnything = true
        return
      }
      let gap = program.gaps[step.gap]
      following.gaps = following.gaps?.union(gap) ?? gap
      let instruction = program.instructions[next]
      let hasMarks = gap.admitsMarks || gap.admitsNothing
      switch instruction.code {
      case .literals:
        for key in literals(instruction) { addWord(key, pattern, gap.admitsSpaces, hasMarks) }
      case .token where program.tests[Int(instruction.operand)].flags.contains(.hasLiteral):
        addWord(program.tests[Int(instruction.operand)].literal, pattern, gap.admitsSpaces, hasMarks)
      default:
        let admitted = instruction.code == .token ? signatures[Int(instruction.operand)] : TokenSignatures.all
        if gap.admitsSpaces { following.afterSpace.formUnion(admitted) }
        if hasMarks { following.afterMark.formUnion(admitted) }
      }
    }
  }

  private mutating func addWord(_ key: UInt64, _ pattern: Int, _ afterSpace: Bool, _ afterMark: Bool) {
    let bloom = PatternSelection.bloom(key)
    if afterSpace { set(PatternSelection.Table.wordsAfterSpace + bloom, pattern) }
    if afterMark { set(PatternSelection.Table.wordsAfterMark + bloom, pattern) }
  }

  private mutating func add(_ signatures: TokenSignatures, _ table: Int, _ pattern: Int) {
    for shape in 0..<7 {
      var lengths = signatures.lengths[shape]
      while lengths != 0 {
        set(table + shape * PatternSelection.Table.lengths + lengths.trailingZeroBitCount, pattern)
        lengths &= lengths - 1
      }
    }
  }

  private mutating func add(_ following: Following, _ pattern: Int) {
    if following.isAnything {
      for row in PatternSelection.Table.gaps..<PatternSelection.Table.gaps + PatternSelection.Table.gapCount {
        set(row, pattern)
      }
      add(.all, PatternSelection.Table.nextAfterSpace, pattern)
      add(.all, PatternSelection.Table.nextAfterMark, pattern)
      return
    }
    add(following.afterSpace, PatternSelection.Table.nextAfterSpace, pattern)
    add(following.afterMark, PatternSelection.Table.nextAfterMark, pattern)
    guard let gaps = following.gaps else { return }
    if gaps.admitsNothing { set(PatternSelection.Table.gaps + PatternSelection.GapRow.nothing, pattern) }
    if gaps.admitsSpaces { set(PatternSelection.Table.gaps + PatternSelection.GapRow.space, pattern) }
    for character in 0..<UInt8(128) where gaps.admits(character) {
      set(PatternSelection.Table.gaps + PatternSelection.GapRow.firstCharacter + Int(character), pattern)
    }
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
      for length in 0..<PatternSelection.Table.lengths {
        let signature = shape * PatternSelection.Table.lengths + length
        for word in 0..<width {
          rows[(PatternSelection.Table.opening + signature) * width + word] =
            rows[(PatternSelection.Table.openers + shape) * width + word]
            & rows[(PatternSelection.Table.admitted + signature) * width + word]
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
