import CaviardCase
import CaviardReading
import CaviardReporting
import CaviardTestSupport
import Foundation
import Testing

@testable import CaviardPipeline

/// Cases nobody wrote. `CAVIARD_CASES` gives the number of them for a longer run.
@Suite("Generated cases")
struct GeneratedCaseTests {
  private static let batches = 8
  private static let standardCount = 2_000
  private static let count =
    ProcessInfo.processInfo.environment["CAVIARD_CASES"].flatMap { Int($0) } ?? standardCount

  @Test("are scrubbed to what passes, once and for all, with nothing planted left", arguments: 1...batches)
  func scrubbed(batch: Int) throws {
    let pipeline = try TestPipeline.canada.get()
    var generator = CaseGenerator(seed: UInt64(batch))
    var held = 0
    var left: [String] = []
    for number in 1...max(1, Self.count / Self.batches) {
      let generated = generator.next()
      let faults = try Self.faults(generated, pipeline, &held, left: { left.append("case \(number): \($0)") })
      #expect(faults.isEmpty, "batch \(batch), case \(number): \(faults)\n\(Self.text(generated.source))")
    }
    // Failing closed is safe, and of no use.
    #expect(held == 0)
    // Names and numbers that no rule finds yet are listed; a longer run names them.
    if Self.count == Self.standardCount {
      try Baseline("generated/batch-\(batch).txt").compare(
        left.isEmpty ? nil : Array(left.map { $0 + "\n" }.joined().utf8))
    } else {
      #expect(left == [])
    }
  }

  private static func faults(
    _ generated: GeneratedCase, _ pipeline: Pipeline, _ held: inout Int, left: (String) -> Void
  ) throws -> [String] {
    var faults = uncovered(generated.source, pipeline)
    let outcome = pipeline.scrub(generated.source)
    faults += spoken(outcome, generated.markers)
    guard let output = outcome.output else {
      held += 1
      return faults + [outcome.failure.map { "\($0.code.rawValue): \($0.detail ?? "")" } ?? "held"]
    }
    let source = generated.source
    let written = CaseSource(
      name: source.name, format: source.format, bytes: output, encoding: source.encoding)
    let again = pipeline.scrub(written)
    if again.verdict != .pass { faults.append("the output does not pass") }
    if again.output != output { faults.append("scrubbing again changes it") }
    let before = text(source)
    let after = text(written)
    generated.planted.filter { plain(after).contains($0) }.forEach(left)
    if mark(source.bytes) != mark(output) { faults.append("byte order mark") }
    if lineEnds(before).isSuperset(of: lineEnds(after)) == false { faults.append("line ends") }
    return faults
  }

  /// Findings that are to go, with a byte that no edit takes; direct identifiers are always to go.
  private static func uncovered(_ source: CaseSource, _ pipeline: Pipeline) -> [String] {
    guard let seen = try? pipeline.look(at: source) else { return ["not read"] }
    let chosen = seen.assessment.decisions.filter { decision in
      [.redact, .generalise].contains(decision.action)
        || decision.finding.identifierClass == .direct && decision.finding.confidence >= 0.5
    }
    let covered = Set(seen.edits.flatMap { $0.source.range })
    return chosen.flatMap { decision in
      seen.text.map.sourceSpans(of: decision.finding.span).filter { !$0.range.allSatisfy(covered.contains) }
        .map { _ in "not covered: \(decision.finding.kind.rawValue)" }
    }
  }

  /// Planted names that the report tells.
  private static func spoken(_ outcome: CaseOutcome, _ markers: [String]) -> [String] {
    var json = JSONWriter()
    JSONReport(ReportOptions(messages: .french, explains: true)).write(outcome, to: &json)
    let report = String(decoding: json.bytes, as: UTF8.self).lowercased()
    return markers.filter { report.contains($0.lowercased()) }.map { "reported: \($0)" }
  }

  /// Decoded, with the byte order mark.
  private static func text(_ source: CaseSource) -> String {
    if source.encoding == .latin1 || source.bytes.starts(with: Array("<?xml version=\"1.0\" encoding=\"iso".utf8)) {
      return String(String.UnicodeScalarView(source.bytes.map { Unicode.Scalar($0) }))
    }
    if mark(source.bytes).count == 2 { return String(data: Data(source.bytes), encoding: .utf16) ?? "" }
    return String(decoding: source.bytes, as: UTF8.self)
  }

  /// Without what cannot be seen.
  private static func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{AD}" && $0 != "\u{200B}" }))
      .replacing("<b>", with: "").replacing("</b>", with: "")
  }

  private static func mark(_ bytes: [UInt8]) -> [UInt8] {
    [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]].first { bytes.starts(with: $0) } ?? []
  }

  private static func lineEnds(_ text: String) -> Set<String> {
    var ends: Set<String> = []
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\n" { ends.insert(last == "\r" ? "CRLF" : "LF") }
      if last == "\r", scalar != "\n" { ends.insert("CR") }
      last = scalar
    }
    return ends
  }
}
