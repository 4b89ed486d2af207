internal import CaviardCase

/// Counts what was found in one case against its gold.
struct CaseComparison {
  private static let clinical: Set<String> = [Kind.diagnosis, .procedure, .media].reduce(into: []) {
    $0.insert($1.rawValue)
  }

  private let gold: GoldCase
  private let predicted: PredictedCase
  private let choice: EvaluationChoice
  /// Of each scalar: a letter or digit.
  private let counts: [Bool]
  private let found: [Bool]

  /// A weaker name, `possible-name`, does not count as found.
  init(_ gold: GoldCase, _ predicted: PredictedCase, _ choice: EvaluationChoice) {
    self.gold = gold
    self.predicted = predicted
    self.choice = choice
    counts = gold.text.unicodeScalars.map(Self.isCounted)
    found = Self.cover(counts.count, predicted.found.filter { $0.label != Kind.possibleName.rawValue })
  }

  func count() -> EvaluationCounts {
    var result = EvaluationCounts()
    result.cases = 1
    result.exhaustive = gold.isExhaustive ? 1 : 0
    let edited = Self.cover(counts.count, predicted.edited)
    let marked = Self.cover(counts.count, gold.entities)
    for index in counts.indices where counts[index] {
      result.characters += 1
      if edited[index] { result.removed += 1 }
      guard gold.isExhaustive, found[index] else { continue }
      result.found += 1
      if marked[index] { result.correct += 1 }
    }
    countEntities(into: &result)
    countKinds(marked, into: &result)
    countPreserved(edited, into: &result)
    return result
  }

  private func countEntities(into result: inout EvaluationCounts) {
    let wanted = gold.entities.filter { choice.counts(label: $0.label) }
    for entity in wanted {
      let places = entity.ranges.flatMap { $0.clamped(to: counts.indices) }.filter { counts[$0] }
      guard !places.isEmpty else { continue }
      let hit = places.count { found[$0] }
      let label = EvaluationCounts.Label(
        entities: 1, full: hit == places.count ? 1 : 0, touched: hit > 0 ? 1 : 0, characters: places.count, found: hit)
      result.all += label
      result.byLabel[entity.label, default: EvaluationCounts.Label()] += label
    }
    let marked = Self.cover(counts.count, wanted)
    let places = counts.indices.filter { counts[$0] && marked[$0] }
    result.gold = places.count
    result.hit = places.count { found[$0] }
    guard result.all.entities > 0 else { return }
    result.withGold = 1
    result.clean = result.hit == result.gold ? 1 : 0
  }

  private func countKinds(_ marked: [Bool], into result: inout EvaluationCounts) {
    for span in predicted.found {
      var kind = EvaluationCounts.Found(findings: 1)
      if gold.isExhaustive {
        let places = Self.range(span, counts.count).filter { counts[$0] }
        kind.characters = places.count
        kind.correct = places.count { marked[$0] }
      }
      result.byKind[span.label, default: EvaluationCounts.Found()] += kind
    }
    for span in predicted.edited { result.byKind[span.label, default: EvaluationCounts.Found()].edited += 1 }
  }

  private func countPreserved(_ edited: [Bool], into result: inout EvaluationCounts) {
    let damaged = Self.cover(counts.count, predicted.edited.filter { !Self.clinical.contains($0.label) })
    for span in gold.preserve where choice.counts(preserved: span.label) {
      let places = Self.range(span, counts.count).filter { counts[$0] }
      result.preserve += 1
      if !places.contains(where: { edited[$0] }) { result.kept += 1 }
      if !places.contains(where: { damaged[$0] }) { result.undamaged += 1 }
    }
  }

  private static func isCounted(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: scalar.properties.numericType != nil
    }
  }

  private static func range(_ span: LabelledSpan, _ count: Int) -> Range<Int> {
    let lower = min(max(0, span.start), count)
    return lower..<max(lower, min(span.end, count))
  }

  private static func cover(_ count: Int, _ spans: [LabelledSpan]) -> [Bool] {
    var covered = [Bool](repeating: false, count: count)
    for span in spans { for index in range(span, count) { covered[index] = true } }
    return covered
  }

  private static func cover(_ count: Int, _ entities: [GoldEntity]) -> [Bool] {
    var covered = [Bool](repeating: false, count: count)
    for range in entities.flatMap(\.ranges) { for index in range.clamped(to: 0..<count) { covered[index] = true } }
    return covered
  }
}
