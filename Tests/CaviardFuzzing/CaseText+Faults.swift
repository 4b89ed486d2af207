internal import CaviardCase

extension CaseText {
  /// What is wrong with blocks or map; empty when every piece of text leads back to its source.
  func faults() -> [String] {
    var faults: [String] = []
    var end = 0
    for block in blocks {
      if block.span.lower < end { faults.append("a block overlaps the one before") }
      if block.span.isEmpty { faults.append("a block is empty") }
      end = block.span.upper
    }
    if end > bytes.count { faults.append("a block ends past the text") }
    var textEnd = 0
    for segment in map.segments {
      if segment.text.lower < textEnd { faults.append("a segment overlaps the one before") }
      textEnd = segment.text.upper
      guard segment.source.upper <= source.utf8.count, textEnd <= bytes.count else {
        return faults + ["a segment ends past the text or the file"]
      }
      let text = bytes[segment.text.range]
      let stored = source.utf8[segment.source.range]
      if segment.isExact {
        if !text.elementsEqual(stored) { faults.append("a segment differs from its source") }
      } else if !Self.escapes.contains(stored.first ?? 0) {
        faults.append("a segment is neither reference nor escape")
      }
    }
    if media.contains(where: { $0.source.upper > source.utf8.count }) { faults.append("media end past the file") }
    if String(validating: bytes, as: UTF8.self) == nil { faults.append("the text is not UTF-8") }
    return faults
  }

  /// `&eacute;`, `%C3%A9`, `\u00e9`.
  private static let escapes = Set("&%\\".utf8)
}
