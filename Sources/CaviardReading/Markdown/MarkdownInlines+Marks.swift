internal import CaviardCase

// MARK: - Marks

extension MarkdownInlines {
  /// `\*` is an asterisk.
  mutating func readEscape(_ at: Int, in range: Range<Int>, since plain: Int) -> Int? {
    guard at + 1 < range.upperBound, source[at + 1].isASCIIPunctuation else { return nil }
    flush(plain..<at)
    builder.append(at + 1..<at + 2)
    return at + 2
  }

  /// Asterisks that touch something, underscores at a word's edge, double tildes.
  mutating func readEmphasis(_ at: Int, in range: Range<Int>, since plain: Int) -> Int? {
    let mark = source[at]
    var end = at
    while end < range.upperBound, source[end] == mark { end += 1 }
    let before: UInt8 = at > range.lowerBound ? source[at - 1] : .space
    let after: UInt8 = end < range.upperBound ? source[end] : .space
    let isEmphasis =
      switch mark {
      case UInt8(ascii: "*"): !before.isSpace || !after.isSpace
      case UInt8(ascii: "_"): before.isWord != after.isWord
      default: end - at >= 2
      }
    // A run that is text is passed over whole, or its next byte would be judged anew.
    flush(plain..<(isEmphasis ? at : end))
    return end
  }

  /// The text between equal runs of backticks, as it is.
  mutating func readCode(_ at: Int, in range: Range<Int>, since plain: Int) -> Int? {
    let count = source[at..<range.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
    let start = at + count
    if !missingTicks.contains(count) {
      var end = start
      while end < range.upperBound {
        guard source[end] == UInt8(ascii: "`") else {
          end += 1
          continue
        }
        let run = source[end..<range.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
        if run == count {
          flush(plain..<at)
          flush(start..<end)
          return end + run
        }
        end += run
      }
      missingTicks.insert(count)
    }
    flush(plain..<start)
    return start
  }

  /// `{#id .class}` after a heading, picture or word: names of it.
  mutating func readNames(_ at: Int, in range: Range<Int>, since plain: Int) -> Int? {
    guard source.has("#", at: at + 1) || source.has(".", at: at + 1) else { return nil }
    let inside = source[(at + 1)..<min(range.upperBound, at + Self.farthest)].prefix {
      $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "{") && $0 != .lineFeed
    }
    guard inside.endIndex < range.upperBound, source[inside.endIndex] == UInt8(ascii: "}") else { return nil }
    flush(plain..<at)
    readAside(inside.startIndex..<inside.endIndex, AttributeTraits.named("id".utf8), context: .identifier)
    return inside.endIndex + 1
  }

  /// `&lt;b&gt;`: known tags are left out, their attributes read; comments are read; anything else is text.
  mutating func readTag(_ at: Int, in range: Range<Int>, since plain: Int) -> Int? {
    let limit = min(range.upperBound, at + Self.farthest)
    if source.has("<!--", at: at) {
      guard let end = commentEnd(from: at + 4), end + 3 <= range.upperBound else { return nil }
      flush(plain..<at)
      readComment(at + 4..<end)
      return end + 3
    }
    let isEnd = source.has("</", at: at)
    let nameStart = at + (isEnd ? 2 : 1)
    guard nameStart < limit else { return nil }
    let name = source[nameStart..<limit].prefix { $0.isASCIILetter || $0.isDigit || $0 == UInt8(ascii: "-") }
    let traits = ElementTraits.named(name.prefix(20))
    guard !name.isEmpty, traits.isKnown else { return nil }
    if isEnd {
      let end = name.endIndex
      guard source.has(">", at: end), end < range.upperBound else { return nil }
      flush(plain..<at)
      separate(traits)
      return end + 1
    }
    guard let tag = startTag(at, before: limit, or: range.upperBound), tag.name == name.indices else { return nil }
    flush(plain..<at)
    separate(traits)
    for attribute in tagAttributes {
      let attributeTraits = AttributeTraits.named(source[attribute.name])
      if attributeTraits.isMadeUp { readAside(attribute.name, .name, context: .identifier) }
      if attribute.value.isEmpty || attributeTraits.isHarmless(source[attribute.value]) { continue }
      builder.noteBareValue(attribute.value)
      readAside(attribute.value, attributeTraits, context: attributeTraits.isIdentifier ? .identifier : .attribute)
    }
    if let element = traits.media, !isInMedia(at) {
      addMedia(at..<endOfElement(element, traits, tag, before: range.upperBound), element.rawValue)
    }
    return tag.end
  }

  /// The tag that ends before `near`, or before `far` when it holds a `data:` URI.
  mutating func startTag(_ at: Int, before near: Int, or far: Int) -> StartTag? {
    if let tag = StartTag(in: source, at: at, before: near, syntax: .markdown, attributes: &tagAttributes) {
      return tag
    }
    let head = UnsafeBufferPointer(rebasing: source[at..<near])
    guard !hasNoLongData, near < far, head.firstIndex(of: "data:", from: 0) != nil else { return nil }
    let tag = StartTag(in: source, at: at, before: far, syntax: .markdown, attributes: &tagAttributes)
    hasNoLongData = tag == nil
    return tag
  }

  func isInMedia(_ at: Int) -> Bool {
    guard let last = media.last else { return false }
    return at < last.source.upper
  }

  /// The outermost of media inside one another.
  mutating func addMedia(_ range: Range<Int>, _ element: String) {
    guard !isInMedia(range.lowerBound) else { return }
    media.append(MediaReference(source: SourceSpan(range.lowerBound, range.upperBound), element: element))
  }

  mutating func separate(_ traits: ElementTraits) {
    if traits.layout != .inline, !builder.isFlowEmpty { builder.append(separator: .lineFeed) }
  }

  /// After the end tag, or after the start tag if there is none.
  mutating func endOfElement(
    _ element: ElementTraits.Media, _ traits: ElementTraits, _ tag: StartTag, before limit: Int
  ) -> Int {
    guard !traits.isVoid, !missingEnds.contains(element) else { return tag.end }
    let name = source[tag.name]
    var at = tag.end
    let length = name.count + 3
    while at + length <= limit {
      if source.has("</", at: at), source[(at + 2)..<limit].starts(with: name), source.has(">", at: at + length - 1) {
        return at + length
      }
      at += 1
    }
    missingEnds.insert(element)
    return tag.end
  }

  mutating func readAside(_ range: Range<Int>, _ traits: AttributeTraits, context: WritingContext) {
    builder.addAside(
      range, reading: traits.escapes,
      role: .attribute(name: traits.name, isIdentifier: traits.isIdentifier),
      context: context)
  }
}
