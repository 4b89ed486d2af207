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

  /// Adds ASCII letters.
  @inline(__always)
  mutating func add(_ word: LetterWord) {
    if letters == 0 { startsUpper = word.startsUpper }
    letters &+= word.count
    uppers &+= word.upperCount
    classes |= Self.latinClasses
    hash.append(word.folded, count: word.count)
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

  private static var latinClasses: UInt32 { 3 &<< UInt32(CharacterClass.latinLower.rawValue) }
  private static var greekClasses: UInt32 { 3 &<< UInt32(CharacterClass.greekLower.rawValue) }
  private static var cyrillicClasses: UInt32 { 3 &<< UInt32(CharacterClass.cyrillicLower.rawValue) }
  private static var foreignClasses: UInt32 { greekClasses | cyrillicClasses }
  private static var casedClasses: UInt32 { latinClasses | greekClasses }
  /// The capitals' classes are the odd ones of their pairs.
  private static var upperClasses: UInt32 { (casedClasses | cyrillicClasses) & 0xAAAA_AAAA }
}
