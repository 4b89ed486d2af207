internal import CaviardCase
internal import CaviardDictionaries

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
    guard shapes >> shape.rawValue & 1 == 1, self.length.lower <= Int64(length.upperBound),
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
