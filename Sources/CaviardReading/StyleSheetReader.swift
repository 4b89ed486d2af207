package import CaviardCase

/// A style sheet of its own: all of it is code, its escapes undone.
package struct StyleSheetReader: Sendable {
  package init() {}

  package func read(_ source: CaseSource) throws(ReadingError) -> CaseText {
    if let name = ForeignFormat.name(of: source.bytes) { throw .foreign(name) }
    return read(try SourceDecoder().decode(source))
  }

  func read(_ text: SourceText) -> CaseText {
    text.utf8.withUnsafeBufferPointer { bytes in
      var builder = TextBuilder(source: bytes)
      builder.append(0..<bytes.count)
      builder.closeFlow(role: .code, context: .code, reading: .style)
      return builder.finish(text, format: .text, media: EmbeddedData.adding(to: [], in: bytes))
    }
  }
}
