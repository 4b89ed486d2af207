#if Containers
  import CaviardCase
  import CaviardTestSupport
  import Testing

  @testable import CaviardPipeline
  @testable import CaviardReading

  @Suite("Hostile archives")
  struct HostileArchiveTests {
    private static let word = "Zyxquorvel"

    /// Refused with a fixed sentence and nothing written, both ways.
    private func expectRefused(
      _ bytes: [UInt8], _ fault: ContainerFault, part: String? = nil, _ format: CaseFormat = .docx
    ) throws {
      try expectRefused(bytes, ReadingError.container(fault), part: part, format)
    }

    private func expectRefused(
      _ bytes: [UInt8], _ error: ReadingError, part: String? = nil, _ format: CaseFormat = .docx
    ) throws {
      let pipeline = try TestPipeline.canada.get()
      let source = CaseSource(name: "case", format: format, bytes: bytes)
      for outcome in [pipeline.check(source), pipeline.scrub(source)] {
        let failure = try #require(outcome.failure)
        #expect(failure.code == error.failure.code && failure.detail == error.failure.detail, "\(failure)")
        if let part { #expect(failure.part == part) }
        #expect(outcome.output == nil && outcome.verdict == .block)
        #expect(!"\(failure)".contains(Self.word))
      }
    }

    private func zip(_ change: (inout RawZip) -> Void) -> [UInt8] {
      var zip = WordFixture().zip
      change(&zip)
      return zip.bytes
    }

    @Test("the fixture itself is read")
    func control() throws {
      #expect(try TestPipeline.canada.get().check(WordFixture().source).failure == nil)
    }

    @Test(
      "names that leave the archive",
      arguments: [
        "../a.xml", "a/../../b", "/etc/passwd", "a\\b", "C:/a", "a//b", "./a", "",
        String(repeating: "a", count: 600),
      ])
    func names(name: String) throws {
      try expectRefused(zip { $0.entries.append(RawZip.Entry(name, Self.word)) }, .unsafeName, part: "entry 6")
    }

    @Test("a name that is there twice, also in other letters", arguments: ["word/document.xml", "WORD/document.xml"])
    func duplicates(name: String) throws {
      let bytes = zip { $0.entries.append(RawZip.Entry(name, Self.word)) }
      #expect(
        try TestPipeline.canada.get().check(CaseSource(name: "case", format: .docx, bytes: bytes)).failure?.code
          == .malformedContainer)
    }

    @Test("encrypted entries, links, unknown compression")
    func entries() throws {
      try expectRefused(zip { $0.entries[2].flags = 1 }, .encrypted, part: "word/document.xml")
      try expectRefused(
        zip {
          $0.entries[2].madeBy = 3 << 8 | 20
          $0.entries[2].attributes = 0o120777 << 16
        }, .symbolicLink, part: "word/document.xml")
      try expectRefused(zip { $0.entries[2].method = 12 }, .unknownCompression, part: "word/document.xml")
    }

    @Test("bytes before the archive, after it, and in its comment")
    func surroundings() throws {
      let bytes = WordFixture().zip.bytes
      try expectRefused(Array(Self.word.utf8) + bytes, .surroundingData)
      try expectRefused(bytes + Array(Self.word.utf8), .surroundingData)
      try expectRefused(zip { $0.comment = Array(Self.word.utf8) }, .surroundingData)
      // Before its first entry, with an entry's own sign.
      try expectRefused([0x50, 0x4B, 3, 4] + Array(Self.word.utf8) + bytes, .surroundingData)
    }

    @Test("a zip64 archive")
    func zip64() throws {
      let bytes = WordFixture().zip.bytes
      let locator: [UInt8] = [0x50, 0x4B, 6, 7] + [UInt8](repeating: 0, count: 16)
      try expectRefused(Array(bytes.dropLast(22)) + locator + bytes.suffix(22), .zip64)
    }

    @Test("cut off anywhere, or with any byte of its directory changed, it is refused or read, never more")
    func damaged() throws {
      let bytes = WordFixture().zip.bytes
      let pipeline = try TestPipeline.canada.get()
      for length in stride(from: 0, to: bytes.count, by: 97) {
        let outcome = pipeline.check(CaseSource(name: "case", format: .docx, bytes: Array(bytes[..<length])))
        #expect(outcome.failure != nil, "\(length)")
      }
      var random = SeededGenerator(seed: 5)
      for _ in 0..<300 {
        var changed = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        let outcome = pipeline.scrub(CaseSource(name: "case", format: .docx, bytes: changed))
        if let output = outcome.output {
          #expect(pipeline.check(CaseSource(name: "case", format: .docx, bytes: output)).verdict == .pass)
        } else {
          #expect(outcome.failure != nil || outcome.verdict == .block)
        }
      }
    }

    @Test("what unpacks to far more than it is, and what says that it does")
    func bombs() throws {
      let zeros = [UInt8](repeating: 0x20, count: 40 << 20)
      let bomb = try #require(Archive.archive([(path: "word/document.xml", bytes: zeros, isStored: false)]))
      #expect(bomb.count < 64 << 10)
      try expectRefused(bomb, .tooDense(ratio: 200), part: "word/document.xml")
      // Not dense, but more than is read: of one part, and of all together.
      let spaced = (0..<180_000).map { "<w:b w:a=\"\($0)\"/>" }.joined()
      let wide = zip { $0.entries[2].data = Array("<w:document>\(spaced)\(spaced)</w:document>".utf8) }
      try expectRefused(wide, .tooLarge(bytes: 0, limit: 4 << 20), part: "word/document.xml")
      let half = [UInt8](repeating: 0x41, count: 3 << 20)
      let both = zip {
        $0.entries[2].data = half
        $0.entries[3].data = half
      }
      try expectRefused(both, .tooLarge(bytes: 0, limit: 4 << 20))
      let tags = zip { $0.entries[2].data = Array(String(repeating: "<w:b/>", count: 140_000).utf8) }
      try expectRefused(tags, .container(.tooManyTags(limit: 131_072)), part: "word/document.xml")
      let unread = try #require(
        Archive.archive((1...2).map { (path: "word/header\($0).xml", bytes: zeros, isStored: true) }))
      #expect(throws: ReadingError.tooLarge(bytes: unread.count, limit: 32 << 20)) {
        try CaseReader().read(CaseSource(name: "case", format: .docx, bytes: unread))
      }
      // It says it is small, or large, and is not.
      for claimed in [UInt32(10), 1 << 30] {
        let bytes = zip { $0.entries[2].claimedSize = claimed }
        #expect(
          try TestPipeline.canada.get().check(CaseSource(name: "case", format: .docx, bytes: bytes)).failure != nil)
      }
    }

    @Test("too many entries")
    func many() throws {
      // A zip without zip64 holds no more.
      let bytes = zip { zip in zip.entries += (0..<60_000).map { RawZip.Entry("word/a\($0)", "") } }
      try expectRefused(bytes, .tooManyEntries(limit: 4096))
    }

    @Test("thousands of parts whose names tell are renamed in no time")
    func renamed() throws {
      var fixture = WordFixture()
      fixture.parts = (0..<2000).map { number in
        (
          path: "word/\(Self.word)\(number).xml", kind: "header",
          text: "<w:hdr xmlns:w=\"\(WordFixture.main)\">\(WordFixture.paragraph("x"))</w:hdr>"
        )
      }
      let duration = try ContinuousClock().measure {
        let text = try CaseReader().read(fixture.source)
        #expect(text.source.container?.parts.contains { $0.path == "word/part2000.xml" } == true)
      }
      #expect(duration < .seconds(20))
    }

    @Test("what nobody reads is not unpacked, a picture only when it is kept, and nothing after the archive is closed")
    func unread() throws {
      // Its sum is wrong: unpacking it would be an error.
      var zip = WordFixture().zip
      zip.entries.append(RawZip.Entry("word/unknown.bin", "x"))
      let bytes = zip.bytes
      let name = Array("word/unknown.bin".utf8)
      let place = try #require(bytes.firstRange(of: name)).upperBound
      var damaged = bytes
      damaged[place] = 0x79
      _ = try CaseReader().read(CaseSource(name: "case", format: .docx, bytes: damaged))
      let entries = try Archive.reading(bytes, .standard) { entries throws(ReadingError) in entries }
      #expect(throws: ReadingError.inPart("[Content_Types].xml", .container(.damaged))) { try entries[0].bytes() }
      var fixture = WordFixture()
      fixture.links =
        #"<Relationship Id="rId9" Type="\#(WordFixture.office)/image" Target="media/image1.png"/>"#
      fixture.others = [("word/media/image1.png", TinyPicture.png(comment: "x"))]
      let kept = try CaseReader().read(fixture.source)
      let left = try CaseReader(keepsPictures: false).read(fixture.source)
      #expect(kept.source.container?.attachments.map(\.bytes) == [TinyPicture.png(comment: "x")])
      #expect(left.source.container?.attachments.map(\.bytes.count) == [8])
    }

    @Test("what is no archive, or an archive of something else")
    func others() throws {
      try expectRefused([], .notAnArchive)
      try expectRefused(Array("\(Self.word) is no archive".utf8), .notAnArchive)
      try expectRefused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .encrypted)
      try expectRefused(RawZip(entries: [RawZip.Entry("a.txt", Self.word)]).bytes, .missingPart, part: "_rels/.rels")
      try expectRefused(WordFixture().zip.bytes, .notABook, .epub)
      try expectRefused(RawZip(entries: []).bytes, .surroundingData)
      let macro = zip {
        $0.entries[0].data = Array(
          String(decoding: $0.entries[0].data, as: UTF8.self).replacing(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            with: "application/vnd.ms-word.document.macroEnabled.main+xml"
          ).utf8)
      }
      try expectRefused(macro, .notADocument)
    }

    @Test("in a record, base 64 is padded and nothing else")
    func letters() throws {
      func bytes(_ text: String) throws -> [UInt8] {
        let line = #"{"id": "1", "format": "docx", "text": "\#(text)"}"#
        return try StreamRecord(Array(line.utf8)).source(name: "line 1", language: nil).bytes
      }
      #expect(try bytes("UEsDBA==") == [0x50, 0x4B, 3, 4] && bytes("UEsD+/8=") == [0x50, 0x4B, 3, 0xFB, 0xFF])
      #expect(try bytes("").isEmpty)
      for text in [
        "UEsDBA", "UEsDBA=", "UEsDBA===", "UEs DBA==", "UEsDBA==\\n", "U===", "====", "=", "UE==UE==", "UEsD-_8=",
        "UEsDBA==UEsD",
        "UEs=D", "UE=A", "é",
      ] {
        #expect(throws: CaseFailure(.invalidRecord, detail: "“text” is not base 64"), "\(text)") { try bytes(text) }
      }
    }

    @Test("a part that is not well-formed is named with the place in it")
    func malformed() throws {
      let bytes = zip { $0.entries[2].data = Array("<w:document xmlns:w=\"urn:a\">\n<w:body></w:document>".utf8) }
      let failure = try #require(
        try TestPipeline.canada.get().check(CaseSource(name: "case", format: .docx, bytes: bytes)).failure)
      #expect(failure.code == .malformedMarkup && failure.part == "word/document.xml" && failure.line == 2)
    }

    @Test("a part with declarations of its own is refused")
    func entities() throws {
      let bytes = zip {
        $0.entries[2].data = Array(
          "<!DOCTYPE w:document [<!ENTITY a \"b\">]><w:document xmlns:w=\"urn:a\">&a;</w:document>".utf8)
      }
      let failure = try TestPipeline.canada.get().check(CaseSource(name: "case", format: .docx, bytes: bytes)).failure
      #expect(failure?.code == .malformedMarkup && failure?.part == "word/document.xml")
    }
  }
#endif
