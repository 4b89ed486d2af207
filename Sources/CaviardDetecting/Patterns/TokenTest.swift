internal import CaviardCase
internal import CaviardDictionaries

/// What most tokens fail of a test, small enough to be read at each step.
struct TokenGate: BitwiseCopyable {
  /// One bit per shape.
  let shapes: UInt8
  let shortest: UInt8
  let longest: UInt8
  /// Whether the rest of the test asks for anything.
  let hasMore: Bool
  let lists: ListSet
  let excludedLists: ListSet

  init(_ test: TokenTest) {
    shapes = test.length.lower > 255 ? 0 : test.shapes
    shortest = UInt8(clamping: test.length.lower)
    longest = UInt8(clamping: test.length.upper)
    lists = test.lists
    excludedLists = test.excludedLists
    hasMore =
      !(test.flags.isEmpty && test.excludedLiterals.isEmpty && test.endings.isEmpty && test.suffixes.isEmpty)
      || test.number.lower != .min || test.number.upper != .max
  }

  @inline(__always)
  func admits(_ token: Token, _ membership: ListSet) -> Bool {
    shapes >> token.shape.number & 1 == 1 && shortest <= token.length && token.length <= longest
      && membership.isSuperset(of: lists) && membership.isDisjoint(with: excludedLists)
  }
}

extension TokenShape {
  /// The raw value, in this module's reach.
  @inline(__always)
  var number: UInt8 {
    switch self {
    case .lower: 0
    case .capitalised: 1
    case .capitals: 2
    case .mixedCase: 3
    case .digits: 4
    case .alphanumeric: 5
    case .otherScript: 6
    }
  }
}

/// A predicate as plain numbers: see ``TokenPattern/Predicate``.
struct TokenTest: BitwiseCopyable {
  /// One bit per shape; all when the pattern does not say.
  var shapes: UInt8 = 0xFF
  var flags: Flags = []
  var precededBy: UInt8 = 0
  var length = Bounds(lower: 0, upper: .max)
  var number = Bounds(lower: .min, upper: .max)
  var literal: UInt64 = 0
  var lists: ListSet = []
  var excludedLists: ListSet = []
  /// In the program's keys.
  var excludedLiterals = Slice()
  /// In the program's texts, each after its length.
  var endings = Slice()
  /// The letters `a` to `z` that end one of the endings; all bits when another character does.
  var lastLetters: UInt32 = .max
  var suffixes = Slice()
  /// In the program's texts.
  var mask = Slice()

  struct Flags: OptionSet, BitwiseCopyable {
    let rawValue: UInt8
    static let hasLiteral = Flags(rawValue: 1)
    static let isDay = Flags(rawValue: 2)
    static let isZeroLed = Flags(rawValue: 4)
    static let isUpper = Flags(rawValue: 8)
    static let isPreceded = Flags(rawValue: 16)
    static let isLineStart = Flags(rawValue: 32)
    static let hasMask = Flags(rawValue: 64)
  }

  struct Bounds: BitwiseCopyable {
    let lower: Int64
    let upper: Int64

    func contains(_ value: Int64) -> Bool { lower <= value && value <= upper }
  }

  struct Slice: BitwiseCopyable {
    var start: Int32 = 0
    /// Bytes or keys, not texts.
    var count: Int32 = 0

    var range: Range<Int> { Int(start)..<Int(start + count) }
    var isEmpty: Bool { count == 0 }
  }

  /// What can be told of the token from its shape and length alone: a superset of what the test admits.
  func mayAdmit(_ shape: TokenShape, length: ClosedRange<Int>) -> Bool {
    guard shapes >> shape.number & 1 == 1, self.length.lower <= Int64(length.upperBound),
      self.length.upper >= Int64(length.lowerBound)
    else { return false }
    if flags.contains(.isDay), shape != .alphanumeric, shape != .digits || length.lowerBound > 2 { return false }
    if flags.contains(.isUpper) {
      // A word with a small letter never is.
      switch shape {
      case .lower, .mixedCase, .otherScript: return false
      case .capitalised: return length.lowerBound <= 1
      case .capitals, .digits, .alphanumeric: break
      }
    }
    return true
  }
}
