internal import CaviardCase
internal import CaviardGating
internal import CaviardPipeline
internal import CaviardReporting

/// Reads and assesses files in parallel; outcomes come in the order of the files. Of pictures and style sheets only what is
/// wrong with them is delivered.
struct CheckRun {
  let session: Session
  let purpose: InputFiles.Purpose
  /// True when each file is compared with what it was at the other end.
  var comparesWithBase = false
  /// What passed before is not read again.
  var cache: PassCache?

  /// What came of one file.
  struct Checked: Sendable {
    let outcome: CaseOutcome
    /// Compared with its base: no finding touches a new line, and the risk did not rise.
    var isAsBefore = false
  }

  /// A file with what git gave of it.
  private struct Loaded: Sendable {
    let file: InputFile
    var bytes: Result<[UInt8], CaseFailure>?
    var base: Result<[UInt8], CaseFailure>?
  }

  /// - Parameter blobs: what reads the contents that git keeps, where it was started already.
  /// - Throws: when git cannot be asked for the contents.
  func run(
    _ inputs: InputFiles, _ blobs: BlobReader? = nil, deliver: @escaping (InputFile, Checked) -> Void
  ) throws(GitFault) {
    let files = inputs.files.filter { $0.choice != .passedOver }
    var rest = files[...]
    let session = session
    let (purpose, comparesWithBase, cache) = (purpose, comparesWithBase, cache)
    let blobs = if let blobs { blobs } else { files.contains { $0.git != nil } ? try BlobReader() : nil }
    CaseStream(jobs: min(session.jobs, files.count)).run(
      next: { () -> Loaded? in
        guard !Interruption.hasCome, let file = rest.popFirst() else { return nil }
        return Self.load(file, blobs, withBase: comparesWithBase)
      },
      makeWorker: { session.pipeline },
      work: { pipeline, loaded in
        Self.outcome(loaded, session, pipeline, purpose, cache).map { outcome in
          (
            loaded.file,
            comparesWithBase ? Self.compared(outcome, loaded, session, pipeline) : Checked(outcome: outcome)
          )
        }
      },
      deliver: { if let (file, checked) = $0 { deliver(file, checked) } })
  }

  /// One content at a time: they come through one process.
  private static func load(_ file: InputFile, _ blobs: BlobReader?, withBase: Bool) -> Loaded {
    guard let git = file.git, let blobs, git.kind == .file else { return Loaded(file: file) }
    func read(_ blob: String?) -> Result<[UInt8], CaseFailure>? {
      guard let blob else { return nil }
      do throws(CaseFailure) {
        return .success(try blobs.read(blob, limit: Session.limit(file.choice)))
      } catch {
        return .failure(error)
      }
    }
    return Loaded(file: file, bytes: read(git.blob), base: withBase ? read(git.base) : nil)
  }

  private static func outcome(
    _ loaded: Loaded, _ session: Session, _ pipeline: Pipeline, _ purpose: InputFiles.Purpose, _ cache: PassCache?
  ) -> CaseOutcome? {
    let file = loaded.file
    do throws(CaseFailure) {
      if case .companion(let companion) = file.choice {
        let bytes =
          if let loaded = loaded.bytes { try loaded.get() } else {
            try FileContents.read(file.path, limit: companion.limitBytes)
          }
        try pipeline.judge(bytes, as: companion, without: file.persons)
        if !file.nameKinds.isEmpty { throw CaseFailure(.identifyingName) }
        return nil
      }
      if purpose == .gate, file.choice == .unsupported, !file.isNamed, file.isReadable, !file.isUnreadDocument {
        // It is not read, but its name can be.
        throw CaseFailure(.identifyingName)
      }
      let source = try session.source(file, loaded.bytes?.get())
      // A name that tells blocks, whatever the content is.
      guard let cache, file.nameKinds.isEmpty else { return pipeline.check(source).naming(file.nameKinds) }
      let key = cache.key(of: source)
      if let known = cache.entry(key) {
        return CaseOutcome(
          name: file.name, byteCount: known.byteCount, report: nil, after: nil, result: .passedBefore,
          trace: known.trace)
      }
      let outcome = pipeline.check(source)
      cache.note(outcome, as: key)
      return outcome
    } catch {
      return CaseOutcome(name: file.name, byteCount: 0, report: nil, after: nil, result: .failed(error))
    }
  }
}

extension CheckRun {
  /// Of a case that does not pass, what is new in it.
  private static func compared(
    _ outcome: CaseOutcome, _ loaded: Loaded, _ session: Session, _ pipeline: Pipeline
  ) -> Checked {
    guard outcome.verdict != .pass, let report = outcome.report, case .success(let bytes) = loaded.bytes else {
      return Checked(outcome: outcome)
    }
    // A base that cannot be read says nothing: everything is new. So it is where a name tells after a move, where the file was
    // no case or of another format, and where somebody accepts versions: the base may have been one.
    let moved = loaded.file.git?.basePath
    guard session.accepting?.acceptance.isEmpty ?? true, moved == nil || loaded.file.nameKinds.isEmpty,
      case .success(let old) = loaded.base, case .read(let format) = loaded.file.choice, !format.isContainer,
      moved.map({ session.selection.choice(for: $0) == loaded.file.choice }) ?? true,
      let before = (try? session.source(loaded.file, old)).map({ pipeline.check($0).naming(loaded.file.nameKinds) }),
      let earlier = before.report
    else { return Checked(outcome: outcome) }
    let added = AddedLines(bytes, since: old)
    let touched = report.findings.filter { finding in
      finding.decision.action != .keep && added.touches(finding.place.lines(in: bytes))
    }
    let hasRisen =
      outcome.verdict > before.verdict || report.risk.kLow < earlier.risk.kLow
      || !Set(report.reasons).isSubset(of: earlier.reasons)
      // An old line may become somebody's name by what is written over it.
      || !Self.kinds(report).allSatisfy { $0.value <= Self.kinds(earlier)[$0.key, default: 0] }
    guard !touched.isEmpty || hasRisen else { return Checked(outcome: outcome, isAsBefore: true) }
    return Checked(outcome: touched.isEmpty ? outcome : outcome.showing(touched))
  }

  /// How many findings of each kind must change.
  private static func kinds(_ report: CaseReport) -> [Kind: Int] {
    report.findings.reduce(into: [:]) { counts, finding in
      if finding.decision.action != .keep { counts[finding.decision.finding.kind, default: 0] += 1 }
    }
  }
}

extension FindingPlace {
  /// From its first line to its last.
  fileprivate func lines(in bytes: [UInt8]) -> ClosedRange<Int> {
    let span = min(startByte, bytes.count)..<min(max(startByte, endByte), bytes.count)
    return line...line + bytes[span].count { $0 == 0x0A }
  }
}
