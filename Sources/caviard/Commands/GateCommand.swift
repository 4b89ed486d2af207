internal import ArgumentParser
internal import CaviardCase
internal import CaviardGating
internal import CaviardPipeline
internal import CaviardReporting

struct GateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "For continuous integration: exit status and findings; never prints text of a case.")

  @OptionGroup var options: SharedOptions
  @OptionGroup var reports: ReportFileOptions
  @OptionGroup var scope: GateScope
  @OptionGroup var accepting: AcceptingOptions

  @Flag(name: .customLong("strict-baseline"), help: "An entry of the baseline that no case needs is a failure.")
  var strictBaseline = false

  @Option(name: .customLong("fail-on"), help: "The mildest verdict that fails: review or block.")
  var failOn: FailOn = .review

  @Flag(name: .customLong("exit-zero"), help: "Report only: cases that do not pass are no failure; unread ones are.")
  var exitZero = false

  @Option(
    help: ArgumentHelp(
      "Remember here, encrypted and without text, what passed: it is not read again.", valueName: "folder"))
  var cache: String?

  @Argument(
    help: ArgumentHelp(
      "Files and folders; in a repository only what git tracks (default: the working folder)."))
  var paths: [String] = []

  func validate() throws {
    if scope.history, !paths.isEmpty { throw ValidationError("--history reads the whole repository") }
    if scope.installHook, hasMoreThanHookTakes {
      throw ValidationError("--install-hook takes --fail-on and --force; the rest belongs in caviard.yml")
    }
  }

  private var hasMoreThanHookTakes: Bool {
    !paths.isEmpty || exitZero || strictBaseline || !reports.files.isEmpty || options.format != nil
      || options.policy != nil || options.language != nil || options.encoding != nil || options.dictionary != nil
      || options.media != nil || !options.pins.isEmpty || accepting.key != nil || accepting.baseline != nil
      || accepting.consents != nil || accepting.noInline
  }

  func run() throws {
    if scope.installHook { return try HookInstallation(Settings(options), failOn: failOn).run(force: options.force) }
    // Git works while the dictionaries are opened: a hook is waited for.
    let question = scope.staged ? GitRepository.askForStaged(paths) : nil
    let blobs = scope.staged ? try? BlobReader() : nil
    let session = try Session(options, accepting: accepting, allowsText: false)
    var acceptance = session.accepting?.acceptance
    let inputs = try self.inputs(session, question)
    var tally = CaseTally()
    var library = LibraryCheck(session)
    var history = HistoryCheck()
    let format = options.format ?? .text
    var output = try session.reports(
      format, reports.files, inputs,
      ReportContext(
        options: session.reports, policy: session.policy.name, isSingle: false, showsPassing: options.verbose,
        failsOn: failOn == .block ? .block : .review))
    let reads = inputs.keeping { file in
      // A file that was named must be read, and what cannot be opened may hold cases; others are only counted.
      file.choice != .unsupported || file.isNamed || !file.nameKinds.isEmpty || !file.isReadable
        || file.isUnreadDocument
    }
    func take(_ outcome: CaseOutcome) {
      tally.count(outcome)
      output.add(outcome)
      if let failure = outcome.failure {
        Terminal.complain(session.messages.listed(outcome.name, .unreadable(session.messages.failure(failure))))
      }
    }
    let cache = try passCache(session, format)
    try session.check(reads, as: .gate, comparesWithBase: scope.diff != nil, cache: cache, blobs) { file, checked in
      guard !checked.isAsBefore else {
        tally.asBefore += 1
        return
      }
      let outcome = acceptance?.judged(checked.outcome) ?? checked.outcome
      take(outcome)
      // One case and its earlier versions are one patient.
      if scope.history { history.add(outcome, of: file) } else { library.add(outcome) }
    }
    do throws(CaseFailure) {
      try cache?.finish()
    } catch {
      Terminal.complain(session.messages.failure(error))
    }
    if scope.history {
      try session.asking { () throws(GitFault) in
        let repository = try GitRepository()
        for outcome in CommitMessages.check(try repository.messages(), session) { take(outcome) }
        output.add(history.report(present: try repository.present(), inputs))
        if try repository.isShallow() { tally.isHistoryCut = true }
      }
    } else {
      let view = library.finish()
      tally.link(view.passing)
      output.add(view.report)
    }
    let status = ExitStatus.checked(tally, failOn: failOn)
    tally.unsupported = inputs.files.count {
      ($0.choice == .unsupported || $0.isCompanion) && !$0.isNamed && $0.isReadable && !$0.isUnreadDocument
    }
    tally.untracked = inputs.untracked
    output.end(session.finished(tally, missing: inputs.missing))
    summarise(session.messages.scanned(tally), format)
    let isWhole = (paths.isEmpty || paths.contains(".") || strictBaseline) && scope.isWorkingFolder
    let unused = acceptance?.complain(session.messages, isWhole: isWhole) ?? 0
    if output.hasFailed || !inputs.missing.isEmpty { throw ExitStatus.unprocessed.code }
    if strictBaseline, unused > 0, status == .success { throw ExitStatus.notShareable.code }
    if status != .notShareable || !exitZero { try status.end() }
  }

  /// - Parameter question: asked of git already, for what is staged.
  private func inputs(_ session: Session, _ question: GitRepository.Question?) throws -> InputFiles {
    guard scope.staged || scope.diff != nil || scope.history else {
      if scope.listed { return try session.asking { () throws(GitFault) in try InputFiles(listed: paths, session) } }
      return try session.inputs(paths.isEmpty ? ["."] : paths, for: .gate)
    }
    return try session.asking { () throws(GitFault) in
      let repository = try GitRepository()
      let files =
        if let range = scope.diff {
          try repository.changed(in: range, paths)
        } else {
          try scope.staged ? repository.staged(question) : HistoryCheck.versions(try repository.history())
        }
      let inputs = InputFiles(files, of: repository, session)
      return scope.history ? HistoryCheck.once(inputs) : inputs
    }
  }

  /// What passed before, where no report tells more of it than its name.
  private func passCache(_ session: Session, _ format: ReportFormat) throws -> PassCache? {
    let formats = [format] + reports.files.map(\.format)
    guard let cache, scope.diff == nil, !options.verbose, !formats.contains(where: \.needsPassing) else { return nil }
    do throws(CaseFailure) {
      return try PassCache(
        folder: cache,
        context: [
          Product.version, Executable.stamp, session.dictionaryDigest, CanonicalText.of(session.policy),
          // A case may pass by what its author allows.
          accepting.noInline ? "no-inline" : "inline",
        ])
    } catch {
      Terminal.complain(session.messages.failure(error))
      throw ExitStatus.usage.code
    }
  }

  /// Beside machine-readable output the count goes to standard error.
  private func summarise(_ text: String, _ format: ReportFormat) {
    if format == .text, !options.quiet {
      _ = Terminal.write(text + "\n")
    } else if format != .text {
      Terminal.hint(text + "\n")
    }
  }
}
