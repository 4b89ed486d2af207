internal import CaviardCase

// MARK: - Links

extension MarkdownInlines {
  /// Finds which brackets belong together in one pass, escapes aside.
  mutating func matchBrackets(_ range: Range<Int>) {
    closers.removeAll(keepingCapacity: true)
    linkEnds.removeAll(keepingCapacity: true)
    var open: [Int] = []
    var at = range.lowerBound
    while at < range.upperBound {
      switch source[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "["): open.append(at)
      case UInt8(ascii: "]"): if let start = open.popLast() { closers[start] = at }
      default: break
      }
      at += 1
    }
  }

  /// `[text](url)`: leaves the bracket out and remembers where the text ends. The text is read as any other.
  mutating func readLinkStart(_ at: Int, in range: Range<Int>, since plain: Int) -> Int? {
    guard let close = closers[at], let end = endOfDestination(close + 1, before: range.upperBound) else { return nil }
    flush(plain..<at)
    if source.has("(data:", at: close + 1) { addMedia(at..<end, ElementTraits.Media.data.rawValue) }
    linkEnds[close] = end
    return at + 1
  }

  /// `![alt](src)` or `![alt][label]`: a picture.
  mutating func readImage(_ at: Int, in range: Range<Int>, since plain: Int) -> Int? {
    guard source.has("[", at: at + 1), let close = closers[at + 1] else { return nil }
    let end: Int
    if let destination = endOfDestination(close + 1, before: range.upperBound) {
      end = destination
    } else if let label = closers[close + 1] {
      end = label + 1
    } else {
      return nil
    }
    flush(plain..<at)
    if !builder.isFlowEmpty { builder.append(separator: .space) }
    if at + 2 < close { readAside(at + 2..<close, AttributeTraits.named("alt".utf8), context: .plain) }
    readDestination(close + 1..<end)
    addMedia(at..<end, "markdown-image")
    return end
  }

  /// Where `(url "title")` that starts here ends; `nil` if there is none.
  mutating func endOfDestination(_ start: Int, before limit: Int) -> Int? {
    guard start < limit, source[start] == UInt8(ascii: "(") else { return nil }
    var depth = 0
    var quote: UInt8?
    let isData = !hasNoLongData && source.has("(data:", at: start)
    let farthest = isData ? limit : min(limit, start + Self.farthest)
    var at = start
    while at < farthest {
      let byte = source[at]
      if byte == UInt8(ascii: "\\") {
        at += 1
      } else if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\""), at > start, source[at - 1].isSpace {
        quote = byte
      } else if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return at + 1 }
      } else if isData, byte.isSpace {
        return nil
      }
      at += 1
    }
    if isData { hasNoLongData = true }
    return nil
  }

  /// Reads `(url "title")` or `[label]`: what names something apart from what describes it.
  mutating func readDestination(_ range: Range<Int>) {
    let inner = range.dropFirst().dropLast()
    guard !inner.isEmpty else { return }
    var split = inner.lowerBound
    while split < inner.upperBound, !source[split].isSpace { split += 1 }
    let isData = source.has("data:", at: inner.lowerBound) && !source.has("data:text", at: inner.lowerBound)
    if !isData, inner.lowerBound < split {
      readAside(inner.lowerBound..<split, AttributeTraits.named("href".utf8), context: .identifier)
    }
    if split < inner.upperBound {
      readAside(split..<inner.upperBound, AttributeTraits.named("title".utf8), context: .plain)
    }
  }
}
