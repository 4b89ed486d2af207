internal import CaviardCase

/// Edits of the source, sorted and made disjoint.
struct SourceEdits {
  private var edits: [Edit] = []
  private let map: OffsetMap

  init(_ map: OffsetMap) { self.map = map }

  /// Puts `bytes` at the first piece of a span and takes the other pieces away.
  mutating func replace(_ span: TextSpan, with bytes: [UInt8]) {
    for (index, piece) in map.sourceSpans(of: span).enumerated() {
      edits.append(Edit(source: piece, replacement: index == 0 ? bytes : []))
    }
  }

  /// Sorted; edits that share bytes become one, and whatever touches media goes with it.
  func disjoint(media: [Edit]) -> [Edit] {
    var result: [Edit] = []
    let owned = media.sorted { ($0.source.lower, $1.source.upper) < ($1.source.lower, $0.source.upper) }
    var pictures: [Edit] = []
    for edit in owned {
      if let last = pictures.last, edit.source.lower < last.source.upper {
        let upper = max(last.source.upper, edit.source.upper)
        pictures[pictures.count - 1] = Edit(
          source: SourceSpan(last.source.lower, upper), replacement: last.replacement)
      } else {
        pictures.append(edit)
      }
    }
    let texts = edits.sorted { $0.source < $1.source }
    var picture = 0
    for text in texts {
      while picture < pictures.count, pictures[picture].source.lower <= text.source.lower {
        Self.append(pictures[picture], to: &result)
        picture += 1
      }
      Self.append(text, to: &result)
    }
    for edit in pictures[picture...] { Self.append(edit, to: &result) }
    return Self.settled(result, pictures)
  }

  private static func append(_ edit: Edit, to edits: inout [Edit]) {
    guard let last = edits.last, edit.source.lower < last.source.upper else {
      edits.append(edit)
      return
    }
    let source = SourceSpan(last.source.lower, max(last.source.upper, edit.source.upper))
    let isSame = last.replacement == edit.replacement || edit.replacement.isEmpty
    let joint: [UInt8] = last.replacement.isEmpty ? [] : [0x20]
    edits[edits.count - 1] = Edit(
      source: source, replacement: isSame ? last.replacement : last.replacement + joint + edit.replacement)
  }

  /// Where a picture shares an edit with text, only the picture's words stand.
  private static func settled(_ edits: [Edit], _ pictures: [Edit]) -> [Edit] {
    var picture = 0
    return edits.map { edit in
      while picture < pictures.count, pictures[picture].source.upper <= edit.source.lower,
        pictures[picture].source != edit.source
      {
        picture += 1
      }
      guard picture < pictures.count, pictures[picture].source.lower < edit.source.upper else { return edit }
      return Edit(source: edit.source, replacement: pictures[picture].replacement)
    }
  }
}
