internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardTokenizing

/// Grows street addresses to the whole they stand in: numbers before, units, localities and postal codes after.
struct AddressExtender {
  private let context: CaseContext
  /// Tokens that other findings hold.
  private let taken: Set<Int>
  /// Tokens that places hold.
  private let placed: Set<Int>

  /// Parts after the street line: units, towns, regions, a country, a code.
  private static let partLimit = 8
  private static let wordLimit = 4
  /// People in a locality that no gazetteer knows.
  private static let unknownPopulation = 3000

  private static let units = PersonVerbs.keySet(
    "apt apartment suite unit flat ste floor room box app appartement bureau")

  static func extend(_ candidates: [Finding], in context: CaseContext) -> [Finding] {
    guard candidates.contains(where: { $0.kind == .streetAddress }) else { return candidates }
    let extender = AddressExtender(context, candidates)
    var result: [Finding] = []
    var addresses: [Finding] = []
    for finding in candidates {
      if finding.kind == .streetAddress { addresses.append(finding) } else { result.append(finding) }
    }
    for address in addresses { result += extender.extend(address) }
    return result
  }

  private init(_ context: CaseContext, _ candidates: [Finding]) {
    self.context = context
    var taken: Set<Int> = []
    var placed: Set<Int> = []
    for finding in candidates where finding.kind != .possibleName && finding.kind != .sex {
      taken.formUnion(context.tokens(in: finding.span))
      if finding.kind == .place { placed.formUnion(context.tokens(in: finding.span)) }
    }
    self.taken = taken
    self.placed = placed
  }

  private func extend(_ address: Finding) -> [Finding] {
    let own = context.tokens(in: address.span)
    guard let first = own.first, let last = own.last else { return [address] }
    let block = context.block(of: first).tokens
    var lower = first
    while lower > block.lowerBound, first - lower < 2, isNumber(lower - 1, digits: 1...6), !taken.contains(lower - 1),
      isJoinedNumber(lower)
    {
      lower -= 1
    }
    var tail = Tail(position: last + 1, upper: last + 1)
    while tail.parts < Self.partLimit, tail.position < block.upperBound, step(&tail, in: block) { tail.parts += 1 }
    return [address.moved(to: context.span(lower..<tail.upper))] + tail.findings + firm(above: lower, in: block)
  }

  /// A number and the next: "1987 74 Main Street", "18/22 Harrow Lane".
  private func isJoinedNumber(_ index: Int) -> Bool {
    switch context.tokens[index].gap {
    case .space: separation(before: index) == .none
    case .slash, .hyphen: true
    default: false
    }
  }

  /// The line right above the street of a letter's head, when no other finding holds it: a firm.
  private func firm(above street: Int, in block: Range<Int>) -> [Finding] {
    guard street > block.lowerBound, separation(before: street) == .line else { return [] }
    var first = street - 1
    while first > block.lowerBound, street - first < 4, context.tokens[first].gap == .space, isJoined(first) {
      first -= 1
    }
    let words = first..<street
    guard first == block.lowerBound || separation(before: first) == .line,
      words.allSatisfy({ isLocalityWord($0) && !taken.contains($0) && context.tokens[$0].length > 2 }),
      words.contains(where: { isUnusual($0) })
    else { return [] }
    return [
      Finding(
        span: context.span(words), kind: .institution,
        value: .unknownInstitution(key: context.key(words), head: nil), confidence: 0.7,
        detector: "institution.above-address", evidence: [Evidence("institution.above-address")])
    ]
  }

  private func isUnusual(_ index: Int) -> Bool {
    let traits = NameTraits(index, in: context)
    return !traits.isCommonWord && !traits.isMedicalWord && !traits.isInstitutionWord
  }

  /// What has been read after the street line.
  private struct Tail {
    /// The next token to read.
    var position: Int
    /// End of the street address itself.
    var upper: Int
    var parts = 0
    var hasLocality = false
    var findings: [Finding] = []
  }

  /// What separates a token from the one before it in an address.
  private enum Break { case none, comma, line, other }

  private func separation(before index: Int) -> Break {
    var lines = 0
    var commas = 0
    var hasMark = false
    for byte in context.bytes[context.gapBytes(before: index)] {
      switch byte {
      case 0x20, 0x09, 0x0D: break
      case 0x0A: lines += 1
      case UInt8(ascii: ","): commas += 1
      // Quoted lines ("> ", "??? ") and a full stop at the line's end.
      case UInt8(ascii: ">"), UInt8(ascii: "?"): if lines == 0 { return .other } else { hasMark = true }
      case UInt8(ascii: "."): hasMark = true
      case UInt8(ascii: "("), UInt8(ascii: ")"): commas += 1
      default: return .other
      }
    }
    if lines == 1 { return .line }
    if lines > 1 { return .other }
    if hasMark { return isUnit(index) ? .comma : .other }
    return commas > 0 ? .comma : context.tokens[index].gap == .hyphen ? .other : .none
  }

  private func isNumber(_ index: Int, digits: ClosedRange<Int>) -> Bool {
    context.tokens[index].shape == .digits && digits.contains(Int(context.tokens[index].length))
  }

  private func isUnit(_ index: Int) -> Bool { Self.units.contains(context.tokens[index].key) }

  /// Reads one more part; false when the address has ended.
  private func step(_ tail: inout Tail, in block: Range<Int>) -> Bool {
    let index = tail.position
    let gap = separation(before: index)
    guard gap != .other else { return false }
    if isUnit(index), index + 1 < block.upperBound, holdsDigits(index + 1),
      context.tokens[index + 1].gap != .paragraphBreak
    {
      tail.position = index + 2
      tail.upper = tail.hasLocality ? tail.upper : index + 2
      return true
    }
    if context.tokens[index].shape == .digits { return number(&tail, gap, in: block) }
    return locality(&tail, gap, in: block)
  }

