internal import CaviardCase
internal import CaviardGating
internal import CaviardPipeline
internal import CaviardReporting

/// All reports of one run: the one on standard output, those that go to files, and the page of a workflow step.
struct Reports {
  private let messages: any Messages
  private var outputs: [ReportOutput] = []
  private let hasStandardOutput: Bool
  private let isVerbose: Bool

  /// - Parameter format: of standard output; `nil` for a command that says something else there.
  /// - Throws: ``ExitStatus/usage`` after saying why.
  init(
    _ format: ReportFormat?, _ files: [ReportFile], _ context: ReportContext, _ inputs: InputFiles, _ session: Session
  )
    throws
  {
    messages = session.messages
    isVerbose = session.options.verbose
    hasStandardOutput = format != nil
    let formats = files.map(\.format) + (format.map { [$0] } ?? [])
    if let problem = Self.problem(formats, context, inputs, session) ?? Self.problem(files, inputs) {
      Terminal.complain(messages.commandError(problem))
      throw ExitStatus.usage.code
    }
    let context = formats.contains(where: \.needsFilesAsRead) ? context.at(WorkingFolder.paths(session)) : context
    if let format { outputs.append(ReportOutput(format.form(context), to: .standardOutput)) }
    for file in files {
      outputs.append(ReportOutput(file.format.form(context.forFile), to: .file(file.path)))
    }
    if formats.contains(.github), let page = Terminal.environment("GITHUB_STEP_SUMMARY") {
      outputs.append(ReportOutput(StepSummary(context), to: .endOf(page)))
    }
  }

  var hasFailed: Bool { outputs.contains(where: \.hasFailed) }

  /// - Throws: when a file cannot be written.
  mutating func begin() throws(CaseFailure) {
    for index in outputs.indices { try outputs[index].begin() }
  }

  mutating func add(_ outcome: CaseOutcome) {
    for index in outputs.indices { outputs[index].add(outcome) }
  }

  /// The library's own record, where it says something: it is why cases that pass one by one fail together.
  mutating func add(_ library: LibraryReport) {
    for index in outputs.indices where !outputs[index].add(library) && index == 0 && hasStandardOutput {
      Terminal.hint(messages.lines(library, isVerbose: isVerbose).map { $0 + "\n" }.joined())
    }
  }

  mutating func add(_ history: HistoryReport) {
    for index in outputs.indices where !outputs[index].add(history) && index == 0 && hasStandardOutput {
      Terminal.hint(history.rows.map { messages.earlier($0) + "\n" }.joined())
    }
  }

  mutating func end(_ run: ReportRun) {
    for index in outputs.indices {
      outputs[index].end(run)
      for remark in outputs[index].remarks { Terminal.complain(remark) }
    }
    if hasFailed { Terminal.complain(messages.commandError(.cannotWrite)) }
  }
}

extension Reports {
  /// Why a form cannot be had here.
  private static func problem(
    _ formats: [ReportFormat], _ context: ReportContext, _ inputs: InputFiles, _ session: Session
  ) -> CommandProblem? {
    guard formats.contains(.brat) else { return nil }
    if !session.options.showText { return .bratNeedsText }
    return context.isSingle ? nil : .bratNeedsOneCase
  }

  /// Why a file cannot be written: a report never takes the place of a case or of another report.
  private static func problem(_ files: [ReportFile], _ inputs: InputFiles) -> CommandProblem? {
    var taken: Set<String> = []
    for file in files {
      let path = RealPath.of(file.path)
      guard taken.insert(path).inserted else { return .sameOutput(file.path) }
      switch FileKind(at: file.path) {
      case .folder: return .outputUnwritable(file.path)
      case .missing: break
      case .file, .other:
        if GitPlace.isInternal(path) || GitPlace.isTracked(path)
          || inputs.files.contains(where: { $0.isRead && RealPath.of($0.path) == path })
        {
          return .reportOverInput(file.path)
        }
      }
    }
    return nil
  }
}

extension InputFile {
  /// True for cases and what goes with them: what an earlier run reported may be written again.
  fileprivate var isRead: Bool {
    switch choice {
    case .read, .companion: true
    case .unsupported, .passedOver: false
    }
  }
}

extension ReportContext {
  /// With paths from the repository's root.
  fileprivate func at(_ paths: RepositoryPaths) -> ReportContext {
    var context = self
    context.paths = paths
    return context
  }

  /// Without a terminal's colours; a file holds all cases.
  fileprivate var forFile: ReportContext {
    var context = self
    context.showsPassing = true
    context.options = ReportOptions(
      messages: options.messages, explains: options.explains, isVerbose: options.isVerbose, hasColour: false)
    return context
  }
}
