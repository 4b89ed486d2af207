internal import CaviardCase

/// Collects text, its segments and blocks: a flow that is open, and asides (attribute values, comments) met meanwhile.
///
/// Asides are put after the flow they interrupt, so that the flow's words stay together.
struct TextBuilder {
  /// Other ways to write characters that an aside may use.
  enum Escapes {
    /// `&eacute;`
    case references
    /// `&eacute;` and `%C3%A9`
    case link

    fileprivate func character(
      in source: UnsafeBufferPointer<UInt8>, at offset: Int, before limit: Int
    ) -> (utf8: Unicode.UTF8.EncodedScalar, count: Int)? {
      switch source[offset] {
      case .ampersand:
        CharacterReference(in: source, at: offset, before: limit).map { ($0.utf8, $0.count) }
      case UInt8(ascii: "%") where self == .link:
        PercentEscape(in: source, at: offset, before: limit).map { ($0.utf8, $0.count) }
      default: nil
      }
    }
  }

  /// One run of text with its segments; neighbours that continue one another are joined and copied at once.
  private struct Run {
    var bytes: [UInt8] = []
    var segments: [OffsetMap.Segment] = []
    var blocks: [TextBlock] = []
    /// Source bytes that are text but not yet copied.
    private var pending = 0..<0

    /// Length of the text so far.
    var count: Int { bytes.count + pending.count }

    /// Source bytes taken over one by one.
    mutating func append(_ range: Range<Int>, of source: UnsafeBufferPointer<UInt8>) {
      if range.lowerBound == pending.upperBound {
        pending = pending.lowerBound..<range.upperBound
      } else {
        closeSegment(source)
        pending = range
      }
    }

    /// Text that stands in the source as something else, such as a reference.
    mutating func append(
      decoded: Unicode.UTF8.EncodedScalar, from range: Range<Int>, of source: UnsafeBufferPointer<UInt8>
    ) {
      closeSegment(source)
      let lower = bytes.count
      for byte in decoded { bytes.append(byte) }
      segments.append(
        OffsetMap.Segment(
          text: TextSpan(lower, bytes.count), source: SourceSpan(range.lowerBound, range.upperBound), isExact: false))
    }

    /// Source bytes with what is written in them by other means read.
    mutating func append(_ range: Range<Int>, of source: UnsafeBufferPointer<UInt8>, reading escapes: Escapes) {
      var exact = range.lowerBound
      var at = exact
      while at < range.upperBound {
        guard let (utf8, count) = escapes.character(in: source, at: at, before: range.upperBound) else {
          at += 1
          continue
        }
        if exact < at { append(exact..<at, of: source) }
        append(decoded: utf8, from: at..<at + count, of: source)
        at += count
        exact = at
      }
      if exact < at { append(exact..<at, of: source) }
    }

    mutating func closeSegment(_ source: UnsafeBufferPointer<UInt8>) {
      guard !pending.isEmpty else { return }
      let lower = bytes.count
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[pending]))
      segments.append(
        OffsetMap.Segment(
          text: TextSpan(lower, bytes.count), source: SourceSpan(pending.lowerBound, pending.upperBound), isExact: true)
      )
      pending = 0..<0
    }

    /// - Precondition: both are closed.
    mutating func append(contentsOf other: inout Run) {
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
      from start: Int, of source: UnsafeBufferPointer<UInt8>, role: BlockRole, context: WritingContext,
      language: Language?, pin: Kind?
    ) {
      guard count > start else { return }
      closeSegment(source)
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
    // Guesses that spare most files a copy: a segment for 32 bytes, a block for 128.
    main.segments.reserveCapacity(source.count / 32 + 16)
    main.blocks.reserveCapacity(source.count / 128 + 16)
  }

  var isFlowEmpty: Bool { main.count == flowStart }

  mutating func append(_ range: Range<Int>) { main.append(range, of: source) }

  mutating func append(decoded: Unicode.UTF8.EncodedScalar, from range: Range<Int>) {
    main.append(decoded: decoded, from: range, of: source)
  }

  /// A line feed or space that stands for markup: it has no source.
  mutating func append(separator byte: UInt8) {
    main.closeSegment(source)
    main.bytes.append(byte)
  }

  /// Ends the open flow; its asides follow it.
  mutating func closeFlow(role: BlockRole, context: WritingContext, language: Language? = nil, pin: Kind? = nil) {
    main.closeBlock(from: flowStart, of: source, role: role, context: context, language: language, pin: pin)
    if asideStart > 0 { main.append(contentsOf: &asides) }
    asideStart = 0
    flowStart = main.count
  }

  /// Adds a block apart from the flow, such as an attribute's value; at once if no flow is open, else after it.
  mutating func addAside(
    _ range: Range<Int>, reading escapes: Escapes, role: BlockRole, context: WritingContext,
    language: Language? = nil, pin: Kind? = nil
  ) {
    if isFlowEmpty, asideStart == 0 {
      main.append(range, of: source, reading: escapes)
      main.closeBlock(from: flowStart, of: source, role: role, context: context, language: language, pin: pin)
      flowStart = main.count
    } else {
      asides.append(range, of: source, reading: escapes)
      asides.closeBlock(from: asideStart, of: source, role: role, context: context, language: language, pin: pin)
      asideStart = asides.count
    }
  }

  mutating func finish(
    _ text: SourceText, format: CaseFormat, media: [MediaReference], pins: Set<Kind> = []
  ) -> CaseText {
    precondition(isFlowEmpty, "a flow is closed before the text is finished")
    main.append(contentsOf: &asides)
    return CaseText(
      source: text, format: format, bytes: main.bytes, blocks: main.blocks, map: OffsetMap(segments: main.segments),
      media: media, pins: pins)
  }
}
