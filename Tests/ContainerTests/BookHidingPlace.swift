#if Containers
  import CaviardCase
  import CaviardTestSupport
  import Testing

  /// An EPUB with an identifier in one place where a book can hide it.
  struct BookHidingPlace: Sendable, CustomTestStringConvertible {
    let name: String
    let make: @Sendable (String) -> BookFixture
    let plants: [WordHidingPlace.Plant]

    var testDescription: String { name }

    init(
      _ name: String, _ plants: [WordHidingPlace.Plant] = WordHidingPlace.plain,
      _ make: @escaping @Sendable (inout BookFixture, String) -> Void
    ) {
      self.name = name
      self.plants = plants
      self.make = { plant in
        var fixture = BookFixture()
        make(&fixture, plant)
        return fixture
      }
    }

    static let all: [BookHidingPlace] = [
      BookHidingPlace("chapter") { $0.body = "<p>We saw \($1).</p>" },
      BookHidingPlace("second chapter") { $0.second = "<p>We saw \($1).</p>" },
      BookHidingPlace("head of a chapter") { $0.head = "<meta name=\"note\" content=\"\($1)\"/>" },
      BookHidingPlace("title of the book") { $0.metadata = "<dc:title>\($1)</dc:title>" },
      BookHidingPlace("description") {
        $0.metadata = "<dc:title>Case</dc:title><dc:description>\($1)</dc:description>"
      },
      BookHidingPlace("creator") {
        $0.metadata = "<dc:title>Case</dc:title><dc:creator id=\"aut\" opf:file-as=\"\($1)\">\($1)</dc:creator>"
      },
      BookHidingPlace("contributor") {
        $0.metadata = "<dc:title>Case</dc:title><dc:contributor>\($1)</dc:contributor>"
      },
      BookHidingPlace("publisher") { $0.metadata = "<dc:title>Case</dc:title><dc:publisher>\($1)</dc:publisher>" },
      BookHidingPlace("second identifier") {
        $0.metadata = "<dc:title>Case</dc:title><dc:identifier>\($1)</dc:identifier>"
      },
      BookHidingPlace("meta of the package") {
        $0.metadata = "<dc:title>Case</dc:title><meta name=\"calibre:user\" content=\"\($1)\"/>"
      },
      BookHidingPlace("tables of contents") { $0.tableLabel = $1 },
      BookHidingPlace("author of the table") { $0.tableHead = "<docAuthor><text>\($1)</text></docAuthor>" },
      BookHidingPlace("style sheet") { $0.style = "p:after { content: \"\($1)\" }" },
      BookHidingPlace("comment of a style sheet") { $0.style = "/* \($1) */ p { margin: 0 }" },
      BookHidingPlace("comment of the container") { $0.containerComment = "<!-- \($1) -->" },
      BookHidingPlace("drawing of its own") { fixture, plant in
        fixture.items = #"<item id="svg" href="images/figure1.svg" media-type="image/svg+xml"/>"#
        let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>\(plant)</title></svg>"
        fixture.others = [("OEBPS/images/figure1.svg", Array(drawing.utf8))]
      },
      BookHidingPlace("alternative text") { fixture, plant in
        fixture.items = #"<item id="image" href="images/figure1.png" media-type="image/png"/>"#
        fixture.others = [("OEBPS/images/figure1.png", TinyPicture.png(comment: plant))]
        fixture.body = #"<p><img src="../images/figure1.png" alt="\#(plant)"/></p>"#
      },
      BookHidingPlace("script") { fixture, plant in
        fixture.items = #"<item id="js" href="js/main.js" media-type="application/javascript"/>"#
        fixture.others = [("OEBPS/js/main.js", Array("var a = '\(plant)'".utf8))]
        fixture.head = #"<script src="../js/main.js" type="text/javascript"></script>"#
      },
      BookHidingPlace("font") { fixture, plant in
        fixture.items = #"<item id="font" href="fonts/font1.otf" media-type="font/otf"/>"#
        fixture.others = [("OEBPS/fonts/font1.otf", Array(plant.utf8))]
        fixture.style = "@font-face { font-family: serif; src: url(../fonts/font1.otf) }"
      },
      BookHidingPlace("entry that nothing lists") { $0.others = [("META-INF/notes.txt", Array($1.utf8))] },
      BookHidingPlace("name of an entry that nothing lists", WordHidingPlace.joined) {
        $0.others = [("OEBPS/\($1).txt", [0x41])]
      },
      BookHidingPlace("name of a chapter", WordHidingPlace.joined) { $0.secondName = "\($1).xhtml" },
      BookHidingPlace("name of a picture", WordHidingPlace.joined) { fixture, plant in
        fixture.items = #"<item id="image" href="images/\#(plant).png" media-type="image/png"/>"#
        fixture.others = [("OEBPS/images/\(plant).png", TinyPicture.png(comment: plant))]
        fixture.body = #"<p><img src="../images/\#(plant).png" alt=""/></p>"#
      },
      BookHidingPlace("id and a link from another part", WordHidingPlace.joined) {
        $0.second = "<p id=\"\($1)\">x</p>"
        $0.body = "<p><a href=\"chapter2.xhtml#\($1)\">x</a></p>"
      },
      BookHidingPlace("id of an item", WordHidingPlace.joined) { fixture, plant in
        fixture.items = #"<item id="\#(plant)" href="text/section1.xhtml" media-type="application/xhtml+xml"/>"#
        fixture.others = [
          (
            "OEBPS/text/section1.xhtml",
            Array("<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body/></html>".utf8)
          )
        ]
      },
    ]
  }
#endif
