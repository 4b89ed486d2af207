internal import CaviardCase

/// Data that stand in a text as letters: `data:` URIs and long runs of base 64 or hexadecimal digits.
///
/// Nothing can read them as words, and a picture or a letter may be in them: they are media, wherever they stand.
enum EmbeddedData {
  /// Shortest run without a space that is data, characters; no word and no link comes near.
  private static let shortestRun = 256
  /// Longest head of a `data:` URI up to its comma, bytes.
  private static let longestHead = 128

  /// Those outside the media already known, with them, sorted.
  static func adding(to media: [MediaReference], in source: UnsafeBufferPointer<UInt8>) -> [MediaReference] {
    let known = media.sorted { $0.source < $1.source }
    var found: [MediaReference] = []
    var next = 0
    var end = 0
    for span in spans(in: source) {
      while next < known.count, known[next].source.upper <= span.lower {
        end = max(end, known[next].source.upper)
        next += 1
      }
      let isKnown = next < known.count && known[next].source.lower < span.upper || span.lower < end
      if !isKnown { found.append(MediaReference(source: span, element: "data", context: .identifier)) }
    }
    return found.isEmpty ? known : (known + found).sorted { $0.source < $1.source }
  }

  /// In order, disjoint.
  private static func spans(in source: UnsafeBufferPointer<UInt8>) -> [SourceSpan] {
    var spans: [SourceSpan] = []
    var at = 0
    while at < source.count {
      guard isDigit64(source[at]) else {
        at += 1
        continue
      }
      let start = at
      while at < source.count, isDigit64(source[at]) { at += 1 }
      if isURI(source, start, at), let end = uriEnd(source, at) {
        spans.append(SourceSpan(at - 4, end))
        at = end
      } else if at - start >= shortestRun, source[start..<at].contains(where: \.isDigit),
        source[start..<at].contains(where: \.isASCIILetter)
      {
        spans.append(SourceSpan(start, at))
      }
    }
    return spans
  }

  /// True when the run ends with the scheme, before a colon.
  private static func isURI(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end < source.count, source[end] == UInt8(ascii: ":"), end - start >= 4 else { return false }
    let scheme = source[(end - 4)..<end].lazy.map { $0 | 0x20 }
    return scheme.elementsEqual("data".utf8) && (end - 4 == start || !source[end - 5].isWord)
  }

  /// The end of the URI whose colon stands at `colon`; `nil` when a comma and something after it are missing.
  private static func uriEnd(_ source: UnsafeBufferPointer<UInt8>, _ colon: Int) -> Int? {
    var at = colon + 1
    let farthest = min(source.count, at + longestHead)
    while at < farthest, source[at] != UInt8(ascii: ",") {
      guard source[at].isWord || "/+.;=-_*\"'".utf8.contains(source[at]) else { return nil }
      at += 1
    }
    guard at < farthest, source[colon + 1] != UInt8(ascii: ",") else { return nil }
    let start = at + 1
    at = start
    while at < source.count, !isEnd(source[at]) { at += 1 }
    return at > start ? at : nil
  }

  private static func isEnd(_ byte: UInt8) -> Bool { byte <= 0x20 || "\"'()<>[]{}\\`".utf8.contains(byte) }

  private static func isDigit64(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "=")
  }
}
