internal import CaviardCase
internal import CaviardDictionaries

/// Which patterns are worth trying at a token, as rows of bits (one bit a pattern): by the token itself, by what stands
/// after it, and by the next token. Every row holds at least the patterns that can match.
final class PatternSelection: Sendable {
  /// Words of 64 patterns in a row.
  let width: Int
  private let rows: FlatArray<UInt64>
  private let keys: FlatArray<UInt64>
  private let keyRows: FlatArray<Int32>
  private let storage: FlatStorage
  /// Lists of which a term or a word can begin a pattern.
  private let openingLists: ListSet
  /// The first row of the patterns that each row of `cues` can begin.
  private let cueRows: Range<Int>

  private init(
    width: Int, rows: [UInt64], keys: [UInt64], keyRows: [Int32], openingLists: ListSet, cueRows: Range<Int>
  ) {
    self.cueRows = cueRows
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
    Int(shape.number) * Table.lengths + min(length, Table.lengths - 1)
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
    var openers = row(Table.openers + Int(shape.number), word)
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
    if begun.contains(.cues) {
      for place in context.matches(at: index) {
        let match = context.match(place)
        guard match.sense.list == .cues, match.sense.row < cueRows.count else { continue }
        admitted |= row(cueRows.lowerBound + match.sense.row, word)
      }
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
  convenience init(_ rules: [PatternRule], _ program: PatternProgram, numberKeys: [UInt64], cueCount: Int) {
    var builder = Builder(
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

  /// Shapes and lengths of tokens: by shape, one bit a length.
  private struct Signatures {
    private(set) var lengths: [UInt32] = Array(repeating: 0, count: 7)

    static let all = Signatures(TokenTest())

    init() {}

    init(_ test: TokenTest) {
      for code in 0..<UInt8(7) {
        guard let shape = TokenShape(rawValue: code), test.shapes >> code & 1 == 1 else { continue }
        for length in 0..<Table.lengths
        where test.mayAdmit(shape, length: length...(length == Table.lengths - 1 ? 255 : length)) {
          lengths[Int(code)] |= 1 << UInt32(length)
        }
      }
    }

    mutating func formUnion(_ other: Signatures) {
      for shape in 0..<7 { lengths[shape] |= other.lengths[shape] }
    }
  }

  private struct Builder {
    let width: Int
    let program: PatternProgram
    let numberKeys: [UInt64]
    let cueCount: Int
    var cueRows: Range<Int> { Table.end..<(Table.end + cueCount) }
    var rows: [UInt64]
    var openingLists: ListSet = []
    /// By test.
    private let signatures: [Signatures]
    private var rowOfKey: [UInt64: Int] = [:]
    /// For each instruction, the gap with which it was reached last, and in which walk.
    private var reached: [(walk: Int, gap: Int)]
    private var walk = 0

    init(width: Int, program: PatternProgram, numberKeys: [UInt64], cueCount: Int) {
      self.width = width
      self.program = program
      self.numberKeys = numberKeys
      rows = [UInt64](repeating: 0, count: (Table.end + cueCount) * width)
      self.cueCount = cueCount
      signatures = program.tests.map { Signatures($0) }
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
        if rule.languages.isEmpty || hasLanguage || rule.kind.identifierClass == .direct {
          set(Table.languages + admitted, pattern)
        }
      }
    }

    // MARK: First and second tests, by pattern

    /// What can follow the first token of a pattern.
    private struct Following {
      var gaps: GapTest?
      var afterSpace = Signatures()
      var afterMark = Signatures()
      /// The pattern may end, or read on in ways not looked at.
      var isAnything = false
    }

    mutating func addFirst(_ pattern: Int, _ entry: PatternProgram.Entry) {
      var own = Signatures()
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
      add(own, Table.admitted, pattern)
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
      for list in lists.lists { set(Table.listAdmitted + Int(list.bit), pattern) }
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
          let admitted = instruction.code == .token ? signatures[Int(instruction.operand)] : Signatures.all
          if gap.admitsSpaces { following.afterSpace.formUnion(admitted) }
          if hasMarks { following.afterMark.formUnion(admitted) }
        }
      }
    }

    private mutating func addWord(_ key: UInt64, _ pattern: Int, _ afterSpace: Bool, _ afterMark: Bool) {
      let bloom = PatternSelection.bloom(key)
      if afterSpace { set(Table.wordsAfterSpace + bloom, pattern) }
      if afterMark { set(Table.wordsAfterMark + bloom, pattern) }
    }

    private mutating func add(_ signatures: Signatures, _ table: Int, _ pattern: Int) {
      for shape in 0..<7 {
        var lengths = signatures.lengths[shape]
        while lengths != 0 {
          set(table + shape * Table.lengths + lengths.trailingZeroBitCount, pattern)
          lengths &= lengths - 1
        }
      }
    }

    private mutating func add(_ following: Following, _ pattern: Int) {
      if following.isAnything {
        for row in Table.gaps..<Table.gaps + Table.gapCount { set(row, pattern) }
        add(.all, Table.nextAfterSpace, pattern)
        add(.all, Table.nextAfterMark, pattern)
        return
      }
      add(following.afterSpace, Table.nextAfterSpace, pattern)
      add(following.afterMark, Table.nextAfterMark, pattern)
      guard let gaps = following.gaps else { return }
      if gaps.admitsNothing { set(Table.gaps + GapRow.nothing, pattern) }
      if gaps.admitsSpaces { set(Table.gaps + GapRow.space, pattern) }
      for character in 0..<UInt8(128) where gaps.admits(character) {
        set(Table.gaps + GapRow.firstCharacter + Int(character), pattern)
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
