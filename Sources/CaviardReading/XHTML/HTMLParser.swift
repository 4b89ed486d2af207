internal import CLibXML2

/// libxml2's HTML parser: for what is not XML. Nothing outside the file is opened.
enum HTMLParser {
  /// What the C callbacks find behind their user-data pointer.
  private struct State {
    let collector: UnsafeMutablePointer<XHTMLCollector>
    let context: htmlParserCtxtPtr
  }

  /// - Returns: why the document is refused; `nil` when every byte was read.
  static func run(_ source: UnsafeBufferPointer<UInt8>, into collector: inout XHTMLCollector) -> XHTMLFault? {
    XMLParserContext.prepare()
    guard let context = htmlNewParserCtxt() else { return XHTMLFault(reason: .malformed, offset: 0) }
    defer { XMLParserContext.free(context) }
    return withUnsafeMutablePointer(to: &collector) { collector in
      var state = State(collector: collector, context: context)
      return withUnsafeMutablePointer(to: &state) { state in
        context.pointee.sax.pointee = handler()
        context.pointee.userData = UnsafeMutableRawPointer(state)
        // The text is UTF-8 by now, whatever the file declares. Text that only looks like a tag is kept as text.
        let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NONET.rawValue
        let bytes = UnsafeRawBufferPointer(source).bindMemory(to: CChar.self)
        let document = htmlCtxtReadMemory(
          context, bytes.baseAddress, Int32(bytes.count), nil, "UTF-8", Int32(options))
        if let document { xmlFreeDoc(document) }
        collector.pointee.endHTMLDocument()
        return collector.pointee.fault
      }
    }
  }

  /// Hands an event over; after a fault the parser is told to stop.
  private static func collect(_ user: UnsafeMutableRawPointer?, _ event: (inout XHTMLCollector) -> Void) {
    guard let state = user?.assumingMemoryBound(to: State.self) else { return }
    event(&state.pointee.collector.pointee)
    if state.pointee.collector.pointee.fault != nil { xmlStopParser(state.pointee.context) }
  }

  /// Only what is set here is called. Errors are what HTML is read for: the events tell what comes of them.
  private static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.serror = { _, _ in }
    handler.internalSubset = { user, _, _, _ in HTMLParser.collect(user) { $0.documentTypeHTML() } }
    handler.startElement = { user, name, values in
      guard let name else { return }
      HTMLParser.collect(user) { $0.startHTML(name, values) }
    }
    handler.endElement = { user, name in
      guard let name else { return }
      HTMLParser.collect(user) { $0.endHTML(name) }
    }
    handler.characters = { user, text, length in
      HTMLParser.collect(user) { $0.charactersHTML(UnsafeBufferPointer(start: text, count: Int(length))) }
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = { user, text, length in
      HTMLParser.collect(user) { $0.rawTextHTML(UnsafeBufferPointer(start: text, count: Int(length))) }
    }
    handler.comment = { user, text in
      guard let text else { return }
      HTMLParser.collect(user) { $0.commentHTML(UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text)))) }
    }
    handler.processingInstruction = { user, target, data in
      guard let target else { return }
      HTMLParser.collect(user) {
        $0.instructionHTML(
          UnsafeBufferPointer(start: target, count: Int(xmlStrlen(target))),
          data.map { UnsafeBufferPointer(start: $0, count: Int(xmlStrlen($0))) })
      }
    }
    return handler
  }
}
