#if Containers
  internal import CaviardCase

  /// Takes out of a part of a DOCX what belongs to no story: who wrote when, deleted text, references to parts that are dropped.
  struct WordCleaner {
    let document: MarkupTags
    /// The kind of relationship that leads to the part.
    let kind: String
    /// Relationships that are not written.
    let gone: Set<String>
    /// Relationships to pictures.
    let pictures: Set<String>

    /// Elements that go with what is in them, by local name.
    private static let elements: Set<String> = [
      "del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "rPrChange",
      "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange", "tblPrExChange",
      "numberingChange", "cellIns", "cellDel", "cellMerge", "customXmlInsRangeStart", "customXmlInsRangeEnd",
      "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd",
      "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "permStart", "permEnd", "fldData", "dataBinding",
      "background",
      "numPicBullet", "lvlPicBulletId", "latentStyles", "rsid", "nsid", "tmpl", "control",
    ]
    /// Attributes that go, by local name.
    private static let attributes: Set<String> = [
      "rsidR", "rsidRPr", "rsidP", "rsidRDefault", "rsidDel", "rsidTr", "rsidSect", "paraId", "textId", "anchorId",
      "editId",
      "initials", "dateUtc", "tplc",
    ]
    /// What stays of the settings.
    private static let settings: Set<String> = [
      "zoom", "evenAndOddHeaders", "mirrorMargins", "gutterAtTop", "defaultTabStop", "autoHyphenation",
      "hyphenationZone",
      "footnotePr", "endnotePr", "compat", "characterSpacingControl", "themeFontLang", "clrSchemeMapping",
      "decimalSymbol",
      "listSeparator", "mathPr", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "updateFields",
    ]
    /// What stays of the core properties.
    private static let properties: Set<String> = [
      "title", "subject", "description", "keywords", "category", "language",
    ]
    private static let frames: Set<String> = ["drawing", "pict", "object"]

    /// - Throws: for a picture that stands where nothing can be taken out.
    func edits(shown: String) throws(ReadingError) -> [Edit] {
      var edits = PartEdits(document)
      var authors: [String: Int] = [:]
      var open: [(index: Int, name: String)] = []
      for (index, tag) in document.tags.enumerated() {
        if tag.isEnd {
          _ = open.popLast()
          continue
        }
        let name = document.localName(tag)
        let depth = open.count
        if !tag.isSelfClosing { open.append((index, name)) }
        if goes(name, depth: depth, parent: depth > 0 ? open[depth - 1].name : "") { edits.removeElement(index) }
        for attribute in tag.attributes {
          let full = document.name(attribute)
          let local = full.split(separator: ":").last.map(String.init) ?? full
          if kind == "theme", local == "name" {
            edits.set(attribute, to: "Office")
          } else if kind == "theme", local == "typeface", depth > 0, name == "font" {
            edits.removeElement(index)
          } else if full.contains(":"), Self.attributes.contains(local) || local == "date" && isRevision(name) {
            edits.remove(attribute)
          } else if full.hasPrefix("w:"), local == "author" {
            edits.set(attribute, to: author(document.value(attribute), &authors))
          } else if full.hasPrefix("r:") {
            try follow(attribute, index, open, &edits, shown)
          }
        }
      }
      return edits.finish()
    }
  }

  extension WordCleaner {
    private func goes(_ name: String, depth: Int, parent: String) -> Bool {
      switch kind {
      case "settings": return depth == 1 && !Self.settings.contains(name)
      case "core-properties": return depth == 1 && !Self.properties.contains(name)
      case "extended-properties": return depth == 1
      case "custom-properties", "theme": return false
      default: return Self.elements.contains(name) || name == "id" && parent == "sdtPr"
      }
    }

    private func isRevision(_ name: String) -> Bool { ["ins", "moveTo", "comment"].contains(name) }

    /// `Author 1`: authors stay apart, nobody is named.
    private func author(_ name: String, _ known: inout [String: Int]) -> String {
      let number = known[name] ?? known.count + 1
      known[name] = number
      return "Author \(number)"
    }

    /// A reference to a relationship: what refers to a part that is dropped goes.
    private func follow(
      _ attribute: StartTag.Attribute, _ index: Int, _ open: [(index: Int, name: String)], _ edits: inout PartEdits,
      _ shown: String
    ) throws(ReadingError) {
      let id = document.value(attribute)
      let frame = open.last { Self.frames.contains($0.name) }
      if gone.contains(id) {
        // A link's words stay where the link goes.
        if document.localName(document.tags[index]) == "hyperlink" { return edits.remove(attribute) }
        edits.removeElement(frame?.index ?? index)
      } else if pictures.contains(id), frame == nil, !open.contains(where: { Self.elements.contains($0.name) }) {
        throw .inPart(shown, .container(.pictureElsewhere))
      }
    }
  }
#endif
