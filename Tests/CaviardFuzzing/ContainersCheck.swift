#if Containers
  internal import CaviardCase
  internal import CaviardDictionaries
  internal import CaviardPipeline
  internal import CaviardTestSupport

  /// A container is refused or held, or what is written reads again, passes, stays as it is, and holds nothing that cleaning drops.
  ///
  /// An input is a letter and what follows: `z` a DOCX as stored, `y` an EPUB as stored, `d` and `e` entries that stand in a whole
  /// DOCX or EPUB, each after a line `=== path`.
  struct ContainersCheck: Sendable {
    private static let word = "Qvandrilspur"

    private let keeping: Pipeline
    private let dropping: Pipeline

    init(_ dictionary: CompiledDictionary) throws {
      var policy = Policy.canada
      policy.media = .placeholder
      dropping = try Pipeline(dictionary: dictionary, policy: policy)
      policy.media = .keep
      keeping = try Pipeline(dictionary: dictionary, policy: policy)
    }

    func check(_ bytes: [UInt8]) throws(FuzzFault) {
      guard let letter = bytes.first else { return }
      let media = bytes.count.isMultiple(of: 2) ? MediaHandling.keep : .placeholder
      let rest = bytes.dropFirst()
      switch letter {
      case UInt8(ascii: "z"), UInt8(ascii: "y"):
        let format = letter == UInt8(ascii: "z") ? CaseFormat.docx : .epub
        _ = try written(Array(rest), format, media)
      default:
        let format = letter | 0x20 == UInt8(ascii: "e") ? CaseFormat.epub : .docx
        let entries = Self.entries(rest)
        let output = try written(Self.container(format, entries, isPlanted: false), format, media)
        let planted = try written(Self.container(format, entries, isPlanted: true), format, media)
        try FuzzFault.require(planted == output, "what belongs to no story changes what is written")
      }
    }

    /// What scrubbing writes.
    private func written(
      _ bytes: [UInt8], _ format: CaseFormat, _ media: MediaHandling
    ) throws(FuzzFault) -> [UInt8]? {
      let pipeline = media == .keep ? keeping : dropping
      let outcome = pipeline.scrub(CaseSource(name: "case", format: format, bytes: bytes))
      try FuzzFault.require(outcome.failure?.code != .scoring, "a case cannot be scored")
      guard let output = outcome.output else {
        try FuzzFault.require(
          outcome.failure != nil || outcome.verdict != .pass, "a case that passes is not written")
        return nil
      }
      let source = CaseSource(name: "case", format: format, bytes: output)
      guard let seen = Self.look(at: source, pipeline), let container = seen.text.source.container else {
        throw FuzzFault("what was written cannot be read")
      }
      if let fault = seen.text.faults().first { throw FuzzFault(fault) }
      try FuzzFault.require(container.isClean, "what was written is not clean")
      try FuzzFault.require(container.attachments.isEmpty || media == .keep, "a picture is kept")
      let texts =
        [seen.text.source.utf8] + container.parts.map { Array($0.path.utf8) } + container.attachments.map(\.bytes)
      for text in texts {
        try FuzzFault.require(text.firstRange(of: Array(Self.word.utf8)) == nil, "what belongs to no story is written")
      }
      let reasons = pipeline.check(source).reasons
      try FuzzFault.require(
        reasons.allSatisfy { $0 == .media && media == .keep }, "what was written does not pass")
      try FuzzFault.require(pipeline.scrub(source).output == output, "scrubbing twice changes something")
      return output
    }

    private static func entries(_ text: ArraySlice<UInt8>) -> [RawZip.Entry] {
      var entries: [RawZip.Entry] = []
      var rest = text
      let mark = Array("=== ".utf8)
      while let start = rest.firstRange(of: mark) {
        let after = rest[start.upperBound...]
        let end = after.firstIndex(of: 0x0A) ?? after.endIndex
        let data = after[min(end + 1, after.endIndex)...]
        let next = data.firstRange(of: Array("\n=== ".utf8))?.lowerBound ?? data.endIndex
        entries.append(RawZip.Entry(String(decoding: after[..<end], as: UTF8.self), Array(data[..<next])))
        rest = data[next...]
      }
      return entries
    }

    /// A whole container with these entries in the places of its own, or beside them; with things that are dropped, or without.
    private static func container(_ format: CaseFormat, _ own: [RawZip.Entry], isPlanted: Bool) -> [UInt8] {
      let paths = Set(own.map(\.name))
      var zip: RawZip
      if format == .epub {
        var book = BookFixture()
        if isPlanted, !paths.contains("OEBPS/content.opf") { book.metadata += "<dc:creator>\(word)</dc:creator>" }
        zip = book.zip
      } else {
        var document = WordFixture()
        if isPlanted, !paths.contains("docProps/core.xml") { document.core = "<dc:creator>\(word)</dc:creator>" }
        if isPlanted, !paths.contains("word/document.xml") {
          document.body =
            "<w:del w:id=\"1\" w:author=\"\(word)\"><w:r><w:delText>\(word)</w:delText></w:r></w:del>"
        }
        zip = document.zip
      }
      zip.entries.removeAll { paths.contains($0.name) }
      zip.entries += own
      if isPlanted { zip.entries += ["word/\(word).bin", "\(word)/a.xml", "a/\(word)"].map { RawZip.Entry($0, word) } }
      return zip.bytes
    }

    private static func look(at source: CaseSource, _ pipeline: Pipeline) -> SeenCase? {
      do throws(CaseFailure) { return try pipeline.look(at: source) } catch { return nil }
    }
  }
#endif
