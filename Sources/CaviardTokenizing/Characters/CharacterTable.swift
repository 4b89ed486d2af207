/// Entries for U+0000–U+07FF and U+1E00–U+206F, built once in well under a millisecond.
struct CharacterTable: Sendable {
  static let shared = CharacterTable()

  /// First U+0000–U+07FF, then U+1E00–U+206F.
  let entries: [CharacterEntry]

  static let lowCount: UInt32 = 0x800
  static let highStart: UInt32 = 0x1E00
  static let highEnd: UInt32 = 0x2070

  private init() {
    var entries: [CharacterEntry] = []
    entries.reserveCapacity(Int(Self.lowCount + Self.highEnd - Self.highStart))
    for value in 0..<Self.lowCount { entries.append(Self.plainEntry(value)) }
    for value in Self.highStart..<Self.highEnd { entries.append(Self.plainEntry(value)) }
    for group in FoldedLetters.groups {
      for scalar in group.letters.unicodeScalars {
        let slot = Self.slot(of: scalar.value)
        guard let slot, let letterClass = Self.letterClass(of: scalar) else { continue }
        entries[slot] = CharacterEntry(letterClass, group.folded.utf8)
      }
    }
    self.entries = entries
  }

  /// The place of a scalar in ``entries``; `nil` outside the two ranges.
  static func slot(of value: UInt32) -> Int? {
    if value < lowCount { return Int(value) }
    return value >= highStart && value < highEnd ? Int(value - highStart + lowCount) : nil
  }

  private static func plainEntry(_ value: UInt32) -> CharacterEntry {
    if let separator = Separators.characterClass(of: value) { return CharacterEntry(separator) }
    guard let scalar = Unicode.Scalar(value) else { return CharacterEntry(.other) }
    if scalar.properties.generalCategory == .nonspacingMark { return CharacterEntry(.mark) }
    guard let letterClass = letterClass(of: scalar) else {
      return WideCharacters.entry(of: scalar)
    }
    let folded = Unicode.Scalar(simpleLowerCase(value)) ?? scalar
    return CharacterEntry(letterClass, String(Character(folded)).utf8)
  }

  /// The class of a letter in the two ranges; `nil` for what is no letter there.
  private static func letterClass(of scalar: Unicode.Scalar) -> CharacterClass? {
    let isUpper: Bool
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: isUpper = true
    case .lowercaseLetter, .otherLetter, .modifierLetter: isUpper = false
    default: return nil
    }
    switch scalar.value {
    // The micro sign folds to mu.
    case 0xB5, 0x370...0x3FF, 0x1F00...0x1FFF: return isUpper ? .greekUpper : .greekLower
    case 0x400...0x52F: return isUpper ? .cyrillicUpper : .cyrillicLower
    case 0...0x2FF, 0x1E00...0x1EFF: return isUpper ? .latinUpper : .latinLower
    case 0x530...0x7FF: return .otherLetter
    default: return nil
    }
  }

  /// Capitals without an accent, by their regular distance from their small letters.
  private static func simpleLowerCase(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x41...0x5A, 0x391...0x3A9, 0x410...0x42F: value + 32
    case 0x400...0x40F: value + 80
    case 0x531...0x556: value + 48
    case 0x3D8...0x3EF, 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: value | 1
    case 0x4C1...0x4CE: value % 2 == 1 ? value + 1 : value
    default: value
    }
  }
}
