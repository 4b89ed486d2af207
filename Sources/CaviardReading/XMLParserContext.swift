internal import CLibXML2

/// What both parsers need of libxml2's contexts.
enum XMLParserContext {
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
