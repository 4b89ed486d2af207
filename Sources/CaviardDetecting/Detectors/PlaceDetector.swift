internal import CaviardCase
internal import CaviardDictionaries

/// Places of the gazetteer. A name that is also a word or a person's name needs a clue beside it.
struct PlaceDetector {
  private static let prepositions = PersonVerbs.keySet(
    "in at from near to around outside à a au aux en vers dans près pres depuis")
  private static let dateline = PersonVerbs.keySet("le")
  private static let articles = PersonVerbs.keySet("the la le les l")
  private static let weakPrepositions = PersonVerbs.keySet("of de du des d")

  func detect(in context: CaseContext, clauses: Clauses) -> [Finding] {
    guard context.tables.placeStrengths.isPresent else { return [] }
    var findings: [Finding] = []
    var index = 0
    while index < context.tokens.count {
      guard let match = context.longest(at: index, in: .places), isWrittenAsName(match.tokens, context) else {
        index += 1
        continue
      }
      let strength = NameStrength(rawValue: context.tables.placeStrengths[match.sense.row]) ?? .ambiguous
      var clues = clues(match.tokens, strength, clauses, context)
      if case .strong = strength { clues.append("gazetteer") }
      if isPlainCountry(match, context) { clues.append("country") }
      if isBigCity(match, context) { clues.append("big-city") }
      if !context.isShielded(match.tokens), isAccepted(strength, clues, match.tokens, context) {
        // A province or country named right after belongs to its own finding.
        findings.append(
          Finding(
            span: context.span(match.tokens), kind: .place, role: role(index, clauses),
            subject: clauses.subject(of: index),
            value: .row(TermRow(.places, match.sense.row)), confidence: confidence(strength),
            detector: "place.gazetteer",
            evidence: clues.map { Evidence("place.\($0)") }))
        findings += provinceCode(after: match.tokens, context)
        index = match.tokens.upperBound
      } else {
        index += 1
      }
    }
    return findings
  }

  /// A capital, or "the" before one ("the Netherlands"), or a generic word that ends with one (« comté de Brant »).
  private func isWrittenAsName(_ tokens: Range<Int>, _ context: CaseContext) -> Bool {
    let first = tokens.lowerBound
    if context.tokens[first].isCapitalised { return true }
    guard tokens.count > 1 else { return false }
    if context.membership[first].contains(ListSet(.placeGenerics)) {
      return context.tokens[tokens.upperBound - 1].isCapitalised
    }
    return Self.articles.contains(context.tokens[first].key) && context.tokens[first + 1].isCapitalised
  }

  private func confidence(_ strength: NameStrength) -> Double {
    switch strength {
    case .strong: 0.9
    case .ambiguous: 0.8
    case .weak: 0.7
    }
  }

  private func clues(
    _ tokens: Range<Int>, _ strength: NameStrength, _ clauses: Clauses, _ context: CaseContext
  ) -> [String] {
    var clues: [String] = []
    let (first, last) = (tokens.lowerBound, tokens.upperBound - 1)
    if first > 0, context.isSameBlock(first, first - 1), context.tokens[first].gap == .space {
      let previous = context.tokens[first - 1]
      var before = first - 1
      if before > 0, context.isSameBlock(before, before - 1), Self.articles.contains(previous.key) { before -= 1 }
      if Self.prepositions.contains(context.tokens[before].key) { clues.append("preposition") }
      // « 75011 Paris »
      let isNumber = previous.shape == .digits || previous.shape == .alphanumeric
      if isNumber, previous.length == 5 || strength == .strong && previous.length == 3 { clues.append("postal-code") }
      if Self.weakPrepositions.contains(previous.key) {
        // "the mayor of Gander", « la mairesse de Hope »
        let holdsOffice =
          before > 0 && context.isSameBlock(before, before - 1)
          && context.longest(at: before - 1, in: .occupations) != nil
        if strength == .strong || holdsOffice { clues.append("of") }
      }
    }
    if clauses.hasCue(.placeResidence, before: first, reach: 4) { clues.append("residence") }
    let next = last + 1
    if next < context.tokens.count, context.isSameBlock(last, next),
      context.tokens[next].gap == .commaSpace || context.tokens[next].gap == .bracket
        || context.tokens[next].gap == .space
    {
      if isProvinceOrCountry(next, context) { clues.append("province-after") }
      // « PARIS 75011 »
      if context.tokens[next].shape == .digits, context.tokens[next].length == 5 { clues.append("postal-code") }
      // « Paris, le 3 mars »
      if strength == .strong, context.tokens[next].gap == .commaSpace, Self.dateline.contains(context.tokens[next].key)
      {
        clues.append("dateline")
      }
    }
    if strength == .strong, isFieldOfAddress(tokens, context) { clues.append("field") }
    return clues
  }

