import CaviardCase
import CaviardDictionaries
import CaviardTokenizing

@testable import CaviardDetecting

/// The simplest reading of the pattern language: walks the parsed pattern with closures. What ``PatternMachine`` must equal.
struct PatternOracle {
  private let context: CaseContext
  private let start: Int
  private let end: Int
  private var capture: Range<Int>?
  private var parts: [Character: Range<Int>] = [:]

  /// - Returns: the first match in the order of the pattern's alternatives, greedy in repetitions.
  static func match(_ pattern: TokenPattern, at start: Int, in context: CaseContext) -> PatternMatch? {
    var matcher = PatternOracle(context: context, start: start)
    var end = start
    let matched = matcher.items(pattern.root[...], at: start) { _, position in
      end = position
      return true
    }
    guard matched, end > start else { return nil }
    return PatternMatch(whole: start..<end, finding: matcher.capture ?? start..<end, parts: matcher.parts)
  }

  private init(context: CaseContext, start: Int) {
    self.context = context
    self.start = start
    end = context.block(of: start).tokens.upperBound
  }

  private typealias Continuation = (inout PatternOracle, Int) -> Bool

  private mutating func items(
    _ items: ArraySlice<TokenPattern.Item>, at position: Int, then next: Continuation
  ) -> Bool {
    guard let item = items.first else { return next(&self, position) }
    if case .absent(let inner) = item.node {
      let (savedCapture, savedParts) = (capture, parts)
      let follows = node(inner, at: position) { _, _ in true }
      (capture, parts) = (savedCapture, savedParts)
      return !follows && self.items(items.dropFirst(), at: position, then: next)
    }
    return repetitions(of: item, done: 0, at: position) { matcher, after in
      matcher.items(items.dropFirst(), at: after, then: next)
    }
  }

  private mutating func repetitions(
    of item: TokenPattern.Item, done: Int, at position: Int, then next: Continuation
  ) -> Bool {
    if done < item.repeats.upperBound, gapFits(item.gap, before: position) {
      let (savedCapture, savedParts) = (capture, parts)
      let matched = node(item.node, at: position) { matcher, after in
        after > position && matcher.repetitions(of: item, done: done + 1, at: after, then: next)
      }
      if matched { return true }
      (capture, parts) = (savedCapture, savedParts)
    }
    return done >= item.repeats.lowerBound && next(&self, position)
  }

  private func gapFits(_ gap: TokenPattern.GapClass?, before position: Int) -> Bool {
    guard let gap, position > start, position < end else { return true }
    return GapReader(context.bytes, context.gapBytes(before: position)).matches(gap)
  }

  private mutating func node(_ node: TokenPattern.Node, at position: Int, then next: Continuation) -> Bool {
    guard position < end else { return false }
    switch node {
    case .token(let predicate):
      return context.satisfies(position, predicate) && next(&self, position + 1)
    case .term(let list, let column, let values):
      guard let match = context.match(at: position, in: list, column: column, values: values) else { return false }
      return next(&self, match.tokens.upperBound)
    case .numberWords(let range):
      guard let words = context.numberWords(at: position), range.contains(words.value) else { return false }
      return next(&self, position + words.count)
    case .sequence(let items):
      return self.items(items[...], at: position, then: next)
    case .alternatives(let nodes):
      for choice in nodes {
        let (savedCapture, savedParts) = (capture, parts)
        if self.node(choice, at: position, then: next) { return true }
        (capture, parts) = (savedCapture, savedParts)
      }
      return false
    case .absent: return false
    case .capture(let inner):
      return self.node(inner, at: position) { matcher, after in
        let saved = matcher.capture
        matcher.capture = position..<after
        if next(&matcher, after) { return true }
        matcher.capture = saved
        return false
      }
    case .part(let name, let inner):
      return self.node(inner, at: position) { matcher, after in
        let saved = matcher.parts[name]
        matcher.parts[name] = position..<after
        if next(&matcher, after) { return true }
        matcher.parts[name] = saved
        return false
      }
    }
  }
}

extension CaseContext {
  func satisfies(_ index: Int, _ predicate: TokenPattern.Predicate) -> Bool {
    let token = tokens[index]
    if let shapes = predicate.shapes, !shapes.contains(token.shape) { return false }
    if let literal = predicate.literal, literal != token.key { return false }
    if let length = predicate.length, !length.contains(Int(token.length)) { return false }
    if let range = predicate.number, !range.contains(token.number) { return false }
    if predicate.excludedLiterals.contains(token.key) { return false }
    let lists = membership[index]
    for list in predicate.lists where !lists.contains(ListSet(list)) { return false }
    for list in predicate.excludedLists where lists.contains(ListSet(list)) { return false }
    if predicate.isDay, dayOfMonth(index) == nil { return false }
    if predicate.isZeroLed, !isZeroLed(index) { return false }
    if predicate.isUpper, bytes[token.span.range].contains(where: { (0x61...0x7A).contains($0) || $0 >= 0x80 }) {
      return false
    }
    if let byte = predicate.precededBy, byte != self.byte(before: index) { return false }
    if predicate.isLineStart, !isLineStart(index) { return false }
    if !predicate.endings.isEmpty {
      let form = form(index)
      guard predicate.endings.contains(where: { form.hasSuffix($0) }) else { return false }
    }
    if !predicate.suffixes.isEmpty {
      let (value, suffix) = leadingNumber(index)
      guard value != nil, predicate.suffixes.contains(suffix) else { return false }
    }
    if let mask = predicate.mask, !matches(index, mask: mask) { return false }
    return true
  }

  /// The longest term of a list at a token whose column has one of the values.
  func match(at index: Int, in list: DictionaryList, column: String, values: [String]) -> TermMatch? {
    var best: TermMatch?
    for match in matches(at: index).map(self.match) where match.sense.list == list {
      if let best, match.tokens.upperBound <= best.tokens.upperBound { continue }
      if !values.isEmpty {
        guard values.contains(tables.text(list, column, match.sense.row)) else { continue }
      }
      best = match
    }
    return best
  }

  /// Whether a token's letters and digits follow a mask of `A`, `9` and a final `*`.
  private func matches(_ index: Int, mask: [UInt8]) -> Bool {
    let form = Array(form(index).utf8)
    var position = 0
    for symbol in mask {
      if symbol == UInt8(ascii: "*") { return true }
      guard position < form.count else { return false }
      let isDigit = (0x30...0x39).contains(form[position])
      if symbol == UInt8(ascii: "9") ? !isDigit : isDigit { return false }
      position += 1
    }
    return position == form.count
  }
}

extension GapReader {
  func matches(_ allowed: TokenPattern.GapClass) -> Bool {
    guard lineEnds <= (allowed.allowsLineEnd ? 1 : 0) else { return false }
    if count == 0 {
      return spaces + lineEnds == 0 ? allowed.allowsNothing : allowed.allowsSpaceOnly
    }
    guard count <= 3 else { return false }
    for index in 0..<count where !allowed.characters.contains(character(index)) { return false }
    return true
  }
}
