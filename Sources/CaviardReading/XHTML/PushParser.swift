internal import CLibXML2

/// libxml2's push parser: one context per document, no network, no external entities, no declarations of its own.
enum PushParser {
  /// What the C callbacks find behind their user-data pointer.
  private struct State {
    let collector: UnsafeMutablePointer<XHTMLCollector>
    var context: xmlParserCtxtPtr?
    /// The entity last answered: libxml2 uses it at once and keeps no pointer.
    var entity = xmlEntity()
    let entityText: UnsafeMutablePointer<xmlChar>

    /// Where the parser stands, near enough for a message.
    var offset: Int {
      guard let input = context?.pointee.input, let current = input.pointee.cur, let base = input.pointee.base else {
        return 0
      }
      return Int(input.pointee.consumed) + (current - base)
    }
  }

  /// - Returns: why the document is refused; `nil` when every byte was read.
  static func run(
    _ source: UnsafeBufferPointer<UInt8>, chunkBytes: Int, into collector: inout XHTMLCollector
  ) -> XHTMLFault? {
    XMLParserContext.prepare()
    return withUnsafeMutablePointer(to: &collector) { collector in
      withUnsafeTemporaryAllocation(of: xmlChar.self, capacity: 8) { entityText -> XHTMLFault? in
        guard let entityText = entityText.baseAddress else { return XHTMLFault(reason: .malformed, offset: 0) }
        var state = State(collector: collector, entityText: entityText)
        return withUnsafeMutablePointer(to: &state) { parse(source, chunkBytes: chunkBytes, $0) }
      }
    }
  }

  private static func parse(
    _ source: UnsafeBufferPointer<UInt8>, chunkBytes: Int, _ state: UnsafeMutablePointer<State>
  ) -> XHTMLFault? {
    var handler = handler()
    guard let context = xmlCreatePushParserCtxt(&handler, state, nil, 0, nil) else {
      return XHTMLFault(reason: .malformed, offset: 0)
    }
    defer { XMLParserContext.free(context) }
    state.pointee.context = context
    // The text is UTF-8 by now, whatever the file declares.
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
    let collector = state.pointee.collector
    var offset = 0
    while offset < source.count, collector.pointee.fault == nil {
      var end = min(offset + chunkBytes, source.count)
      // libxml2 treats a CR at a chunk's end apart; it never sees one.
      while end < source.count, source[end - 1] == .carriageReturn { end += 1 }
      let chunk = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(source)[offset..<end])
      xmlParseChunk(context, chunk.bindMemory(to: CChar.self).baseAddress, Int32(chunk.count), 0)
      if context.pointee.wellFormed == 0 { collector.pointee.parserRefused(at: state.pointee.offset) }
      offset = end
    }
    if collector.pointee.fault == nil {
      xmlParseChunk(context, nil, 0, 1)
      if context.pointee.wellFormed == 0 { collector.pointee.parserRefused(at: state.pointee.offset) }
      collector.pointee.endDocument()
    }
    return collector.pointee.fault
  }

  private static func state(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<State>? {
    pointer?.assumingMemoryBound(to: State.self)
  }

  /// Only what is set here is called: no entity is ever declared, nothing outside the file is opened.
  private static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.internalSubset = { user, _, _, _ in
      PushParser.state(user)?.pointee.collector.pointee.documentType()
    }
    handler.startElementNs = { user, local, prefix, _, _, _, count, defaulted, attributes in
      guard let local else { return }
      PushParser.state(user)?.pointee.collector.pointee.startElement(
        local, prefix, attributes, count: Int(count), defaulted: Int(defaulted))
    }
    handler.endElementNs = { user, local, prefix, _ in
      guard let local else { return }
      PushParser.state(user)?.pointee.collector.pointee.endElement(local, prefix)
    }
    handler.characters = { user, text, length in
      PushParser.state(user)?.pointee.collector.pointee.characters(
        UnsafeBufferPointer(start: text, count: Int(length)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = { user, text, length in
      PushParser.state(user)?.pointee.collector.pointee.characterData(
        UnsafeBufferPointer(start: text, count: Int(length)))
    }
    handler.comment = { user, text in
      guard let text else { return }
      PushParser.state(user)?.pointee.collector.pointee.comment(
        UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
    }
    handler.processingInstruction = { user, target, data in
      guard let target else { return }
      PushParser.state(user)?.pointee.collector.pointee.processingInstruction(
        UnsafeBufferPointer(start: target, count: Int(xmlStrlen(target))),
        data.map { UnsafeBufferPointer(start: $0, count: Int(xmlStrlen($0))) })
    }
    handler.reference = { user, _ in
      guard let state = PushParser.state(user) else { return }
      state.pointee.collector.pointee.fail(.undefinedEntity, at: state.pointee.offset)
    }
    handler.getEntity = { user, name in
      guard let state = PushParser.state(user), let name else { return nil }
      return PushParser.answer(name, state)
    }
    handler.serror = { user, error in
      // Warnings and namespace errors (level 2) leave the events whole; the collector checks those.
      guard let state = PushParser.state(user), let error, error.pointee.level == XML_ERR_FATAL else { return }
      state.pointee.collector.pointee.fail(.malformed, at: state.pointee.offset)
      if let context = state.pointee.context { XMLParserContext.halt(context) }
    }
    return handler
  }

  /// HTML's entity of this name; an undefined one refuses the document at once.
  private static func answer(
    _ name: UnsafePointer<xmlChar>, _ state: UnsafeMutablePointer<State>
  ) -> UnsafeMutablePointer<xmlEntity>? {
    guard let scalar = CharacterReference.entity(named: name), let utf8 = UTF8.encode(scalar) else {
      state.pointee.collector.pointee.fail(.undefinedEntity, at: state.pointee.offset)
      return nil
    }
    let text = state.pointee.entityText
    for (index, byte) in utf8.enumerated() { text[index] = byte }
    text[utf8.count] = 0
    // Inside an attribute a predefined entity is cut to its first byte; a general one is left as written.
    let isInAttribute = state.pointee.context?.pointee.instate == XML_PARSER_ATTRIBUTE_VALUE
    state.pointee.entity.type = XML_ENTITY_DECL
    state.pointee.entity.etype = isInAttribute ? XML_INTERNAL_GENERAL_ENTITY : XML_INTERNAL_PREDEFINED_ENTITY
    state.pointee.entity.name = name
    state.pointee.entity.content = text
    state.pointee.entity.orig = text
    state.pointee.entity.length = Int32(utf8.count)
    // Already looked into, and no `<` found: see xmlParseAttValueComplex.
    state.pointee.entity.checked = 2
    return withUnsafeMutablePointer(to: &state.pointee.entity) { $0 }
  }
}