  private func holdsDigits(_ index: Int) -> Bool {
    let token = context.tokens[index]
    return token.length <= 6 && (token.shape == .digits || token.shape == .alphanumeric)
  }

  private func number(_ tail: inout Tail, _ gap: Break, in block: Range<Int>) -> Bool {
    let index = tail.position
    guard !taken.contains(index) else { return false }
    let isCode = isNumber(index, digits: 3...6) && (tail.hasLocality || gap != .none)
    if isCode, tail.hasLocality || isLineOfTown(index, in: block) {
      // "153-0061", "62704-1234"
      let isLong =
        index + 1 < block.upperBound && context.tokens[index + 1].gap == .hyphen && isNumber(index + 1, digits: 3...4)
      let end = isLong ? index + 2 : index + 1
      tail.findings.append(
        Finding(
          span: context.span(index..<end), kind: .postalCode, value: .unknown(key: context.tokens[index].key),
          confidence: 0.8, detector: "postal.in-address", evidence: [Evidence("postal.in-address")]))
      tail.position = end
      return true
    }
    // A house number after the street: "Via Roma 12".
    guard !tail.hasLocality, gap == .none, isNumber(index, digits: 1...4), !isProse(after: index, in: block) else {
      return false
    }
    tail.position = index + 1
    tail.upper = index + 1
    return true
  }

  /// « 94010 Créteil »: a code that begins the town's line.
  private func isLineOfTown(_ index: Int, in block: Range<Int>) -> Bool {
    index + 1 < block.upperBound && context.tokens[index + 1].isCapitalised && separation(before: index + 1) == .none
      && isNumber(index, digits: 4...6)
  }

  /// A small word follows on the same line: the sentence goes on.
  private func isProse(after index: Int, in block: Range<Int>) -> Bool {
    let next = index + 1
    return next < block.upperBound && context.tokens[next].shape == .lower && context.tokens[next].gap == .space
      && !isUnit(next)
  }

  private func locality(_ tail: inout Tail, _ gap: Break, in block: Range<Int>) -> Bool {
    let first = tail.position
    guard isLocalityWord(first) else { return false }
    var end = first + 1
    while end < block.upperBound, end - first < Self.wordLimit + 2, isJoined(end), !isUnit(end) {
      if isLocalityWord(end) {
        end += 1
      } else if context.membership[end].contains(ListSet(.nameParticles)), end + 1 < block.upperBound,
        isJoined(end + 1),
        isLocalityWord(end + 1)
      {
        end += 2
      } else {
        break
      }
    }
    guard end - first <= Self.wordLimit + 2, !isLabel(end, in: block), isTown(first..<end, gap, in: block) else {
      return false
    }
    tail.findings += places(in: first..<end)
    tail.hasLocality = true
    tail.position = end
    return true
  }

  private func isLocalityWord(_ index: Int) -> Bool {
    let traits = NameTraits(index, in: context)
    return context.tokens[index].isCapitalised && !traits.isCalendar && !traits.isTitle
  }

  private func isJoined(_ index: Int) -> Bool {
    switch context.tokens[index].gap {
    case .space: separation(before: index) == .none
    case .hyphen, .apostrophe: true
    default: false
    }
  }

  /// "Phone:" begins something else.
  private func isLabel(_ end: Int, in block: Range<Int>) -> Bool {
    guard end < block.upperBound else { return false }
    switch context.tokens[end].gap {
    case .colon, .colonSpace, .at: return true
    default: return context.byte(after: end - 1) == UInt8(ascii: ":")
    }
  }

  /// Whether the words read as a place here, not as the next sentence or heading.
  private func isTown(_ words: Range<Int>, _ gap: Break, in block: Range<Int>) -> Bool {
    let isKnown = words.contains {
      placed.contains($0) || context.longest(at: $0, in: .places) != nil
        || context.membership[$0].contains(ListSet(.provinceCodes)) && context.tokens[$0].shape == .capitals
    }
    let ordinary = words.filter { index in
      let traits = NameTraits(index, in: context)
      return traits.isCommonWord || traits.isMedicalWord || traits.isInstitutionWord
    }
    if isProse(after: words.upperBound - 1, in: block) {
      return gap != .line && (isKnown || ordinary.isEmpty)
    }
    return isKnown || ordinary.count < words.count
  }

  /// The words that no other finding holds, as places.
  private func places(in words: Range<Int>) -> [Finding] {
    var findings: [Finding] = []
    var index = words.lowerBound
    while index < words.upperBound {
      guard !taken.contains(index) else {
        index += 1
        continue
      }
      let known = context.longest(at: index, in: .places)
      var end = min(words.upperBound, known?.tokens.upperBound ?? index + 1)
      if known == nil {
        while end < words.upperBound, !taken.contains(end), context.longest(at: end, in: .places) == nil { end += 1 }
      }
      let value: FactValue =
        known.map { .row(TermRow(.places, $0.sense.row)) }
        ?? .unknownPlace(key: context.key(index..<end), population: Self.unknownPopulation)
      findings.append(
        Finding(
          span: context.span(index..<end), kind: .place, role: .residence, value: value, confidence: 0.75,
          detector: "place.in-address", evidence: [Evidence("place.in-address")]))
      index = end
    }
    return findings
  }
}
