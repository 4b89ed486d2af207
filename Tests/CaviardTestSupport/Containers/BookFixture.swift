#if Containers
  package import CaviardCase

  /// A small EPUB of an invented case, with a place for everything.
  package struct BookFixture: ContainerFixture {
    package static let sentence = "Mrs. Norah Quigley was seen with fever."

    package var sight = sentence
    /// In the body of the first chapter.
    package var body = ""
    /// In the body of the second.
    package var second = "<p>x</p>"
    /// In the head of the first.
    package var head = ""
    package var metadata = "<dc:title>Case</dc:title>"
    package var style = "p { margin: 0 }"
    package var tableHead = ""
    package var tableLabel = "Chapter"
    /// Of the second chapter, in its folder.
    package var secondName = "chapter2.xhtml"
    /// `item` elements of the manifest, and the entries they list or nobody does.
    package var items = ""
    package var others: [(path: String, bytes: [UInt8])] = []
    package var containerComment = ""

    package init() {}

    private static let head = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"

    private func chapter(_ head: String, _ body: String) -> String {
      Self.head + """
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Chapter</title>\
        <link rel="stylesheet" type="text/css" href="../css/style.css"/>\(head)</head><body>\(body)</body></html>
        """
    }

    package var zip: RawZip {
      RawZip(
        entries: [
          RawZip.Entry("mimetype", "application/epub+zip"),
          RawZip.Entry(
            "META-INF/container.xml",
            Self.head + """
              <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\(containerComment)<rootfiles>\
              <rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
              """),
          RawZip.Entry(
            "OEBPS/content.opf",
            Self.head + """
              <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="pub-id">\
              <metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">\
              <dc:identifier id="pub-id">urn:uuid:0d6a0b8c-1f0e-4a7c-9b3e-5d2f1c0b9a87</dc:identifier>\
              <dc:language>en</dc:language>\(metadata)<meta property="dcterms:modified">2024-03-12T10:00:00Z</meta></metadata>\
              <manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>\
              <item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>\
              <item id="css" href="css/style.css" media-type="text/css"/>\
              <item id="chapter1" href="text/chapter1.xhtml" media-type="application/xhtml+xml"/>\
              <item id="chapter2" href="text/\(secondName)" media-type="application/xhtml+xml"/>\(items)</manifest>\
              <spine toc="ncx"><itemref idref="chapter1"/><itemref idref="chapter2"/></spine></package>
              """),
          RawZip.Entry(
            "OEBPS/nav.xhtml",
            Self.head + """
              <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Contents</title>\
              </head><body><nav epub:type="toc"><ol><li><a href="text/chapter1.xhtml">\(tableLabel)</a></li>\
              <li><a href="text/\(secondName)">Chapter</a></li></ol></nav></body></html>
              """),
          RawZip.Entry(
            "OEBPS/toc.ncx",
            Self.head + """
              <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head><meta name="dtb:uid" \
              content="urn:uuid:0d6a0b8c-1f0e-4a7c-9b3e-5d2f1c0b9a87"/></head><docTitle><text>Case</text></docTitle>\(tableHead)\
              <navMap><navPoint id="nav1" playOrder="1"><navLabel><text>\(tableLabel)</text></navLabel>\
              <content src="text/chapter1.xhtml"/></navPoint><navPoint id="nav2" playOrder="2"><navLabel><text>Chapter</text>\
              </navLabel><content src="text/\(secondName)"/></navPoint></navMap></ncx>
              """),
          RawZip.Entry("OEBPS/css/style.css", style),
          RawZip.Entry("OEBPS/text/chapter1.xhtml", chapter(head, "<p>\(sight)</p>\(body)")),
          RawZip.Entry("OEBPS/text/\(secondName)", chapter("", second)),
        ] + others.map { RawZip.Entry($0.path, $0.bytes) })
    }

    package var source: CaseSource { CaseSource(name: "case.epub", format: .epub, bytes: zip.bytes) }
  }
#endif
