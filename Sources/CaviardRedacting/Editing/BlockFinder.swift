internal import CaviardCase

/// The block a span stands in.
struct BlockFinder {
  private let blocks: [TextBlock]
  private let whole: TextBlock

  init(_ text: CaseText) {
    blocks = text.blocks
    let context: WritingContext =
      switch text.format {
      case .text, .markdown: .plain
      case .xhtml, .html, .docx, .epub: .markup
      }
    whole = TextBlock(span: TextSpan(0, text.bytes.count), role: .paragraph, context: context)
  }

  /// The block that holds the start of the span, without its label; the whole text where none does. O(log n).
  func block(at span: TextSpan) -> TextBlock {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].span.upper <= span.lower { low = middle + 1 } else { high = middle }
    }
    guard low < blocks.count, blocks[low].span.lower <= span.lower else { return whole }
    let block = blocks[low]
    guard block.labelLength > 0 else { return block }
    return TextBlock(
      span: block.own, role: block.role, context: block.context, declaredLanguage: block.declaredLanguage,
      pin: block.pin)
  }
}
