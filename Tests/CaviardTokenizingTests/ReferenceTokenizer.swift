import CaviardCase
@testable import CaviardTokenizing

/// A slow tokenizer written from the definitions in `Token.swift`, over Unicode scalars and strings.
///
/// It shares with the real one only which scalar is of which class; runs, gaps, shapes and numbers are its own.
struct ReferenceTokenizer {
  struct Character {
    let scalar: Unicode.Scalar
    let lower: Int
    let upper: Int
  }

  func tokenize(_ text: String) -> [Token] {
    var position = 0
    let characters = text.unicodeScalars.map { scalar in
      defer { position += String(scalar).utf8.count }
      return Character(scalar: scalar, lower: position, upper: position + String(scalar).utf8.count)
    }
    var tokens: [Token] = []
    var gap: [Unicode.Scalar] = []
    var index = 0
    while index < characters.count {
      guard isWord(characters[index].scalar) else {
        gap.append(characters[index].scalar)
        index += 1
        continue
      }
      let isOther = isOtherScript(characters[index].scalar)
      var end = index
      var next = index
      while next < characters.count {
        let scalar = characters[next].scalar
        if isWord(scalar) {
          if isOtherScript(scalar) != isOther { break }
          end = next
        } else if classOf(scalar) == .mark {
          end = next
        } else if classOf(scalar) != .ignorable {
          break
        }
        next += 1
      }
      let run = characters[index...end]
      tokens.append(token(Array(run), gap: tokens.isEmpty ? .blockStart : gapKind(gap)))
      gap = []
      index = end + 1
    }
    return tokens
  }

  private func classOf(_ scalar: Unicode.Scalar) -> CharacterClass {
    CharacterClass(rawValue: UInt8(entry(scalar).classCode)) ?? .other
  }

  private func entry(_ scalar: Unicode.Scalar) -> CharacterEntry {
    guard let slot = CharacterTable.slot(of: scalar.value) else { return WideCharacters.entry(of: scalar) }
    return CharacterTable.shared.entries[slot]
  }

  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    classOf(scalar).rawValue >= CharacterClass.latinLower.rawValue
  }
  private func isOtherScript(_ scalar: Unicode.Scalar) -> Bool { classOf(scalar) == .otherLetter }

  private func token(_ run: [Character], gap: Gap) -> Token {
    let letters = run.map(\.scalar).filter(isWord)
    let classes = letters.map(classOf)
    let digits = classes.filter { $0 == .digit }.count
    let hasLatin = classes.contains { [.latinLower, .latinUpper].contains($0) }
    let hasGreek = classes.contains { [.greekLower, .greekUpper].contains($0) }
    let hasCyrillic = classes.contains { [.cyrillicLower, .cyrillicUpper].contains($0) }
    let mixes = [hasLatin, hasGreek, hasCyrillic].filter { $0 }.count > 1
    var folded: [UInt8] = []
    var number: Int64 = 0
    for scalar in letters {
      if mixes, let latin = Homoglyphs.latin(for: scalar.value) {
        folded.append(latin)
      } else if entry(scalar).folded == 0 {
        folded += Array(String(scalar).utf8)
      } else {
        folded += [0, 8, 16].map { UInt8(entry(scalar).folded >> $0 & 0xFF) }.filter { $0 != 0 }
      }
      if classOf(scalar) == .digit, digits == letters.count, digits <= 18 {
        number = number * 10 + Int64(scalar.properties.numericValue ?? 0)
      }
    }
    return Token(
      lower: run[0].lower, upper: run[run.count - 1].upper, key: TokenHash.hash(folded),
      shape: shape(classes, isCased: hasLatin || hasGreek), gap: gap, length: letters.count,
      number: digits == letters.count && digits <= 18 ? number : -1)
  }

  private func shape(_ classes: [CharacterClass], isCased: Bool) -> TokenShape {
    let isDigit = classes.map { $0 == .digit }
    if isDigit.allSatisfy({ $0 }) { return .digits }
    if isDigit.contains(true) { return .alphanumeric }
    if !isCased { return .otherScript }
    let isUpper = classes.map { [.latinUpper, .greekUpper, .cyrillicUpper].contains($0) }
    if !isUpper.contains(true) { return .lower }
    if isUpper[0], !isUpper.dropFirst().contains(true) { return .capitalised }
    return isUpper.contains(false) ? .mixedCase : .capitals
  }

  private func gapKind(_ scalars: [Unicode.Scalar]) -> Gap {
    // Line ends as one letter, spaces as another, everything else as its class.
    let text = String(String.UnicodeScalarView(scalars.filter { classOf($0) != .ignorable }))
    let joined = text.unicodeScalars.split(whereSeparator: { _ in false }).first.map(Array.init) ?? []
    var kinds: [CharacterClass] = []
    for (place, scalar) in joined.enumerated() {
      if classOf(scalar) == .lineFeed, place > 0, classOf(joined[place - 1]) == .carriageReturn { continue }
      kinds.append(classOf(scalar) == .carriageReturn ? .lineFeed : classOf(scalar))
    }
    let marks = kinds.filter { $0 != .space && $0 != .lineFeed }
    guard let mark = marks.first, let last = kinds.last, let first = kinds.first else {
      if kinds.filter({ $0 == .lineFeed }).count > 1 { return .paragraphBreak }
      return kinds.isEmpty ? .none : .space
    }
    if marks.allSatisfy({ $0 == .bracket }) { return .bracket }
    if marks.allSatisfy({ $0 == .period || $0 == .sentenceEnd }), marks != [.period] { return .sentenceEnd }
    if marks.count > 1 { return .other }
    if last == .space || last == .lineFeed {
      return [.period: .periodSpace, .comma: .commaSpace, .colon: .colonSpace][mark] ?? .other
    }
    if first == .space || first == .lineFeed { return .other }
    let bare: [CharacterClass: Gap] = [
      .hyphen: .hyphen, .apostrophe: .apostrophe, .period: .period, .comma: .comma, .slash: .slash, .colon: .colon,
      .at: .at, .underscore: .underscore,
    ]
    return bare[mark] ?? .other
  }
}
