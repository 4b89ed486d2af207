internal import CaviardCase

/// Runs one pattern of a program at one token: the first match in the order of the alternatives, greedy in repetitions.
///
/// Choices are kept on a stack, and every change of a slot on a trail, so that nothing is allocated and a failure costs
/// what it undoes. Work is bounded by ``stepLimit`` a start.
struct PatternMachine {
  private let program: PatternProgram
  private let tester: TokenTester
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
    tester = TokenTester(program, context)
    self.gaps = gaps
    slots = storage.scratch(program.slotCount, of: Self.unset)
    choices = storage.scratch(program.mostChoices, of: Choice(place: 0, position: 0, changes: 0))
    trail = storage.scratch(program.mostChanges, of: Change(slot: 0, value: 0))
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
        goesOn = position < end && tester.admits(operand, position)
        position += 1
      case .literals:
        goesOn = position < end && tester.isLiteral(position, operand, Int(instruction.extra))
        position += 1
      case .term:
        if position < end, let after = tester.endOfTerm(at: position, operand) {
          position = after
        } else {
          goesOn = false
        }
      case .numberWords:
        if position < end, let words = tester.context.numberWords(at: position), operand <= words.value,
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
}
