package import CaviardCase

/// The languages of a case.
package struct CaseLanguages: Hashable, Sendable {
  /// English and French as far as blocks were decided to be in them, most words first.
  package let found: [Language]
  /// Words, numbers left out.
  package let wordCount: Int
  /// Words in blocks of a third language.
  package let otherWordCount: Int

  /// The case has enough words, and most of them are neither English nor French.
  package var isUnsupported: Bool {
    wordCount >= Self.leastWords && otherWordCount * 100 >= wordCount * Self.unsupportedPercent
  }

  private static let leastWords = 40
  private static let unsupportedPercent = 60
}

/// Decides the language of every block: by its own words, then by what the document declares, then by its neighbours.
struct LanguageDecider {
  /// - Parameter language: the user's word, which settles every block that is not of a third language.
  func decide(
    _ evidence: [LanguageEvidence], blocks: [TextBlock], language: Language?
  ) -> (blocks: [ParagraphLanguage], languages: CaseLanguages) {
    var whole = LanguageEvidence()
    for block in evidence { whole.add(block) }
    // In a case of a third language, a block that merely leans to English or French is of that language too.
    var verdicts = evidence.map { whole.verdict == .other && !$0.isClear ? .other : $0.verdict }
    for (index, block) in blocks.enumerated() {
      if let language, verdicts[index] != .other { verdicts[index] = .decided(language) }
      if let declared = block.declaredLanguage, verdicts[index] == .undecided { verdicts[index] = .decided(declared) }
    }
    fillFromNeighbours(&verdicts, evidence, whole)
    return (verdicts, summary(verdicts, evidence))
  }

  /// A short block without a word against it takes the language its decided neighbours agree on, else the whole case's.
  private func fillFromNeighbours(
    _ verdicts: inout [ParagraphLanguage], _ evidence: [LanguageEvidence], _ whole: LanguageEvidence
  ) {
    var previous: Language?
    let following = nextDecided(verdicts)
    for index in verdicts.indices {
      if case .decided(let own) = verdicts[index] { previous = own }
      guard verdicts[index] == .undecided else { continue }
      let before = previous ?? following[index]
      let after = following[index] ?? previous
      var candidate = before == after ? before : nil
      if candidate == nil, case .decided(let language) = whole.verdict { candidate = language }
      if let candidate, evidence[index].permits(candidate) { verdicts[index] = .decided(candidate) }
    }
  }

  /// For each block the language of the next decided one after it.
  private func nextDecided(_ verdicts: [ParagraphLanguage]) -> [Language?] {
    var result = [Language?](repeating: nil, count: verdicts.count)
    var next: Language?
    for index in verdicts.indices.reversed() {
      result[index] = next
      if case .decided(let language) = verdicts[index] { next = language }
    }
    return result
  }

  private func summary(_ verdicts: [ParagraphLanguage], _ evidence: [LanguageEvidence]) -> CaseLanguages {
    var words: [ParagraphLanguage: Int] = [:]
    for (index, verdict) in verdicts.enumerated() { words[verdict, default: 0] += evidence[index].words }
    let english = words[.decided(.english)] ?? 0
    let french = words[.decided(.french)] ?? 0
    var found: [Language] = []
    if english > 0 { found.append(.english) }
    if french > 0 { found.insert(.french, at: french > english ? 0 : found.count) }
    return CaseLanguages(
      found: found, wordCount: evidence.reduce(0) { $0 + $1.words }, otherWordCount: words[.other] ?? 0)
  }
}
