import CaviardCase
import CaviardReading
import CaviardTestSupport
import Foundation
import Testing

@testable import CaviardPipeline

/// What nobody would write, and somebody will send.
@Suite("Hostile input")
struct HostileInputTests {
  private static let formats: [CaseFormat] = [.text, .markdown, .xhtml, .html]

  @Test("random bytes are read or refused, never more", arguments: formats)
  func randomBytes(format: CaseFormat) throws {
    var random = SeededGenerator(seed: 11)
    for length in 0..<150 {
      var bytes = (0..<length * 3).map { _ in UInt8.random(in: 0...255, using: &random) }
      // Bytes that are often text come further than those that never are.
      if length % 2 == 0 { bytes = bytes.map { $0 % 96 + 31 } }
      try expectClosed(CaseSource(name: "case", format: format, bytes: bytes))
    }
  }

  @Test("what is not UTF-8, cut off, or holds NUL is refused or passes its own gate", arguments: formats)
  func broken(format: CaseFormat) throws {
    let inputs: [[UInt8]] = [
      [], [0x20, 0x0A, 0x20], [0x00], Array("Mr. \u{0}Smith".utf8), [0xC3], [0xE2, 0x80],
      Array("L\u{E9}a".utf8).dropLast(),
      [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFF, 0xFE, 0x41],
      [0xFE, 0xFF, 0xD8, 0x00], Array("<p>Dr. Smith</p".utf8), Array("<p>Dr. Smith".utf8), Array("[Dr. Smith](".utf8),
    ]
    for bytes in inputs { try expectClosed(CaseSource(name: "case", format: format, bytes: bytes)) }
  }

  @Test("an empty case and one of white space come back as they are", arguments: [CaseFormat.text, .markdown])
  func empty(format: CaseFormat) throws {
    for bytes in [[], Array(" \n\t \n".utf8), [0xEF, 0xBB, 0xBF]] {
      let outcome = try TestPipeline.canada.get().scrub(CaseSource(name: "case", format: format, bytes: bytes))
      #expect(outcome.verdict == .pass)
      #expect(outcome.output == bytes)
    }
  }

  @Test(
    "a megabyte of one sign, and a long run of one word, are worked through",
    arguments: [
      ("A", 20), ("7", 20), ("(", 20), ("\"", 20), ("*", 20), ("«", 20), ("-", 20), ("'", 20), ("[", 16), ("word ", 16),
      ("12 ", 14), ("Smith ", 14), ("Dr. ", 14),
    ], [CaseFormat.text, .markdown])
  func monotone(piece: (String, size: Int), format: CaseFormat) throws {
    let bytes = Array(String(repeating: piece.0, count: (1 << piece.size) / piece.0.utf8.count).utf8)
    try expectClosed(CaseSource(name: "case", format: format, bytes: bytes))
  }

  @Test("a case over the limit is refused, and one at the limit is not")
  func limit() throws {
    let pipeline = try TestPipeline.canada.get()
    let limit = ReadingLimits.standard.caseBytes
    let over = CaseSource(name: "case", format: .text, bytes: Array(repeating: 0x20, count: limit + 1))
    #expect(pipeline.scrub(over).failure?.code == .tooLarge)
    #expect(pipeline.scrub(over).output == nil)
    let full = CaseSource(name: "case", format: .text, bytes: Array(repeating: 0x20, count: limit))
    #expect(pipeline.check(full).failure == nil)
  }

  @Test("ten thousand names are found and taken out, in time that grows with their number")
  func manyNames() throws {
    let small = try time(names: 2_500)
    let large = try time(names: 10_000)
    // Four times the work; three more for noise.
    #expect(large < small * 12, "\(small) and \(large) seconds of processor")
  }

  private func time(names: Int) throws -> Double {
    let text = (0..<names).map { "Mrs. Tremblay-Q\($0 % 7)x saw Dr. Roy\(["e", "er", "al"][$0 % 3])ton.\n" }.joined()
    let start = clock()
    let outcome = try TestPipeline.canada.get().scrub(CaseSource(name: "case", format: .text, bytes: Array(text.utf8)))
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    let output = try #require(outcome.output)
    #expect(!String(decoding: output, as: UTF8.self).contains("Tremblay"))
    return seconds
  }

  /// Refused with nothing written, or written so that it passes.
  private func expectClosed(_ source: CaseSource) throws {
    let pipeline = try TestPipeline.canada.get()
    let outcome = pipeline.scrub(source)
    guard let output = outcome.output else {
      #expect(outcome.failure != nil || outcome.verdict == .block)
      return
    }
    let written = CaseSource(name: source.name, format: source.format, bytes: output)
    #expect(pipeline.check(written).verdict == .pass)
  }
}
