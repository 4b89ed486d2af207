#if Containers
  internal import CaviardCase

  /// Takes out of the parts of an EPUB what belongs to no story, and leads links to where their parts are written.
  struct BookCleaner {
    private static let identifier = "urn:uuid:00000000-0000-4000-8000-000000000000"
    /// The one date that a package document must have.
    private static let date = "2000-01-01T00:00:00Z"
    /// What stays of the metadata.
    private static let metadata: Set<String> = [
      "title", "language", "identifier", "subject", "description", "type", "format",
    ]
    /// Elements that are nothing without what they refer to.
    private static let references: Set<String> = [
      "img", "image", "script", "link", "source", "audio", "video", "iframe", "object", "embed", "track",
    ]
    private static let tableNames: Set<String> = ["dtb:uid", "dtb:depth", "dtb:totalPageCount", "dtb:maxPageNumber"]

    /// Paths in the archive as read.
    let kept: Set<String>
    let renamed: [String: String]

    /// Of a text, a table of contents or a style sheet.
    func edits(_ text: SourceText, of part: String, type: String) -> [Edit] {
      let document = MarkupTags(text.utf8)
      var edits = PartEdits(document)
      if type == "text/css" { return styleEdits(text.utf8, of: part) }
      for (index, tag) in document.tags.enumerated() where !tag.isEnd {
        let name = document.localName(tag)
        if type == "application/x-dtbncx+xml" { cleanTable(document, index, name, &edits) }
        for attribute in tag.attributes where BookLinks.attributes.contains(document.name(attribute)) {
          let target = document.value(attribute)
          guard let path = PartName.resolve(target, from: part), !target.hasPrefix("caviard-") else { continue }
          if !kept.contains(path) {
            // A link to nowhere says nothing; an element that shows nothing goes.
            if Self.references.contains(name) { edits.removeElement(index) } else { edits.set(attribute, to: "#") }
          } else {
            relink(attribute, target, path, from: part, &edits)
          }
        }
      }
      return edits.finish()
    }

    func packageEdits(_ document: MarkupTags, of part: String) -> [Edit] {
      var edits = PartEdits(document)
      let unique = document.tags.lazy.compactMap { document.value("unique-identifier", of: $0) }.first
      var gone: Set<String> = []
      var open: [String] = []
      for (index, tag) in document.tags.enumerated() {
        if tag.isEnd {
          _ = open.popLast()
          continue
        }
        let name = document.localName(tag)
        if open.last.map({ $0 == "metadata" || $0 == "dc-metadata" || $0 == "x-metadata" }) ?? false {
          clean(document, index, name, unique, &edits)
        }
        if !tag.isSelfClosing { open.append(name) }
        guard let attribute = tag.attributes.first(where: { document.name($0) == "href" }) else { continue }
        let target = document.value(attribute)
        guard name == "item" || name == "reference" || name == "link" else { continue }
        guard let path = PartName.resolve(target, from: part), kept.contains(path) else {
          edits.removeElement(index)
          if let id = document.value("id", of: tag) { gone.insert(id) }
          continue
        }
        relink(attribute, target, path, from: part, &edits)
      }
      for (index, tag) in document.tags.enumerated() where !tag.isEnd {
        if let id = document.value("idref", of: tag), gone.contains(id) { edits.removeElement(index) }
        for name in ["media-overlay", "fallback"] {
          if let attribute = tag.attributes.first(where: { document.name($0) == name }),
            gone.contains(document.value(attribute))
          {
            edits.remove(attribute)
          }
        }
      }
      return edits.finish()
    }

    /// The one rendition that is read stays.
    func containerEdits(_ document: MarkupTags, package: String) -> [Edit] {
      var edits = PartEdits(document)
      for (index, tag) in document.tags.enumerated() where !tag.isEnd {
        switch document.localName(tag) {
        case "rootfile":
          guard let attribute = tag.attributes.first(where: { document.name($0) == "full-path" }) else { continue }
          if document.value(attribute) != package {
            edits.removeElement(index)
          } else if let other = renamed[package] {
            edits.set(attribute, to: other)
          }
        case "links": edits.removeElement(index)
        default: continue
        }
      }
      return edits.finish()
    }
  }

  extension BookCleaner {
    private func relink(
      _ attribute: StartTag.Attribute, _ target: String, _ path: String, from part: String, _ edits: inout PartEdits
    ) {
      guard renamed[path] != nil || renamed[part] != nil else { return }
      let fragment = target.firstIndex(of: "#").map { String(target[$0...]) } ?? ""
      edits.set(
        attribute, to: Self.relative(renamed[path] ?? path, from: renamed[part] ?? part) + Self.escaped(fragment))
    }

    private static func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
        .replacing("'", with: "&#39;")
    }

    /// From the folder of one part to another.
    private static func relative(_ path: String, from part: String) -> String {
      var target = path.split(separator: "/")[...]
      var folder = part.split(separator: "/").dropLast()
      while let first = target.first, target.count > 1, first == folder.first {
        target = target.dropFirst()
        folder = folder.dropFirst()
      }
      return folder.map { _ in "../" }.joined() + target.joined(separator: "/")
    }

    private func styleEdits(_ utf8: [UInt8], of part: String) -> [Edit] {
      BookLinks.styleAddresses(in: utf8).compactMap { range in
        let target = String(decoding: utf8[range], as: UTF8.self)
        guard let path = PartName.resolve(target, from: part), kept.contains(path),
          renamed[path] != nil || renamed[part] != nil
        else { return nil }
        let words = Self.relative(renamed[path] ?? path, from: renamed[part] ?? part)
        guard words != target else { return nil }
        return Edit(source: SourceSpan(range.lowerBound, range.upperBound), replacement: Array(words.utf8))
      }
    }

    /// Who made the book and when; its number is everybody's.
    private func clean(
      _ document: MarkupTags, _ index: Int, _ name: String, _ unique: String?, _ edits: inout PartEdits
    ) {
      let tag = document.tags[index]
      switch name {
      case "identifier":
        if unique != nil, document.value("id", of: tag) == unique {
          edits.setText(index, to: Self.identifier)
          for attribute in tag.attributes where document.name(attribute).hasSuffix("scheme") { edits.remove(attribute) }
        } else {
          edits.removeElement(index)
        }
      case "meta":
        let property = document.value("property", of: tag)
        if property == "dcterms:modified" {
          edits.setText(index, to: Self.date)
        } else if document.value("name", of: tag) != "cover", property?.hasPrefix("rendition:") != true {
          edits.removeElement(index)
        }
      case "dc-metadata", "x-metadata": break
      default: if !Self.metadata.contains(name) { edits.removeElement(index) }
      }
    }

    private func cleanTable(_ document: MarkupTags, _ index: Int, _ name: String, _ edits: inout PartEdits) {
      let tag = document.tags[index]
      switch name {
      case "docAuthor": edits.removeElement(index)
      case "meta":
        let key = document.value("name", of: tag) ?? ""
        guard Self.tableNames.contains(key) else { return edits.removeElement(index) }
        if key == "dtb:uid", let attribute = tag.attributes.first(where: { document.name($0) == "content" }) {
          edits.set(attribute, to: Self.identifier)
        }
      default: break
      }
    }
  }
#endif
