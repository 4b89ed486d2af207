internal import ArgumentParser
internal import CaviardReporting

extension ReportFormat: ExpressibleByArgument {}

/// `[FORM=]FILE` of the command line.
struct ReportFile: ExpressibleByArgument {
  let format: ReportFormat
  let path: String

  init?(argument: String) {
    if let equals = argument.firstIndex(of: "="), let format = ReportFormat(rawValue: String(argument[..<equals])) {
      self.format = format
      path = String(argument[argument.index(after: equals)...])
    } else if let format = ReportFormat(fileName: argument) {
      self.format = format
      path = argument
    } else {
      return nil
    }
    guard !path.isEmpty else { return nil }
  }
}

/// What the commands that judge files understand.
struct ReportFileOptions: ParsableArguments {
  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Writes a report to a file as well; may be given several times. Without FORM= the file's ending tells: .sarif, .html, "
        + ".xml (JUnit), .json, .jsonl, .csv, .txt.",
      valueName: "[form=]file"))
  var files: [ReportFile] = []
}
