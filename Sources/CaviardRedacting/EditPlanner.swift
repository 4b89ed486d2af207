package import CaviardCase
package import CaviardDictionaries

/// Decisions → edits: sorted, disjoint, covering every byte of what is to go.
///
/// A first version: everything that changes becomes its placeholder.
package struct EditPlanner: Sendable {
  package init(dictionary: CompiledDictionary, policy: Policy) {}

  package func plan(_ assessment: Assessment, for text: CaseText) -> [Edit] {
    var edits: [Edit] = []
    var block = 0
    for decision in assessment.decisions where decision.action == .redact || decision.action == .generalise {
      let span = decision.finding.span
      while block + 1 < text.blocks.count, text.blocks[block].span.upper <= span.lower { block += 1 }
      let context = text.blocks.isEmpty ? WritingContext.plain : text.blocks[block].context
      for (index, piece) in text.map.sourceSpans(of: span).enumerated() {
        edits.append(Edit(source: piece, replacement: index == 0 ? words(decision, context) : []))
      }
    }
    return edits.sorted { $0.source < $1.source }.reduce(into: []) { kept, edit in
      guard let last = kept.last, edit.source.lower < last.source.upper else { return kept.append(edit) }
      let union = SourceSpan(last.source.lower, max(last.source.upper, edit.source.upper))
      kept[kept.count - 1] = Edit(source: union, replacement: last.replacement)
    }
  }

  private func words(_ decision: Decision, _ context: WritingContext) -> [UInt8] {
    let number = max(1, decision.fact)
    return switch context {
    case .identifier, .code: Array(PlaceholderWords.identifier(decision.finding.kind, number: number).utf8)
    default: Array(PlaceholderWords.placeholder(decision.finding.kind, number: number, .english).utf8)
    }
  }
}
