internal import CaviardCase

/// What is counted along one run of word characters.
struct RunTally {
  var hash = TokenHash()
  private(set) var letters = 0
  private(set) var digits = 0
  private var uppers = 0
  private var startsUpper = false
  /// One bit per class seen.
  private var classes: UInt32 = 0
  /// Value of the digits; meaningless past 18 of them.
  private var value: Int64 = 0

  @inline(__always)
  mutating func add(_ entry: CharacterEntry) {
    let code = entry.classCode
    classes |= 1 &<< code
    if code == UInt32(CharacterClass.digit.rawValue) {
      digits &+= 1
      value = value &* 10 &+ Int64(entry.folded & 0x0F)
    } else {
      let isUpper = Self.upperClasses &>> code & 1 == 1
      if letters == 0 { startsUpper = isUpper }
      letters &+= 1
      uppers &+= isUpper ? 1 : 0
    }
  }

  @inline(__always)
  var number: Int64 { letters == 0 && digits <= 18 ? value : -1 }

  /// Latin together with Greek or Cyrillic letters: look-alikes must be folded.
  @inline(__always)
  var mixesScripts: Bool {
    classes & Self.foreignClasses != 0
      && (classes & Self.latinClasses != 0 || classes & Self.greekClasses != 0 && classes & Self.cyrillicClasses != 0)
  }

  @inline(__always)
  var shape: TokenShape {
    if digits > 0 { return letters == 0 ? .digits : .alphanumeric }
    if classes & Self.casedClasses == 0 { return .otherScript }
    if uppers == 0 { return .lower }
    if uppers == 1 && startsUpper { return .capitalised }
    return uppers == letters ? .capitals : .mixedCase
  }

  private static let latinClasses = 1 << UInt32(CharacterClass.latinLower.rawValue) as UInt32
    | 1 << UInt32(CharacterClass.latinUpper.rawValue)
  private static let greekClasses = latinClasses << 2
  private static let cyrillicClasses = latinClasses << 4
  private static let foreignClasses = greekClasses | cyrillicClasses
  private static let casedClasses = latinClasses | greekClasses
  private static let upperClasses: UInt32 = 1 << UInt32(CharacterClass.latinUpper.rawValue)
    | 1 << UInt32(CharacterClass.greekUpper.rawValue) | 1 << UInt32(CharacterClass.cyrillicUpper.rawValue)
}
