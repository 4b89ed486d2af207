/// The kinds of file that hold a case.
package enum CaseFormat: String, Hashable, Sendable, CaseIterable {
  case text
  case markdown
  case xhtml
  case html
  /// Word processors' documents: a zip of XML parts.
  case docx
  /// Books: a zip of XHTML and what describes it.
  case epub

  /// True for a zip of parts.
  package var isContainer: Bool { self == .docx || self == .epub }
}

/// One case as it arrived: where from, in what format, its bytes as stored.
package struct CaseSource: Sendable, CustomStringConvertible {
  /// The name reports use: a path relative to the input, `-` for standard input, or a record's id.
  package let name: String
  package let format: CaseFormat
  package let bytes: [UInt8]
  /// The encoding the user names; `nil` to find it out (byte order mark, declaration, UTF-8).
  package let encoding: SourceEncoding?
  /// The language the user names; `nil` to decide it per paragraph.
  package let language: Language?

  package init(
    name: String, format: CaseFormat, bytes: [UInt8], encoding: SourceEncoding? = nil,
    language: Language? = nil
  ) {
    self.name = name
    self.format = format
    self.bytes = bytes
    self.encoding = encoding
    self.language = language
  }

  package var description: String { "CaseSource(\(bytes.count) bytes)" }
}
