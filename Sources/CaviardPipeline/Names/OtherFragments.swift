internal import CaviardCase

/// Fragments of links to other files, or to other parts of a book: what stands for a name there may be another placeholder
/// than here, so a link that would name somebody leads to the file's start.
enum OtherFragments {
  /// - Parameter edits: sorted, disjoint.
  static func dropping(from edits: [Edit], in text: CaseText) -> [Edit] {
    guard !edits.isEmpty else { return edits }
    let fragments = spans(in: text)
    var result: [Edit] = []
    var index = 0
    for var edit in edits {
      while index < fragments.count, fragments[index].upper <= edit.source.lower { index += 1 }
      if index < fragments.count, fragments[index].lower <= edit.source.lower,
        edit.source.upper <= fragments[index].upper
      {
        edit = Edit(source: fragments[index], replacement: [])
      }
      guard let last = result.last, edit.source.lower < last.source.upper else {
        result.append(edit)
        continue
      }
      // Every byte of either goes.
      result[result.count - 1] = Edit(
        source: SourceSpan(
          min(last.source.lower, edit.source.lower), max(last.source.upper, edit.source.upper)),
        replacement: last.replacement.isEmpty ? edit.replacement : last.replacement)
    }
    return result
  }

  /// From the sign `#`; sorted.
  private static func spans(in text: CaseText) -> [SourceSpan] {
    var spans = text.blocks.flatMap { block -> [SourceSpan] in
      guard let links = BlockLinks(block, in: text) else { return [] }
      return links.paths().compactMap { path in path.fragment.flatMap(links.source(of:)) }
    }
    if text.format == .markdown {
      let source = text.source.utf8
      spans += MarkdownDestinations(source).ranges().compactMap { range in
        guard range.count <= BlockLinks.longest, let sign = source[range].firstIndex(of: UInt8(ascii: "#")),
          sign > range.lowerBound
        else { return nil }
        return SourceSpan(sign, range.upperBound)
      }
    }
    return spans.sorted()
  }
}
