internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardTokenizing

/// What a pattern found: token ranges.
package struct PatternMatch: Sendable, Equatable {
  /// Everything the pattern read, cues included.
  package let whole: Range<Int>
  /// The finding: the capture, or everything.
  package let finding: Range<Int>
  /// The named parts.
  package let parts: [Character: Range<Int>]
}

/// Tries one pattern at one token. Backtracking is bounded by the repetitions the pattern writes down.
struct PatternMatcher {
  private let context: CaseContext
  private let start: Int
  private let end: Int
  private var capture: Range<Int>?
  private var parts: [Character: Range<Int>] = [:]

  /// - Returns: the first match in the order of the pattern's alternatives, greedy in repetitions.
  static func match(_ pattern: TokenPattern, at start: Int, in context: CaseContext) -> PatternMatch? {
    var matcher = PatternMatcher(context: context, start: start)
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

  private typealias Continuation = (inout PatternMatcher, Int) -> Bool

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
    let range = context.gapBytes(before: position)
    return context.bytes.withUnsafeBufferPointer { bytes in
      GapReader(UnsafeBufferPointer(rebasing: bytes[range])).matches(gap)
    }
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
