internal import ArgumentParser
internal import CaviardCase
internal import CaviardEvaluating
internal import CaviardPipeline
internal import CaviardReporting

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Recall, precision and utility against a gold standard.",
    discussion: """
      Gold is JSON Lines ({"id", "text", "spans": [{"start", "end", "label"}], "preserve", "exhaustive"}) or a folder of \
      files with spans marked in place ([[kind:text]]). Predictions are JSON Lines ({"id", "spans", "edited"}); without \
      them the gold texts are checked here.
      """)

  @OptionGroup var options: SharedOptions

  @Option(help: ArgumentHelp("JSON Lines with spans, or a folder of marked files.", valueName: "file|folder"))
  var gold: String

  @Option(help: ArgumentHelp("JSON Lines with predictions.", valueName: "file"))
  var predicted: String?

  func run() throws {
    let settings = try Settings(options)
    let cases = try GoldSource(settings: settings).cases(gold)
    let predictions: [String: PredictedCase]
    if let predicted {
      predictions = try GoldSource(settings: settings).predictions(predicted)
    } else {
      predictions = Self.check(cases, try Session(options))
    }
    var evaluation = Evaluation()
    var missing = 0
    for gold in cases {
      if predictions[gold.id] == nil { missing += 1 }
      evaluation.add(gold, predictions[gold.id] ?? PredictedCase(id: gold.id, found: [], edited: []))
    }
    let report = EvaluationReport(evaluation)
    let text = options.format == .json || options.format == .jsonl ? report.json() : report.table()
    if missing > 0 { Terminal.complain("\(missing) / \(cases.count) : no prediction") }
    if !Terminal.write(text) { throw ExitStatus.unprocessed.code }
    if missing > 0 { throw ExitStatus.unprocessed.code }
  }

  /// What `check` finds; a case that cannot be read has no prediction.
  private static func check(_ cases: [GoldCase], _ session: Session) -> [String: PredictedCase] {
    var found: [String: PredictedCase] = [:]
    var rest = cases[...]
    CaseStream(jobs: session.jobs).run(
      next: { rest.popFirst() },
      makeWorker: { session.pipeline },
      work: { pipeline, gold in
        pipeline.check(
          CaseSource(
            name: gold.id, format: gold.format, bytes: Array(gold.text.utf8), encoding: .utf8,
            language: session.language))
      },
      deliver: { outcome in
        guard let report = outcome.report else { return }
        let spans = report.findings.map { finding in
          (
            LabelledSpan(
              start: finding.place.start, end: finding.place.end, label: finding.decision.finding.kind.rawValue),
            finding.decision.action
          )
        }
        found[outcome.name] = PredictedCase(
          id: outcome.name, found: spans.map(\.0),
          edited: spans.filter { $0.1 == .redact || $0.1 == .generalise }.map(\.0))
      })
    return found
  }
}
