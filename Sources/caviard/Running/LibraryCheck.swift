internal import CaviardCase
internal import CaviardPipeline
internal import CaviardReporting
internal import CaviardRisk

/// Gathers the cases of one run and says at its end which could be one patient told twice.
struct LibraryCheck {
  private var view: LibraryView
  private var names: [String] = []
  /// By case: whether it passes by itself.
  private var passes: [Bool] = []

  init(_ session: Session) { view = session.pipeline.library() }

  mutating func add(_ outcome: CaseOutcome) {
    if let trace = outcome.trace { view.add(trace, number: names.count) }
    names.append(outcome.name)
    passes.append((outcome.after?.verdict ?? outcome.verdict) == .pass)
  }

  /// The report, and how many cases of those that pass are linked.
  func finish() -> (report: LibraryReport, passing: Int) {
    let links = view.links()
    let linked = Set(links.flatMap { [$0.0, $0.1] })
    return (
      LibraryReport(
        cases: names.count, unique: view.uniqueCount(),
        links: links.map { (first: names[$0.0], second: names[$0.1]) }),
      linked.count { passes[$0] }
    )
  }
}
