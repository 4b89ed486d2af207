#if Containers
  internal import CaviardCase

  /// Pictures that something in the edited text still shows; what leads to the others goes with them.
  struct KeptPictures {
    private let pictures: [SourceContainer.Attachment]
    private let format: CaseFormat

    init(_ pictures: [SourceContainer.Attachment], format: CaseFormat) {
      self.pictures = pictures
      self.format = format
    }

    /// - Returns: the pictures to write.
    func settle(_ parts: inout [WrittenPart]) -> [SourceContainer.Attachment] {
      guard !pictures.isEmpty else { return [] }
      let paths = Set(pictures.map(\.path))
      let shown = format == .epub ? settleBook(&parts, paths) : settleDocument(&parts, paths)
      return pictures.filter { shown.contains($0.path) }
    }

    /// A relationship to a picture stays where its part still refers to it.
    private func settleDocument(_ parts: inout [WrittenPart], _ paths: Set<String>) -> Set<String> {
      var shown: Set<String> = []
      let texts = Dictionary(parts.map { ($0.part.path, $0.utf8) }, uniquingKeysWith: { first, _ in first })
      for index in parts.indices where parts[index].part.path.hasSuffix(".rels") {
        guard let source = Self.source(of: parts[index].part.path) else { continue }
        let own = Relationships(MarkupTags(parts[index].utf8), of: source)
        guard own.all.contains(where: { $0.path.map(paths.contains) ?? false }) else { continue }
        let used = texts[source].map { Self.references(MarkupTags($0)) } ?? []
        var edits = PartEdits(own.document)
        for relationship in own.all {
          guard let path = relationship.path, paths.contains(path) else { continue }
          if used.contains(relationship.id) { shown.insert(path) } else { edits.removeElement(relationship.tag) }
        }
        parts[index].utf8 = Splicer().splice(SourceText(utf8: parts[index].utf8), edits.finish())
      }
      return shown
    }

    /// `word/_rels/document.xml.rels` → `word/document.xml`
    private static func source(of path: String) -> String? {
      let segments = path.split(separator: "/").map(String.init)
      guard segments.count >= 2, segments[segments.count - 2] == "_rels", let last = segments.last else { return nil }
      return (segments.dropLast(2) + [String(last.dropLast(".rels".count))]).joined(separator: "/")
    }

    private static func references(_ document: MarkupTags) -> Set<String> {
      Set(
        document.tags.flatMap { tag in
          tag.attributes.filter { document.name($0).hasPrefix("r:") }.map { document.value($0) }
        })
    }

    /// An item of the manifest stays where a text or a style sheet still refers to it.
    private func settleBook(_ parts: inout [WrittenPart], _ paths: Set<String>) -> Set<String> {
      guard let package = parts.firstIndex(where: { $0.part.path.hasSuffix(".opf") }) else { return [] }
      var shown: Set<String> = []
      for (index, part) in parts.enumerated() where index != package {
        shown.formUnion(BookLinks.targets(of: part.utf8, in: part.part.path).intersection(paths))
      }
      let document = MarkupTags(parts[package].utf8)
      let own = parts[package].part.path
      var edits = PartEdits(document)
      var gone: Set<String> = []
      for (index, tag) in document.tags.enumerated() where !tag.isEnd && document.localName(tag) == "item" {
        guard let href = document.value("href", of: tag), let path = PartName.resolve(href, from: own),
          paths.contains(path), !shown.contains(path)
        else { continue }
        edits.removeElement(index)
        if let id = document.value("id", of: tag) { gone.insert(id) }
      }
      for (index, tag) in document.tags.enumerated()
      where !tag.isEnd && document.localName(tag) == "meta" && document.value("name", of: tag) == "cover" {
        if document.value("content", of: tag).map(gone.contains) ?? true { edits.removeElement(index) }
      }
      parts[package].utf8 = Splicer().splice(SourceText(utf8: parts[package].utf8), edits.finish())
      return shown
    }
  }
#endif
