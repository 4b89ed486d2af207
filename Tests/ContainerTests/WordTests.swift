#if Containers
  import CaviardCase
  import CaviardReading
  import CaviardTestSupport
  import Testing

  @testable import CaviardPipeline

  @Suite("DOCX")
  struct WordTests {
    private func scrubbed(_ fixture: WordFixture, media: MediaHandling = .placeholder) throws -> Unpacked {
      var policy = Policy.canada
      policy.media = media
      let outcome = try TestPipeline.make(policy).get().scrub(fixture.source)
      return try Unpacked(try #require(outcome.output, "\(String(describing: outcome.failure))"))
    }

    @Test("one container is one case: a name certain in the body goes from the header in small letters too")
    func oneCase() throws {
      var fixture = WordFixture()
      fixture.sight = "Mrs. Norah Quigley was seen. Quigley had fever."
      fixture.parts = [
        (
          path: "word/header1.xml", kind: "header",
          text: "<w:hdr \(WordFixture.namespaces)>\(WordFixture.paragraph("Quigley, page 1"))</w:hdr>"
        )
      ]
      let written = try scrubbed(fixture)
      #expect(!written.all.contains("quigley"))
      #expect(written["word/header1.xml"]?.contains("<w:t>[person 1], page 1</w:t>") == true)
    }

    @Test("bytes that hold nothing are written as they were")
    func bytesStay() throws {
      var fixture = WordFixture()
      fixture.sight = "The fever went away."
      fixture.body =
        "<w:p w:rsidR=\"00A1B2C3\" >\n <w:r ><w:t xml:space='preserve'> no &#x2014; change </w:t></w:r></w:p>"
      let written = try scrubbed(fixture)
      #expect(
        written["word/document.xml"]?.contains(
          "<w:p >\n <w:r ><w:t xml:space='preserve'> no &#x2014; change </w:t></w:r></w:p>") == true)
    }

    @Test("authors stay apart and unnamed; dates and numbers of editing, deleted text and old formats go")
    func authoring() throws {
      var fixture = WordFixture()
      fixture.body = """
        <w:p w:rsidR="00A1B2C3" w14:paraId="1A2B3C4D"><w:ins w:id="1" w:author="a" w:date="2024-03-12T10:00:00Z"><w:r><w:t>in \
        </w:t></w:r></w:ins><w:ins w:id="2" w:author="b"><w:r><w:t>in2</w:t></w:r></w:ins><w:del w:id="3" w:author="a"><w:r>\
        <w:delText>out</w:delText></w:r></w:del><w:r><w:rPr><w:rPrChange w:id="4" w:author="a"><w:rPr/></w:rPrChange></w:rPr>\
        <w:t>x</w:t></w:r></w:p>
        """
      fixture.core =
        "<dc:creator>a</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">2024-03-12T10:00:00Z</dcterms:created>"
      let text = try #require(try scrubbed(fixture)["word/document.xml"])
      #expect(text.contains(#"<w:p><w:ins w:id="1" w:author="Author 1"><w:r><w:t>in </w:t></w:r></w:ins>"#))
      #expect(text.contains(#"<w:ins w:id="2" w:author="Author 2">"#))
      #expect(text.contains("<w:r><w:rPr></w:rPr><w:t>x</w:t></w:r></w:p>"))
      #expect(!text.contains("out") && !text.contains("2024"))
      #expect(try scrubbed(fixture)["docProps/core.xml"]?.contains("2024") == false)
    }

    @Test("a document that only says who edited it when needs a person, and says so")
    func authoringAlone() throws {
      var fixture = WordFixture()
      fixture.sight = "The fever went away."
      fixture.body = #"<w:p w:rsidR="00A1B2C3"/>"#
      let outcome = try TestPipeline.canada.get().check(fixture.source)
      #expect(outcome.verdict == .review)
      #expect(outcome.reasons == [.authoringData])
    }

    @Test("macros, embedded files and signatures go with what leads to them, and are named")
    func dropped() throws {
      var fixture = WordFixture()
      fixture.links = """
        <Relationship Id="rId7" Type="\(WordFixture.office)/oleObject" Target="embeddings/oleObject1.bin"/>\
        <Relationship Id="rId8" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>
        """
      fixture.types = """
        <Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>\
        <Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>
        """
      fixture.body = """
        <w:p><w:r><w:t>before</w:t></w:r><w:r><w:object><v:shape/><o:OLEObject Type="Embed" r:id="rId7"/></w:object></w:r></w:p>
        """
      fixture.others = [
        ("word/embeddings/oleObject1.bin", [1, 2, 3]), ("word/vbaProject.bin", [1, 2, 3]),
        ("_xmlsignatures/sig1.xml", Array("<x/>".utf8)), ("Delphine Tremblay.txt", [65]),
      ]
      let outcome = try TestPipeline.canada.get().scrub(fixture.source)
      #expect(
        outcome.report?.droppedParts == [
          "word/embeddings/oleObject1.bin", "word/vbaProject.bin", "_xmlsignatures/sig1.xml", "entry 9",
        ])
      let written = try Unpacked(try #require(outcome.output))
      #expect(!written.all.contains("rid7") && !written.all.contains("vba") && !written.all.contains(".bin"))
      #expect(written["word/document.xml"]?.contains("<w:r></w:r></w:p>") == true)
    }

    @Test(
      "pictures follow the policy: words in their place, nothing, or the picture without its metadata",
      arguments: MediaHandling.allCases)
    func pictures(media: MediaHandling) throws {
      var fixture = WordFixture()
      fixture.links = #"<Relationship Id="rId9" Type="\#(WordFixture.office)/image" Target="media/image1.png"/>"#
      fixture.others = [("word/media/image1.png", TinyPicture.png(comment: "Delphine Tremblay"))]
      fixture.body = "<w:p><w:r>\(WordFixture.picture("rId9", description: "x-ray"))</w:r></w:p>"
      let written = try scrubbed(fixture, media: media)
      let text = try #require(written["word/document.xml"])
      #expect(!written.all.contains("tremblay"))
      #expect(written.paths.contains("word/media/image1.png") == (media == .keep))
      #expect(written["word/_rels/document.xml.rels"]?.contains("rId9") == (media == .keep))
      switch media {
      case .placeholder: #expect(text.contains("<w:r><w:t>[image 1]</w:t></w:r>"))
      case .drop: #expect(text.contains("<w:p><w:r></w:r></w:p>"))
      case .keep: #expect(text.contains(#"<a:blip r:embed="rId9"/>"#))
      }
    }

    @Test("a picture that nothing shows is not written, even where pictures are kept")
    func orphan() throws {
      var fixture = WordFixture()
      fixture.links = #"<Relationship Id="rId9" Type="\#(WordFixture.office)/image" Target="media/image1.png"/>"#
      fixture.others = [("word/media/image1.png", TinyPicture.png(comment: "x"))]
      let written = try scrubbed(fixture, media: .keep)
      #expect(!written.paths.contains("word/media/image1.png"))
      #expect(written["word/_rels/document.xml.rels"]?.contains("rId9") == false)
    }

    @Test("a bookmark and what leads to it are renamed alike")
    func bookmarks() throws {
      var fixture = WordFixture()
      fixture.body = """
        <w:p><w:bookmarkStart w:id="1" w:name="delphine_tremblay"/><w:bookmarkEnd w:id="1"/><w:hyperlink \
        w:anchor="delphine_tremblay"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>
        """
      let text = try #require(try scrubbed(fixture)["word/document.xml"])
      let names = text.matches(of: /w:(?:name|anchor)="(caviard-person-\d+)"/).map(\.output.1)
      #expect(names.count == 2 && Set(names).count == 1, "\(text)")
    }

    @Test("what Word itself writes is nobody's: its namespaces, fonts, styles and moments of editing")
    func ownWords() throws {
      var fixture = WordFixture()
      fixture.sight = "The fever went away."
      fixture.body = """
        <w:p xmlns:cx3="http://schemas.microsoft.com/office/drawing/2016/5/9/chartex" \
        xmlns:mo="http://schemas.microsoft.com/office/mac/office/2008/main" w:rsidR="00A1B2C3"><w:pPr><w:pStyle w:val="Heading1"/>\
        <w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Garamond"/><w:lang w:val="fr-CA"/></w:rPr></w:pPr><w:bookmarkStart w:id="0" \
        w:name="_Toc123456789"/><w:ins w:id="1" w:author="Author 1" w:date="1971-04-02T10:00:00Z"/></w:p>
        """
      fixture.core = "<dcterms:created xsi:type=\"dcterms:W3CDTF\">1971-04-02T10:00:00Z</dcterms:created>"
      fixture.parts = [
        (
          path: "word/theme/theme1.xml", kind: "theme",
          text: """
          <a:theme \(WordFixture.namespaces) name="Office"><a:themeElements><a:fontScheme name="Office"><a:majorFont>\
          <a:latin typeface="Calibri"/><a:font script="Cher" typeface="Plantagenet Cherokee"/><a:font script="Jpan" \
          typeface="ＭＳ ゴシック"/></a:majorFont></a:fontScheme></a:themeElements></a:theme>
          """
        )
      ]
      let report = try #require(try TestPipeline.canada.get().check(fixture.source).report)
      #expect(report.findings.map { "\($0.decision.finding.kind) \($0.place)" } == [])
      #expect(report.reasons == [.authoringData])
    }

    @Test("findings are placed in their part")
    func places() throws {
      var fixture = WordFixture()
      fixture.sight = "Fever."
      fixture.parts = [
        (
          path: "word/footer1.xml", kind: "footer",
          text: "<w:ftr \(WordFixture.namespaces)>\n<w:p><w:r><w:t>Mrs. Norah Quigley</w:t></w:r></w:p></w:ftr>"
        )
      ]
      let report = try #require(try TestPipeline.canada.get().check(fixture.source).report)
      let place = try #require(report.findings.first { $0.decision.finding.kind == .personName }?.place)
      #expect(place.part == "word/footer1.xml" && place.line == 3)
      let entry = try #require(fixture.zip.entries.first { $0.name == "word/footer1.xml" })
      #expect(String(decoding: entry.data[place.startByte..<place.endByte], as: UTF8.self).contains("Quigley"))
    }

    @Test("parts in UTF-16 stay in it")
    func encodings() throws {
      var fixture = WordFixture()
      fixture.body = WordFixture.paragraph("Zoé")
      var zip = fixture.zip
      let index = try #require(zip.entries.firstIndex { $0.name == "word/document.xml" })
      let text = String(decoding: zip.entries[index].data, as: UTF8.self).replacing("UTF-8", with: "UTF-16")
      zip.entries[index].data = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      let pipeline = try TestPipeline.canada.get()
      let outcome = pipeline.scrub(CaseSource(name: "case.docx", format: .docx, bytes: zip.bytes))
      let output = try #require(outcome.output, "\(String(describing: outcome.failure))")
      let written = try #require(try Unpacked(output).entries.first { $0.path == "word/document.xml" })
      #expect(written.bytes.starts(with: [0xFF, 0xFE]))
      #expect(
        !written.bytes.filter { $0 != 0 }.elementsEqual([])
          && !String(decoding: written.bytes.filter { $0 != 0 }, as: UTF8.self).contains("Quigley"))
    }

    @Test("the same text is the same archive, whatever the order and dates of the one it came in")
    func deterministic() throws {
      let fixture = WordFixture()
      var other = fixture.zip
      other.entries.reverse()
      let pipeline = try TestPipeline.canada.get()
      let first = pipeline.scrub(fixture.source).output
      let second = pipeline.scrub(CaseSource(name: "case.docx", format: .docx, bytes: other.bytes)).output
      #expect(first != nil && first == second)
    }

    @Test("moved dates and a copy for review are marked as not for sharing")
    func marks() throws {
      let fixture = WordFixture()
      var policy = Policy.canada
      policy.isFlagOnly = true
      let copy = try #require(try TestPipeline.make(policy).get().scrub(fixture.source).reviewCopy)
      let again = CaseSource(name: "case.docx", format: .docx, bytes: copy)
      #expect(try TestPipeline.canada.get().check(again).reasons.contains(.notForSharing))
    }
  }
#endif
