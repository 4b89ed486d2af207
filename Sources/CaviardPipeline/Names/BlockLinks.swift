internal import CaviardCase
internal import CaviardReading

/// The links of a block: an attribute that is one, a list of pictures (`srcset`), or what styles name by `url()` and `@import`.
struct BlockLinks {
  /// Longest link followed, bytes.
  static let longest = 2048

  struct Path {
    /// Without query and fragment.
    let span: TextSpan
    /// The same with its escapes undone.
    let link: String
    /// From its sign `#` to the link's end.
    let fragment: TextSpan?
  }

  private enum Form {
    case link
    case list
    case style

    init?(_ role: BlockRole) {
      switch role {
      case .attribute("srcset", _), .attribute("imagesrcset", _): self = .list
      case .attribute("style", _), .attribute("other", false), .code: self = .style
      case .attribute(let name, true) where BlockLinks.attributes.contains(name): self = .link
      default: return nil
      }
    }
  }

  private static let attributes: Set<String> = [
    "href", "src", "data-href", "data-src", "poster", "longdesc", "cite", "action", "data", "background",
  ]

  private let text: CaseText
  private let bytes: ArraySlice<UInt8>
  private let form: Form
  /// Places in ``bytes`` that an escape stands for: they part nothing.
  private let escaped: Set<Int>

  /// `nil` for a block that holds none.
  init?(_ block: TextBlock, in text: CaseText) {
    guard let form = Form(block.role) else { return nil }
    self.form = form
    self.text = text
    bytes = text.bytes[block.own.range]
    var escaped: Set<Int> = []
    for segment in text.map.segments(under: block.own)
    where !segment.isExact && "%\\".utf8.contains(text.source.utf8[segment.source.lower]) {
      escaped.formUnion(segment.text.range)
    }
    self.escaped = escaped
  }

  /// In order, disjoint.
  func paths() -> [Path] {
    let ranges =
      switch form {
      case .link: [trimmed()]
      case .list: candidates()
      case .style: styleLinks()
      }
    return ranges.compactMap { range in
      guard range.count <= Self.longest else { return nil }
      let end = first(in: range) { "#?".utf8.contains($0) } ?? range.upperBound
      guard range.lowerBound < end else { return nil }
      // A sign that a backslash protects.
      let value = (range.lowerBound..<end).filter { form != .style || bytes[$0] != .backslash || escaped.contains($0) }
      let link = String(decoding: PercentEscape.decoded(value.map { bytes[$0] }), as: UTF8.self)
      let sign = first(in: end..<range.upperBound) { $0 == UInt8(ascii: "#") }
      return Path(
        span: TextSpan(range.lowerBound, end), link: link, fragment: sign.map { TextSpan($0, range.upperBound) })
    }
  }

  /// Where a path is written; `nil` when markup cuts it.
  func source(of span: TextSpan) -> SourceSpan? {
    let pieces = text.map.sourceSpans(of: span)
    guard let first = pieces.first, let last = pieces.last, pieces.count == 1 || form == .link,
      first.lower < last.upper, last.upper - first.lower <= 8 * Self.longest
    else { return nil }
    return SourceSpan(first.lower, last.upper)
  }
}

// MARK: - Where links stand

extension BlockLinks {
  private func trimmed() -> Range<Int> {
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
    return start..<max(start, (bytes.lastIndex { $0 > 0x20 } ?? start - 1) + 1)
  }

  /// As HTML reads `a.png 1x, b.png 2x`: a link goes to the next space, its comma at the end aside, its descriptors to the next
  /// comma outside brackets.
  private func candidates() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var at = bytes.startIndex
    while let start = first(in: at..<bytes.endIndex, where: { $0 > 0x20 && $0 != .comma }) {
      let end = first(in: start..<bytes.endIndex) { $0 <= 0x20 } ?? bytes.endIndex
      let last = (start..<end).last { bytes[$0] != .comma || escaped.contains($0) } ?? start
      ranges.append(start..<last + 1)
      at = end
      guard last + 1 == end else { continue }
      var depth = 0
      while at < bytes.endIndex, depth > 0 || bytes[at] != .comma {
        if bytes[at] == UInt8(ascii: "(") { depth += 1 }
        if bytes[at] == UInt8(ascii: ")") { depth = max(0, depth - 1) }
        at += 1
      }
    }
    return ranges
  }

  private func styleLinks() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var at = bytes.startIndex
    while let sign = bytes[at...].firstIndex(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "@") }) {
      at = sign + 1
      let found: Range<Int>?
      if bytes[sign] == UInt8(ascii: "@") {
        found = isWord("import", at: at) ? quoted(afterSpace(at + 6)) : nil
      } else {
        found = isWord("url", at: sign - 3) ? quoted(afterSpace(at)) ?? bare(afterSpace(at)) : nil
      }
      if let found {
        ranges.append(found)
        at = found.upperBound
      }
    }
    return ranges
  }

  /// In any case, and no part of a longer word.
  private func isWord(_ word: String, at start: Int) -> Bool {
    guard start >= bytes.startIndex, start + word.utf8.count <= bytes.endIndex,
      bytes[start..<start + word.utf8.count].elementsEqual(word.utf8, by: { $0 | 0x20 == $1 })
    else { return false }
    guard start > bytes.startIndex else { return true }
    let before = bytes[start - 1]
    return !before.isWordOfStyle
  }

  private func quoted(_ start: Int) -> Range<Int>? {
    guard start < bytes.endIndex, "\"'".utf8.contains(bytes[start]), !escaped.contains(start) else { return nil }
    let quote = bytes[start]
    let end = unprotected(from: start + 1) { $0 == quote || $0 == 0x0A || $0 == 0x0D }
    return bytes[end...].first == quote ? start + 1..<end : nil
  }

  private func bare(_ start: Int) -> Range<Int>? {
    let end = unprotected(from: start) { $0 <= 0x20 || "()\"'".utf8.contains($0) }
    let close = afterSpace(end)
    return bytes[close...].first == UInt8(ascii: ")") ? start..<end : nil
  }

  /// The first such byte that no escape and no backslash protects, or where no link is that long.
  private func unprotected(from start: Int, where isEnd: (UInt8) -> Bool) -> Int {
    let limit = min(bytes.endIndex, start + Self.longest + 1)
    var at = min(start, limit)
    while at < limit, escaped.contains(at) || !isEnd(bytes[at]) {
      at += bytes[at] == .backslash && !escaped.contains(at) ? 2 : 1
    }
    return min(at, limit)
  }

  private func afterSpace(_ start: Int) -> Int { bytes[start...].firstIndex { $0 > 0x20 } ?? bytes.endIndex }

  private func first(in range: Range<Int>, where isWanted: (UInt8) -> Bool) -> Int? {
    range.first { isWanted(bytes[$0]) && !escaped.contains($0) }
  }
}

extension UInt8 {
  fileprivate static let comma = UInt8(ascii: ",")
  fileprivate static let backslash = UInt8(ascii: "\\")

  /// True for a letter, digit or sign of a name in a style sheet.
  fileprivate var isWordOfStyle: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }
}
