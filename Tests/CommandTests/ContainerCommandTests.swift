#if Containers
  import CaviardTestSupport
  import Foundation
  import Testing

  @Suite("DOCX on the command line")
  struct ContainerCommandTests {
    private static let word = "Zyxquorvel"

    private func folder(_ files: [String: RawZip]) throws -> Folder {
      let folder = try Folder(["cases/a.txt": "The fever went away.\n"])
      for (name, zip) in files { try folder.write(Data(zip.bytes), to: "cases/\(name)") }
      return folder
    }

    @Test("check says where in which part; scrub writes what the gate lets through")
    func whole() throws {
      let folder = try folder(["b.docx": WordFixture().zip])
      let check = try Command.run(["check", "cases/b.docx"], in: folder)
      #expect(check.status == 1 && check.output.contains("word/document.xml:2:"), "\(check.output)")
      #expect(try Command.run(["scrub", "cases", "--output", "out"], in: folder).status == 0)
      #expect(try Command.run(["gate", "out"], in: folder).status == 0)
      #expect(try Command.run(["scrub", "out", "--output", "again"], in: folder).status == 0)
      func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.url.appendingPathComponent(name)) }
      #expect(try bytes("again/b.docx") == bytes("out/b.docx"))
      let report = try Command.run(["check", "cases/b.docx", "--format", "json"], in: folder).object
      let findings = try #require(report["findings"] as? [[String: Any]])
      #expect(
        findings.contains { $0["part"] as? String == "word/document.xml" && $0["kind"] as? String == "person-name" })
    }

    @Test("what is hostile is named with its part, and nothing of it is written; the rest is")
    func hostile() throws {
      var zip = WordFixture().zip
      zip.entries.append(RawZip.Entry("../\(Self.word).xml", Self.word))
      var broken = WordFixture().zip
      broken.entries[2].data = Array("<w:document xmlns:w=\"urn:a\">\(Self.word)".utf8)
      let folder = try folder(["b.docx": zip, "c.docx": broken])
      let result = try Command.run(["scrub", "cases", "--output", "out"], in: folder)
      #expect(result.status == 2)
      #expect(
        result.errors.contains("b.docx: entry 6, ") && result.errors.contains("c.docx: word/document.xml, line 1"),
        "\(result.errors)")
      #expect(!result.errors.contains(Self.word) && !result.output.contains(Self.word))
      #expect(folder.exists("out/a.txt") && !folder.exists("out/b.docx") && !folder.exists("out/c.docx"))
      for file in folder.files() where file.hasPrefix("out") { #expect(try !folder.read(file).contains(Self.word)) }
    }

    @Test("a record holds a container in base 64, and so does the record that comes out")
    func stream() throws {
      let text = Data(WordFixture().zip.bytes).base64EncodedString()
      let line = #"{"id": "1", "format": "docx", "text": "\#(text)"}"# + "\n"
      let result = try Command.run(["stream", "--fail-on-error"], in: Folder(), input: line)
      #expect(result.status == 0, "\(result.output)")
      let record = try #require(result.objects.first)
      let bytes = try #require((record["text"] as? String).flatMap { Data(base64Encoded: $0) })
      #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
      let folder = try Folder()
      try folder.write(bytes, to: "b.docx")
      #expect(try Command.run(["gate", "b.docx"], in: folder).status == 0)
    }

    @Test(
      "documents at their limits and past them are read or refused in little memory",
      .enabled(if: Command.sanitizer == nil, "a sanitizer needs more addresses"))
    func memory() throws {
      func document(_ body: String) -> RawZip {
        var fixture = WordFixture()
        fixture.body = "<w:p>\(body)</w:p>"
        return fixture.zip
      }
      let tags = (0..<130_000).map { "<w:b w:a=\"\($0)\"/>" }.joined()
      let names = (0..<130_000).map { "<q\($0)/>" }.joined()
      var unread = WordFixture().zip
      unread.entries += (0..<4).map { RawZip.Entry("word/unknown\($0).bin", [UInt8](repeating: 0x41, count: 7 << 20)) }
      let folder = try folder([
        "tags.docx": document(tags), "names.docx": document(names),
        "more-tags.docx": document(String(repeating: "<w:b/>", count: 140_000)),
        "more-text.docx": document("<w:r><w:t>\(String(repeating: "word ", count: 1 << 20))</w:t></w:r>"),
        "unread.docx": unread,
      ])
      let result = try Command.run(["check", "cases", "--jobs", "1"], under: "ulimit -v 480000", in: folder)
      #expect(result.status == 2)
      let errors = result.errors.split(separator: "\n")
      #expect(errors.count == 2, "\(errors)")
      #expect(
        errors.first?.contains("more-tags.docx: word/document.xml, the case is too large (more than 131072 tags)")
          == true)
      #expect(errors.last?.contains("more-text.docx: word/document.xml, the case is too large (4194304 bytes)") == true)
    }

    @Test("standard input may be a container")
    func standardInput() throws {
      let folder = try folder(["b.docx": WordFixture().zip])
      let shell = try Command.run(
        ["-c", "'\(Command.path)' check - < cases/b.docx"], in: folder,
        environment: ProcessInfo.processInfo.environment,
        command: "/bin/sh")
      #expect(shell.status == 1 && shell.output.contains("word/document.xml:2:"), "\(shell.errors)")
    }
  }
#endif
