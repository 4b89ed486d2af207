package import CaviardCase

/// Text of a container's parts, edited → the container's bytes: the inverse of reading it.
///
/// The archive is the same for the same text: entries in one order, no dates, no owners, no comments.
package struct ContainerWriter: Sendable {
  package init() {}

  /// - Parameter utf8: the text of all parts, edited, with the NUL between them.
  /// - Throws: when the text has not the parts it was read with, or libzip fails.
  package func write(_ utf8: [UInt8], as source: SourceText, format: CaseFormat) throws(ReadingError) -> [UInt8] {
    #if Containers
      guard let container = source.container else { throw .container(.cannotWrite) }
      let texts = utf8.split(separator: SourceContainer.separator, omittingEmptySubsequences: false)
      guard texts.count == container.parts.count else { throw .container(.cannotWrite) }
      var parts = zip(container.parts, texts).filter(\.0.isKept).map { WrittenPart(part: $0, utf8: Array($1)) }
      let pictures = KeptPictures(container.attachments, format: format).settle(&parts)
      var entries = parts.map { part in
        let own = SourceText(
          utf8: part.utf8, encoding: part.part.encoding, hasByteOrderMark: part.part.hasByteOrderMark)
        return (
          path: part.part.path, bytes: SourceEncoder().encode(part.utf8, as: own, format: .xhtml), isStored: false
        )
      }
      entries += pictures.map { (path: $0.path, bytes: $0.bytes, isStored: true) }
      if format == .epub { entries.append((path: "mimetype", bytes: BookPackage.mimetype, isStored: true)) }
      entries.sort { (rank($0.path), $0.path) < (rank($1.path), $1.path) }
      guard let bytes = Archive.archive(entries) else { throw .container(.cannotWrite) }
      return bytes
    #else
      throw .container(.notBuiltIn)
    #endif
  }

  /// What readers look for first.
  private func rank(_ path: String) -> Int {
    ["mimetype", "[Content_Types].xml", "_rels/.rels", "META-INF/container.xml"].firstIndex(of: path) ?? 4
  }
}

/// The text of a part as it will be written.
struct WrittenPart {
  let part: SourceContainer.Part
  var utf8: [UInt8]
}
