import CaviardEvaluating
import Testing

@Suite("found against gold")
struct EvaluationTests {
  @Test("marks give the text and the spans, in Unicode scalars")
  func marks() {
    let marked = MarkedText("Vue par [[person-name:Dr Léa]] [[1]] à [[place:Roy]].")
    #expect(marked.text == "Vue par Dr Léa [[1]] à Roy.")
    #expect(
      marked.spans == [
        LabelledSpan(start: 8, end: 14, label: "person-name"), LabelledSpan(start: 23, end: 26, label: "place"),
      ])
  }

  @Test("only letters and digits count; half an entity is touched, not full")
  func figures() {
    let gold = GoldCase(
      id: "1", format: .text, text: "Jean Roy, 47 ans, fièvre",
      spans: [LabelledSpan(start: 0, end: 8, label: "name"), LabelledSpan(start: 10, end: 12, label: "age")],
      preserve: [LabelledSpan(start: 18, end: 24, label: "finding")])
    var evaluation = Evaluation()
    evaluation.add(
      gold,
      PredictedCase(
        id: "1",
        found: [LabelledSpan(start: 0, end: 4, label: "name"), LabelledSpan(start: 10, end: 16, label: "age")],
        edited: [LabelledSpan(start: 10, end: 12, label: "age")]))
    #expect(evaluation.entities == 2)
    #expect(evaluation.entityFull == 0.5)
    #expect(evaluation.entityTouched == 1)
    #expect(evaluation.characterRecall == 6.0 / 9)
    #expect(evaluation.precision == 6.0 / 9)
    #expect(evaluation.keptShare == 1)
    #expect(evaluation.cleanShare == 0)
    #expect(evaluation.byLabel["age"]?.fullShare == 1)
  }

  @Test("records are read, and the first that is none is named")
  func records() throws {
    let lines = #"{"id": "a", "text": "x", "spans": [], "exhaustive": false}"# + "\n\n"
    #expect(try GoldRecords.gold(Array(lines.utf8)).map(\.id) == ["a"])
    #expect(throws: GoldRecords.Fault(line: 3)) { try GoldRecords.gold(Array((lines + "{}\n").utf8)) }
  }
}
