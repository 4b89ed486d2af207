internal import CaviardCase

/// Collects text, its segments and blocks: a flow that is open, and asides (attribute values, comments) met meanwhile.
///
/// Asides are put after the flow they interrupt, so that the flow's words stay together.
struct TextBuilder {
  /// One run of text with its segments; neighbours that continue one another are joined.
  private struct Run {
    var bytes: [UInt8] = []
    var segments: [OffsetMap.Segment] = []
    var blocks: [TextBlock] = []
    private var exactText = 0
    private var exactSource = 0
    private var exactCount = 0

    /// Source bytes taken over one by one.
    mutating func append(_ source: UnsafeBufferPointer<UInt8>, at offset: Int) {
      if exactCount == 0 || exactText + exactCount != bytes.count || exactSource + exactCount != offset {
        closeSegment()
        exactText = bytes.count
        exactSource = offset
      }
      exactCount += source.count
      bytes.append(contentsOf: source)
    }

    /// Text that stands in the source as something else, such as a reference.
    mutating func append(decoded: some Collection<UInt8>, from source: SourceSpan) {
      closeSegment()
      let lower = bytes.count
      bytes.append(contentsOf: decoded)
      segments.append(
        OffsetMap.Segment(text: TextSpan(lower, bytes.count), source: source, isExact: false))
    }

    mutating func closeSegment() {
      guard exactCount > 0 else { return }
      segments.append(
        OffsetMap.Segment(
          text: TextSpan(exactText, exactText + exactCount),
          source: SourceSpan(exactSource, exactSource + exactCount), isExact: true))
      exactCount = 0
    }

    mutating func append(contentsOf other: inout Run) {
      closeSegment()
      other.closeSegment()
      let shift = bytes.count
      bytes.append(contentsOf: other.bytes)
      segments.append(
        contentsOf: other.segments.lazy.map {
          OffsetMap.Segment(
            text: TextSpan($0.text.lower + shift, $0.text.upper + shift), source: $0.source, isExact: $0.isExact)
        })
      blocks.append(
        contentsOf: other.blocks.lazy.map {
          TextBlock(
            span: TextSpan($0.span.lower + shift, $0.span.upper + shift), role: $0.role, context: $0.context,
            declaredLanguage: $0.declaredLanguage, pin: $0.pin)
        })
      other.bytes.removeAll(keepingCapacity: true)
      other.segments.removeAll(keepingCapacity: true)
      other.blocks.removeAll(keepingCapacity: true)
    }

    /// Adds the block of the text since `start` without the white space at its ends, and a line feed; nothing if blank.
    mutating func closeBlock(
      from start: Int, role: BlockRole, context: WritingContext, language: Language?, pin: Kind?
    ) {
      closeSegment()
      var lower = start
      var upper = bytes.count
      while lower < upper, bytes[lower].isSpace { lower += 1 }
      while lower < upper, bytes[upper - 1].isSpace { upper -= 1 }
      guard lower < upper else {
        while let last = segments.last, last.text.lower >= start { segments.removeLast() }
        bytes.removeLast(bytes.count - start)
        return
      }
      blocks.append(
        TextBlock(
          span: TextSpan(lower, upper), role: role, context: context, declaredLanguage: language, pin: pin))
      bytes.append(.lineFeed)
    }
  }

  let source: UnsafeBufferPointer<UInt8>
  private var main = Run()
  private var asides = Run()
  private var flowStart = 0
  private var asideStart = 0

  init(source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    main.bytes.reserveCapacity(source.count)
  }

  var isFlowEmpty: Bool { main.bytes.count == flowStart }

  mutating func append(_ range: Range<Int>) {
    main.append(UnsafeBufferPointer(rebasing: source[range]), at: range.lowerBound)
  }

  mutating func append(decoded: some Collection<UInt8>, from range: Range<Int>) {
    main.append(decoded: decoded, from: SourceSpan(range.lowerBound, range.upperBound))
  }

  /// A line feed or space that stands for markup: it has no source.
  mutating func append(separator byte: UInt8) {
    main.closeSegment()
    main.bytes.append(byte)
  }

  /// Ends the open flow; its asides follow it.
  mutating func closeFlow(role: BlockRole, context: WritingContext, language: Language? = nil, pin: Kind? = nil) {
    main.closeBlock(from: flowStart, role: role, context: context, language: language, pin: pin)
    if !asides.blocks.isEmpty { main.append(contentsOf: &asides) }
    asideStart = 0
    flowStart = main.bytes.count
  }

  mutating func appendAside(_ range: Range<Int>) {
    asides.append(UnsafeBufferPointer(rebasing: source[range]), at: range.lowerBound)
  }

  mutating func appendAside(decoded: some Collection<UInt8>, from range: Range<Int>) {
    asides.append(decoded: decoded, from: SourceSpan(range.lowerBound, range.upperBound))
  }

  /// Ends an aside that was filled by ``appendAside(_:)``.
  mutating func closeAside(role: BlockRole, context: WritingContext, language: Language? = nil, pin: Kind? = nil) {
    asides.closeBlock(from: asideStart, role: role, context: context, language: language, pin: pin)
    asideStart = asides.bytes.count
  }

  mutating func finish(
    _ text: SourceText, format: CaseFormat, media: [MediaReference], pins: Set<Kind> = []
  ) -> CaseText {
    precondition(isFlowEmpty, "a flow is closed before the text is finished")
    main.append(contentsOf: &asides)
    main.closeSegment()
    return CaseText(
      source: text, format: format, bytes: main.bytes, blocks: main.blocks, map: OffsetMap(segments: main.segments),
      media: media, pins: pins)
  }
}
