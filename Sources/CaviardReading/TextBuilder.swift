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
    /// `&eacute;` and `\u00e9`, `\xe9`
    case script
    /// `&eacute;` and `\e9 `
    case style

    fileprivate func character(
      in source: UnsafeBufferPointer<UInt8>, at offset: Int, before limit: Int, isHTML: Bool
    ) -> (utf8: Unicode.UTF8.EncodedScalar, count: Int)? {
      switch source[offset] {
      case .ampersand:
        (CharacterReference(in: source, at: offset, before: limit, isNested: true)
          ?? (isHTML ? CharacterReference(openIn: source, at: offset, before: limit, isAttribute: true) : nil))
          .map { (isHTML ? $0.shown : $0.utf8, $0.count) }
      case UInt8(ascii: "\\") where self == .script || self == .style:
        CodeEscape(in: source, at: offset, before: limit, isStyle: self == .style).map { ($0.utf8, $0.count) }
      case UInt8(ascii: "%") where self == .link:
        PercentEscape(in: source, at: offset, before: limit).map { ($0.utf8, $0.count) }
      default: nil
      }
    }
  }

  /// Text of a paragraph that is read apart from what it shows, pieces joined.
  enum Channel: CaseIterable {
    case deleted
    case instruction
  }

  /// A flow that another story interrupts, such as a text box.
  struct SuspendedFlow {
    fileprivate var flow: Run
    fileprivate var asides: Run
    fileprivate let labelLength: Int
    fileprivate let asideStart: Int
  }

  /// One run of text with its segments; neighbours that continue one another are joined and copied at once.
  fileprivate struct Run {
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

    /// Text that stands elsewhere in the source.
    ///
    /// - Precondition: the last segment is closed.
    mutating func append(label: [UInt8]) { bytes.append(contentsOf: label) }

    /// Source bytes with what is written in them by other means read.
    mutating func append(
      _ range: Range<Int>, of source: UnsafeBufferPointer<UInt8>, reading escapes: Escapes, isHTML: Bool = false
    ) {
      var exact = range.lowerBound
      var at = exact
      while at < range.upperBound {
        guard let (utf8, count) = escapes.character(in: source, at: at, before: range.upperBound, isHTML: isHTML)
        else {
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

    /// Reads the escapes of a script or style sheet in what was taken over since `start`.
    mutating func read(_ escapes: Escapes, since start: Int, of source: UnsafeBufferPointer<UInt8>) {
      closeSegment(source)
      guard bytes[start...].contains(UInt8(ascii: "\\")) else { return }
      var first = segments.count
      while first > 0, segments[first - 1].text.lower >= start { first -= 1 }
      let old = Array(segments[first...])
      let oldBytes = bytes
      segments.removeSubrange(first...)
      bytes.removeSubrange(start...)
      var end = start
      // What libxml2 reported in pieces is read as one.
      var pending = 0..<0
      for segment in old {
        if segment.isExact, segment.source.lower == pending.upperBound, segment.text.lower == end {
          pending = pending.lowerBound..<segment.source.upper
        } else {
          append(pending, of: source, reading: escapes)
          pending = 0..<0
          if segment.text.lower > end {
            closeSegment(source)
            bytes.append(contentsOf: oldBytes[end..<segment.text.lower])
          }
          if segment.isExact {
            pending = segment.source.range
          } else {
            closeSegment(source)
            let lower = bytes.count
            bytes.append(contentsOf: oldBytes[segment.text.range])
            segments.append(
              OffsetMap.Segment(text: TextSpan(lower, bytes.count), source: segment.source, isExact: false))
          }
        }
        end = segment.text.upper
      }
      append(pending, of: source, reading: escapes)
      closeSegment(source)
      bytes.append(contentsOf: oldBytes[end...])
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

    /// Takes the text since `start` away, as a run of its own.
    ///
    /// - Precondition: no block lies in it.
    mutating func split(at start: Int, of source: UnsafeBufferPointer<UInt8>) -> Run {
      closeSegment(source)
      var rest = Run()
      rest.bytes = Array(bytes[start...])
      var first = segments.count
      while first > 0, segments[first - 1].text.lower >= start { first -= 1 }
      rest.segments = segments[first...].map {
        OffsetMap.Segment(
          text: TextSpan($0.text.lower - start, $0.text.upper - start), source: $0.source, isExact: $0.isExact)
      }
      segments.removeSubrange(first...)
      bytes.removeSubrange(start...)
      return rest
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
            declaredLanguage: $0.declaredLanguage, pin: $0.pin, labelLength: $0.labelLength)
        })
      other.bytes.removeAll(keepingCapacity: true)
      other.segments.removeAll(keepingCapacity: true)
      other.blocks.removeAll(keepingCapacity: true)
    }

    /// Adds the block of the text since `start` without the white space at its ends, and a line feed; nothing if blank.
    mutating func closeBlock(
      from start: Int, of source: UnsafeBufferPointer<UInt8>, role: BlockRole, context: WritingContext,
      language: Language?, pin: Kind?, labelLength: Int
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
          span: TextSpan(lower, upper), role: role, context: context, declaredLanguage: language, pin: pin,
          labelLength: min(labelLength, upper - lower)))
      bytes.append(.lineFeed)
    }
  }

  let source: UnsafeBufferPointer<UInt8>
  /// References may lack their semicolon.
  private let isHTML: Bool
  private var bareValues: [SourceSpan] = []
  private var main = Run()
  private var asides = Run()
  private var apart: [Channel: Run] = [:]
  /// Where text goes that is not of the flow.
  private var channel: Channel?
  private var flowStart = 0
  private var flowLabelLength = 0
  private var asideStart = 0

  init(source: UnsafeBufferPointer<UInt8>, isHTML: Bool = false) {
    self.source = source
    self.isHTML = isHTML
    main.bytes.reserveCapacity(source.count)
    // Guesses that spare most files a copy: a segment for 32 bytes, a block for 128.
    main.segments.reserveCapacity(source.count / 32 + 16)
    main.blocks.reserveCapacity(source.count / 128 + 16)
  }

  var isFlowEmpty: Bool { main.count == flowStart }

  /// True while text goes to a channel.
  var isApart: Bool { channel != nil }

  /// Sends the text that follows to a channel, or with `nil` to the flow.
  mutating func divert(to channel: Channel?) { self.channel = channel }

  mutating func append(_ range: Range<Int>) {
    if let channel { return apart[channel, default: Run()].append(range, of: source) }
    main.append(range, of: source)
  }

  mutating func append(decoded: Unicode.UTF8.EncodedScalar, from range: Range<Int>) {
    if let channel { return apart[channel, default: Run()].append(decoded: decoded, from: range, of: source) }
    main.append(decoded: decoded, from: range, of: source)
  }

  /// A line feed or space that stands for markup: it has no source.
  mutating func append(separator byte: UInt8) {
    main.closeSegment(source)
    main.bytes.append(byte)
  }

  /// Says what the flow that begins is; it stands elsewhere in the source.
  ///
  /// - Precondition: the flow is empty.
  mutating func append(label: [UInt8]) {
    main.closeSegment(source)
    main.append(label: label)
    flowLabelLength = label.count
  }

  /// The text of the open flow without its label; `nil` when it is longer than `limit` bytes.
  mutating func flowText(upTo limit: Int) -> ArraySlice<UInt8>? {
    guard main.count - flowStart - flowLabelLength <= limit else { return nil }
    main.closeSegment(source)
    return main.bytes[(flowStart + flowLabelLength)...]
  }

  /// Ends the open flow; its asides follow it.
  ///
  /// - Parameter escapes: what may be written otherwise in a script or style sheet.
  mutating func closeFlow(
    role: BlockRole, context: WritingContext, reading escapes: Escapes? = nil, language: Language? = nil,
    pin: Kind? = nil
  ) {
    if let escapes, !isFlowEmpty { main.read(escapes, since: flowStart, of: source) }
    main.closeBlock(
      from: flowStart, of: source, role: role, context: context, language: language, pin: pin,
      labelLength: flowLabelLength)
    flowLabelLength = 0
    if !apart.isEmpty { closeChannels(language: language, pin: pin) }
    if asideStart > 0 { main.append(contentsOf: &asides) }
    asideStart = 0
    flowStart = main.count
  }

  /// The blocks of the channels follow their paragraph.
  private mutating func closeChannels(language: Language?, pin: Kind?) {
    for channel in Channel.allCases {
      guard var run = apart.removeValue(forKey: channel) else { continue }
      switch channel {
      case .deleted:
        run.closeBlock(
          from: 0, of: source, role: .paragraph, context: .markup, language: language, pin: pin, labelLength: 0)
      case .instruction:
        run.closeBlock(
          from: 0, of: source, role: .attribute(name: "field", isIdentifier: true), context: .identifier,
          language: language, pin: pin, labelLength: 0)
      }
      main.append(contentsOf: &run)
    }
  }

  /// Puts the open flow aside; what follows is a story of its own.
  mutating func suspendFlow() -> SuspendedFlow {
    let flow = main.split(at: flowStart, of: source)
    defer {
      asides = Run()
      (flowLabelLength, asideStart) = (0, 0)
    }
    return SuspendedFlow(flow: flow, asides: asides, labelLength: flowLabelLength, asideStart: asideStart)
  }

  /// Goes on with a flow after the story that interrupted it.
  ///
  /// - Precondition: that story's last flow is closed.
  mutating func resume(_ suspended: SuspendedFlow) {
    var suspended = suspended
    flowStart = main.count
    main.append(contentsOf: &suspended.flow)
    asides = suspended.asides
    flowLabelLength = suspended.labelLength
    asideStart = suspended.asideStart
  }

  /// Adds a block apart from the flow, such as an attribute's value; at once if no flow is open, else after it.
  mutating func addAside(
    _ range: Range<Int>, reading escapes: Escapes, role: BlockRole, context: WritingContext,
    language: Language? = nil, pin: Kind? = nil, label: [UInt8] = []
  ) {
    func add(to run: inout Run, from start: Int) -> Int {
      if !label.isEmpty {
        run.closeSegment(source)
        run.append(label: label)
      }
      run.append(range, of: source, reading: escapes, isHTML: isHTML)
      run.closeBlock(
        from: start, of: source, role: role, context: context, language: language, pin: pin, labelLength: label.count)
      return run.count
    }
    if isFlowEmpty, asideStart == 0 {
      flowStart = add(to: &main, from: flowStart)
    } else {
      asideStart = add(to: &asides, from: asideStart)
    }
  }

  /// Remembers the value of an attribute if it stands without quotes.
  mutating func noteBareValue(_ value: Range<Int>) {
    guard !value.isEmpty else { return }
    let before = source[value.lowerBound - 1]
    guard before != UInt8(ascii: "\""), before != UInt8(ascii: "'") else { return }
    bareValues.append(SourceSpan(value.lowerBound, value.upperBound))
  }

  mutating func finish(
    _ text: SourceText, format: CaseFormat, media: [MediaReference], pins: Set<Kind> = [],
    notXMLAt: Int? = nil
  ) -> CaseText {
    precondition(isFlowEmpty, "a flow is closed before the text is finished")
    main.append(contentsOf: &asides)
    var text = text
    text.bareValues = bareValues
    return CaseText(
      source: text, format: format, bytes: main.bytes, blocks: main.blocks, map: OffsetMap(segments: main.segments),
      media: media, pins: pins, notXMLAt: notXMLAt)
  }
}
