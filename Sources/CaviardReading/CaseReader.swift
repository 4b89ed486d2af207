package import CaviardCase

/// Reads a case of any format: bytes of a file → what detectors see, with the way back.
package struct CaseReader: Sendable {
  private let limits: ReadingLimits

  package init(limits: ReadingLimits = .standard) { self.limits = limits }

  /// - Throws: what keeps the case from being read to its end; nothing is ever read in part.
  package func read(_ source: CaseSource) throws(ReadingError) -> CaseText {
    guard source.bytes.count <= limits.caseBytes else {
      throw .tooLarge(bytes: source.bytes.count, limit: limits.caseBytes)
    }
    let text = try SourceDecoder().decode(source)
    switch source.format {
    case .text: return PlainTextReader().read(text)
    case .markdown: return try MarkdownReader().read(text)
    case .xhtml, .html: return try XHTMLReader(limits: limits).read(text, format: source.format)
    }
  }
}
