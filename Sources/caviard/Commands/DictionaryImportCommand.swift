internal import ArgumentParser
internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardPipeline
internal import CaviardReporting

struct DictionaryImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Makes lists of what others publish.", subcommands: [OrphadataImportCommand.self])
}

struct OrphadataImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "orphadata", abstract: "Names, prevalence and ages at onset from Orphanet's own XML.",
    discussion: """
      Takes files of product 1 (names), 9 (prevalence) and 9 (ages), English and French, in any number. Writes \
      DIR/diagnoses/terms.tsv and DIR/diagnoses/SOURCE.md (attribution, CC BY 4.0). Then: caviard dictionary compile \
      Dictionaries DIR --output FILE, and --dictionary FILE.
      """)

  @OptionGroup var options: SharedOptions

  @Argument(help: "Orphanet's XML files.")
  var files: [String]

  @Option(name: [.short, .long], help: ArgumentHelp("The folder of lists to write.", valueName: "dir"))
  var output: String

  @Option(help: ArgumentHelp("The lists these will go on top of: rows are joined by name.", valueName: "dir"))
  var base: String?

  func run() throws {
    let settings = try Settings(options)
    let rows = try self.rows(settings)
    let folder = output + "/" + DictionaryList.diagnoses.rawValue
    do {
      try AtomicFile.write(rows.terms(), to: folder + "/terms.tsv")
      try AtomicFile.write(rows.sourceNote(), to: folder + "/SOURCE.md")
    } catch {
      Terminal.complain(settings.messages.commandError(.outputUnwritable(folder)))
      throw ExitStatus.unprocessed.code
    }
    if options.quiet { return }
    let tally = ImportTally(
      disorders: rows.disorders, names: rows.names, withPrevalence: rows.withPrevalence, withOnset: rows.withOnset,
      joined: rows.joined, leftOut: rows.leftOut)
    if !Terminal.write(settings.messages.imported(tally) + "\n") { throw ExitStatus.unprocessed.code }
  }

  /// - Throws: status 2 for a file that cannot be read to its end, 64 for a base that cannot be used; nothing is written then.
  private func rows(_ settings: Settings) throws -> OrphadataRows {
    var importer = OrphadataImporter()
    for file in files {
      do {
        try importer.add(file: file)
      } catch let error as OrphadataError {
        let problem = CommandProblem.orphadataUnusable(
          path: error.file, line: error.line, OrphadataProblem(error.reason))
        Terminal.complain(settings.messages.commandError(problem))
        throw ExitStatus.unprocessed.code
      } catch {
        Terminal.complain(settings.messages.commandError(.noSuchInput(file)))
        throw ExitStatus.unprocessed.code
      }
    }
    do {
      return try importer.rows(base: base)
    } catch {
      try settings.refuse(.listsUnusable("\(error)"))
    }
  }
}

extension OrphadataProblem {
  fileprivate init(_ reason: OrphadataError.Reason) {
    switch reason {
    case .markup: self = .markup
    case .documentType: self = .documentType
    case .limit: self = .limit
    case .notOrphadata: self = .notOrphadata
    case .missingCode: self = .missingCode
    case .invalidNumber: self = .invalidNumber
    case .nothing: self = .nothing
    }
  }
}
