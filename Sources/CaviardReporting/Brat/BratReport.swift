internal import CaviardCase

/// brat's standoff of one text or page: `T1⇥person-name 3 14⇥words`, a note of what to write, places in Unicode scalars.
///
/// Its last column is the text of the case, which brat requires, so the command asks for `--show-text`. A place that crosses lines is
/// discontinuous. brat counts a byte order mark.
struct BratReport: ReportForm {
  private let messages: any Messages
  private(set) var isComplete = true
  private var count = 0

  init(_ context: ReportContext) { messages = messagesIn(context.options.messages) }

  mutating func add(_ outcome: CaseOutcome) -> String {
    guard let report = outcome.report else { return "" }
    let shift = report.hasByteOrderMark ? 1 : 0
    return report.findings.map { line($0, shift) }.joined()
  }

  private mutating func line(_ reported: ReportedFinding, _ shift: Int) -> String {
    // A part of a container has no file that brat could show.
    guard reported.place.part == nil, let shown = reported.shown else {
      isComplete = false
      return ""
    }
    count += 1
    let places = reported.place.regions.map { "\($0.start + shift) \($0.end + shift)" }.joined(separator: ";")
    let decision = reported.decision
    let note = messages.action(decision.action, replacement: reported.replacement)
    return "T\(count)\t\(decision.finding.kind.rawValue) \(places)\t\(shown.pieces.joined(separator: " "))\n"
      + "#\(count)\tAnnotatorNotes T\(count)\t\(note)\n"
  }
}
