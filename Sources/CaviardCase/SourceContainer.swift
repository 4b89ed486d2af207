/// What a container (a zip of parts, such as a DOCX) is written from again, beside the text of its parts.
///
/// The text of a container's ``SourceText`` is that of its parts one after another with a NUL between them, which no part holds:
/// findings of all parts are judged as one case, and an edited text is cut into its parts again.
package struct SourceContainer: Sendable, Hashable {
  /// A part whose text is read.
  package struct Part: Sendable, Hashable {
    /// As reports name it; never words of the case.
    package let shown: String
    /// In the archive that is written.
    package let path: String
    package let encoding: SourceEncoding
    package let hasByteOrderMark: Bool
    /// In ``SourceText/utf8``.
    package let span: SourceSpan
    /// False for a part that is read but never written.
    package let isKept: Bool

    package init(
      shown: String, path: String, encoding: SourceEncoding, hasByteOrderMark: Bool, span: SourceSpan, isKept: Bool
    ) {
      self.shown = shown
      self.path = path
      self.encoding = encoding
      self.hasByteOrderMark = hasByteOrderMark
      self.span = span
      self.isKept = isKept
    }
  }

  /// A picture.
  package struct Attachment: Sendable, Hashable {
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  package static let separator: UInt8 = 0

  /// In the order of their text.
  package let parts: [Part]
  package let attachments: [Attachment]
  /// As reports name them: parts that nobody here can read or that teaching does not need.
  package let dropped: [String]
  /// Changes of the text that take out what belongs to no story: authors, dates of editing, deleted text, links to dropped parts.
  package let cleaning: [Edit]

  package init(parts: [Part], attachments: [Attachment], dropped: [String], cleaning: [Edit]) {
    self.parts = parts
    self.attachments = attachments
    self.dropped = dropped
    self.cleaning = cleaning
  }

  /// The same with other pictures.
  package func holding(_ attachments: [Attachment]) -> SourceContainer {
    SourceContainer(parts: parts, attachments: attachments, dropped: dropped, cleaning: cleaning)
  }

  package var isClean: Bool { cleaning.isEmpty && dropped.isEmpty }

  /// The part that holds a place of the text. O(parts).
  package func part(at offset: Int) -> Part? { parts.last { $0.span.lower <= offset } }
}
