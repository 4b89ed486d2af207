/// What a pattern found: token ranges.
package struct PatternMatch: Sendable, Equatable {
  /// Everything the pattern read, cues included.
  package let whole: Range<Int>
  /// The finding: the capture, or everything.
  package let finding: Range<Int>
  /// The named parts.
  package let parts: [Character: Range<Int>]
}
