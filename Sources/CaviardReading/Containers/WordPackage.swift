#if Containers
  internal import CaviardCase

  /// The parts of a DOCX, reached by relationships from its root; what nothing leads to, or nobody here reads, is dropped.
  struct WordPackage {
    private static let types = "[Content_Types].xml"
    private static let mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    /// Kinds of relationship whose part is read and kept, in the order of reading.
    private static let kept = [
      "officeDocument", "footnotes", "endnotes", "comments", "header", "footer", "core-properties", "custom-properties",
      "extended-properties", "styles", "numbering", "settings", "theme",
    ]
    /// Read, never written: data that stand behind the text.
    private static let unkept = ["customXml", "customXmlProps"]

    private let entries: [String: ContainerEntry]
    private var relationships: [Relationships] = []
    private var relationshipParts: [(entry: ContainerEntry, text: SourceText)] = []
    /// By path: the kind of relationship that leads there first.
    private var kinds: [String: String] = [:]
    private var order: [String] = []
    private var renamed: NeutralPartNames

    /// - Parameter keepsPictures: false when none will be written: their bytes are left where they are.
    static func open(_ entries: [ContainerEntry], _ keepsPictures: Bool) throws(ReadingError) -> ContainerPackage {
      var package = WordPackage(entries)
      try package.follow()
      return try package.result(entries, keepsPictures)
    }

    private init(_ entries: [ContainerEntry]) {
      self.entries = Dictionary(entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
      renamed = NeutralPartNames(self.entries.keys)
    }

    /// Walks the relationships from the root. A theme with pictures of its own is dropped: nothing could be taken out of it.
    private mutating func follow() throws(ReadingError) {
      var open = [""]
      var seen: Set<String> = [""]
      while !open.isEmpty {
        let source = open.removeFirst()
        guard let entry = entries[PartName.relationships(of: source)] else {
          if source.isEmpty { throw .inPart("_rels/.rels", .container(.missingPart)) }
          continue
        }
        let text = try ContainerPackage.decode(entry)
        let own = Relationships(try ContainerPackage.tags(text, of: entry), of: source)
        relationships.append(own)
        relationshipParts.append((entry, text))
        for relationship in own.all {
          guard let path = relationship.path, entries[path] != nil,
            isRead(relationship.kind) || relationship.kind == "image",
            relationship.kind != "theme" || entries[PartName.relationships(of: path)] == nil
          else { continue }
          if kinds[path] == nil {
            kinds[path] = relationship.kind
            order.append(path)
          }
          if isRead(relationship.kind), seen.insert(path).inserted { open.append(path) }
        }
      }
    }

    private func isRead(_ kind: String) -> Bool { Self.kept.contains(kind) || Self.unkept.contains(kind) }

    private mutating func result(_ all: [ContainerEntry], _ keepsPictures: Bool) throws(ReadingError)
      -> ContainerPackage
    {
      guard let typesEntry = entries[Self.types] else { throw .inPart(Self.types, .container(.missingPart)) }
      let typesText = try ContainerPackage.decode(typesEntry)
      let types = try ContainerPackage.tags(typesText, of: typesEntry)
      guard let main = order.first(where: { kinds[$0] == "officeDocument" }),
        contentType(of: main, types) == Self.mainType
      else { throw .container(.notADocument) }
      var package = ContainerPackage()
      for path in order where kinds[path] == "image" {
        guard let entry = entries[path], let ending = PictureKind.ending(of: entry) else {
          kinds[path] = nil
          continue
        }
        renamed.rename(path, to: "word/media/image", ending)
        package.attachments.append(
          .init(path: renamed[path] ?? path, bytes: keepsPictures ? try entry.bytes() : PictureKind.head(of: entry)))
      }
      for kind in Self.kept + Self.unkept {
        for path in order.filter({ kinds[$0] == kind }).sorted() {
          guard let entry = entries[path] else { continue }
          if !Self.unkept.contains(kind) { renamed.rename(path, to: "word/part", "xml") }
          package.parts.append(try part(entry, kind: kind))
        }
      }
      for (index, own) in relationships.enumerated() {
        let (entry, text) = relationshipParts[index]
        let isKept = own.source.isEmpty || kinds[own.source].map { Self.kept.contains($0) } ?? false
        let path = PartName.relationships(of: renamed[own.source] ?? own.source)
        package.parts.append(
          ContainerPackage.Part(
            entry: entry, form: .markup(.data), text: text, path: path, isKept: isKept, cleaning: cleaning(own)))
      }
      package.parts.append(
        ContainerPackage.Part(
          entry: typesEntry, form: .markup(.data), text: typesText, path: Self.types, cleaning: cleaning(types)))
      let written = Set(package.parts.filter(\.isKept).map(\.entry.path))
      package.dropped = all.filter { !written.contains($0.path) && kinds[$0.path] != "image" }.map(\.shown)
      return package
    }

    private func part(_ entry: ContainerEntry, kind: String) throws(ReadingError) -> ContainerPackage.Part {
      let text = try ContainerPackage.decode(entry)
      let isData =
        ["core-properties", "custom-properties", "extended-properties"].contains(kind) || Self.unkept.contains(kind)
      var part = ContainerPackage.Part(
        entry: entry, form: .markup(isData ? .data : .word), text: text, path: renamed[entry.path] ?? entry.path,
        isKept: !Self.unkept.contains(kind))
      let own = relationships.first { $0.source == entry.path }
      let gone = Set((own?.all ?? []).filter { !leads($0) }.map(\.id))
      let pictures = Set((own?.all ?? []).filter { leads($0) && $0.kind == "image" }.map(\.id))
      let cleaner = WordCleaner(
        document: try ContainerPackage.tags(text, of: entry), kind: kind, gone: gone, pictures: pictures)
      part.cleaning = try cleaner.edits(shown: entry.shown)
      return part
    }

    /// True for a relationship that is written: to a part that is kept, or a link in the text.
    private func leads(_ relationship: Relationships.Relationship) -> Bool {
      if relationship.isExternal { return relationship.kind == "hyperlink" }
      guard let path = relationship.path, let kind = kinds[path] else { return false }
      return kind == "image" || Self.kept.contains(kind) && kind == relationship.kind
    }

    private func cleaning(_ own: Relationships) -> [Edit] {
      var edits = PartEdits(own.document)
      for relationship in own.all {
        if !leads(relationship) {
          edits.removeElement(relationship.tag)
        } else if let path = relationship.path, let name = renamed[path] {
          edits.set(relationship.target, to: "/" + name)
        }
      }
      return edits.finish()
    }

    private func contentType(of path: String, _ types: MarkupTags) -> String? {
      types.tags.first { types.value("PartName", of: $0) == "/" + path }.flatMap { types.value("ContentType", of: $0) }
    }

    private func cleaning(_ types: MarkupTags) -> [Edit] {
      var edits = PartEdits(types)
      for (index, tag) in types.tags.enumerated() where !tag.isEnd {
        switch types.localName(tag) {
        case "Default":
          let ending = types.value("Extension", of: tag)?.lowercased() ?? ""
          if !["rels", "xml", "png", "jpeg", "jpg"].contains(ending) { edits.removeElement(index) }
        case "Override":
          guard let name = tag.attributes.first(where: { types.name($0) == "PartName" }) else { continue }
          let path = String(types.value(name).drop { $0 == "/" })
          if let other = renamed[path] {
            edits.set(name, to: "/" + other)
          } else if kinds[path].map({ Self.kept.contains($0) || $0 == "image" }) != true {
            edits.removeElement(index)
          }
        default: continue
        }
      }
      return edits.finish()
    }
  }
#endif
