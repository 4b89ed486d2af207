internal import CaviardCase

/// One object for one case, an array for several.
struct JSONForm: ReportForm {
  private let report: JSONReport
  private let isSingle: Bool
  private var count = 0

  init(_ context: ReportContext) {
    report = JSONReport(context.options)
    isSingle = context.isSingle
  }

  mutating func begin() -> String { isSingle ? "" : "[" }

  mutating func add(_ outcome: CaseOutcome) -> String {
    defer { count += 1 }
    let json = JSONWriter.text(.indented) { report.write(outcome, to: &$0) }
    return isSingle ? json + "\n" : (count > 0 ? ",\n" : "\n") + json
  }

  mutating func add(_ library: LibraryReport) -> String? {
    guard !library.links.isEmpty else { return "" }
    defer { count += 1 }
    return (count > 0 ? ",\n" : "\n") + JSONWriter.text(.indented) { library.write(to: &$0) }
  }

  mutating func add(_ history: HistoryReport) -> String? {
    history.rows.map { row in
      defer { count += 1 }
      return (count > 0 ? ",\n" : "\n") + JSONWriter.text(.indented) { history.write(row, to: &$0) }
    }.joined()
  }

  mutating func end(_ run: ReportRun) -> String { isSingle ? "" : count > 0 ? "\n]\n" : "]\n" }
}

/// One object a line.
struct JSONLinesForm: ReportForm {
  private let report: JSONReport

  init(_ context: ReportContext) { report = JSONReport(context.options) }

  mutating func add(_ outcome: CaseOutcome) -> String {
    JSONWriter.text(.line) { report.write(outcome, to: &$0) } + "\n"
  }

  mutating func add(_ library: LibraryReport) -> String? {
    library.links.isEmpty ? "" : JSONWriter.text(.line) { library.write(to: &$0) } + "\n"
  }

  mutating func add(_ history: HistoryReport) -> String? {
    history.rows.map { row in JSONWriter.text(.line) { history.write(row, to: &$0) } + "\n" }.joined()
  }
}

extension JSONWriter {
  static func text(_ layout: Layout, _ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(layout)
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
