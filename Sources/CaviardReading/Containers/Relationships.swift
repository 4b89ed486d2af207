#if Containers
  /// The relationships of one part of a DOCX, or of the whole container.
  struct Relationships {
    struct Relationship {
      let id: String
      /// The last word of its type: `styles`, `image`, `hyperlink`.
      let kind: String
      let isExternal: Bool
      /// The part it leads to; `nil` when it leads out.
      let path: String?
      /// Its tag, in ``document``.
      let tag: Int
      let target: StartTag.Attribute
    }

    /// The part they are of; empty for the container.
    let source: String
    let document: MarkupTags
    let all: [Relationship]

    init(_ document: MarkupTags, of source: String) {
      self.source = source
      self.document = document
      all = document.tags.enumerated().compactMap { index, tag in
        guard !tag.isEnd, document.localName(tag) == "Relationship",
          let target = tag.attributes.first(where: { document.name($0) == "Target" })
        else { return nil }
        let isExternal = document.value("TargetMode", of: tag) == "External"
        let kind = (document.value("Type", of: tag) ?? "").split(separator: "/").last.map(String.init) ?? ""
        return Relationship(
          id: document.value("Id", of: tag) ?? "", kind: kind, isExternal: isExternal,
          path: isExternal ? nil : PartName.resolve(document.value(target), from: source), tag: index, target: target)
      }
    }
  }
#endif
