import CaviardCase
import CaviardReading
import CaviardTestSupport
import Testing

@Suite("Properties of reading")
struct ReadingPropertyTests {
  @Test("every text byte comes from its source bytes, whatever the chunks", arguments: UInt64(1)...40)
  func offsets(_ seed: UInt64) throws {
    var generator = DocumentGenerator(random: SeededGenerator(seed: seed))
    for _ in 0..<25 {
      let document = generator.document()
      let text = try read(document)
      #expect(text.faults() == [])
      for chunk in [4, 7, 64] {
        let again = try read(document, limits: ReadingLimits(chunkBytes: chunk))
        #expect(again.bytes == text.bytes)
        #expect(again.blocks == text.blocks)
        #expect(again.map == text.map)
        #expect(again.media == text.media)
      }
      for block in text.blocks { try checkScalars(of: block, in: text) }
    }
  }

  /// Every scalar maps to source that reads as the same scalar.
  private func checkScalars(of block: TextBlock, in text: CaseText) throws {
    var lower = block.span.lower
    for scalar in text.string(block.span).unicodeScalars {
      let span = TextSpan(lower, lower + UTF8.width(scalar))
      lower = span.upper
      let source = text.sourceString(span)
      if source.isEmpty {
        // A line break or picture stands here.
        #expect(scalar == "\n" || scalar == " ")
      } else if source.unicodeScalars.count > 1 {
        #expect(try read("<p>x\(source)y</p>").summary == ["p|x\(scalar)y"])
      } else {
        #expect(source.unicodeScalars.first == scalar)
      }
    }
  }

  @Test("a word put anywhere is read, or the file is refused", arguments: UInt64(1)...20)
  func nothingUnread(_ seed: UInt64) throws {
    var generator = DocumentGenerator(random: SeededGenerator(seed: seed))
    var readable = 0
    for index in 0..<300 {
      let isMarkdown = index % 3 == 0
      let document = isMarkdown ? generator.markdown() : generator.document()
      let scalars = document.unicodeScalars
      let at = scalars.indices.randomElement(using: &generator.random) ?? scalars.startIndex
      let marked = String(scalars[..<at]) + "Tremblaytest" + String(scalars[at...])
      guard let text = try? read(marked, isMarkdown ? .markdown : .xhtml) else { continue }
      readable += 1
      let span = text.span(of: "Tremblaytest")
      #expect(text.blocks.contains { block in span.map(block.span.contains) ?? false }, "\(marked)")
      #expect(text.faults() == [])
    }
    #expect(readable > 100)
  }

  @Test("bytes thrown at the reader never trap", arguments: UInt64(1)...20)
  func noise(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var generator = DocumentGenerator(random: random)
    for _ in 0..<50 {
      var bytes = Array(generator.document().utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        default: bytes.insert(contentsOf: "<>&;\"'/!-[]?".utf8.shuffled(using: &random).prefix(2), at: at)
        }
      }
      for format in CaseFormat.allCases {
        if let text = try? CaseReader().read(CaseSource(name: "c", format: format, bytes: bytes)) {
          #expect(text.faults() == [])
        }
      }
    }
  }
}

@Suite("Reading at once")
struct ConcurrentReadingTests {
  @Test("documents read at the same time give what they give alone")
  func concurrency() async throws {
    var generator = DocumentGenerator(random: SeededGenerator(seed: 7))
    let documents = (0..<64).map { _ in generator.document() }
    let alone = try documents.map { try read($0).bytes }
    let together = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
      for (index, document) in documents.enumerated() { group.addTask { (index, try read(document).bytes) } }
      return try await group.reduce(into: [Int: [UInt8]]()) { $0[$1.0] = $1.1 }
    }
    for (index, bytes) in alone.enumerated() { #expect(together[index] == bytes) }
  }
}
