internal import ArgumentParser
internal import CaviardCase
internal import CaviardEvaluating
internal import CaviardPipeline
internal import CaviardReporting

extension EvaluationChoice.Half: ExpressibleByArgument {}

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Recall, precision and utility against a gold standard.",
    discussion: """
      Gold is JSON Lines ({"id", "text", "spans": [{"start", "end", "label"}], "preserve", "exhaustive"}), brat (.txt with \
      .ann), i2b2 2014 (.xml), files with spans marked in place ([[kind:text]]), or a folder of these. Predictions are \
      JSON Lines ({"id", "spans", "edited"}), or a folder with one such file for each file of gold, of the same name; \
      without them the gold texts are checked here.
      """)

  @OptionGroup var options: SharedOptions

  @Option(help: ArgumentHelp("What people marked.", valueName: "file|folder"))
  var gold: String

  @Option(help: ArgumentHelp("What was found and changed.", valueName: "file|folder"))
  var predicted: String?

  @Option(help: ArgumentHelp("Count only these gold labels for recall.", valueName: "regex|a,b"))
  var labels: String?

  @Option(help: ArgumentHelp("Count only these labels of what must survive.", valueName: "regex|a,b"))
  var preserve: String?

  @Option(help: "Only the even or the odd cases of each set, counted from 0.")
  var half: EvaluationChoice.Half?

  @Option(help: ArgumentHelp("Draws for 95 % intervals (0: none).", valueName: "n"))
  var bootstrap = 0

  func validate() throws {
    if !(0...1_000_000).contains(bootstrap) { throw ValidationError("--bootstrap must be from 0 to 1000000") }
  }

  func run() throws {
    let settings = try Settings(options)
    let source = GoldSource(settings: settings)
    let sets = try source.sets(gold)
    let labelFilter = try LabelFilter(labels, option: "--labels", settings: settings)
    let preserveFilter = try LabelFilter(preserve, option: "--preserve", settings: settings)
    let choice = EvaluationChoice(half: half, labels: labelFilter.takes, preserve: preserveFilter.takes)
    let session = predicted == nil ? try Session(options) : nil
    var evaluated: [EvaluatedSet] = []
    var missing = 0
    var all = 0
    for set in sets {
      let cases = set.cases.enumerated().filter { choice.takes($0.offset) }.map(\.element)
      let predictions: [String: PredictedCase]
      if let session {
        predictions = Self.check(cases, session)
      } else {
        predictions = try source.predictions(predicted ?? "", for: set)
      }
      var evaluation = Evaluation(choice)
      for gold in cases {
        if predictions[gold.id] == nil { missing += 1 }
        evaluation.add(gold, predictions[gold.id] ?? PredictedCase(id: gold.id, found: [], edited: []))
      }
      all += cases.count
      evaluated.append(EvaluatedSet(name: set.name, evaluation: evaluation))
    }
    let report = EvaluationReport(evaluated, choice, draws: bootstrap)
    let isJSON = options.format == .json || options.format == .jsonl
    if missing > 0 { Terminal.complain(settings.messages.withoutPrediction(missing, of: all)) }
    if !Terminal.write(isJSON ? report.json() : report.table()) || missing > 0 { throw ExitStatus.unprocessed.code }
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
          edited: spans.filter { $0.1 == .redact || $0.1 == .generalise }.map(\.0), k: report.risk.k)
      })
    return found
  }
}
