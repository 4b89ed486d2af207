/// Found against gold, over the cases of a set.
package struct Evaluation: Sendable {
  /// A case in which a diagnosis or procedure was changed, and the K that required it.
  package struct ClinicalEdits: Hashable, Sendable {
    package let id: String
    package let k: Double?
    package let diagnoses: Int
    package let procedures: Int
  }

  package let choice: EvaluationChoice
  package private(set) var counts = EvaluationCounts()
  package private(set) var clinicalEdits: [ClinicalEdits] = []
  private var documents: [EvaluationCounts] = []

  package init(_ choice: EvaluationChoice = EvaluationChoice()) { self.choice = choice }

  package mutating func add(_ gold: GoldCase, _ predicted: PredictedCase) {
    let document = CaseComparison(gold, predicted, choice).count()
    counts += document
    documents.append(document)
    let edits = ClinicalEdits(
      id: gold.id, k: predicted.k, diagnoses: predicted.edited.count { $0.label == "diagnosis" },
      procedures: predicted.edited.count { $0.label == "procedure" })
    if edits.diagnoses + edits.procedures > 0 { clinicalEdits.append(edits) }
  }

  /// The cases of several sets as one.
  package mutating func add(_ other: Evaluation) {
    counts += other.counts
    documents += other.documents
    clinicalEdits += other.clinicalEdits
  }

  /// 95 % intervals by drawing as many cases as there are, with replacement, so many times. Always the same for the same
  /// cases.
  package func intervals(draws: Int) -> EvaluationIntervals {
    var random = SplitMix64(seed: 1)
    var recalls: [Double] = []
    var fulls: [Double] = []
    var precisions: [Double] = []
    guard !documents.isEmpty else { return EvaluationIntervals() }
    for _ in 0..<draws {
      var sum = EvaluationCounts()
      for _ in documents.indices { sum.addFigures(of: documents[random.index(below: documents.count)]) }
      if let recall = sum.characterRecall { recalls.append(recall) }
      if let full = sum.entityFull { fulls.append(full) }
      if let precision = sum.precision { precisions.append(precision) }
    }
    return EvaluationIntervals(
      characterRecall: Self.interval(recalls), entityFull: Self.interval(fulls), precision: Self.interval(precisions))
  }

  private static func interval(_ values: [Double]) -> ClosedRange<Double>? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let lower = sorted[Int(0.025 * Double(sorted.count))]
    return lower...sorted[min(sorted.count - 1, Int(0.975 * Double(sorted.count)))]
  }
}

package struct EvaluationIntervals: Hashable, Sendable {
  package var characterRecall: ClosedRange<Double>?
  package var entityFull: ClosedRange<Double>?
  package var precision: ClosedRange<Double>?

  package init(
    characterRecall: ClosedRange<Double>? = nil, entityFull: ClosedRange<Double>? = nil,
    precision: ClosedRange<Double>? = nil
  ) {
    self.characterRecall = characterRecall
    self.entityFull = entityFull
    self.precision = precision
  }
}

/// Steele, Lea and Flood's generator (2014): small, and the same everywhere.
private struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func index(below count: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(count)).high) }
}
