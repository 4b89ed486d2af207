internal import CaviardCase
internal import CaviardDictionaries

/// Runs one pattern of a program at one token: the first match in the order of the alternatives, greedy in repetitions.
///
/// Choices are kept on a stack, and every change of a slot on a trail, so that nothing is allocated and a failure costs
/// what it undoes. Work is bounded by ``stepLimit`` a start.
struct PatternMachine {
  private let program: PatternProgram
  private let context: CaseContext
  private let gaps: FlatArray<GapCode>
  private let slots: FlatScratch<Int32>
  private let choices: FlatScratch<Choice>
  private let trail: FlatScratch<Change>
  private var choiceCount = 0
  private var changeCount = 0
  private var steps = 0
  private var start = 0
  private var end = 0
  private let storage = FlatStorage()
  /// The furthest token read since the last start.
  private var furthest = 0

  /// Instructions a pattern may run from one start. No rule comes near it; one that does is not believed to have found
  /// nothing (see ``Outcome/exhausted(upTo:)``).
  static let stepLimit = 50_000

  enum Outcome {
    case none
    case match(PatternMatch)
    /// The step limit was reached; the pattern had read tokens up to here.
    case exhausted(upTo: Int)
  }

  private struct Choice: BitwiseCopyable {
    let place: Int32
    let position: Int32
    let changes: Int32
  }

  private struct Change: BitwiseCopyable {
    let slot: Int32
    let value: Int32
  }

  private static var unset: Int32 { -1 }

  init(_ program: PatternProgram, context: CaseContext, gaps: FlatArray<GapCode>) {
    self.program = program
    self.context = context
    self.gaps = gaps
    slots = storage.scratch(program.slotCount, of: Self.unset)
    choices = storage.scratch(program.longest + 1, of: Choice(place: 0, position: 0, changes: 0))
    trail = storage.scratch(2 * program.longest + 2, of: Change(slot: 0, value: 0))
  }

  /// - Parameter end: the end of the token's block.
  mutating func match(_ pattern: Int, at start: Int, end: Int) -> Outcome {
    self.start = start
    self.end = end
    steps = 0
    furthest = start
    let matched = run(from: Int(program.patterns[pattern].start), at: start)
    defer {
      undo(to: 0)
      choiceCount = 0
    }
    guard steps <= Self.stepLimit else { return .exhausted(upTo: max(furthest, start + 1)) }
    guard let matched, matched > start else { return .none }
    return .match(found(upTo: matched))
  }

  private func found(upTo end: Int) -> PatternMatch {
    var parts: [Character: Range<Int>] = [:]
    for (number, name) in program.partNames.enumerated() {
      if let range = range(2 + 2 * number) { parts[name] = range }
    }
    let whole = start..<end
    return PatternMatch(whole: whole, finding: range(PatternProgram.findingSlot) ?? whole, parts: parts)
  }

  private func range(_ slot: Int) -> Range<Int>? {
    slots[slot] == Self.unset ? nil : Int(slots[slot])..<Int(slots[slot + 1])
  }

  // MARK: Running

  /// - Returns: where the match from an instruction on ends.
  private mutating func run(from place: Int, at position: Int) -> Int? {
    var place = place
    var position = position
    let base = choiceCount
    while true {
      steps += 1
      if steps > Self.stepLimit { return nil }
      let instruction = program.instructions[place]
      let operand = Int(instruction.operand)
      var goesOn = true
      switch instruction.code {
      case .token:
        goesOn = position < end && admits(program.tests[operand], position)
        position += 1
      case .literals:
        goesOn = position < end && isLiteral(position, operand, Int(instruction.extra))
        position += 1
      case .term:
        if position < end, let after = endOfTerm(at: position, program.filters[operand]) {
          position = after
        } else {
          goesOn = false
        }
      case .numberWords:
        if position < end, let words = context.numberWords(at: position), operand <= words.value,
          words.value <= Int(instruction.extra)
        {
          position += words.count
        } else {
          goesOn = false
        }
      case .gap:
        goesOn = position <= start || position >= end || program.gaps[operand].fits(gaps[position])
      case .choice:
        choices[choiceCount] = Choice(
          place: instruction.extra, position: Int32(truncatingIfNeeded: position),
          changes: Int32(truncatingIfNeeded: changeCount))
        choiceCount += 1
      case .jump:
        place = Int(instruction.extra) - 1
      case .mark:
        write(operand, position)
      case .progress:
        goesOn = position > Int(slots[operand])
      case .bind:
        let first = Int(slots[Int(instruction.extra)])
        write(operand, first)
        write(operand + 1, position)
      case .absent:
        let (choicesBefore, changesBefore) = (choiceCount, changeCount)
        goesOn = run(from: place + 1, at: position) == nil
        undo(to: changesBefore)
        choiceCount = choicesBefore
        place = Int(instruction.extra) - 1
      case .inside:
        goesOn = position < end
      case .accept:
        furthest = max(furthest, position)
        return position
      case .fail:
        goesOn = false
      }
      if goesOn {
        place += 1
      } else {
        furthest = max(furthest, min(position, end))
        guard choiceCount > base else { return nil }
        choiceCount -= 1
        let choice = choices[choiceCount]
        undo(to: Int(choice.changes))
        place = Int(choice.place)
        position = Int(choice.position)
      }
    }
  }

