internal import CaviardCase
internal import CaviardDetecting

/// The language to write in at a place of a case; found out only when something is written.
struct ParagraphLanguages {
  private let text: CaseText
  private let detector: CaseDetector
  /// The language the user names.
  private let named: Language?
  /// Where a paragraph's own language is not decided.
  private let standard: Language
  private var known: [ParagraphLanguage]?

  init(_ text: CaseText, named: Language?, found: [Language], _ detector: CaseDetector) {
    self.text = text
    self.named = named
    self.detector = detector
    standard = named ?? found.first ?? .english
  }

  mutating func language(at span: TextSpan) -> Language {
    let languages = known ?? detector.languages(of: text, language: named)
    known = languages
    var low = 0
    var high = text.blocks.count
    while low < high {
      let middle = (low + high) / 2
      if text.blocks[middle].span.upper <= span.lower { low = middle + 1 } else { high = middle }
    }
    guard low < languages.count, case .decided(let language) = languages[low] else { return standard }
    return language
  }
}
