internal import CLibXML2

/// Reads XML files of data piece by piece: no network, no document type, so no entities of their own.
///
/// What libxml2 reports is copied out at once; memory does not grow with the file.
package struct XMLEventParser: ~Copyable {
  static let depthLimit = 64
  static let textLimitBytes = 16 << 20

  private let state: UnsafeMutablePointer<State>

  private struct State {
    var context: xmlParserCtxtPtr?
    var events: [XMLEvent] = []
    var text: [UInt8] = []
    var textLine = 1
    var depth = 0
    var fault: XMLDataFault?

    var line: Int { context.map { Int(xmlSAX2GetLineNumber($0)) } ?? 1 }

    mutating func fail(_ reason: XMLDataFault.Reason, line: Int? = nil) {
      if fault == nil { fault = XMLDataFault(reason: reason, line: max(1, line ?? self.line)) }
    }

    mutating func append(_ bytes: UnsafeBufferPointer<xmlChar>) {
      guard text.count + bytes.count <= XMLEventParser.textLimitBytes else {
        return fail(.tooLong(limitBytes: XMLEventParser.textLimitBytes))
      }
      if text.isEmpty { textLine = line }
      text.append(contentsOf: bytes)
    }

    mutating func flush() {
      guard !text.isEmpty else { return }
      events.append(XMLEvent(content: .text(String(decoding: text, as: UTF8.self)), line: textLine))
      text.removeAll(keepingCapacity: true)
    }

    mutating func start(_ name: String, _ attributes: [String: String]) {
      flush()
      depth += 1
      if depth > XMLEventParser.depthLimit { fail(.tooDeep(limit: XMLEventParser.depthLimit)) }
      events.append(XMLEvent(content: .start(name: name, attributes: attributes), line: line))
    }

    mutating func end(_ name: String) {
      flush()
      depth -= 1
      events.append(XMLEvent(content: .end(name: name), line: line))
    }
  }

  package init() {
    XMLParserContext.prepare()
    state = .allocate(capacity: 1)
    state.initialize(to: State())
    var handler = Self.handler()
    let context = xmlCreatePushParserCtxt(&handler, state, nil, 0, nil)
    if let context { xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue)) }
    state.pointee.context = context
  }

  deinit {
    if let context = state.pointee.context { XMLParserContext.free(context) }
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// The events that a further piece of the file completes.
  package mutating func parse(_ bytes: [UInt8]) throws(XMLDataFault) -> [XMLEvent] {
    // libxml2 counts in 32 bits.
    try feed(bytes, isLast: false)
  }

  /// The last events. The file must be complete.
  package mutating func finish() throws(XMLDataFault) -> [XMLEvent] { try feed([], isLast: true) }

  private mutating func feed(_ bytes: [UInt8], isLast: Bool) throws(XMLDataFault) -> [XMLEvent] {
    guard let context = state.pointee.context, bytes.count <= Int32.max else {
      throw XMLDataFault(reason: .malformed, line: 1)
    }
    if state.pointee.fault == nil {
      _ = bytes.withUnsafeBytes {
        xmlParseChunk(context, $0.bindMemory(to: CChar.self).baseAddress, Int32($0.count), isLast ? 1 : 0)
      }
      if context.pointee.wellFormed == 0 { state.pointee.fail(.malformed) }
    }
    if let fault = state.pointee.fault { throw fault }
    defer { state.pointee.events.removeAll(keepingCapacity: true) }
    return state.pointee.events
  }

  private static func state(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<State>? {
    pointer?.assumingMemoryBound(to: State.self)
  }

  private static func string(_ bytes: UnsafePointer<xmlChar>) -> String { String(cString: bytes) }

  /// Five pointers an attribute: local name, prefix, URI, start and end of the value.
  private static func attributes(
    _ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) -> [String: String] {
    guard let pointers else { return [:] }
    var attributes: [String: String] = [:]
    for index in 0..<count {
      guard let name = pointers[index * 5], let start = pointers[index * 5 + 3], let end = pointers[index * 5 + 4]
      else { continue }
      attributes[string(name)] = String(
        decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
    }
    return attributes
  }

  /// Only what is set here is called: no entity is ever declared, nothing outside the file is opened.
  private static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.internalSubset = { user, _, _, _ in XMLEventParser.state(user)?.pointee.fail(.documentType) }
    handler.startElementNs = { user, local, _, _, _, _, count, _, attributes in
      guard let local else { return }
      XMLEventParser.state(user)?.pointee.start(
        XMLEventParser.string(local), XMLEventParser.attributes(attributes, count: Int(count)))
    }
    handler.endElementNs = { user, local, _, _ in
      guard let local else { return }
      XMLEventParser.state(user)?.pointee.end(XMLEventParser.string(local))
    }
    handler.characters = { user, text, length in
      XMLEventParser.state(user)?.pointee.append(UnsafeBufferPointer(start: text, count: Int(length)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    // An entity nobody declared must not vanish.
    handler.reference = { user, _ in XMLEventParser.state(user)?.pointee.fail(.malformed) }
    handler.serror = { user, error in
      guard let state = XMLEventParser.state(user), let error, error.pointee.level == XML_ERR_FATAL else { return }
      state.pointee.fail(.malformed, line: Int(error.pointee.line))
      if let context = state.pointee.context { XMLParserContext.halt(context) }
    }
    return handler
  }
}
