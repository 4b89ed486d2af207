#if Containers
  package import CaviardCase

  /// A small DOCX of an invented case, with a place for everything.
  package struct WordFixture: ContainerFixture {
    package static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package static let namespaces = """
      xmlns:w="\(main)" xmlns:r="\(office)" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
      xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
      xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" \
      xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
      xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" \
      xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" \
      xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
      """

    /// In sight: what finds nothing here is no test.
    package static let sentence = "Mrs. Norah Quigley was seen with fever."

    /// The content of `w:body`.
    package var body = ""
    package var sight = sentence
    /// By path: whole parts, and their kind of relationship from the document and content type.
    package var parts: [(path: String, kind: String, text: String)] = []
    /// `Relationship` elements of the document.
    package var links = ""
    /// Entries beside them: path and bytes.
    package var others: [(path: String, bytes: [UInt8])] = []
    package var core = ""
    package var custom: String?
    package var app: String?
    package var settings: String?
    /// In `[Content_Types].xml`.
    package var types = ""
    /// In `_rels/.rels`.
    package var rootLinks = ""

    package init() {}

    package static func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

    /// A picture in a run.
    package static func picture(_ id: String, description: String = "", name: String = "Picture 1") -> String {
      """
      <w:drawing><wp:inline distT="0" distB="0"><wp:extent cx="952500" cy="952500"/><wp:docPr id="1" name="\(name)" \
      descr="\(description)"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">\
      <pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="image1.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>\
      <a:blip r:embed="\(id)"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:prstGeom prst="rect"/></pic:spPr>\
      </pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>
      """
    }

    private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"

    private static func contentType(_ kind: String) -> String {
      switch kind {
      case "customXml": "application/xml"
      case "theme": "application/vnd.openxmlformats-officedocument.theme+xml"
      default: "application/vnd.openxmlformats-officedocument.wordprocessingml.\(kind)+xml"
      }
    }

    package var zip: RawZip {
      var relationships = links
      var overrides = types
      var entries: [RawZip.Entry] = []
      var all = parts
      if let settings { all.append(("word/settings.xml", "settings", settings)) }
      for (index, part) in all.enumerated() {
        let target = part.path.hasPrefix("word/") ? String(part.path.dropFirst(5)) : "/" + part.path
        relationships +=
          #"<Relationship Id="rId\#(index + 50)" Type="\#(Self.office)/\#(part.kind)" Target="\#(target)"/>"#
        overrides += #"<Override PartName="/\#(part.path)" ContentType="\#(Self.contentType(part.kind))"/>"#
        entries.append(RawZip.Entry(part.path, Self.head + part.text))
      }
      var root = ""
      for (path, kind, text) in [
        ("docProps/custom.xml", "custom-properties", custom), ("docProps/app.xml", "extended-properties", app),
      ] {
        guard let text else { continue }
        root += #"<Relationship Id="rId\#(kind.count)" Type="\#(Self.office)/\#(kind)" Target="\#(path)"/>"#
        overrides += """
          <Override PartName="/\(path)" ContentType="application/vnd.openxmlformats-officedocument.\(kind)+xml"/>
          """
        let space = "http://schemas.openxmlformats.org/officeDocument/2006/"
        entries.append(
          RawZip.Entry(
            path,
            Self.head
              + #"<Properties xmlns="\#(space)\#(kind)" xmlns:vt="\#(space)docPropsVTypes">\#(text)</Properties>"#))
      }
      let package = "http://schemas.openxmlformats.org/package/2006/"
      return RawZip(
        entries: [
          RawZip.Entry(
            "[Content_Types].xml",
            Self.head + """
              <Types xmlns="\(package)content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-\
              package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" \
              ContentType="image/png"/><Override PartName="/word/document.xml" \
              ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
              <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
              \(overrides)</Types>
              """),
          RawZip.Entry(
            "_rels/.rels",
            Self.head + """
              <Relationships xmlns="\(package)relationships"><Relationship Id="rId1" Type="\(Self.office)/officeDocument" \
              Target="word/document.xml"/><Relationship Id="rId2" Type="\(package)relationships/metadata/core-properties" \
              Target="docProps/core.xml"/>\(root)\(rootLinks)</Relationships>
              """),
          RawZip.Entry(
            "word/document.xml",
            Self.head + """
              <w:document \(Self.namespaces)><w:body>\(Self.paragraph(sight))\(body)<w:sectPr/></w:body></w:document>
              """),
          RawZip.Entry(
            "word/_rels/document.xml.rels",
            Self.head + #"<Relationships xmlns="\#(package)relationships">\#(relationships)</Relationships>"#),
          RawZip.Entry(
            "docProps/core.xml",
            Self.head + """
              <cp:coreProperties xmlns:cp="\(package)metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" \
              xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\(core)\
              </cp:coreProperties>
              """),
        ] + entries + others.map { RawZip.Entry($0.path, $0.bytes) })
    }

    package var source: CaseSource { CaseSource(name: "case.docx", format: .docx, bytes: zip.bytes) }
  }
#endif
