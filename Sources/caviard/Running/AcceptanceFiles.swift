internal import CaviardCase
internal import CaviardGating
internal import CaviardPipeline
internal import CaviardPolicies
internal import CaviardReporting

/// Where a repository keeps what it accepts, and what stands there.
struct AcceptanceFiles {
  let baselinePath: String
  let consentsPath: String
  let baseline: Baseline
  let consents: ConsentLedger
  let fingerprinter: CaseFingerprinter

  /// What is about to be written need not be there yet.
  enum Use {
    case reading
    case writingBaseline
    case writingConsents
  }

  /// - Throws: ``ExitStatus/usage`` after saying why a file cannot be used.
  init(_ options: AcceptingOptions, _ settings: Settings, for use: Use = .reading) throws {
    let named = (
      baseline: options.baseline ?? settings.baselinePath, consents: options.consents ?? settings.consentsPath
    )
    baselinePath = named.baseline ?? ConfigurationLocator.place(of: ConfigurationFile.baselineName)
    consentsPath = named.consents ?? ConfigurationLocator.place(of: ConfigurationFile.consentsName)
    fingerprinter = try KeyFile.fingerprinter(options.key, settings)
    let read = (
      baseline: try Self.contents(baselinePath, isNeeded: named.baseline != nil && use != .writingBaseline, settings),
      consents: try Self.contents(consentsPath, isNeeded: named.consents != nil && use != .writingConsents, settings)
    )
    do throws(PolicyError) {
      baseline = try Baseline(path: Self.shown(baselinePath), bytes: read.baseline ?? [])
      consents = try ConsentLedger(path: Self.shown(consentsPath), bytes: read.consents ?? [])
    } catch {
      Terminal.complain(settings.messages.policyError(error))
      throw ExitStatus.usage.code
    }
  }

  var acceptance: Acceptance {
    Acceptance(baseline: baseline, consents: consents, fingerprinter: fingerprinter, today: Today.day)
  }

  private static func contents(_ path: String, isNeeded: Bool, _ settings: Settings) throws -> [UInt8]? {
    if case .missing = FileKind(at: path) {
      if isNeeded { try settings.refuse(.noSuchInput(path)) }
      return nil
    }
    guard let bytes = ConfigurationLocator.contents(path, limit: LedgerText.limitBytes) else {
      Terminal.complain(settings.messages.policyError(PolicyError(.unreadable, file: shown(path))))
      throw ExitStatus.usage.code
    }
    return bytes
  }

  /// A file that nobody named is called by its name.
  private static func shown(_ path: String) -> String {
    guard let working = WorkingDirectory.path, path.hasPrefix(working + "/") else { return path }
    return String(path.dropFirst(working.count + 1))
  }
}
