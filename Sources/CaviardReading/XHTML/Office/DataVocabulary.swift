/// The elements of the parts that describe a container: properties, relationships, package documents, tables of contents.
///
/// Every element is a paragraph. A name that no standard has is somebody's own and is read as text.
enum DataVocabulary {
  /// - Parameter name: the local name, as written.
  static func element(_ name: some Collection<UInt8>) -> ElementTraits {
    table[String(decoding: name, as: UTF8.self)] ?? ElementTraits(layout: .block, isKnown: false)
  }

  private static let table: [String: ElementTraits] = {
    var table: [String: ElementTraits] = [:]
    func add(_ names: String, _ traits: ElementTraits) {
      for name in names.split(whereSeparator: { $0 == " " || $0 == "\n" }) { table[String(name)] = traits }
    }
    add(
      """
      Types Default Override Relationships Relationship coreProperties Properties subject description keywords category \
      contentStatus contentType revision version identifier language \
      Template TotalTime Pages Words Characters CharactersWithSpaces Paragraphs Lines Application AppVersion DocSecurity \
      ScaleCrop LinksUpToDate SharedDoc HyperlinksChanged HeadingPairs TitlesOfParts HLinks HyperlinkBase Company \
      PresentationFormat Slides Notes HiddenSlides MMClips vector variant lpstr i4 bool filetime lpwstr r8 \
      datastoreItem schemaRefs schemaRef \
      container rootfiles rootfile links link package metadata dc-metadata x-metadata manifest item spine itemref guide \
      reference collection bindings mediaType tours type format source relation coverage rights publisher \
      ncx head docTitle navMap navPoint navLabel content pageList pageTarget navList navTarget text
      """, ElementTraits(layout: .block))
    add("created modified lastPrinted date meta", ElementTraits(layout: .block, marks: .moment))
    add("title", ElementTraits(layout: .block, role: .title))
    add("creator contributor lastModifiedBy Manager docAuthor", ElementTraits(layout: .block, marks: .person))
    add("property", ElementTraits(layout: .block, marks: .named))
    return table
  }()
}
