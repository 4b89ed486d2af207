#if Containers
  internal import CaviardCase

  /// The parts of an EPUB, by its package document; what that does not list, or nobody here reads, is dropped.
  struct BookPackage {
    static let mimetype = Array("application/epub+zip".utf8)
    private static let containerPath = "META-INF/container.xml"
    /// Read, never written: a picture whose lines nobody here can read.
    private static let drawing = "image/svg+xml"
    private static let encryptionPath = "META-INF/encryption.xml"

    private struct Item {
      let id: String
      let type: String
      let path: String
    }

    private let entries: [String: ContainerEntry]
    private let packageEntry: ContainerEntry
    private let packageText: SourceText
    private let package: MarkupTags
    private let items: [Item]
    private var renamed: NeutralPartNames
    private var pictures: Set<String> = []

    /// - Parameter keepsPictures: false when none will be written: their bytes are left where they are.
    static func open(_ entries: [ContainerEntry], _ keepsPictures: Bool) throws(ReadingError) -> ContainerPackage {
      var package = try BookPackage(entries)
      return try package.result(entries, keepsPictures)
    }

    private init(_ all: [ContainerEntry]) throws(ReadingError) {
      entries = Dictionary(all.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
      renamed = NeutralPartNames(entries.keys)
      guard let kind = try entries["mimetype"]?.bytes(), Self.trimmed(kind) == Self.mimetype else {
        throw .container(.notABook)
      }
      guard let container = entries[Self.containerPath] else {
        throw .inPart(Self.containerPath, .container(.missingPart))
      }
      let roots = try ContainerPackage.tags(try ContainerPackage.decode(container), of: container)
      let path = roots.tags.lazy.compactMap { roots.value("full-path", of: $0) }.first
      guard let path, let entry = entries[path] else { throw .inPart(Self.containerPath, .container(.missingPart)) }
      packageEntry = entry
      packageText = try ContainerPackage.decode(entry)
      let package = try ContainerPackage.tags(packageText, of: entry)
      self.package = package
      items = package.tags.compactMap { tag in
        guard !tag.isEnd, package.localName(tag) == "item", let href = package.value("href", of: tag),
          let path = PartName.resolve(href, from: entry.path)
        else { return nil }
        return Item(
          id: package.value("id", of: tag) ?? "", type: package.value("media-type", of: tag) ?? "", path: path)
      }
      try refuseEncryption()
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
      var bytes = bytes
      while let last = bytes.last, last.isSpace { bytes.removeLast() }
      return bytes
    }

    /// Fonts may be scrambled, and are dropped; a text or a picture that is refuses the book.
    private func refuseEncryption() throws(ReadingError) {
      guard let entry = entries[Self.encryptionPath] else { return }
      let document = try ContainerPackage.tags(try ContainerPackage.decode(entry), of: entry)
      let paths = document.tags.compactMap { document.value("URI", of: $0) }.compactMap {
        PartName.resolve($0, from: "")
      }
      let shown = Set(items.filter { form($0.type) != nil || isPicture($0.type) }.map(\.path))
      for path in paths where shown.contains(path) {
        throw .inPart(entries[path]?.shown ?? Self.encryptionPath, .container(.encrypted))
      }
    }

    private func form(_ type: String) -> ContainerPackage.Form? {
      switch type {
      case "application/xhtml+xml", Self.drawing: .markup(.html)
      case "application/x-dtbncx+xml": .markup(.data)
      case "text/css": .styleSheet
      default: nil
      }
    }

    private func isPicture(_ type: String) -> Bool { type == "image/jpeg" || type == "image/png" }

    private mutating func result(_ all: [ContainerEntry], _ keepsPictures: Bool) throws(ReadingError)
      -> ContainerPackage
    {
      var result = ContainerPackage()
      for item in items where isPicture(item.type) {
        guard let entry = entries[item.path], let ending = PictureKind.ending(of: entry),
          pictures.insert(item.path).inserted
        else { continue }
        renamed.rename(item.path, to: "OEBPS/image", ending)
        result.attachments.append(
          .init(
            path: renamed[item.path] ?? item.path,
            bytes: keepsPictures ? try entry.bytes() : PictureKind.head(of: entry)))
      }
      let read = inReadingOrder().filter { entries[$0.path] != nil && !pictures.contains($0.path) }
      let written = read.filter { $0.type != Self.drawing }
      for item in written { renamed.rename(item.path, to: "OEBPS/part", Self.ending(item.type)) }
      renamed.rename(packageEntry.path, to: "OEBPS/package", "opf")
      let cleaner = BookCleaner(
        kept: Set(written.map(\.path)).union(pictures).union([packageEntry.path]), renamed: renamed.renamed)
      for item in read {
        guard let entry = entries[item.path], let form = form(item.type) else { continue }
        let text = try ContainerPackage.decode(entry, Self.isStyle(form) ? .text : .xhtml)
        var part = ContainerPackage.Part(entry: entry, form: form, text: text, path: renamed[item.path] ?? item.path)
        part.isKept = item.type != Self.drawing
        part.cleaning = cleaner.edits(text, of: item.path, type: item.type)
        result.parts.append(part)
      }
      result.parts.append(
        ContainerPackage.Part(
          entry: packageEntry, form: .markup(.data), text: packageText,
          path: renamed[packageEntry.path] ?? packageEntry.path,
          cleaning: cleaner.packageEdits(package, of: packageEntry.path)))
      if let entry = entries[Self.containerPath] {
        let text = try ContainerPackage.decode(entry)
        result.parts.append(
          ContainerPackage.Part(
            entry: entry, form: .markup(.data), text: text, path: Self.containerPath,
            cleaning: cleaner.containerEdits(try ContainerPackage.tags(text, of: entry), package: packageEntry.path)))
      }
      let names = Set(result.parts.filter(\.isKept).map(\.entry.path)).union(pictures).union(["mimetype"])
      result.dropped = all.filter { !names.contains($0.path) }.map(\.shown)
      return result
    }

    private static func isStyle(_ form: ContainerPackage.Form) -> Bool {
      if case .styleSheet = form { true } else { false }
    }

    private static func ending(_ type: String) -> String {
      switch type {
      case "text/css": "css"
      case "application/x-dtbncx+xml": "ncx"
      default: "xhtml"
      }
    }

    /// The spine first, each part once.
    private func inReadingOrder() -> [Item] {
      let spine = package.tags.filter { !$0.isEnd && package.localName($0) == "itemref" }.compactMap {
        package.value("idref", of: $0)
      }
      var taken: Set<String> = []
      let byID = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      let first = spine.compactMap { byID[$0] }
      return (first + items).filter {
        form($0.type) != nil && $0.path != packageEntry.path && taken.insert($0.path).inserted
      }
    }
  }
#endif
