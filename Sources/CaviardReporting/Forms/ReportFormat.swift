/// The forms of report, by the names of the command line.
package enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  case text
  case json
  case jsonl
  case csv
  case html
  case sarif
  case junit
  case gitlab
  case github
  case brat

  /// Told by a file's name where only one form has such names.
  package init?(fileName name: String) {
    let endings: [(String, ReportFormat)] = [
      (".sarif", .sarif), (".sarif.json", .sarif), (".jsonl", .jsonl), (".json", .json), (".csv", .csv),
      (".html", .html), (".htm", .html), (".xml", .junit), (".txt", .text), (".ann", .brat),
    ]
    guard let found = endings.first(where: { name.hasSuffix($0.0) }) else { return nil }
    self = found.1
  }

  /// True when its places are those of files in a repository, as read: it says nothing of copies that are written.
  package var needsFilesAsRead: Bool {
    switch self {
    case .sarif, .gitlab, .github, .brat: true
    case .text, .json, .jsonl, .csv, .html, .junit: false
    }
  }

  /// True when it tells of cases that pass more than their names.
  package var needsPassing: Bool {
    switch self {
    case .json, .jsonl, .csv, .html, .brat: true
    case .text, .sarif, .junit, .gitlab, .github: false
    }
  }

  package func form(_ context: ReportContext) -> any ReportForm {
    switch self {
    case .text: TextForm(context)
    case .json: JSONForm(context)
    case .jsonl: JSONLinesForm(context)
    case .csv: CSVForm()
    case .html: PageReport(context)
    case .sarif: SARIFReport(context)
    case .junit: JUnitReport(context)
    case .gitlab: GitLabReport(context)
    case .github: GitHubReport(context)
    case .brat: BratReport(context)
    }
  }
}
