internal import CaviardCase

/// What has been seen since the last token, and the ``Gap`` it makes.
struct GapTally {
  /// One bit per character class seen.
  private var classes: UInt32 = 0
  /// Characters that are neither spaces nor ignorable.
  private var marks = 0
  private var lineEnds = 0
  private var startsWithSpace = false
  private var endsWithSpace = false
  private var endsWithCarriageReturn = false

  @inline(__always)
  mutating func add(_ classCode: UInt32) {
    if classCode == UInt32(CharacterClass.space.rawValue) {
      classes |= Self.spaces
      endsWithSpace = true
      endsWithCarriageReturn = false
    } else {
      addMark(classCode)
    }
  }

  @inline(__always)
  mutating func reset() { self = GapTally() }

  private mutating func addMark(_ classCode: UInt32) {
    let isLineFeed = classCode == UInt32(CharacterClass.lineFeed.rawValue)
    let isCarriageReturn = classCode == UInt32(CharacterClass.carriageReturn.rawValue)
    if isLineFeed || isCarriageReturn {
      // The line feed of a CR LF was counted with its carriage return.
      if !(isLineFeed && endsWithCarriageReturn) { lineEnds += 1 }
      classes |= Self.spaces
      endsWithSpace = true
    } else if classCode != UInt32(CharacterClass.ignorable.rawValue) {
      if marks == 0 { startsWithSpace = endsWithSpace }
      marks += 1
      classes |= 1 &<< classCode
      endsWithSpace = false
    } else {
      return
    }
    endsWithCarriageReturn = isCarriageReturn
  }

  private static var spaces: UInt32 { 1 << UInt32(CharacterClass.space.rawValue) }
  private static var ends: UInt32 { bit(.sentenceEnd) | bit(.period) }

  private static func bit(_ characterClass: CharacterClass) -> UInt32 { 1 << UInt32(characterClass.rawValue) }

  @inline(__always)
  var gap: Gap {
    if marks == 0 {
      if lineEnds >= 2 { return .paragraphBreak }
      return endsWithSpace ? .space : .none
    }
    return markedGap
  }

  private var markedGap: Gap {
    let kinds = classes & ~Self.spaces
    if kinds == Self.bit(.bracket) { return .bracket }
    if kinds & ~Self.ends == 0, marks > 1 || kinds != Self.bit(.period) { return .sentenceEnd }
    guard marks == 1 else { return .other }
    if endsWithSpace {
      if kinds == Self.bit(.period) { return .periodSpace }
      if kinds == Self.bit(.comma) { return .commaSpace }
      return kinds == Self.bit(.colon) ? .colonSpace : .other
    }
    return startsWithSpace ? .other : bareGap(kinds)
  }

  private func bareGap(_ kinds: UInt32) -> Gap {
    switch kinds {
    case Self.bit(.hyphen): .hyphen
    case Self.bit(.apostrophe): .apostrophe
    case Self.bit(.period): .period
    case Self.bit(.comma): .comma
    case Self.bit(.slash): .slash
    case Self.bit(.colon): .colon
    case Self.bit(.at): .at
    case Self.bit(.underscore): .underscore
    default: .other
    }
  }
}
