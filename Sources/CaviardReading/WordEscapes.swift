internal import CaviardCase

/// Percent escapes inside words of running text ("Delphine%20Tremblay.html"): what a pasted link leaves behind.
///
/// Links themselves are decoded by the readers; here only what stands between letters is, so that "95 %20" stays.
struct WordEscapes {
  private struct Escape {
    /// In the text as read.
    let range: Range<Int>
    let utf8: Unicode.UTF8.EncodedScalar
    /// Index of the segment it lies in.
    let segment: Int
  }

  private let text: CaseText

  init(_ text: CaseText) { self.text = text }

  /// The text with the escapes as the characters they stand for; the same when it has none.
  func decoded() -> CaseText {
    let escapes = found()
    guard !escapes.isEmpty else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.bytes.count)
    var segments: [OffsetMap.Segment] = []
    var next = 0
    var copied = 0
    for (index, segment) in text.map.segments.enumerated() {
      var at = segment.text.lower
      /// Takes over what is left of the segment up to here.
      func take(to end: Int) {
        bytes += text.bytes[copied..<end]
        copied = end
        guard at < end else { return }
        let source =
          segment.isExact
          ? SourceSpan(
            segment.source.lower + at - segment.text.lower, segment.source.lower + end - segment.text.lower)
          : segment.source
        segments.append(
          OffsetMap.Segment(
            text: TextSpan(bytes.count - (end - at), bytes.count), source: source, isExact: segment.isExact))
        at = end
      }
      while next < escapes.count, escapes[next].segment == index {
        let escape = escapes[next]
        take(to: escape.range.lowerBound)
        let lower = bytes.count
        for byte in escape.utf8 { bytes.append(byte) }
        let start = segment.source.lower + escape.range.lowerBound - segment.text.lower
        segments.append(
          OffsetMap.Segment(
            text: TextSpan(lower, bytes.count), source: SourceSpan(start, start + escape.range.count), isExact: false))
        at = escape.range.upperBound
        copied = at
        next += 1
      }
      take(to: segment.text.upper)
    }
    bytes += text.bytes[copied...]
    return CaseText(
      source: text.source, format: text.format, bytes: bytes, blocks: moved(text.blocks, escapes),
      map: OffsetMap(segments: segments), media: text.media, pins: text.pins,
      notXMLAt: text.notXMLAt)
  }

  /// In order, each inside one block and one segment that is the source byte for byte.
  private func found() -> [Escape] {
    var escapes: [Escape] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      var block = 0
      var segment = 0
      var at = 0
      while let sign = bytes[at...].firstIndex(of: UInt8(ascii: "%")) {
        at = sign + 1
        while block < text.blocks.count, text.blocks[block].span.upper <= sign { block += 1 }
        guard block < text.blocks.count else { return }
        let own = text.blocks[block].own
        let isAfterEscape = escapes.last?.range.upperBound == sign
        guard own.lower < sign, isAfterEscape || Self.isLetter(bytes[sign - 1]),
          let escape = PercentEscape(in: bytes, at: sign, before: own.upper)
        else { continue }
        let end = sign + escape.count
        while segment < text.map.segments.count, text.map.segments[segment].text.upper <= sign { segment += 1 }
        guard segment < text.map.segments.count else { return }
        let place = text.map.segments[segment]
        guard place.isExact, place.text.lower <= sign, end <= place.text.upper, end < own.upper,
          Self.isLetter(bytes[end]) || bytes[end].isDigit || bytes[end] == UInt8(ascii: "%")
        else { continue }
        escapes.append(Escape(range: sign..<end, utf8: escape.utf8, segment: segment))
        at = end
      }
    }
    return escapes
  }

  private func moved(_ blocks: [TextBlock], _ escapes: [Escape]) -> [TextBlock] {
    var shift = 0
    var next = 0
    /// Offsets come in order.
    func place(_ offset: Int) -> Int {
      while next < escapes.count, escapes[next].range.upperBound <= offset {
        shift += escapes[next].range.count - escapes[next].utf8.count
        next += 1
      }
      return offset - shift
    }
    return blocks.map { block in
      let lower = place(block.span.lower)
      return TextBlock(
        span: TextSpan(lower, place(block.span.upper)), role: block.role, context: block.context,
        declaredLanguage: block.declaredLanguage, pin: block.pin, labelLength: block.labelLength)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte >= 0x80 }
}
