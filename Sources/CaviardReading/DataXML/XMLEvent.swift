/// What an XML file of data says next, and where.
package struct XMLEvent: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// Names without prefix.
    case start(name: String, attributes: [String: String])
    case end(name: String)
    /// Everything between two tags, CDATA sections included.
    case text(String)
  }

  package let content: Content
  /// From 1.
  package let line: Int
}

/// Why an XML file of data is refused.
package struct XMLDataFault: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// Not well-formed, cut off, or not in the encoding it declares.
    case malformed
    /// A document type: it could declare entities, and data need none.
    case documentType
    case tooDeep(limit: Int)
    /// A text between two tags.
    case tooLong(limitBytes: Int)
  }

  package let reason: Reason
  /// From 1.
  package let line: Int

  package init(reason: Reason, line: Int) {
    self.reason = reason
    self.line = line
  }
}
