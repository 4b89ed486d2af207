internal import CaviardCase
internal import CaviardDictionaries

/// All patterns of a rule set as one flat program, with the tables that choose the patterns worth trying at a token.
///
/// Repetitions are written out, so a program only goes forward: a pattern's stack is never deeper than its choices.
final class PatternProgram: Sendable {
  let instructions: FlatArray<Instruction>
  let gates: FlatArray<TokenGate>
  let tests: FlatArray<TokenTest>
  /// Token keys of literals.
  let keys: FlatArray<UInt64>
  /// Endings, suffixes and masks.
  let texts: FlatArray<UInt8>
  let gaps: FlatArray<GapTest>
  let filters: FlatArray<TermFilter>
  /// Rows that pass a filter, one bit each.
  let filterRows: FlatArray<UInt64>
  /// In the order of the rules, and in a rule in the order it names them.
  let patterns: FlatArray<Entry>
  /// The letters of the parts, by slot.
  let partNames: [Character]
  /// Slots of the longest pattern.
  let slotCount: Int
  let mostChoices: Int
  let mostChanges: Int
  private let storage: FlatStorage

  struct Entry: BitwiseCopyable {
    let start: Int32
    let rule: Int32
  }

  struct Instruction: BitwiseCopyable {
    let code: Code
    /// An index, a slot, or a lower bound, by code.
    let operand: Int32
    /// A target, a count, or an upper bound, by code.
    let extra: Int32
  }

  enum Code: UInt8, BitwiseCopyable {
    /// One token that passes test `operand`.
    case token
    /// One token whose key is one of `extra` keys from `operand` on.
    case literals
    /// The longest term of filter `operand`.
    case term
    /// A number in words from `operand` to `extra`.
    case numberWords
    /// The gap before the token is of class `operand`.
    case gap
    /// Go on; failing that, from `extra`.
    case choice
    /// Go on from `extra`.
    case jump
    /// Note the position in slot `operand`.
    case mark
    /// The position is beyond the one in slot `operand`.
    case progress
    /// From the position in slot `extra` to here is the part in slots `operand` and `operand + 1`.
    case bind
    /// What follows up to `accept` must not match here; then go on from `extra`.
    case absent
    /// The block does not end here.
    case inside
    case accept
    case fail
  }

  /// Terms of one list whose rows have a bit; all of them when there are no bits.
  struct TermFilter: BitwiseCopyable {
    let list: ListSet
    let firstWord: Int32
    let wordCount: Int32
    let hasRows: Bool
  }

  /// Slots 0 and 1 are the finding; then two for each part.
  static let findingSlot = 0

  init(_ builder: PatternProgramBuilder) {
    storage = FlatStorage()
    instructions = storage.copy(builder.instructions)
    gates = storage.copy(builder.tests.map { TokenGate($0) })
    tests = storage.copy(builder.tests)
    keys = storage.copy(builder.keys)
    texts = storage.copy(builder.texts)
    gaps = storage.copy(builder.gaps.map { GapTest($0) })
    filters = storage.copy(builder.filters)
    filterRows = storage.copy(builder.filterRows)
    patterns = storage.copy(builder.entries)
    partNames = builder.partNames
    slotCount = builder.slotCount
    mostChoices = builder.mostChoices
    mostChanges = builder.mostChanges
  }
}
