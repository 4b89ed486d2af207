internal import CaviardCase
internal import CaviardPipeline
internal import CaviardReporting

extension Session {
  /// Cases that could not be read, or paths that are not there.
  struct Summary {
    var hasUnread = false
  }

  /// Assesses what the gate would read, whatever it is wanted for.
  func checkAll(_ paths: [String], _ take: @escaping (CaseOutcome) -> Void) throws -> Summary {
    let inputs = try self.inputs(paths, for: .gate)
    var summary = Summary(hasUnread: !inputs.missing.isEmpty)
    for path in inputs.missing { Terminal.complain(messages.commandError(.noSuchInput(path))) }
    let reads = inputs.keeping { $0.choice != .unsupported || $0.isNamed || !$0.nameKinds.isEmpty || !$0.isReadable }
    try check(reads, as: .gate) { _, checked in
      let outcome = checked.outcome
      if let failure = outcome.failure {
        Terminal.complain(messages.listed(outcome.name, .unreadable(messages.failure(failure))))
        guard failure.isJudgement else {
          summary.hasUnread = true
          return
        }
      }
      take(outcome)
    }
    return summary
  }

  /// - Throws: ``ExitStatus/usage`` for words that say nothing, or that may name somebody where everybody reads them.
  func refuseNames(_ words: String, of option: String) throws {
    let problem: CommandProblem? =
      if !words.contains(where: \.isLetter) {
        .emptyOption(option: option)
      } else if pipeline.mayNameSomebody(words) {
        .namesSomebody(option: option)
      } else {
        nil
      }
    guard let problem else { return }
    Terminal.complain(messages.commandError(problem))
    throw ExitStatus.usage.code
  }

  /// Writes a file whole.
  ///
  /// - Throws: ``ExitStatus/unprocessed`` after saying why not.
  func write(_ text: String, to path: String) throws {
    do throws(CaseFailure) {
      try AtomicFile.write(Array(text.utf8), to: path)
    } catch {
      Terminal.complain(messages.commandError(.outputUnwritable(path)))
      throw ExitStatus.unprocessed.code
    }
  }
}
