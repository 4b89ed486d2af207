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
    if let offset = text.utf8.withUnsafeBufferPointer({ Self.crowdedTag(in: $0) }) {
      throw error(XHTMLFault(reason: .malformed, offset: offset), in: text)
    }
    let outcome = text.utf8.withUnsafeBufferPointer { source -> Result<CaseText, XHTMLFault> in
      var collector = XHTMLCollector(source: source, limits: limits, vocabulary: vocabulary, isPage: format == .html)
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

  /// Most attributes of a tag, counted by the spaces between them.
  private static let mostAttributes = 2000
  /// Shortest tag that can hold more of them, bytes.
  private static let longTag = 2 * mostAttributes

  /// Where a tag with more attributes than any document has starts: libxml2 compares each with all others. Linear.
  private static func crowdedTag(in source: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = source.baseAddress else { return nil }
    var at = 0
    while at < source.count, let open = memchr(base + at, 0x3C, source.count - at) {
      let start = UnsafePointer(open.assumingMemoryBound(to: UInt8.self)) - base
      let close = memchr(base + start, 0x3E, source.count - start)
      let end = close.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) - base } ?? source.count
      if end - start > longTag, start + 1 < source.count, source[start + 1] | 0x20 >= 0x61 {
        var spaces = 0
        for byte in source[start..<end] where byte.isSpace { spaces += 1 }
        // A long value may hold spaces too: only what is most of a tag is no value.
        if spaces > mostAttributes, isCrowded(source, start, end) { return start }
      }
      at = max(start + 1, end)
    }
    return nil
  }

  private static func isCrowded(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var count = 0
    var quote: UInt8?
    for byte in source[start..<end] {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte.isSpace {
        count += 1
      }
    }
    return count > mostAttributes
  }

  /// By HTML's rules, where XML's do not hold.
  private func readHTML(_ text: SourceText, notXMLAt offset: Int) throws(ReadingError) -> CaseText {
    let outcome = text.utf8.withUnsafeBufferPointer { source -> Result<CaseText, XHTMLFault> in
      var collector = XHTMLCollector(source: source, limits: limits, vocabulary: vocabulary, isHTML: true, isPage: true)
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
