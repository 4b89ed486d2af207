internal import CaviardCase
internal import CaviardDictionaries
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
  let dictionaryDigest: String
  let jobs: Int

  /// - Throws: ``ExitStatus/usage`` after saying why.
  init(_ options: SharedOptions, allowsText: Bool = true) throws {
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
    do {
      pipeline = try Pipeline(
        dictionary: dictionary, policy: policy, showsText: options.showText, explains: options.explain)
    } catch {
      try settings.refuse(.dictionaryUnusable(path: options.dictionary ?? DictionaryLocator.fileName, why: "\(error)"))
    }
    jobs = options.jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  /// A case in a file; its failure when it cannot be read.
  func source(_ file: InputFile) throws(CaseFailure) -> CaseSource {
    guard file.isReadable else { throw file.unreadable }
    guard case .read(let format) = file.choice else { throw CaseFailure(.unsupportedFormat) }
    // What comes without a name may be a container.
    let isContainer = file.isStandardInput ? CaseSelection.hasContainers : format.isContainer
    let limit = ReadingLimits.standard.fileBytes(isContainer ? .docx : .text)
    let bytes =
      file.isStandardInput
      ? try FileContents.read(STDIN_FILENO, limit: limit) : try FileContents.read(file.path, limit: limit)
    return CaseSource(
      name: file.name, format: file.isStandardInput ? StandardInput.format(of: bytes) : format, bytes: bytes,
      encoding: encoding, language: language)
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
