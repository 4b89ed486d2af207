internal import CLibXML2

/// What all parsers need of libxml2's contexts.
enum XMLParserContext {
  private static let isLibraryReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Makes libxml2's global tables, once, before any worker needs them.
  static func prepare() { precondition(isLibraryReady) }

  /// Tells a parser that its document has ended.
  ///
  /// An error holds a copy of what was read, such as a whole comment: thousands of them would take quadratic time.
  /// Nothing is freed, for the parser may stand in the middle of it.
  static func halt(_ context: xmlParserCtxtPtr) {
    context.pointee.disableSAX = 1
    context.pointee.instate = XML_PARSER_EOF
  }

  /// Frees a parser with the document it made for the declarations in a DOCTYPE: without callbacks of libxml2's own that
  /// document belongs to nobody, and `xmlFreeParserCtxt` leaves it.
  static func free(_ context: xmlParserCtxtPtr) {
    if let document = context.pointee.myDoc {
      context.pointee.myDoc = nil
      xmlFreeDoc(document)
    }
    xmlFreeParserCtxt(context)
  }
}
