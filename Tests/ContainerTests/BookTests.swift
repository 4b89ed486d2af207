#if Containers
  import CaviardCase
  import CaviardReading
  import CaviardTestSupport
  import Testing

  @testable import CaviardPipeline

  @Suite("EPUB")
  struct BookTests {
    private func scrubbed(_ fixture: BookFixture, media: MediaHandling = .placeholder) throws -> Unpacked {
      var policy = Policy.canada
      policy.media = media
      let outcome = try TestPipeline.make(policy).get().scrub(fixture.source)
      return try Unpacked(try #require(outcome.output, "\(String(describing: outcome.failure))"))
    }

    @Test("an identifier is found wherever it stands, and gone from every entry", arguments: BookHidingPlace.all)
    func hidden(_ place: BookHidingPlace) throws {
      try HidingCheck(plants: place.plants, make: place.make).expectGone()
    }

    @Test("a book without anybody passes once it says nothing of its making")
    func control() throws {
      var fixture = BookFixture()
      fixture.sight = "The fever went away after three days."
      let pipeline = try TestPipeline.canada.get()
      #expect(pipeline.check(fixture.source).reasons == [.authoringData])
      let output = try #require(pipeline.scrub(fixture.source).output)
      #expect(pipeline.check(CaseSource(name: "c", format: .epub, bytes: output)).verdict == .pass)
    }

    @Test("its type comes first and stored, and its number is everybody's")
    func form() throws {
      var policy = Policy.canada
      policy.media = .placeholder
      let output = try #require(try TestPipeline.make(policy).get().scrub(BookFixture().source).output)
      #expect(output[30..<58].elementsEqual("mimetypeapplication/epub+zip".utf8))
      #expect(output[8] == 0 && output[9] == 0, "stored")
      let written = try Unpacked(output)
      let number = "urn:uuid:00000000-0000-4000-8000-000000000000"
      #expect(written["OEBPS/content.opf"]?.contains("<dc:identifier id=\"pub-id\">\(number)</dc:identifier>") == true)
      #expect(written["OEBPS/toc.ncx"]?.contains("content=\"\(number)\"") == true)
      #expect(!written.all.contains("2024"))
    }

    @Test("a chapter whose name tells gets another, and every link leads there")
    func renaming() throws {
      var fixture = BookFixture()
      fixture.secondName = "delphine-tremblay.xhtml"
      fixture.body = "<p><a href=\"delphine-tremblay.xhtml#a\">x</a></p>"
      fixture.second = "<p id=\"a\"><img src=\"../images/figure1.png\" alt=\"\"/></p>"
      fixture.items = #"<item id="image" href="images/figure1.png" media-type="image/png"/>"#
      fixture.others = [("OEBPS/images/figure1.png", TinyPicture.png(comment: "x"))]
      let written = try scrubbed(fixture, media: .keep)
      #expect(written.paths.contains("OEBPS/part1.xhtml"))
      #expect(written["OEBPS/text/chapter1.xhtml"]?.contains("href=\"../part1.xhtml#a\"") == true)
      #expect(written["OEBPS/nav.xhtml"]?.contains("href=\"part1.xhtml\"") == true)
      #expect(written["OEBPS/toc.ncx"]?.contains("src=\"part1.xhtml\"") == true)
      #expect(written["OEBPS/content.opf"]?.contains("href=\"part1.xhtml\"") == true)
      #expect(written["OEBPS/part1.xhtml"]?.contains("src=\"images/figure1.png\"") == true)
      #expect(written["OEBPS/part1.xhtml"]?.contains("href=\"css/style.css\"") == true)
    }

    @Test("pictures follow the policy; the manifest lists what is there", arguments: MediaHandling.allCases)
    func pictures(media: MediaHandling) throws {
      var fixture = BookFixture()
      fixture.items = """
        <item id="image" href="images/figure1.png" media-type="image/png"/><item id="gif" href="images/figure2.gif" \
        media-type="image/gif"/>
        """
      fixture.metadata += #"<meta name="cover" content="image"/>"#
      fixture.others = [
        ("OEBPS/images/figure1.png", TinyPicture.png(comment: "Delphine Tremblay")),
        ("OEBPS/images/figure2.gif", Array("GIF89a".utf8)),
      ]
      fixture.body = #"<p><img src="../images/figure1.png" alt="x"/><img src="../images/figure2.gif" alt="x"/></p>"#
      let written = try scrubbed(fixture, media: media)
      let isKept = media == .keep
      #expect(written.paths.contains("OEBPS/images/figure1.png") == isKept)
      #expect(written["OEBPS/content.opf"]?.contains("figure1.png") == isKept)
      #expect(written["OEBPS/content.opf"]?.contains("name=\"cover\"") == isKept)
      #expect(!written.all.contains("figure2") && !written.all.contains("tremblay"))
    }

    @Test("a link that goes leaves words that say so, and the book settles")
    func links() throws {
      var fixture = BookFixture()
      fixture.body = #"<p><a href="https://example.ca/delphine-tremblay">x</a><a href="../text/gone.xhtml">y</a></p>"#
      let text = try #require(try scrubbed(fixture)["OEBPS/text/chapter1.xhtml"])
      #expect(text.contains(##"<a href="caviard-link-1">x</a><a href="#">y</a>"##), "\(text)")
    }

    @Test("scrambled fonts go; a scrambled text refuses the book")
    func encryption() throws {
      func encryption(_ uri: String) -> (path: String, bytes: [UInt8]) {
        (
          "META-INF/encryption.xml",
          Array("<encryption><EncryptedData><CipherReference URI=\"\(uri)\"/></EncryptedData></encryption>".utf8)
        )
      }
      var fixture = BookFixture()
      fixture.items = #"<item id="font" href="fonts/font1.otf" media-type="font/otf"/>"#
      fixture.others = [("OEBPS/fonts/font1.otf", [1]), encryption("OEBPS/fonts/font1.otf")]
      let written = try scrubbed(fixture)
      #expect(!written.all.contains("font1") && !written.paths.contains("META-INF/encryption.xml"))
      fixture.others = [encryption("OEBPS/text/chapter1.xhtml")]
      let failure = try #require(try TestPipeline.canada.get().check(fixture.source).failure)
      #expect(failure.detail == "encrypted" && failure.part == "OEBPS/text/chapter1.xhtml")
    }

    @Test("one book is one case: a name certain in a chapter goes from the table of contents")
    func oneCase() throws {
      var fixture = BookFixture()
      fixture.tableLabel = "Quigley, day 1"
      #expect(try !scrubbed(fixture).all.contains("quigley"))
    }
  }
#endif
