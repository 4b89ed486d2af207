import CaviardCase
import CaviardReading

/// Reads a document given as text.
func read(
  _ text: String, _ format: CaseFormat = .xhtml, limits: ReadingLimits = .standard
) throws(ReadingError) -> CaseText {
  try CaseReader(limits: limits).read(CaseSource(name: "case", format: format, bytes: Array(text.utf8)))
}

/// A body's content as a whole document.
func page(_ body: String) -> String { "<html><body>\(body)</body></html>" }

/// The failure that reading ends with; `nil` if it succeeds.
func failure(_ text: String, _ format: CaseFormat = .xhtml, limits: ReadingLimits = .standard) -> CaseFailure? {
  do throws(ReadingError) {
    _ = try read(text, format, limits: limits)
    return nil
  } catch {
    return error.failure
  }
}

extension CaseText {
  /// Each block as `role|text`.
  var summary: [String] { blocks.map { "\($0.role.label)|\(string($0.span))" } }

  /// The source bytes of a span, as text.
  func sourceString(_ span: TextSpan) -> String {
    map.sourceSpans(of: span).map { String(decoding: source.utf8[$0.range], as: UTF8.self) }.joined(separator: "…")
  }

  /// The span of the first occurrence of these words.
  func span(of words: String) -> TextSpan? {
    let needle = Array(words.utf8)
    guard let lower = bytes.indices.first(where: { bytes[$0...].starts(with: needle) }) else { return nil }
    return TextSpan(lower, lower + needle.count)
  }

  /// What is wrong with blocks or map; empty when every scalar's source decodes to that scalar.
  func faults() -> [String] {
    var faults: [String] = []
    var end = 0
    for block in blocks {
      if block.span.lower < end { faults.append("block \(block.span) overlaps the one before") }
      end = block.span.upper
    }
    if end > bytes.count { faults.append("a block ends past the text") }
    var textEnd = 0
    for segment in map.segments {
      if segment.text.lower < textEnd { faults.append("segment \(segment.text) overlaps the one before") }
      textEnd = segment.text.upper
      let text = bytes[segment.text.range]
      let stored = source.utf8[segment.source.range]
      if segment.isExact {
        if !text.elementsEqual(stored) { faults.append("segment \(segment.text) differs from its source") }
      } else if stored.first == UInt8(ascii: "%") ? stored.count % 3 != 0 : stored.first != UInt8(ascii: "&") {
        faults.append("segment \(segment.text) is neither reference nor escape")
      }
    }
    return faults
  }
}

extension BlockRole {
  var label: String {
    switch self {
    case .paragraph: "p"
    case .heading: "h"
    case .listItem: "li"
    case .tableCell: "td"
    case .title: "title"
    case .attribute(let name, let isIdentifier): isIdentifier ? "#\(name)" : "@\(name)"
    case .comment: "comment"
    case .processingInstruction: "pi"
    case .code: "code"
    case .frontMatter: "front"
    }
  }
}