  /// Alone between commas, line ends or brackets.
  private func isFieldOfAddress(_ tokens: Range<Int>, _ context: CaseContext) -> Bool {
    func ends(_ index: Int) -> Bool {
      guard index < context.tokens.count, context.isSameBlock(index, tokens.lowerBound) else { return true }
      let gap = context.tokens[index].gap
      return gap == .commaSpace || gap == .comma || gap == .bracket || gap == .blockStart || gap == .paragraphBreak
        || gap == .colonSpace || context.bytes[context.gapBytes(before: index)].contains(0x0A)
    }
    return ends(tokens.lowerBound) && ends(tokens.upperBound)
  }

  private func isProvinceOrCountry(_ index: Int, _ context: CaseContext) -> Bool {
    if context.membership[index].contains(ListSet(.provinceCodes)) { return true }
    let table = context.tables.table(.places)
    guard let kind = table.column("kind"), let match = context.longest(at: index, in: .places) else {
      return false
    }
    return ["province", "country"].contains(table.text(kind, match.sense.row))
  }

  /// A country whose name is no given name and no ordinary word: "Switzerland", not "Chad" or "Turkey".
  private func isPlainCountry(_ match: TermMatch, _ context: CaseContext) -> Bool {
    guard context.tables.text(.places, "kind", match.sense.row) == "country" else { return false }
    let traits = NameTraits(match.tokens.lowerBound, in: context)
    return match.tokens.count > 1
      || traits.given == nil && traits.surname != .strong && !traits.isCommonWord && !traits.isMedicalWord
        && context.tokens[match.tokens.lowerBound].length > 4
  }

  /// People from which a city's name is the city's, unless it is also a given name, an eponym or an ordinary word.
  private static let bigCity = 300_000.0

  private func isBigCity(_ match: TermMatch, _ context: CaseContext) -> Bool {
    let first = match.tokens.lowerBound
    guard !context.isSentenceStart[first], context.tokens[first].length > 4,
      let people = context.tables.number(.places, "population", match.sense.row), people >= Self.bigCity
    else { return false }
    let traits = NameTraits(first, in: context)
    return traits.given == nil && !traits.isCommonWord && !traits.isMedicalWord && !traits.isEponym && !traits.isDrug
  }

  private func isAccepted(
    _ strength: NameStrength, _ clues: [String], _ tokens: Range<Int>, _ context: CaseContext
  ) -> Bool {
    let first = tokens.lowerBound
    if EponymFrames(context: context).frames(first), context.membership[first].contains(ListSet(.eponyms)) {
      return false
    }
    let lists = context.membership[first]
    if tokens.count == 1, context.tokens[first].shape == .capitals,
      !lists.isDisjoint(with: [.institutionHeads, .medicalAbbreviations])
    {
      return false
    }
    switch strength {
    case .strong: return !lists.contains(.eponyms) || clues.contains { $0 != "gazetteer" }
    case .ambiguous: return !clues.isEmpty
    case .weak:
      return clues.contains("province-after")
        || clues.contains("residence") && !(context.isSentenceStart[first])
    }
  }

  private func role(_ index: Int, _ clauses: Clauses) -> FindingRole {
    if clauses.hasCue(.birth, before: index, reach: 6) || clauses.hasCue(.placeOrigin, before: index, reach: 6) {
      return .origin
    }
    if clauses.hasCue(.placeResidence, before: index, reach: 5) { return .residence }
    return .now
  }

  /// ", ON" after a place.
  private func provinceCode(after tokens: Range<Int>, _ context: CaseContext) -> [Finding] {
    let next = tokens.upperBound
    guard next < context.tokens.count, context.isSameBlock(next, next - 1),
      context.tokens[next].gap == .commaSpace || context.tokens[next].gap == .space
        || context.tokens[next].gap == .bracket,
      let match = context.longest(at: next, in: .provinceCodes)
    else { return [] }
    let codes = context.tables.table(.provinceCodes)
    guard let column = codes.column("place"),
      let row = context.tables.table(.places).row(id: codes.text(column, match.sense.row))
    else { return [] }
    return [
      Finding(
        span: context.span(match.tokens), kind: .place, value: .row(TermRow(.places, row)), confidence: 0.9,
        detector: "place.province-code", evidence: [Evidence("place.province-code")])
    ]
  }
}
