import CaviardCase
import CaviardDetecting
import CaviardTestSupport
import Foundation
import Testing

/// Marked sentences: what is marked must be found with its kind, and nothing else may be.
@Suite("Sentences with every finding marked")
struct SentenceTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Sentences")

  @Test(
    "a sentence's findings are exactly its marks",
    arguments: ["names", "medicine", "quasi", "direct"], [Language.english, .french])
  func marks(topic: String, language: Language) throws {
    let file = Self.folder.appending(path: "\(topic).\(language.rawValue).txt")
    let detector = try CaseDetector(dictionary: TestDictionary.compiled.get(), policy: .canada)
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let marked = MarkedSentence(String(line))
      let detection = detector.detect(marked.text, language: language)
      #expect(marked.marks(of: detection.findings) == String(line))
    }
  }
}

/// A sentence with `[[kind:text]]` marks.
struct MarkedSentence {
  let text: CaseText

  init(_ marked: String) {
    let plain = marked.replacing(#/\[\[[a-z-]+:(.*?)\]\]/#) { String($0.1) }
    let bytes = Array(plain.utf8)
    text = CaseText(
      source: SourceText(utf8: bytes), format: .text, bytes: bytes,
      blocks: [TextBlock(span: TextSpan(0, bytes.count), role: .paragraph, context: .plain)],
      map: OffsetMap(identity: bytes.count))
  }

  /// The sentence with the findings marked; the patient's sex is not marked.
  func marks(of findings: [Finding]) -> String {
    var marked: [UInt8] = []
    var position = 0
    for finding in findings where finding.kind != .sex {
      marked += text.bytes[position..<finding.span.lower] + Array("[[\(finding.kind.rawValue):".utf8)
      marked += text.bytes[finding.span.range] + Array("]]".utf8)
      position = finding.span.upper
    }
    return String(decoding: marked + text.bytes[position...], as: UTF8.self)
  }
}
