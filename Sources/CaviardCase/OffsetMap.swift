/// Text bytes → source bytes, as pieces in text order.
package struct OffsetMap: Sendable, Hashable {
  /// A run of text and the source bytes it came from.
  package struct Segment: Sendable, Hashable {
    package let text: TextSpan
    package let source: SourceSpan
    /// True when the bytes are the same one by one; false for a reference (`&eacute;`) or a folded line end.
    package let isExact: Bool

    package init(text: TextSpan, source: SourceSpan, isExact: Bool) {
      precondition(!isExact || text.count == source.count, "an exact segment keeps its length")
      self.text = text
      self.source = source
      self.isExact = isExact
    }
  }

  /// Sorted by text, disjoint. Text between segments (block separators) has no source.
  package let segments: [Segment]

  package init(segments: [Segment]) { self.segments = segments }

  /// A file read as it is.
  package init(identity count: Int) {
    segments = count == 0 ? [] : [Segment(text: TextSpan(0, count), source: SourceSpan(0, count), isExact: true)]
  }

  /// The source pieces of a span, in text order, neighbours joined.
  ///
  /// A partly covered inexact segment is taken whole, so that no reference is ever cut. O(log n + pieces).
  package func sourceSpans(of span: TextSpan) -> [SourceSpan] {
    var pieces: [SourceSpan] = []
    for segment in segments(under: span) {
      let piece: SourceSpan
      if segment.isExact {
        let lower = max(span.lower, segment.text.lower) - segment.text.lower
        let upper = min(span.upper, segment.text.upper) - segment.text.lower
        piece = SourceSpan(segment.source.lower + lower, segment.source.lower + upper)
      } else {
        piece = segment.source
      }
      if let last = pieces.last, last.upper == piece.lower {
        pieces[pieces.count - 1] = SourceSpan(last.lower, piece.upper)
      } else if !piece.isEmpty {
        pieces.append(piece)
      }
    }
    return pieces
  }

  /// The segments that a span has a part of.
  package func segments(under span: TextSpan) -> ArraySlice<Segment> {
    segments[firstSegment(endingAfter: span.lower)...].prefix { $0.text.lower < span.upper }
  }

  /// Index of the first segment whose text ends after `position`.
  private func firstSegment(endingAfter position: Int) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].text.upper <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
