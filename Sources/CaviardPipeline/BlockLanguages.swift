internal import CaviardCase

/// The language to write in at a place: its block's, or the case's where that is not decided.
struct BlockLanguages {
  private let blocks: [TextBlock]
  private let languages: [ParagraphLanguage]
  private let usual: Language

  init(_ text: CaseText, _ detection: Detection) {
    blocks = text.blocks
    languages = detection.blockLanguages
    usual = detection.languages.first ?? .english
  }

  /// O(log blocks).
  func language(at span: TextSpan) -> Language {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].span.upper <= span.lower { low = middle + 1 } else { high = middle }
    }
    guard low < languages.count, case .decided(let language) = languages[low] else { return usual }
    return language
  }
}
