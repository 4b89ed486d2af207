internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardPipeline
internal import CaviardReading
internal import CaviardReporting
internal import Foundation

/// A case is refused or held with nothing written, or what is written parses, passes the gate and stays as it is.
struct PipelineCheck: Sendable {
  private static let formats: [UInt8: CaseFormat] = [
    UInt8(ascii: "t"): .text, UInt8(ascii: "m"): .markdown, UInt8(ascii: "x"): .xhtml, UInt8(ascii: "h"): .html,
  ]

  private let canada: Pipeline
  private let strict: Pipeline
  private let flagging: Pipeline
  private let inventing: Pipeline
  private let shift: DateShift

  init(_ dictionary: CompiledDictionary) throws {
    func pipeline(_ change: (inout Policy) -> Void) throws(PipelineError) -> Pipeline {
      var policy = Policy.canada
      change(&policy)
      return try Pipeline(dictionary: dictionary, policy: policy)
    }
    canada = try pipeline { _ in }
    strict = try pipeline { $0.isStrict = true }
    flagging = try pipeline { $0.isFlagOnly = true }
    inventing = try pipeline { $0.usesSurrogates = true }
    guard let shift = DateShift(key: Array(repeating: 7, count: DateShift.keyBytes)) else {
      throw FuzzFault("the key is too short")
    }
    self.shift = shift
  }

  func check(_ bytes: [UInt8]) throws(FuzzFault) {
    guard let letter = bytes.first else { return }
    let known = Self.formats[letter | 0x20]
    let format = known ?? CaseFormat.allCases[Int(letter) % CaseFormat.allCases.count]
    let source = CaseSource(name: "case", format: format, bytes: Array(bytes.dropFirst()))
    try checkEdits(source)
    try checkScrub(source, canada)
    // The other ways to run take turns, so that each input costs about the same.
    switch bytes.count % 4 {
    case 0: try checkScrub(source, strict)
    case 1: try checkScrub(source, inventing)
    case 2: try checkReviewCopy(source)
    default: try checkShift(source)
    }
  }

  /// Edits are sorted and disjoint, and every byte of what was chosen lies in one.
  private func checkEdits(_ source: CaseSource) throws(FuzzFault) {
    guard let seen = Self.look(at: source, canada) else { return }
    for (edit, next) in zip(seen.edits, seen.edits.dropFirst()) {
      try FuzzFault.require(edit.source.upper <= next.source.lower, "edits overlap")
    }
    var covered = Array(repeating: false, count: seen.text.source.utf8.count)
    for edit in seen.edits {
      try FuzzFault.require(edit.source.upper <= covered.count, "an edit ends past the file")
      for byte in edit.source.range { covered[byte] = true }
    }
    for decision in seen.assessment.decisions where decision.action == .redact || decision.action == .generalise {
      for piece in seen.text.map.sourceSpans(of: decision.finding.span) {
        try FuzzFault.require(
          piece.range.allSatisfy { covered[$0] }, "a chosen finding lies in no edit: \(decision.finding.detector)")
      }
    }
    for media in seen.text.media {
      try FuzzFault.require(media.source.range.allSatisfy { covered[$0] }, "media lie in no edit: \(media.element)")
    }
  }

  private func checkScrub(_ source: CaseSource, _ pipeline: Pipeline) throws(FuzzFault) {
    let outcome = pipeline.scrub(source)
    try checkReport(outcome)
    guard let output = outcome.output else {
      return try FuzzFault.require(
        outcome.failure != nil || outcome.verdict != .pass, "a case that passes is not written")
    }
    let written = CaseSource(name: source.name, format: source.format, bytes: output)
    guard let seen = Self.look(at: written, pipeline) else { throw FuzzFault("what was written cannot be read") }
    try FuzzFault.require(seen.text.faults().isEmpty, "what was written is read wrong")
    try FuzzFault.require(pipeline.check(written).verdict == .pass, "what was written does not pass")
    try FuzzFault.require(pipeline.scrub(written).output == output, "scrubbing twice changes something")
  }

  private func checkReviewCopy(_ source: CaseSource) throws(FuzzFault) {
    guard let copy = flagging.scrub(source).reviewCopy else { return }
    let verdict = canada.check(CaseSource(name: source.name, format: source.format, bytes: copy)).verdict
    try FuzzFault.require(verdict == .block, "a review copy is not blocked")
  }

  private func checkShift(_ source: CaseSource) throws(FuzzFault) {
    let outcome = canada.scrub(source, shifting: shift)
    try checkReport(outcome)
    guard let output = outcome.output else { return }
    let verdict = canada.check(CaseSource(name: source.name, format: source.format, bytes: output)).verdict
    try FuzzFault.require(verdict == .block, "an export is not blocked")
  }

  private func checkReport(_ outcome: CaseOutcome) throws(FuzzFault) {
    try FuzzFault.require(outcome.failure?.code != .scoring, "a case cannot be scored")
    var json = JSONWriter()
    JSONReport(ReportOptions(messages: .french, explains: true)).write(outcome, to: &json)
    // What it says does not matter here.
    let object = try? JSONSerialization.jsonObject(with: Data(json.bytes))
    try FuzzFault.require(object is [String: Any], "the report is no JSON object")
  }

  private static func look(at source: CaseSource, _ pipeline: Pipeline) -> SeenCase? {
    do throws(CaseFailure) { return try pipeline.look(at: source) } catch { return nil }
  }
}
