internal import CaviardCase

/// The text report of a run, an empty line between cases.
struct TextForm: ReportForm {
  private let report: TextReport
  private let messages: any Messages
  private let context: ReportContext
  private var count = 0

  init(_ context: ReportContext) {
    self.context = context
    report = TextReport(context.options)
    messages = messagesIn(context.options.messages)
  }

  mutating func add(_ outcome: CaseOutcome) -> String {
    guard context.showsPassing || outcome.verdict != .pass && outcome.accepted == nil else { return "" }
    defer { count += 1 }
    return (count > 0 ? "\n" : "") + report.render(outcome)
  }

  mutating func add(_ library: LibraryReport) -> String? {
    let lines = messages.lines(library, isVerbose: context.options.isVerbose)
    return lines.isEmpty ? "" : "\n" + lines.map { $0 + "\n" }.joined()
  }

  mutating func add(_ history: HistoryReport) -> String? {
    let lines = history.rows.map { messages.earlier($0) + "\n" }
    return lines.isEmpty ? "" : "\n" + lines.joined()
  }
}

extension Messages {
  /// What the library's own record says, where it says something.
  package func lines(_ library: LibraryReport, isVerbose: Bool) -> [String] {
    library.links.map { linked($0.first, $0.second) } + (isVerbose ? [alone(library)] : [])
  }
}
