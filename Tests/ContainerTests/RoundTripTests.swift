#if Containers
  import CaviardCase
  import CaviardTestSupport
  import Foundation
  import Testing

  @testable import CaviardPipeline

  /// LibreOffice, where it is installed.
  enum LibreOffice {
    static let path = ["/usr/bin/soffice", "/usr/local/bin/soffice"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Turns a file of a folder into another kind beside it.
    static func convert(_ name: String, to kind: String, in folder: URL) throws {
      let process = Process()
      process.executableURL = URL(filePath: try #require(path))
      process.arguments = [
        "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)", "--headless", "--convert-to", kind,
        "--outdir", folder.path, folder.appending(path: name).path,
      ]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
    }
  }

  @Suite("LibreOffice reads what was written", .enabled(if: LibreOffice.path != nil, "soffice is not installed"))
  struct RoundTripTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "caviard-\(UUID().uuidString)")

    /// The text and the size of the page that LibreOffice makes of a document.
    private func read(_ output: [UInt8], _ name: String) throws -> (text: String, pdfBytes: Int) {
      try Data(output).write(to: folder.appending(path: "\(name).docx"))
      try LibreOffice.convert("\(name).docx", to: "txt:Text", in: folder)
      try LibreOffice.convert("\(name).docx", to: "pdf", in: folder)
      let pdf = try Data(contentsOf: folder.appending(path: "\(name).pdf"))
      #expect(pdf.starts(with: Array("%PDF".utf8)))
      return (try String(contentsOf: folder.appending(path: "\(name).txt"), encoding: .utf8), pdf.count)
    }

    @Test("a document of LibreOffice's own, scrubbed")
    func own() throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      // What remains in a temporary folder harms nobody.
      defer { try? FileManager.default.removeItem(at: folder) }
      let page = """
        <html><head><title>Case of Delphine Tremblay</title><meta name="author" content="Dr. Marie Gagnon"></head><body>
        <h1>Case report</h1><p>Mrs. Del<b>phine Trem</b>blay, a 47-year-old teacher from Moosonee, Ontario, was seen on 12 March 2019.</p>
        <table><tr><td>Name</td><td>Tremblay</td></tr><tr><td>Phone</td><td>514-555-0142</td></tr></table>
        <p><a href="mailto:d.tremblay@example.ca">mail</a></p></body></html>
        """
      try Data(page.utf8).write(to: folder.appending(path: "a.html"))
      try LibreOffice.convert("a.html", to: "odt", in: folder)
      try LibreOffice.convert("a.odt", to: "docx:Office Open XML Text", in: folder)
      let bytes = Array(try Data(contentsOf: folder.appending(path: "a.docx")))
      let outcome = try TestPipeline.canada.get().scrub(CaseSource(name: "a.docx", format: .docx, bytes: bytes))
      let output = try #require(outcome.output, "\(String(describing: outcome.failure))")
      #expect(try !Unpacked(output).all.contains("tremblay") && !Unpacked(output).all.contains("gagnon"))
      let text = try read(output, "b").text
      #expect(
        text.contains("Case report") && text.contains("Mrs. [person 1], a") && text.contains("[phone 1]"), "\(text)")
    }

    @Test("a document with everything in it, scrubbed")
    func everything() throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let box = """
        <w:p><w:r><w:t>around </w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent \
        cx="952500" cy="952500"/><wp:docPr id="7" name="Text Box 7"/><a:graphic><a:graphicData \
        uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>\
        <a:off x="0" y="0"/><a:ext cx="952500" cy="952500"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>\
        <wps:txbx><w:txbxContent><w:p><w:r><w:t>boxed Delphine Tremblay</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/>\
        </wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>
        """
      var fixture = WordFixture()
      fixture.links = #"<Relationship Id="rId9" Type="\#(WordFixture.office)/image" Target="media/delphine.png"/>"#
      fixture.others = [("word/media/delphine.png", TinyPicture.png(comment: "Delphine Tremblay"))]
      fixture.body =
        box
          + """
          <w:p><w:ins w:id="1" w:author="Marie Gagnon" w:date="2019-03-12T10:00:00Z"><w:r><w:t>inserted</w:t></w:r></w:ins><w:del \
          w:id="2" w:author="Marie Gagnon"><w:r><w:delText>deleted</w:delText></w:r></w:del></w:p><w:p><w:r>\
          \(WordFixture.picture("rId9", description: "x-ray of Delphine Tremblay"))</w:r></w:p><w:p><w:r><w:t>last words</w:t></w:r></w:p>
          """
      for media in [MediaHandling.placeholder, .keep] {
        var policy = Policy.canada
        policy.media = media
        let output = try #require(try TestPipeline.make(policy).get().scrub(fixture.source).output)
        #expect(try !Unpacked(output).all.contains("delphine"))
        let text = try read(output, media.rawValue).text
        #expect(text.contains("inserted") && text.contains("last words") && text.contains("[person 1]"), "\(text)")
        #expect(!text.contains("deleted"))
        #expect(text.contains("[image 1]") == (media == .placeholder), "\(text)")
      }
    }
  }
#endif
