internal import CaviardEvaluating
internal import CaviardReporting

struct EvaluatedSet {
  let name: String
  let evaluation: Evaluation
}

/// The figures of an evaluation, set by set and together: a table, or one object.
struct EvaluationReport {
  private let sets: [EvaluatedSet]
  private let all: Evaluation
  private let half: EvaluationChoice.Half?
  private let draws: Int

  /// - Parameter draws: for the intervals; 0 for none.
  init(_ sets: [EvaluatedSet], _ choice: EvaluationChoice, draws: Int) {
    self.sets = sets
    self.draws = draws
    half = choice.half
    all = sets.reduce(into: Evaluation(choice)) { $0.add($1.evaluation) }
  }

  private struct Figure {
    let name: String
    let value: Double?
    var interval: ClosedRange<Double>?
  }

  private func figures(_ evaluation: Evaluation) -> [Figure] {
    let intervals = draws > 0 ? evaluation.intervals(draws: draws) : EvaluationIntervals()
    let counts = evaluation.counts
    return [
      Figure(name: "characterRecall", value: counts.characterRecall, interval: intervals.characterRecall),
      Figure(name: "entityFull", value: counts.entityFull, interval: intervals.entityFull),
      Figure(name: "entityTouched", value: counts.entityTouched),
      Figure(name: "documentsClean", value: counts.cleanShare),
      Figure(name: "precision", value: counts.precision, interval: intervals.precision),
      Figure(name: "removed", value: counts.removedShare),
      Figure(name: "kept", value: counts.keptShare),
      Figure(name: "keptFromMistakes", value: counts.undamagedShare),
    ]
  }
}

// MARK: - The table

extension EvaluationReport {
  func table() -> String {
    var parts = sets.map { part($0.name, $0.evaluation) }
    if sets.count > 1 { parts.append(part("all", all)) }
    return parts.joined(separator: "\n")
  }

  private func part(_ name: String, _ evaluation: Evaluation) -> String {
    let counts = evaluation.counts
    var lines = [
      "\(name)\(half.map { " (\($0.rawValue))" } ?? "")  cases \(counts.cases)  entities \(counts.all.entities)"
    ]
    let figures = figures(evaluation).map { figure in
      [figure.name, Self.figure(figure.value)]
        + (figure.interval.map { ["[\(Self.figure($0.lowerBound)) \(Self.figure($0.upperBound))]"] } ?? [])
    }
    lines += Self.aligned(figures)
    if !counts.byLabel.isEmpty {
      let rows = counts.byLabel.sorted { $0.key < $1.key }.map { label, counts in
        [
          label, String(counts.entities), Self.figure(counts.fullShare), Self.figure(counts.touchedShare),
          Self.figure(counts.recall),
        ]
      }
      lines += Self.aligned([["label", "entities", "full", "touched", "characterRecall"]] + rows)
    }
    if !counts.byKind.isEmpty {
      let rows = counts.byKind.sorted { $0.key < $1.key }.map { kind, counts in
        [kind, String(counts.findings), String(counts.edited), Self.figure(counts.precision)]
      }
      lines += Self.aligned([["kind", "found", "edited", "precision"]] + rows)
    }
    let clinical = evaluation.clinicalEdits
    if !clinical.isEmpty {
      let known = clinical.compactMap(\.k).sorted()
      var line =
        "clinicalEdits  cases \(clinical.count)  diagnosis \(clinical.reduce(0) { $0 + $1.diagnoses })  "
        + "procedure \(clinical.reduce(0) { $0 + $1.procedures })"
      if let least = known.first, let most = known.last {
        line += "  K \(Decimal.short(least))…\(Decimal.short(known[known.count / 2]))…\(Decimal.short(most))"
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Columns under each other, two spaces in.
  private static func aligned(_ rows: [[String]]) -> [String] {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.count)
      }
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
      }
      return "  " + cells.joined(separator: "  ")
    }
  }

  /// Three places after the point: what two runs are compared by.
  private static func figure(_ value: Double?) -> String {
    guard let value else { return "-" }
    let thousandths = Int((value * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}

// MARK: - JSON

extension EvaluationReport {
  func json() -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "caviard.evaluation/1")
      if let half { json.member("half", half.rawValue) }
      write(all, to: &json)
      json.key("sets")
      json.array(sets) { json, set in
        json.object { json in
          json.member("name", set.name)
          write(set.evaluation, to: &json)
        }
      }
    }
    json.lineFeed()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func write(_ evaluation: Evaluation, to json: inout JSONWriter) {
    let counts = evaluation.counts
    json.member("cases", counts.cases)
    json.member("entities", counts.all.entities)
    for figure in figures(evaluation) {
      Self.write(figure.name, figure.value, to: &json)
      guard let interval = figure.interval else { continue }
      json.key(figure.name + "Interval")
      json.array([interval.lowerBound, interval.upperBound]) { $0.number($1, digits: 6) }
    }
    json.key("byLabel")
    json.object { json in
      for (label, counts) in counts.byLabel.sorted(by: { $0.key < $1.key }) {
        json.key(label)
        json.object { json in
          json.member("entities", counts.entities)
          Self.write("entityFull", counts.fullShare, to: &json)
          Self.write("entityTouched", counts.touchedShare, to: &json)
          Self.write("characterRecall", counts.recall, to: &json)
        }
      }
    }
    json.key("byKind")
    json.object { json in
      for (kind, counts) in counts.byKind.sorted(by: { $0.key < $1.key }) {
        json.key(kind)
        json.object { json in
          json.member("found", counts.findings)
          json.member("edited", counts.edited)
          Self.write("precision", counts.precision, to: &json)
        }
      }
    }
    json.key("clinicalEdits")
    json.array(evaluation.clinicalEdits) { json, edits in
      json.object { json in
        json.member("case", edits.id)
        Self.write("k", edits.k, to: &json)
        json.member("diagnosis", edits.diagnoses)
        json.member("procedure", edits.procedures)
      }
    }
  }

  private static func write(_ name: String, _ value: Double?, to json: inout JSONWriter) {
    json.key(name)
    if let value { json.number(value, digits: 6) } else { json.null() }
  }
}