  @inline(__always)
  private mutating func write(_ slot: Int, _ value: Int) {
    trail[changeCount] = Change(slot: Int32(truncatingIfNeeded: slot), value: slots[slot])
    changeCount += 1
    slots[slot] = Int32(truncatingIfNeeded: value)
  }

  @inline(__always)
  private mutating func undo(to count: Int) {
    while changeCount > count {
      changeCount -= 1
      let change = trail[changeCount]
      slots[Int(change.slot)] = change.value
    }
  }

  // MARK: Tests

  private func isLiteral(_ index: Int, _ first: Int, _ count: Int) -> Bool {
    let key = context.tokens[index].key
    for place in first..<first + count where program.keys[place] == key { return true }
    return false
  }

  private func endOfTerm(at index: Int, _ filter: PatternProgram.TermFilter) -> Int? {
    guard context.matchLists[index].contains(filter.list) else { return nil }
    var end: Int?
    for place in context.matches(at: index) {
      let match = context.match(place)
      guard ListSet(match.sense.list) == filter.list, match.tokens.upperBound > end ?? 0 else { continue }
      if filter.hasRows, !passes(match.sense.row, filter) { continue }
      end = match.tokens.upperBound
    }
    return end
  }

  private func passes(_ row: Int, _ filter: PatternProgram.TermFilter) -> Bool {
    row / 64 < Int(filter.wordCount)
      && program.filterRows[Int(filter.firstWord) + row / 64] >> UInt64(row % 64) & 1 == 1
  }

  @inline(__always)
  private func admits(_ test: TokenTest, _ index: Int) -> Bool {
    let token = context.tokens[index]
    guard test.shapes >> token.shape.rawValue & 1 == 1, test.length.contains(Int64(token.length)),
      test.number.contains(token.number)
    else { return false }
    if test.flags.contains(.hasLiteral), test.literal != token.key { return false }
    let lists = context.membership[index]
    guard lists.isSuperset(of: test.lists), lists.isDisjoint(with: test.excludedLists) else { return false }
    for place in test.excludedLiterals.range where program.keys[place] == token.key { return false }
    if test.flags.isEmpty, test.endings.isEmpty, test.suffixes.isEmpty { return true }
    return admitsCharacters(test, index)
  }

  /// The tests that read bytes.
  private func admitsCharacters(_ test: TokenTest, _ index: Int) -> Bool {
    if test.flags.contains(.isDay), context.dayOfMonth(index) == nil { return false }
    if test.flags.contains(.isZeroLed), !context.isZeroLed(index) { return false }
    if test.flags.contains(.isUpper), !context.isUpper(index) { return false }
    if test.flags.contains(.isPreceded), test.precededBy != context.byte(before: index) { return false }
    if test.flags.contains(.isLineStart), !context.isLineStart(index) { return false }
    if !test.endings.isEmpty {
      let form = context.foldedBytes(index)
      guard hasText(test.endings, where: { form.hasSuffix(program.texts, $0) }) else { return false }
    }
    if !test.suffixes.isEmpty {
      let form = context.foldedBytes(index)
      // Other digits than ASCII are no number here.
      let digits = form.leadingDigits
      guard form.isASCII, (1...9).contains(digits),
        hasText(test.suffixes, where: { $0.count == form.count - digits && form.hasSuffix(program.texts, $0) })
      else { return false }
    }
    if test.flags.contains(.hasMask) { return context.foldedBytes(index).follows(program.texts, test.mask.range) }
    return true
  }

  @inline(__always)
  private func hasText(_ slice: TokenTest.Slice, where isWanted: (Range<Int>) -> Bool) -> Bool {
    var place = Int(slice.start)
    let end = place + Int(slice.count)
    while place < end {
      let text = (place + 1)..<(place + 1 + Int(program.texts[place]))
      if isWanted(text) { return true }
      place = text.upperBound
    }
    return false
  }
}
