package import CaviardCase

/// Reads a case of any format: bytes of a file → what detectors see, with the way back.
package struct CaseReader: Sendable {
  private let limits: ReadingLimits
  private let keepsPictures: Bool

  /// - Parameter keepsPictures: false to leave a container's pictures where they are but for their first bytes: none will be written.
  package init(limits: ReadingLimits = .standard, keepsPictures: Bool = true) {
    self.limits = limits
    self.keepsPictures = keepsPictures
  }

  /// - Throws: what keeps the case from being read to its end; nothing is ever read in part.
  package func read(_ source: CaseSource) throws(ReadingError) -> CaseText {
    let limit = limits.fileBytes(source.format)
    guard source.bytes.count <= limit else { throw .tooLarge(bytes: source.bytes.count, limit: limit) }
    if source.format.isContainer {
      #if Containers
        return try ContainerReader(limits: limits, keepsPictures: keepsPictures).read(source)
      #else
        throw .container(.notBuiltIn)
      #endif
    }
    if let name = ForeignFormat.name(of: source.bytes) { throw .foreign(name) }
    let text = try SourceDecoder().decode(source)
    let read: CaseText
    switch source.format {
    case .text: read = PlainTextReader().read(text)
    case .markdown: read = try MarkdownReader().read(text)
    case .xhtml, .html: read = try XHTMLReader(limits: limits).read(text, format: source.format)
    case .docx, .epub: throw .container(.notBuiltIn)
    }
    if let place = Self.reversedText(in: read) { throw .reversedText(at: place) }
    return WordEscapes(read).decoded()
  }

  /// Where text is shown in reverse order; `nil` where it is not.
  static func reversedText(in text: CaseText) -> SourcePosition? {
    guard let byte = override(in: text.bytes) else { return nil }
    let place = text.map.sourceSpans(of: TextSpan(byte, byte + 3)).first
    return SourcePositions(text.source).locate(place?.lower ?? 0)
  }

  /// The first U+202D or U+202E (E2 80 AD, E2 80 AE).
  private static func override(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 2
      while index < bytes.count {
        // The last byte of the three tells most: it is rare.
        if bytes[index] == 0xAE || bytes[index] == 0xAD, bytes[index - 1] == 0x80, bytes[index - 2] == 0xE2 {
          return index - 2
        }
        index += 1
      }
      return nil
    }
  }
}
