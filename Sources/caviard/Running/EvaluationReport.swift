internal import CaviardEvaluating
internal import CaviardReporting

/// The figures of an evaluation: a table, or one object.
struct EvaluationReport {
  private let evaluation: Evaluation

  init(_ evaluation: Evaluation) { self.evaluation = evaluation }

  private var figures: [(name: String, value: Double?)] {
    [
      ("characterRecall", evaluation.characterRecall), ("entityFull", evaluation.entityFull),
      ("entityTouched", evaluation.entityTouched), ("documentsClean", evaluation.cleanShare),
      ("precision", evaluation.precision), ("removed", evaluation.removedShare), ("kept", evaluation.keptShare),
    ]
  }

  func table() -> String {
    var lines = ["cases \(evaluation.cases)  entities \(evaluation.entities)"]
    lines += figures.map { "\($0.name) \(Self.figure($0.value))" }
    let labels = evaluation.byLabel.sorted { $0.key < $1.key }
    let width = labels.map(\.key.count).max() ?? 0
    for (label, counts) in labels {
      let name = label + String(repeating: " ", count: width - label.count)
      lines.append(
        "  \(name)  entities \(counts.entities)  full \(Self.figure(counts.fullShare))  "
          + "touched \(Self.figure(counts.touchedShare))  characters \(Self.figure(counts.recall))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  func json() -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "caviard.evaluation/1")
      json.member("cases", evaluation.cases)
      json.member("entities", evaluation.entities)
      for figure in figures { Self.write(figure.name, figure.value, to: &json) }
      json.key("byLabel")
      json.object { json in
        for (label, counts) in evaluation.byLabel.sorted(by: { $0.key < $1.key }) {
          json.key(label)
          json.object { json in
            json.member("entities", counts.entities)
            Self.write("entityFull", counts.fullShare, to: &json)
            Self.write("entityTouched", counts.touchedShare, to: &json)
            Self.write("characterRecall", counts.recall, to: &json)
          }
        }
      }
    }
    json.lineFeed()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(_ name: String, _ value: Double?, to json: inout JSONWriter) {
    json.key(name)
    if let value { json.number(value, digits: 4) } else { json.null() }
  }

  private static func figure(_ value: Double?) -> String { value.map { Decimal.short($0) } ?? "-" }
}
