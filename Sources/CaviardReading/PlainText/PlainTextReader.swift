internal import CaviardCase

/// Plain text: as it is, a block per paragraph. Paragraphs are separated by blank lines.
struct PlainTextReader {
  func read(_ text: SourceText) -> CaseText {
    var blocks: [TextBlock] = []
    var media: [MediaReference] = []
    text.utf8.withUnsafeBufferPointer { source in
      var open: Range<Int>?
      for line in Lines(source) {
        if source[line.content].allSatisfy(\.isSpace) {
          if let paragraph = open { blocks.append(Self.block(paragraph)) }
          open = nil
        } else {
          open = (open?.lowerBound ?? line.content.lowerBound)..<line.content.upperBound
        }
      }
      if let paragraph = open { blocks.append(Self.block(paragraph)) }
      media = EmbeddedData.adding(to: [], in: source)
    }
    return CaseText(
      source: text, format: .text, bytes: text.utf8, blocks: blocks, map: OffsetMap(identity: text.utf8.count),
      media: media)
  }

  private static func block(_ range: Range<Int>) -> TextBlock {
    TextBlock(span: TextSpan(range.lowerBound, range.upperBound), role: .paragraph, context: .plain)
  }
}
