package import CaviardCase
internal import CaviardDetecting
package import CaviardDictionaries
package import CaviardReading
internal import CaviardRedacting
package import CaviardRisk

/// The stages in order, for one case at a time. A value: each worker has its own.
package struct Pipeline: Sendable {
  /// Rounds of scrubbing before a case is given up; one is enough for all but a few.
  private static let roundLimit = 4
  /// Rounds that change the least that should suffice.
  private static let mildRounds = 2

  let reader: CaseReader
  private(set) var detector: CaseDetector
  private let decider: Decider
  /// Decides to take out every fact.
  private let remover: Decider
  private let planner: EditPlanner
  private let reporter: CaseReporter
  let policy: Policy
  private let explains: Bool
  /// Where links of the case lead once its neighbours have other names.
  private(set) var links: CaseLinks?
  /// Whether a check lets be what authors of cases allow in comments; a copy that is written never does.
  var heedsComments = true
  /// What a checked case is known by, where somebody asks.
  var fingerprint: (@Sendable (SeenCase) -> CaseFingerprints)?

  /// - Throws: when the dictionaries lack something a stage needs; then nothing is read.
  package init(
    dictionary: CompiledDictionary, policy: Policy, limits: ReadingLimits = .standard, showsText: Bool = false,
    explains: Bool = false
  ) throws(PipelineError) {
    self.policy = policy
    self.explains = explains
    reader = CaseReader(limits: limits, keepsPictures: policy.media == .keep || policy.isFlagOnly)
    let stages = Concurrently.both {
      Self.detector(dictionary, policy)
    } _: {
      Self.model(dictionary)
    }
    detector = try stages.0.get()
    let model = try stages.1.get()
    var strict = policy
    strict.isStrict = true
    decider = Decider(model: model, policy: policy)
    remover = Decider(model: model, policy: strict)
    planner = EditPlanner(dictionary: dictionary, media: policy.media)
    reporter = CaseReporter(dictionary: dictionary, policy: policy, showsText: showsText)
  }

  private static func detector(
    _ dictionary: CompiledDictionary, _ policy: Policy
  ) -> Result<CaseDetector, PipelineError> {
    do throws(DetectorError) {
      return .success(try CaseDetector(dictionary: dictionary, policy: policy))
    } catch {
      return .failure(.detectors("\(error)"))
    }
  }

  private static func model(_ dictionary: CompiledDictionary) -> Result<RiskModel, PipelineError> {
    do throws(RiskModelError) {
      return .success(try RiskModel(dictionary: dictionary))
    } catch {
      return .failure(.risk("\(error)"))
    }
  }

  /// Reads and assesses; changes nothing.
  package func check(_ source: CaseSource) -> CaseOutcome {
    do throws(CaseFailure) {
      let seen = try look(at: source, heedingComments: heedsComments)
      return outcome(source, report: try report(seen), after: nil, .checked, seen: seen)
        .known(by: fingerprint?(seen))
    } catch {
      return outcome(source, report: nil, after: nil, .failed(error))
    }
  }

  /// Makes the case shareable, and reads and assesses what it made again before it is let out.
  package func scrub(_ source: CaseSource) -> CaseOutcome {
    let before: SeenCase
    let report: CaseReport
    do throws(CaseFailure) {
      let read = try look(at: source)
      report = try self.report(read)
      before = try withoutAllowances(try cleaned(read, source), source)
    } catch {
      return outcome(source, report: nil, after: nil, .failed(error))
    }
    guard !before.assessment.reasons.contains(.notForSharing) else {
      return outcome(source, report: report, after: nil, .held)
    }
    if policy.isFlagOnly {
      do throws(CaseFailure) {
        let copy = try ReviewCopy(reader: reader).write(before, of: source)
        return outcome(source, report: report, after: nil, .flagged(reviewCopy: copy), seen: before)
      } catch {
        return outcome(source, report: report, after: nil, .failed(error))
      }
    }
    guard isWithinReach(before.assessment) else { return outcome(source, report: report, after: nil, .held) }
    do throws(CaseFailure) {
      let (written, rounds, cost) = try settle(before, of: source)
      let after = CaseAfter(
        verdict: written.assessment.verdict, reasons: written.assessment.reasons, risk: written.assessment.risk,
        cost: cost, costGap: before.assessment.planned?.costGap ?? 0, edits: before.edits.count, rounds: rounds)
      let bytes = try WrittenFile.bytes(written.text.source.utf8, as: written.text.source, source.format)
      return outcome(source, report: report, after: after, .scrubbed(bytes), seen: written)
    } catch {
      return outcome(source, report: report, after: nil, .failed(error))
    }
  }

  /// An empty library that judges by this pipeline's policy and tables.
  package func library() -> LibraryView { LibraryView(decider) }

  /// The same, for the names of files: a word that no list knows may be somebody's.
  func takingUnknownWords() -> Pipeline {
    var pipeline = self
    pipeline.detector = detector.takingUnknownWords()
    return pipeline
  }

  /// The same, for a case whose links follow renamed files.
  package func following(_ links: CaseLinks) -> Pipeline {
    var pipeline = self
    pipeline.links = links
    return pipeline
  }
}

