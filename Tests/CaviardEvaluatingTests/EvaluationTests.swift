import CaviardEvaluating
import Testing

@Suite("found against gold")
struct EvaluationTests {
  private let gold = GoldCase(
    id: "1", format: .text, text: "Jean Roy, 47 ans, fièvre",
    spans: [LabelledSpan(start: 0, end: 8, label: "name"), LabelledSpan(start: 10, end: 12, label: "age")],
    preserve: [LabelledSpan(start: 18, end: 24, label: "finding")])
  private let predicted = PredictedCase(
    id: "1",
    found: [LabelledSpan(start: 0, end: 4, label: "name"), LabelledSpan(start: 10, end: 16, label: "age")],
    edited: [LabelledSpan(start: 10, end: 12, label: "age"), LabelledSpan(start: 18, end: 24, label: "diagnosis")], k: 3
  )

  @Test("only letters and digits count; half an entity is touched, not full")
  func figures() {
    var evaluation = Evaluation()
    evaluation.add(gold, predicted)
    let counts = evaluation.counts
    #expect(counts.all.entities == 2)
    #expect(counts.entityFull == 0.5)
    #expect(counts.entityTouched == 1)
    #expect(counts.characterRecall == 6.0 / 9)
    #expect(counts.precision == 6.0 / 9)
    #expect(counts.cleanShare == 0)
    #expect(counts.removedShare == 8.0 / 18)
    #expect(counts.byLabel["age"]?.fullShare == 1)
    #expect(counts.byKind["age"]?.precision == 2.0 / 5)
    #expect(counts.byKind["age"]?.edited == 1)
  }

  @Test("a term that K required to go is not a term damaged by mistake, and is told with its K")
  func kept() {
    var evaluation = Evaluation()
    evaluation.add(gold, predicted)
    #expect(evaluation.counts.keptShare == 0)
    #expect(evaluation.counts.undamagedShare == 1)
    let edits = evaluation.clinicalEdits
    #expect(edits.map(\.id) == ["1"] && edits.map(\.k) == [3])
    #expect(edits.map(\.diagnoses) == [1] && edits.map(\.procedures) == [0])
  }

  @Test("a possible name is not found; without exhaustive gold there is no precision")
  func weak() {
    var evaluation = Evaluation()
    let open = GoldCase(id: "2", format: .text, text: "Roy", entities: gold.entities, isExhaustive: false)
    evaluation.add(
      open, PredictedCase(id: "2", found: [LabelledSpan(start: 0, end: 3, label: "possible-name")], edited: []))
    #expect(evaluation.counts.characterRecall == 0)
    #expect(evaluation.counts.precision == nil)
  }

  @Test("only the labels chosen count for recall; precision still knows all gold")
  func labels() {
    var evaluation = Evaluation(EvaluationChoice(labels: { $0 == "age" }))
    evaluation.add(gold, predicted)
    #expect(evaluation.counts.all.entities == 1)
    #expect(evaluation.counts.cleanShare == 1)
    #expect(evaluation.counts.precision == 6.0 / 9)
  }

  @Test("an entity of two ranges is full only when both are found")
  func discontinuous() {
    let gold = GoldCase(
      id: "3", format: .text, text: "Jean dit Roy", entities: [GoldEntity(label: "name", ranges: [0..<4, 9..<12])])
    var evaluation = Evaluation()
    evaluation.add(gold, PredictedCase(id: "3", found: [LabelledSpan(start: 0, end: 4, label: "x")], edited: []))
    #expect(evaluation.counts.all.entities == 1)
    #expect(evaluation.counts.entityFull == 0)
    #expect(evaluation.counts.characterRecall == 4.0 / 7)
  }

  @Test("intervals hold the figure and are the same each time; halves share the cases out")
  func intervals() throws {
    var evaluation = Evaluation()
    for index in 0..<40 {
      evaluation.add(gold, index % 4 == 0 ? PredictedCase(id: "1", found: [], edited: []) : predicted)
    }
    let intervals = evaluation.intervals(draws: 200)
    let recall = try #require(intervals.characterRecall)
    #expect(recall.contains(try #require(evaluation.counts.characterRecall)))
    #expect(recall.lowerBound < recall.upperBound)
    #expect(intervals == evaluation.intervals(draws: 200))
    #expect((0..<5).filter(EvaluationChoice(half: .odd).takes) == [1, 3])
    #expect(Evaluation().intervals(draws: 10) == EvaluationIntervals())
  }
}
