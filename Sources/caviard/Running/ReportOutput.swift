internal import CaviardCase
internal import CaviardPipeline
internal import CaviardReporting

/// One report of a run, on standard output or in a file that has its name only when it is complete.
struct ReportOutput {
  enum Place {
    case standardOutput
    case file(String)
    /// What was in the file stays before it.
    case endOf(String)
  }

  private var form: any ReportForm
  private let place: Place
  private var file: AtomicFile?
  private(set) var hasFailed = false

  init(_ form: any ReportForm, to place: Place) {
    self.form = form
    self.place = place
  }

  var remarks: [String] { form.remarks }

  /// - Throws: when the file cannot be written.
  mutating func begin() throws(CaseFailure) {
    if case .file(let path) = place { file = try AtomicFile(path) }
    write(form.begin())
  }

  mutating func add(_ outcome: CaseOutcome) { write(form.add(outcome)) }

  /// False when the form has no place for it.
  mutating func add(_ library: LibraryReport) -> Bool {
    guard let text = form.add(library) else { return false }
    write(text)
    return true
  }

  /// False when the form has no place for it.
  mutating func add(_ history: HistoryReport) -> Bool {
    guard let text = form.add(history) else { return false }
    write(text)
    return true
  }

  mutating func end(_ run: ReportRun) {
    write(form.end(run))
    hasFailed = hasFailed || !form.isComplete
    guard !hasFailed, let file else { return }
    do throws(CaseFailure) { try file.finish() } catch { hasFailed = true }
  }

  private mutating func write(_ text: String) {
    guard !text.isEmpty, !hasFailed else { return }
    switch place {
    case .standardOutput: hasFailed = !Terminal.write(text)
    case .endOf(let path): hasFailed = !Terminal.append(text, to: path)
    case .file:
      do throws(CaseFailure) { try file?.write(Array(text.utf8)) } catch { hasFailed = true }
    }
  }
}
