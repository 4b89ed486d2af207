internal import CaviardCase

/// Abbreviations that the case itself defines: "fibrodysplasia ossificans progressiva (FOP) … FOP was confirmed".
///
/// Each mention tells the fact that the long form tells, so that they move together (risk.md B3). What the case defines wins over
/// what a list says of the letters.
struct DefinedAbbreviations {
  let context: CaseContext

  private static let kinds: Set<Kind> = [.diagnosis, .procedure, .institution]
  /// Letters and digits of an abbreviation.
  private static let lengths = 2...8

  func extend(_ findings: [Finding]) -> [Finding] {
    var defined: [UInt64: Finding] = [:]
    for finding in findings where Self.kinds.contains(finding.kind) {
      for index in abbreviations(of: finding) where defined[context.tokens[index].key] == nil {
        defined[context.tokens[index].key] = finding
      }
    }
    guard !defined.isEmpty else { return findings }
    let held = Set(
      findings.filter { Self.kinds.contains($0.kind) && isLong($0) }.flatMap { context.tokens(in: $0.span) })
    var mentions: [Finding] = []
    var spans: Set<TextSpan> = []
    for index in context.tokens.indices where !held.contains(index) && isAbbreviation(index) {
      guard let finding = defined[context.tokens[index].key] else { continue }
      let span = context.span(index..<index + 1)
      spans.insert(span)
      mentions.append(finding.moved(to: span))
    }
    return findings.filter { !($0.identifierClass != .direct && spans.contains($0.span)) && !isName($0, spans) }
      + mentions
  }

  /// A guess about a name that is just the letters.
  private func isName(_ finding: Finding, _ spans: Set<TextSpan>) -> Bool {
    finding.detector == "name.clues" && spans.contains(finding.span)
  }

  private func isLong(_ finding: Finding) -> Bool {
    let tokens = context.tokens(in: finding.span)
    return tokens.count > 1 || tokens.first.map { !isAbbreviation($0) } ?? false
  }

  /// The token in brackets right after the finding, or the one before the brackets that hold the finding: "FOP (fibrodysplasia …)".
  private func abbreviations(of finding: Finding) -> [Int] {
    let tokens = context.tokens(in: finding.span)
    guard isLong(finding), let last = tokens.last else { return [] }
    let block = context.block(of: tokens.lowerBound).tokens
    var found: [Int] = []
    let next = last + 1
    if next < block.upperBound, context.tokens[next].gap == .bracket, opens(before: next), isClosed(after: next),
      isAbbreviation(next), spells(next, tokens)
    {
      found.append(next)
    }
    let previous = tokens.lowerBound - 1
    if previous >= block.lowerBound, context.tokens[tokens.lowerBound].gap == .bracket,
      opens(before: tokens.lowerBound),
      isClosed(after: last), isAbbreviation(previous), spells(previous, tokens)
    {
      found.append(previous)
    }
    return found
  }

  private func opens(before index: Int) -> Bool {
    context.gapBytes(before: index).contains {
      context.bytes[$0] == UInt8(ascii: "(") || context.bytes[$0] == UInt8(ascii: "[")
    }
  }

  private func isClosed(after index: Int) -> Bool {
    let byte = context.byte(after: index)
    return byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ",")
      || byte == UInt8(ascii: ";")
  }

  private func isAbbreviation(_ index: Int) -> Bool {
    let token = context.tokens[index]
    guard Self.lengths.contains(Int(token.length)) else { return false }
    switch token.shape {
    case .capitals, .mixedCase, .alphanumeric: return context.form(index).contains { $0.isLetter }
    case .capitalised, .lower, .digits, .otherScript: return false
    }
  }

  /// Whether the letters stand in the long form in their order, the first at the start of a word.
  private func spells(_ index: Int, _ tokens: Range<Int>) -> Bool {
    let letters = Array(context.form(index).filter(\.isLetter))
    return tokens.contains { start in
      guard context.form(start).first == letters.first else { return false }
      var rest = letters[...]
      for token in start..<tokens.upperBound {
        for letter in context.form(token) where letter == rest.first { rest = rest.dropFirst() }
      }
      return rest.isEmpty
    }
  }
}
