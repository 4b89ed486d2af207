internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardTokenizing

/// What the letters of a word and its place on the line say of a name that no list knows.
enum NameShapes {
  private static let surnameEndings: [String] = [
    "dottir", "sson", "sen", "ssen", "kov", "nov", "rov", "lov", "kova", "nova", "rova", "lova", "ovic", "evic", "sky",
    "ski",
    "ska", "wicz", "czyk", "enko", "chuk", "oglu", "poulos", "akis", "idis", "nen", "qvist", "quist", "berg", "strom",
    "lund", "mann", "shvili", "dze", "yan", "ovich", "evich", "escu", "ewski", "owski",
  ]

  /// A letter that neither English nor French writes: `ø`, `š`, `ł`, `ő`, `þ`, a Greek or Cyrillic one.
  ///
  /// Reads the token's UTF-8: two-byte characters from U+00C0 on.
  static func hasForeignLetters(_ index: Int, _ context: CaseContext) -> Bool {
    let token = context.tokens[index]
    guard token.length >= 3 else { return false }
    let bytes = context.bytes[token.span.range]
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let lead = bytes[position]
      defer { position += 1 }
      guard lead >= 0xC3, position + 1 < bytes.endIndex, bytes[position + 1] & 0xC0 == 0x80 else { continue }
      // Combining marks are no letters.
      if lead == 0xCC || lead == 0xCD && bytes[position + 1] < 0xB0 { continue }
      if lead == 0xC3 {
        if foreignLatin.contains(bytes[position + 1]) { return true }
      } else if lead <= 0xC5 {
        // Œ and œ are French.
        if !(lead == 0xC5 && (bytes[position + 1] == 0x92 || bytes[position + 1] == 0x93)) { return true }
      }
    }
    return false
  }

  /// Second bytes of the letters U+00C0…U+00FF that French does not use: á å æ ð ì í ñ ò ó õ ö ø ú ý þ and their capitals.
  private static let foreignLatin: Set<UInt8> = [
    0x81, 0x85, 0x86, 0x8C, 0x8D, 0x90, 0x91, 0x92, 0x93, 0x95, 0x96, 0x98, 0x9A, 0x9D, 0x9E, 0xA1, 0xA3, 0xA5, 0xA6,
    0xAC, 0xAD, 0xB0, 0xB1, 0xB2, 0xB3, 0xB5, 0xB6, 0xB8, 0xBA, 0xBD, 0xBE,
  ]

  static func hasSurnameEnding(_ index: Int, _ context: CaseContext) -> Bool {
    let token = context.tokens[index]
    guard token.length >= 6, token.shape == .capitalised else { return false }
    let form = context.form(index)
    return surnameEndings.contains { form.hasSuffix($0) }
  }

  /// Two or three words, each a name or unknown, with nothing else on their line.
  static func isWholeLine(_ range: Range<Int>, _ traits: [NameTraits], _ context: CaseContext) -> Bool {
    guard (2...3).contains(range.count), zip(range, traits).allSatisfy({ isNameOrUnknown($0, $1, context) }),
      range.allSatisfy({
        $0 == range.lowerBound || context.tokens[$0].gap == .space || context.tokens[$0].gap == .hyphen
      })
    else { return false }
    let block = context.textSpan(of: range.lowerBound)
    var lower = Int(context.tokens[range.lowerBound].lower)
    while lower > block.lower, context.bytes[lower - 1] != 0x0A {
      guard [0x20, 0x09, 0x3E, 0x2A, 0x2D, 0x3F].contains(context.bytes[lower - 1]) else { return false }
      lower -= 1
    }
    var upper = Int(context.tokens[range.upperBound - 1].upper)
    while upper < block.upper, context.bytes[upper] != 0x0A {
      guard [0x20, 0x09, 0x0D, 0x2C].contains(context.bytes[upper]) else { return false }
      upper += 1
    }
    // A text of one line has no lines to speak of.
    return lower > block.lower || upper < block.upper
  }

  static func isUnknownPair(_ range: Range<Int>, _ traits: [NameTraits], _ context: CaseContext) -> Bool {
    range.count == 2
      && zip(range, traits).allSatisfy { index, traits in
        traits.isUnknown && context.tokens[index].shape == .capitalised && context.tokens[index].length > 1
      }
      && context.tokens[range.lowerBound + 1].gap == .space
      && !range.contains { MedicalForms.looksMedical($0, context) }
  }

  private static func isNameOrUnknown(_ index: Int, _ traits: NameTraits, _ context: CaseContext) -> Bool {
    let token = context.tokens[index]
    guard token.shape == .capitalised || token.shape == .mixedCase, !traits.isMedicalWord, !traits.isDrug,
      !traits.isCalendar, !traits.isEponym, !traits.isInstitutionWord, !MedicalForms.looksMedical(index, context)
    else { return false }
    if traits.isCommonWord { return traits.given == .strong || traits.surname == .strong }
    return traits.isName || traits.isUnknown || token.length == 1
  }

  static func isLoneUnknown(_ range: Range<Int>, _ context: CaseContext) -> Bool {
    range.count == 1 && context.tokens[range.lowerBound].shape == .capitalised
      && context.tokens[range.lowerBound].length >= 3 && NameTraits(range.lowerBound, in: context).isUnknown
      && !MedicalForms.looksMedical(range.lowerBound, context)
  }

  /// "Samter's syndrome": a head of eponyms within two words after the possessive.
  static func isBeforeEponymHead(_ mark: Int, _ context: CaseContext) -> Bool {
    let block = context.block(of: mark).tokens
    return (mark + 1..<max(mark + 1, min(block.upperBound, mark + 3))).contains { index in
      context.tokens[index].gap == .space && context.membership[index].contains(ListSet(.eponymHeads))
    }
  }

  /// A name of any strength, or a word no list knows; nothing of medicine.
  static func mayBeName(_ index: Int, _ context: CaseContext) -> Bool {
    let traits = NameTraits(index, in: context)
    guard context.tokens[index].shape == .capitalised, !traits.isMedicalWord, !traits.isDrug,
      !traits.isCalendar, !traits.isGroup, !traits.isAbbreviation, !MedicalForms.looksMedical(index, context)
    else { return false }
    return traits.given == .strong || traits.given == .ambiguous || traits.surname == .strong
      || traits.surname == .ambiguous || traits.isUnknown
  }

  private static let articles = PersonVerbs.keySet("a an the this that these its")

  static func hasArticle(before index: Int, _ context: CaseContext) -> Bool {
    guard index > 0, context.isSameBlock(index, index - 1) else { return false }
    switch context.tokens[index].gap {
    case .space, .apostrophe: return articles.contains(context.tokens[index - 1].key)
    default: return false
    }
  }

  /// ", Derrick!", `Come in, Grace," said`
  static func isVocative(_ range: Range<Int>, _ context: CaseContext) -> Bool {
    let index = range.lowerBound
    guard range.count == 1, context.tokens[index].gap == .commaSpace, context.tokens[index].shape == .capitalised else {
      return false
    }
    let mark = context.byte(after: index)
    if mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?") { return true }
    guard mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".") else { return false }
    let quote = Int(context.tokens[index].upper) + 1
    // A straight or curly closing quotation mark right after.
    return quote < context.textSpan(of: index).upper && [UInt8(ascii: "\""), 0xE2].contains(context.bytes[quote])
  }

  /// One word and a colon at the start of a line.
  static func isSpeaker(_ range: Range<Int>, _ context: CaseContext) -> Bool {
    let index = range.lowerBound
    guard range.count == 1, context.tokens[index].shape == .capitalised, context.tokens[index].length >= 3,
      context.byte(after: index) == UInt8(ascii: ":")
    else { return false }
    let start = context.byte(before: index)
    return start == 0 || start == 0x0A
  }

  private static let generations = PersonVerbs.keySet("jr sr ii iii iv junior senior")

  /// The run with the `Jr`, `III` that follows it.
  static func withGeneration(_ range: Range<Int>, _ context: CaseContext) -> Range<Int> {
    let next = range.upperBound
    guard range.count >= 2, next < context.tokens.count, context.isSameBlock(next, range.lowerBound),
      context.tokens[next].gap == .space || context.tokens[next].gap == .commaSpace, context.tokens[next].isCapitalised,
      generations.contains(context.tokens[next].key)
    else { return range }
    return range.lowerBound..<(next + 1)
  }
}
