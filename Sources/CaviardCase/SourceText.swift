/// How a file's bytes stand for characters.
package enum SourceEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case latin1 = "iso-8859-1"
  case windows1252 = "windows-1252"
}

/// A file decoded to UTF-8, with what is needed to write it back in its own encoding.
///
/// Edits are made on ``utf8``; encoding it again gives the file's own bytes wherever nothing was edited.
package struct SourceText: Sendable, Hashable, CustomStringConvertible {
  /// The file's text as UTF-8, without its byte order mark.
  package let utf8: [UInt8]
  package let encoding: SourceEncoding
  package let hasByteOrderMark: Bool
  /// The parts that the text is of; `nil` for a plain file.
  package let container: SourceContainer?
  /// Values of attributes that stand without quotes, in order: one that is edited gets them.
  package var bareValues: [SourceSpan] = []

  package init(
    utf8: [UInt8], encoding: SourceEncoding = .utf8, hasByteOrderMark: Bool = false, container: SourceContainer? = nil
  ) {
    self.utf8 = utf8
    self.container = container
    self.encoding = encoding
    self.hasByteOrderMark = hasByteOrderMark
  }

  /// Never the text: a case describes itself by its size.
  package var description: String { "SourceText(\(utf8.count) bytes)" }
}