extension Pipeline {
  /// True when a word may be reported as a direct identifier or a possible name, alone or in a sentence.
  package func mayTakeForName(_ word: String) -> Bool {
    ["\(word)\n", "We met \(word) here, with Dr. \(word).\n", "Nous avons vu \(word) ici, avec M. \(word).\n"].contains
    {
      let source = CaseSource(name: "-", format: .text, bytes: Array($0.utf8), encoding: .utf8)
      do throws(CaseFailure) {
        return try look(at: source).detection.findings.contains { $0.identifierClass != .quasi }
      } catch {
        return true
      }
    }
  }
}

/// A case as the stages see it, with the edits that would make it shareable.
package struct SeenCase: Sendable {
  package let text: CaseText
  package let detection: Detection
  package let assessment: Assessment
  /// Sorted, disjoint.
  package let edits: [Edit]
  /// What the case's author lets be, in text order, and where it is said.
  package let allowed: [Finding]
  package let allowances: [InlineAllowance]
}

extension Pipeline {
  /// Reads, finds and decides, without carrying anything out.
  package func look(at source: CaseSource, heedingComments: Bool = false) throws(CaseFailure) -> SeenCase {
    let text: CaseText
    do {
      text = try reader.read(source)
    } catch {
      throw error.failure
    }
    var found = AllowedDetection(
      detection: detector.detect(text, language: source.language), allowed: [], notes: [])
    if heedingComments { found = try AllowComments(text).apply(to: found.detection, in: text) }
    let detection = found.detection
    var assessment: Assessment
    do {
      assessment = try decider.assess(detection, text: text)
    } catch {
      throw CaseFailure(.scoring)
    }
    if SharingMark.isIn(text.source.utf8) { assessment = assessment.blocked(by: .notForSharing) }
    if let container = text.source.container {
      if !container.isClean { assessment = assessment.blocked(by: .authoringData) }
      if try pictures(container) != container.attachments { assessment = assessment.blocked(by: .metadata) }
    }
    if policy.isFlagOnly {
      return SeenCase(
        text: text, detection: detection, assessment: assessment.flagged(), edits: [], allowed: found.allowed,
        allowances: found.notes)
    }
    var languages = ParagraphLanguages(text, named: source.language, found: detection.languages, detector)
    let edits = planner.plan(assessment, for: text) { languages.language(at: $0) }
    return SeenCase(
      text: text, detection: detection, assessment: assessment, edits: named(edits, assessment.decisions, text),
      allowed: found.allowed, allowances: found.notes)
  }

