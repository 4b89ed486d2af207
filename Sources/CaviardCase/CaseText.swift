/// Where in a document a block of text stands: what it means to a detector, and how text is written there.
package enum BlockRole: Hashable, Sendable {
  case paragraph
  case heading
  case listItem
  case tableCell
  /// The document's title.
  case title
  /// The value of the attribute named; `isIdentifier` for names and links (`id`, `name`, `href`, `src`, `class`, `for` …).
  case attribute(name: String, isIdentifier: Bool)
  case comment
  case processingInstruction
  /// Text of `<script>` or `<style>`.
  case code
  /// YAML front matter of a Markdown file.
  case frontMatter
}

/// How a replacement must be written at a place of the source.
package enum WritingContext: Hashable, Sendable {
  /// Plain text and Markdown: as it is.
  case plain
  /// Character data of XML or HTML: `&`, `<`, `>` escaped.
  case markup
  /// A run of WordprocessingML: as markup, in an element of text.
  case run
  /// An attribute value: `&`, `<` and both quotes escaped.
  case attribute
  /// An attribute that names or links something: the placeholder's form is `caviard-person-1`.
  case identifier
  /// A comment or processing instruction: must not hold `--` or `?>`.
  case comment
  /// A CDATA section: must not hold `]]>`.
  case cdata
  /// Script or style: letters, digits and hyphens only.
  case code
}

/// A run of text that belongs together: a finding never crosses a block's edge.
package struct TextBlock: Sendable, Hashable {
  package let span: TextSpan
  package let role: BlockRole
  package let context: WritingContext
  /// The language the document declares here (`lang`, `xml:lang`), if it is one of ours.
  package let declaredLanguage: Language?
  /// A kind of fact the author pinned here (`data-caviard-pin`), with everything inside it.
  package let pin: Kind?
  /// Bytes at the start of ``span`` that say what the rest is and stand elsewhere in the source: a table's heading
  /// over its cell ("Name: "), a term before its description. They have no source here and are never edited.
  package let labelLength: Int

  package init(
    span: TextSpan, role: BlockRole, context: WritingContext, declaredLanguage: Language? = nil,
    pin: Kind? = nil, labelLength: Int = 0
  ) {
    precondition(labelLength <= span.count, "a label lies inside its block")
    self.span = span
    self.role = role
    self.context = context
    self.declaredLanguage = declaredLanguage
    self.pin = pin
    self.labelLength = labelLength
  }

  /// The block's own text, without its label.
  package var own: TextSpan { TextSpan(span.lower + labelLength, span.upper) }
}

/// A reference to a picture, sound, film or other thing that text rules cannot read.
package struct MediaReference: Sendable, Hashable {
  /// The whole element or link in the source: what is removed when the media is dropped.
  package let source: SourceSpan
  /// The element or scheme: `img`, `video`, `object`, `svg`, `data`, `markdown-image`. Never text of the case.
  package let element: String
  /// How words that stand for it are written: ``WritingContext/identifier`` inside a value, a script or a style sheet.
  package let context: WritingContext

  package init(source: SourceSpan, element: String, context: WritingContext = .markup) {
    self.source = source
    self.element = element
    self.context = context
  }
}

/// The text of a case as detectors see it, with the way back to the file.
package struct CaseText: Sendable, CustomStringConvertible {
  package let source: SourceText
  package let format: CaseFormat
  /// UTF-8; blocks lie one after another, separated by a line feed that belongs to no block unless the source has it.
  package let bytes: [UInt8]
  /// In order, disjoint.
  package let blocks: [TextBlock]
  package let map: OffsetMap
  package let media: [MediaReference]
  /// Kinds pinned for the whole case (front matter `caviard: {pin: [...]}`).
  package let pins: Set<Kind>
  /// Where in the source an HTML page ceases to be XML and had to be read by HTML's rules; `nil` for any other case.
  package let notXMLAt: Int?

  package init(
    source: SourceText, format: CaseFormat, bytes: [UInt8], blocks: [TextBlock], map: OffsetMap,
    media: [MediaReference] = [], pins: Set<Kind> = [], notXMLAt: Int? = nil
  ) {
    self.source = source
    self.format = format
    self.bytes = bytes
    self.blocks = blocks
    self.map = map
    self.media = media
    self.pins = pins
    self.notXMLAt = notXMLAt
  }

  /// The text of a span, for whoever may show it.
  package func string(_ span: TextSpan) -> String { String(decoding: bytes[span.range], as: UTF8.self) }

  package var description: String { "CaseText(\(bytes.count) bytes, \(blocks.count) blocks)" }
}
