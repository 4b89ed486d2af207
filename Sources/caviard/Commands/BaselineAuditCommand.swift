internal import ArgumentParser
internal import CaviardCase
internal import CaviardGating
internal import CaviardPipeline
internal import CaviardReporting

struct BaselineAuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Lists the entries in use, those that no case needs, and the cases not accepted.",
    discussion: "Exit status: 1 when an entry is unused, 2 when a case could not be read.")

  @OptionGroup var options: SharedOptions
  @OptionGroup var accepting: AcceptingOptions

  @Flag(name: .customLong("remove-unused"), help: "Takes the entries out that no case needs.")
  var removeUnused = false

  @Argument(help: "Files and folders, as for gate (default: the working folder).")
  var paths: [String] = []

  func run() throws {
    let session = try Session(options, accepting: accepting, allowsText: false)
    if removeUnused, !paths.isEmpty {
      Terminal.complain(session.messages.commandError(.removeNeedsWhole))
      throw ExitStatus.usage.code
    }
    guard let files = session.accepting else { return }
    var acceptance = files.acceptance
    var open: [String] = []
    let summary = try session.checkAll(paths.isEmpty ? ["."] : paths) { outcome in
      let outcome = acceptance.judged(outcome)
      if outcome.verdict != .pass, outcome.accepted == nil { open.append(outcome.name) }
    }
    let unused = acceptance.unused
    let used = files.baseline.sorted.filter(acceptance.isUsed)
    var remarks = used.map { AcceptanceRemark.inUse(path: $0.path, reason: $0.reason) }
    remarks += unused.map { .unused(path: $0.path, reason: $0.reason) } + open.map { .open(name: $0) }
    remarks.append(.audited(used: used.count, unused: unused.count, open: open.count))
    if acceptance.unheeded > 0 {
      Terminal.complain(session.messages.acceptance(.unheeded(acceptance.unheeded)))
    }
    var isRemoved = false
    if removeUnused, !unused.isEmpty {
      if summary.hasUnread {
        Terminal.complain(session.messages.acceptance(.notRemoved))
      } else {
        var baseline = files.baseline
        baseline.remove(unused.map(\.fingerprint))
        try session.write(baseline.text, to: files.baselinePath)
        remarks.append(.removed(unused.count))
        isRemoved = true
      }
    }
    let words = remarks.map { session.messages.acceptance($0) + "\n" }.joined()
    if !Terminal.write(words) || summary.hasUnread { throw ExitStatus.unprocessed.code }
    if !unused.isEmpty, !isRemoved { throw ExitStatus.notShareable.code }
  }
}