  private func report(_ seen: SeenCase) throws(CaseFailure) -> CaseReport {
    guard explains else { return reporter.report(seen, factors: []) }
    let rows: [ExplanationRow]
    do {
      rows = try decider.explain(seen.detection, text: seen.text).asRead
    } catch {
      throw CaseFailure(.scoring)
    }
    return reporter.report(
      seen,
      factors: rows.map {
        RiskFactor(label: $0.label, fact: $0.fact, share: $0.share, halfWidth: $0.halfWidth, source: $0.source)
      })
  }

  /// Applies edits until a fresh look finds nothing left to change.
  ///
  /// What a coarser step is read as may differ from what was planned; a case that does not settle by itself loses every
  /// fact that its pins let go.
  /// - Throws: ``CaseFailure/Code/unverified`` when the last round still does not pass: fail closed.
  private func settle(
    _ before: SeenCase, of source: CaseSource
  ) throws(CaseFailure) -> (written: SeenCase, rounds: Int, cost: Int) {
    var current = before
    var (rounds, cost) = (0, 0)
    for round in 0..<Self.roundLimit where !isSettled(current) {
      rounds += 1
      cost += current.assessment.planned?.cost ?? current.assessment.risk.cost
      let edits = round < Self.mildRounds ? current.edits : try removals(current)
      let edited = Splicer().splice(current.text.source, edits)
      let bytes = try WrittenFile.bytes(edited, as: current.text.source, source.format)
      current = try look(at: source.holding(bytes))
    }
    guard isSettled(current) else {
      let left = current.assessment.reasons.map(\.rawValue)
      throw CaseFailure(.unverified, detail: left.isEmpty ? "not settled" : left.joined(separator: ", "))
    }
    return (current, rounds, cost)
  }

  private func isSettled(_ seen: SeenCase) -> Bool {
    seen.edits.isEmpty && isShareable(seen.assessment) && AllowComments.spans(in: seen.text).isEmpty
  }

  /// The edits that take out everything.
  private func removals(_ seen: SeenCase) throws(CaseFailure) -> [Edit] {
    let assessment: Assessment
    do {
      assessment = try remover.assess(seen.detection, text: seen.text)
    } catch {
      throw CaseFailure(.scoring)
    }
    let languages = BlockLanguages(seen.text, seen.detection)
    let edits = planner.plan(assessment, for: seen.text) { span in languages.language(at: span) }
    return named(edits, assessment.decisions, seen.text)
  }

  /// The edits with invented names where the policy asks for them, and with links that lead where files went.
  private func named(_ edits: [Edit], _ decisions: [Decision], _ text: CaseText) -> [Edit] {
    let replaced = policy.usesSurrogates ? Surrogates(decisions, in: text).replacing(edits, in: text) : edits
    let edits = OtherFragments.dropping(from: replaced, in: text)
    // A book's links lead to its own parts.
    return text.format == .epub ? edits : links?.following(edits, in: text) ?? edits
  }

  /// False when no edit can help: the pins keep too much, or the language is not ours.
  private func isWithinReach(_ assessment: Assessment) -> Bool {
    assessment.isFeasible
      && !assessment.reasons.contains { $0 == .unsupportedLanguage || $0 == .infeasible || $0 == .nothingFound }
  }

  /// Media that the user keeps is the one thing that may be left.
  private func isShareable(_ assessment: Assessment) -> Bool {
    assessment.verdict == .pass || policy.media == .keep && assessment.reasons.allSatisfy { $0 == .media }
  }

  private func outcome(
    _ source: CaseSource, report: CaseReport?, after: CaseAfter?, _ result: CaseOutcome.Result, seen: SeenCase? = nil
  ) -> CaseOutcome {
    let trace = seen.flatMap { $0.assessment.verdict == .block ? nil : decider.trace($0.detection, $0.assessment) }
    return CaseOutcome(
      name: source.name, byteCount: source.bytes.count, report: report, after: after, result: result, trace: trace)
  }
}
