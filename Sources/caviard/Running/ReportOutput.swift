internal import CaviardCase
internal import CaviardReporting

/// Puts the reports of one run on standard output, in the form asked for.
struct ReportOutput {
  private let format: OutputFormat
  private let options: ReportOptions
  /// One case is one object; several are an array.
  private let isSingle: Bool
  private var count = 0
  private(set) var hasFailed = false

  init(_ format: OutputFormat, _ options: ReportOptions, isSingle: Bool) {
    self.format = format
    self.options = options
    self.isSingle = isSingle
  }

  mutating func begin() {
    switch format {
    case .csv: write(CSVReport().header)
    case .json: if !isSingle { write("[") }
    case .text, .jsonl: break
    }
  }

  mutating func add(_ outcome: CaseOutcome) {
    defer { count += 1 }
    switch format {
    case .text: write((count > 0 ? "\n" : "") + TextReport(options).render(outcome))
    case .csv: write(CSVReport().row(outcome))
    case .json: write((isSingle ? "" : count > 0 ? ",\n" : "\n") + json(outcome, .indented) + (isSingle ? "\n" : ""))
    case .jsonl: write(json(outcome, .line) + "\n")
    }
  }

  /// The library's own record, where it says something: it is why cases that pass one by one fail together.
  mutating func add(_ library: LibraryReport, isVerbose: Bool) {
    switch format {
    case .text, .csv:
      let messages = messagesIn(options.messages)
      var lines = library.links.map { messages.linked($0.first, $0.second) }
      if isVerbose { lines.append(messages.alone(library)) }
      guard !lines.isEmpty else { return }
      let text = lines.map { $0 + "\n" }.joined()
      if format == .text { write("\n" + text) } else { Terminal.hint(text) }
    case .json, .jsonl:
      guard !library.links.isEmpty else { return }
      var json = JSONWriter(format == .json ? .indented : .line)
      library.write(to: &json)
      let text = String(decoding: json.bytes, as: UTF8.self)
      write(format == .json ? (count > 0 ? ",\n" : "\n") + text : text + "\n")
      count += 1
    }
  }

  mutating func end() {
    if format == .json, !isSingle { write(count > 0 ? "\n]\n" : "]\n") }
  }

  private func json(_ outcome: CaseOutcome, _ layout: JSONWriter.Layout) -> String {
    var json = JSONWriter(layout)
    JSONReport(options).write(outcome, to: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private mutating func write(_ text: String) {
    if !Terminal.write(text) { hasFailed = true }
  }
}
