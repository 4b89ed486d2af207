internal import CLibXML2
internal import CaviardCase

/// XHTML, and HTML that happens to be XML, through libxml2's SAX2 push parser; HTML that is not, through its HTML parser.
///
/// libxml2 decides what is well-formed and reports events; where each one stands in the file is found by walking the
/// source in step with them (``XHTMLCollector``), and an event that does not match the source refuses the file.
struct XHTMLReader {
  let limits: ReadingLimits
  var vocabulary = MarkupVocabulary.html

  func read(_ text: SourceText, format: CaseFormat) throws(ReadingError) -> CaseText {
    let outcome = text.utf8.withUnsafeBufferPointer { source -> Result<CaseText, XHTMLFault> in
      var collector = XHTMLCollector(source: source, limits: limits, vocabulary: vocabulary)
      if let fault = PushParser.run(source, chunkBytes: limits.chunkBytes, into: &collector) { return .failure(fault) }
      return .success(collector.finish(text, format: format))
    }
    switch outcome {
    case .success(let result): return result
    case .failure(let fault):
      let refusal = error(fault, in: text)
      switch refusal {
      // Paragraphs that nobody closes are nested in XML.
      case .malformedMarkup, .undefinedEntity, .tooDeep:
        guard format == .html else { throw refusal }
        return try readHTML(text, notXMLAt: Self.characterStart(fault.offset, in: text))
      default: throw refusal
      }
    }
  }

  /// By HTML's rules, where XML's do not hold.
  private func readHTML(_ text: SourceText, notXMLAt offset: Int) throws(ReadingError) -> CaseText {
    let outcome = text.utf8.withUnsafeBufferPointer { source -> Result<CaseText, XHTMLFault> in
      var collector = XHTMLCollector(source: source, limits: limits, vocabulary: vocabulary, isHTML: true)
      if let fault = HTMLParser.run(source, into: &collector) { return .failure(fault) }
      return .success(collector.finish(text, format: .html, notXMLAt: offset))
    }
    switch outcome {
    case .success(let result): return result
    case .failure(let fault): throw error(fault, in: text, isHTML: true)
    }
  }

  /// libxml2 may stop inside a character, or past the end.
  private static func characterStart(_ offset: Int, in text: SourceText) -> Int {
    var offset = min(max(0, offset), text.utf8.count)
    while offset > 0, offset < text.utf8.count, text.utf8[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  private func error(_ fault: XHTMLFault, in text: SourceText, isHTML: Bool = false) -> ReadingError {
    let place = SourcePositions(text).locate(Self.characterStart(fault.offset, in: text))
    switch fault.reason {
    case .malformed: return .malformedMarkup(at: place)
    case .tooDeep: return .tooDeep(limit: limits.depth, at: place)
    case .tooLong(let bytes): return .tooLarge(bytes: bytes, limit: limits.markupBytes)
    case .undefinedEntity: return .undefinedEntity(at: place)
    case .internalSubset: return .internalSubset(at: place)
    case .unknownPin: return .unknownPin(at: place)
    // HTML allows so much that what two readers take differently is a fault of the file.
    case .mismatch: return isHTML ? .malformedMarkup(at: place) : .offsetMismatch(at: place)
    }
  }
}

/// Why a document was refused, and where in its UTF-8.
struct XHTMLFault: Error {
  enum Reason {
    case malformed
    case tooDeep
    case tooLong(bytes: Int)
    case undefinedEntity
    case internalSubset
    case unknownPin
    case mismatch
  }

  let reason: Reason
  let offset: Int
}
