internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardGating
internal import CaviardPipeline
internal import CaviardPolicies
internal import CaviardReading
internal import CaviardReporting
internal import Glibc

/// What the command line and the configuration come to, checked before any case is read.
struct Session {
  let options: SharedOptions
  let messages: any Messages
  let reports: ReportOptions
  let policy: Policy
  let selection: CaseSelection
  let language: Language?
  let encoding: SourceEncoding?
  let pipeline: Pipeline
  /// What the repository accepts, for commands that ask.
  let accepting: AcceptanceFiles?
  let dictionaryDigest: String
  let jobs: Int

  /// - Throws: ``ExitStatus/usage`` after saying why.
  init(
    _ options: SharedOptions, accepting: AcceptingOptions? = nil, for use: AcceptanceFiles.Use = .reading,
    allowsText: Bool = true
  ) throws {
    self.options = options
    let settings = try Settings(options)
    messages = settings.messages
    policy = settings.policy
    selection = settings.selection
    language = settings.language
    reports = ReportOptions(
      messages: settings.messageLanguage, explains: options.explain, isVerbose: options.verbose,
      hasColour: options.color.isOn)
    if options.showText, !allowsText || (Terminal.environment("CI") != nil && !options.force) {
      try settings.refuse(.showTextInCI)
    }
    encoding = try settings.encoding(options.encoding)
    let dictionary = try settings.dictionary(options.dictionary)
    dictionaryDigest = dictionary.digest
    let files = try accepting.map { try AcceptanceFiles($0, settings, for: use) }
    self.accepting = files
    do {
      var pipeline = try Pipeline(
        dictionary: dictionary, policy: policy, showsText: options.showText, explains: options.explain)
      if accepting?.noInline == true { pipeline = pipeline.ignoringComments() }
      if let files, use != .reading || !files.acceptance.isEmpty {
        pipeline = pipeline.fingerprinting(files.fingerprinter.fingerprints)
      }
      self.pipeline = pipeline
    } catch {
      try settings.refuse(.dictionaryUnusable(path: options.dictionary ?? DictionaryLocator.fileName, why: "\(error)"))
    }
    jobs = options.jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  /// A case in a file; its failure when it cannot be read.
  ///
  /// - Parameter bytes: what was read of it already.
  func source(_ file: InputFile, _ bytes: [UInt8]? = nil) throws(CaseFailure) -> CaseSource {
    guard file.isReadable else { throw file.unreadable }
    guard case .read(let format) = file.choice else { throw CaseFailure(.unsupportedFormat) }
    let bytes = if let bytes { bytes } else { try read(file) }
    return CaseSource(
      name: file.name, format: file.isStandardInput ? StandardInput.format(of: bytes) : format, bytes: bytes,
      encoding: encoding, language: language)
  }

  private func read(_ file: InputFile) throws(CaseFailure) -> [UInt8] {
    let limit = Self.limit(file.choice)
    guard file.isStandardInput else { return try FileContents.read(file.path, limit: limit) }
    // What comes without a name may be a container.
    return try FileContents.read(STDIN_FILENO, limit: CaseSelection.hasContainers ? Self.limit(.read(.docx)) : limit)
  }

  /// Most bytes read of a file.
  static func limit(_ choice: CaseSelection.Choice) -> Int {
    switch choice {
    case .read(let format): ReadingLimits.standard.fileBytes(format)
    case .companion(let companion): companion.limitBytes
    case .passedOver, .unsupported: 0
    }
  }

  /// - Throws: ``ExitStatus/usage`` after saying why git cannot be asked.
  func asking<Answer>(_ git: () throws(GitFault) -> Answer) throws -> Answer {
    do throws(GitFault) {
      return try git()
    } catch {
      Terminal.complain(messages.gitFault(error.problem))
      throw ExitStatus.usage.code
    }
  }

  /// Reads and assesses all of the files.
  func check(
    _ inputs: InputFiles, as purpose: InputFiles.Purpose, comparesWithBase: Bool = false,
    cache: PassCache? = nil, _ blobs: BlobReader? = nil,
    deliver: @escaping (InputFile, CheckRun.Checked) -> Void
  ) throws {
    try asking { () throws(GitFault) in
      try CheckRun(session: self, purpose: purpose, comparesWithBase: comparesWithBase, cache: cache).run(
        inputs, blobs, deliver: deliver)
    }
  }

  func inputs(_ paths: [String], for purpose: InputFiles.Purpose) throws -> InputFiles {
    try asking { () throws(GitFault) in try InputFiles(paths, for: purpose, self) }
  }

  /// The reports of a run, begun.
  ///
  /// - Throws: ``ExitStatus/usage`` after saying why.
  func reports(
    _ format: ReportFormat?, _ files: [ReportFile], _ inputs: InputFiles, _ context: ReportContext
  ) throws -> Reports {
    var reports = try Reports(format, files, context, inputs, self)
    do throws(CaseFailure) {
      try reports.begin()
    } catch {
      Terminal.complain(messages.failure(error))
      throw ExitStatus.usage.code
    }
    return reports
  }

  /// What a run came to, with a line on standard error for each input that is not there.
  func finished(_ tally: CaseTally, missing: [String]) -> ReportRun {
    let complaints = missing.map { messages.commandError(.noSuchInput($0)) }
    for complaint in complaints { Terminal.complain(complaint) }
    return ReportRun(tally: tally, missing: missing, complaints: complaints)
  }
}
