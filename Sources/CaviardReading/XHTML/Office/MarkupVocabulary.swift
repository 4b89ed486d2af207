/// What the names of a document's elements and attributes mean.
enum MarkupVocabulary {
  /// XHTML, SVG and MathML.
  case html
  /// WordprocessingML (ISO/IEC 29500) with DrawingML and VML.
  case word
  /// Data: every element is a paragraph (properties, relationships, package documents, custom XML).
  case data

  static let personLabel = Array("Author: ".utf8)

  /// - Parameter name: the local name.
  func element(named name: some Collection<UInt8>) -> ElementTraits {
    switch self {
    case .html: ElementTraits.named(name)
    case .word: WordVocabulary.element(name)
    case .data: DataVocabulary.element(name)
    }
  }

  /// - Parameter name: the local name.
  func attribute(named name: some Collection<UInt8>) -> AttributeTraits {
    switch self {
    case .html: AttributeTraits.named(name)
    case .word, .data: OfficeValues.attribute(name)
    }
  }

  /// Prefixes that word processors and makers of EPUB bind to namespaces of their standards.
  static func isKnownPrefix(_ prefix: some Collection<UInt8>) -> Bool {
    prefixes.contains(String(decoding: prefix, as: UTF8.self))
  }

  private static let prefixes: Set<String> = Set(
    """
    w w10 w14 w15 w16 w16cex w16cid w16se w16sdtdh w16sdtfl w16du wne wp wp14 wps wpg \
    wpc wpi wp15 a a14 a16 pic pic14 r v o m mc mv aink cp \
    dc dcterms dcmitype vt ds b sl c cx cx1 cx2 cx3 cx4 cx5 cx6 cx7 \
    cx8 a15 adec thm15 oel am3d dgm asvg ve xsi opf ncx container calibre rendition xml \
    xmlns loext
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
