internal import CaviardCase
internal import CaviardDictionaries

/// What the instructions of a program ask of one token. A class, so that asking copies nothing.
final class TokenTester {
  private let program: PatternProgram
  let context: CaseContext

  init(_ program: PatternProgram, _ context: CaseContext) {
    self.program = program
    self.context = context
  }

  /// Whether the token is one of the words from key `first` on.
  @inline(__always)
  func isLiteral(_ index: Int, _ first: Int, _ count: Int) -> Bool {
    let key = context.tokens[index].key
    for place in first..<first + count where program.keys[place] == key { return true }
    return false
  }

  /// Where the longest term of a filter that begins at a token ends.
  func endOfTerm(at index: Int, _ number: Int) -> Int? {
    let filter = program.filters[number]
    guard context.matchLists[index].contains(filter.list) else { return nil }
    var end: Int?
    for place in context.matches(at: index) {
      let match = context.match(place)
      guard ListSet(match.sense.list) == filter.list, match.tokens.upperBound > end ?? 0 else { continue }
      if filter.hasRows, !passes(match.sense.row, filter) { continue }
      end = match.tokens.upperBound
    }
    return end
  }

  private func passes(_ row: Int, _ filter: PatternProgram.TermFilter) -> Bool {
    row / 64 < Int(filter.wordCount)
      && program.filterRows[Int(filter.firstWord) + row / 64] >> UInt64(row % 64) & 1 == 1
  }

  @inline(__always)
  func admits(_ number: Int, _ index: Int) -> Bool {
    let gate = program.gates[number]
    return gate.admits(context.tokens[index], context.membership[index]) && (!gate.hasMore || passes(number, index))
  }

  /// The rest of a test.
  private func passes(_ number: Int, _ index: Int) -> Bool {
    let test = program.tests[number]
    let token = context.tokens[index]
    guard test.number.contains(token.number) else { return false }
    if test.flags.contains(.hasLiteral), test.literal != token.key { return false }
    for place in test.excludedLiterals.range where program.keys[place] == token.key { return false }
    if test.flags.contains(.isDay), context.dayOfMonth(index) == nil { return false }
    if test.flags.contains(.isZeroLed), !context.isZeroLed(index) { return false }
    if test.flags.contains(.isUpper), !context.isUpper(index) { return false }
    if test.flags.contains(.isPreceded), test.precededBy != context.byte(before: index) { return false }
    if test.flags.contains(.isLineStart), !context.isLineStart(index) { return false }
    if !test.endings.isEmpty {
      let last = context.bytes[Int(context.tokens[index].upper) - 1] | 0x20
      if (0x61...0x7A).contains(last), test.lastLetters >> UInt32(last - 0x61) & 1 == 0 { return false }
      let form = context.foldedBytes(index)
      guard hasText(test.endings, where: { form.hasSuffix(program.texts, $0) }) else { return false }
    }
    if !test.suffixes.isEmpty {
      let form = context.foldedBytes(index)
      // Other digits than ASCII are no number here.
      let digits = form.leadingDigits
      guard form.isASCII, (1...9).contains(digits),
        hasText(test.suffixes, where: { $0.count == form.count - digits && form.hasSuffix(program.texts, $0) })
      else { return false }
    }
    if test.flags.contains(.hasMask) { return context.foldedBytes(index).follows(program.texts, test.mask.range) }
    return true
  }

  @inline(__always)
  private func hasText(_ slice: TokenTest.Slice, where isWanted: (Range<Int>) -> Bool) -> Bool {
    var place = Int(slice.start)
    let end = place + Int(slice.count)
    while place < end {
      let text = (place + 1)..<(place + 1 + Int(program.texts[place]))
      if isWanted(text) { return true }
      place = text.upperBound
    }
    return false
  }
}
