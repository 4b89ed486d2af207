internal import CaviardCase

/// Reads the text of one block of Markdown: leaves out marks that touch words, takes links, pictures and tags apart.
///
/// Every search is bounded (``farthest``, or a memory of what the block lacks), so that no input takes quadratic time.
struct MarkdownInlines {
  /// Longest link destination with its title, bytes, and longest tag that is looked for.
  private static let farthest = 4096

  let source: UnsafeBufferPointer<UInt8>
  var builder: TextBuilder
  private(set) var media: [MediaReference] = []
  /// Matching brackets of the piece being read: open → close.
  private var closers: [Int: Int] = [:]
  /// Where links found by now close their text: `]` → end of the whole link.
  private var linkEnds: [Int: Int] = [:]
  /// The attributes of the tag read last.
  private var tagAttributes: [StartTag.Attribute] = []
  /// True once a long `data:` URI was followed in vain in this piece.
  private var hasNoLongData = false
  /// Where a code span of these backticks was looked for in vain in this piece.
  private var missingTicks: Set<Int> = []
  /// Elements whose end tag was looked for in vain in this piece.
  private var missingEnds: Set<ElementTraits.Media> = []
  /// The last answer of ``commentEnd(from:)``: from where it holds, and the answer.
  private var knownCommentEnd = 0..<0

  init(source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    builder = TextBuilder(source: source)
  }

  /// Reads lines of one block. Marks that span lines are found when the lines are neighbours in the source.
  mutating func read(_ pieces: [Range<Int>]) {
    var joined: [Range<Int>] = []
    for piece in pieces {
      if let last = joined.last, last.upperBound == piece.lowerBound {
        joined[joined.count - 1] = last.lowerBound..<piece.upperBound
      } else {
        joined.append(piece)
      }
    }
    for piece in joined { read(piece) }
  }

  mutating func readComment(_ range: Range<Int>) {
    builder.addAside(range, reading: .none, role: .comment, context: .comment)
  }

  /// Where the first `-->` at or after `offset` starts.
  mutating func commentEnd(from offset: Int) -> Int? {
    if !(knownCommentEnd.lowerBound <= offset && offset <= knownCommentEnd.upperBound) || knownCommentEnd.isEmpty {
      let end = offset <= source.count ? source.firstIndex(of: "-->", from: offset) : nil
      knownCommentEnd = offset..<max(offset, end ?? source.count)
    }
    return knownCommentEnd.upperBound < source.count ? knownCommentEnd.upperBound : nil
  }

  private mutating func read(_ range: Range<Int>) {
    matchBrackets(range)
    missingTicks.removeAll(keepingCapacity: true)
    missingEnds.removeAll(keepingCapacity: true)
    hasNoLongData = false
    var at = range.lowerBound
    var plain = at
    while at < range.upperBound {
      // What a mark yields: bytes to leave out, after which plain text goes on.
      guard Self.isMark[Int(source[at])], let end = readMark(at, in: range, since: plain) else {
        at += 1
        continue
      }
      at = end
      plain = end
    }
    if plain < range.upperBound { builder.append(plain..<range.upperBound) }
  }

  private static let isMark: [Bool] = {
    var marks = [Bool](repeating: false, count: 256)
    for byte in "\\*_~`<![]&".utf8 { marks[Int(byte)] = true }
    return marks
  }()

  /// - Returns: where text goes on after a mark that was taken (the plain text since `plain` is added); `nil` if the
  ///   byte is text.
  private mutating func readMark(_ at: Int, in range: Range<Int>, since plain: Int) -> Int? {
    switch source[at] {
    case UInt8(ascii: "\\"): return readEscape(at, in: range, since: plain)
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): return readEmphasis(at, in: range, since: plain)
    case UInt8(ascii: "`"): return readCode(at, in: range, since: plain)
    case UInt8(ascii: "<"): return readTag(at, in: range, since: plain)
    case UInt8(ascii: "!"): return readImage(at, in: range, since: plain)
    case UInt8(ascii: "["): return readLinkStart(at, in: range, since: plain)
    case UInt8(ascii: "]"):
      guard let end = linkEnds[at] else { return nil }
      flush(plain..<at)
      readDestination(at + 1..<end)
      return end
    default:
      guard let reference = CharacterReference(in: source, at: at, before: range.upperBound) else { return nil }
      flush(plain..<at)
      builder.append(decoded: reference.utf8, from: at..<at + reference.count)
      return at + reference.count
    }
  }

  private mutating func flush(_ range: Range<Int>) {
    if !range.isEmpty { builder.append(range) }
  }
}

// MARK: - Marks

extension MarkdownInlines {
  /// `\*` is an asterisk.
  fileprivate mutating func readEscape(_ at: Int, in range: Range<Int>, since plain: Int) -> Int? {
    guard at + 1 < range.upperBound, source[at + 1].isASCIIPunctuation else { return nil }
    flush(plain..<at)
    builder.append(at + 1..<at + 2)
    return at + 2
  }

  /// Asterisks that touch something, underscores at a word's edge, double tildes.
  fileprivate mutating func readEmphasis(_ at: Int, in range: Range<Int>, since plain: Int) -> Int? {
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
  fileprivate mutating func readCode(_ at: Int, in range: Range<Int>, since plain: Int) -> Int? {
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

  /// `&lt;b&gt;`: known tags are left out, their attributes read; comments are read; anything else is text.
  fileprivate mutating func readTag(_ at: Int, in range: Range<Int>, since plain: Int) -> Int? {
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
      readAside(attribute.value, attributeTraits, context: attributeTraits.isIdentifier ? .identifier : .attribute)
    }
    if let element = traits.media, !isInMedia(at) {
      addMedia(at..<endOfElement(element, traits, tag, before: range.upperBound), element.rawValue)
    }
    return tag.end
  }

  /// The tag that ends before `near`, or before `far` when it holds a `data:` URI.
  private mutating func startTag(_ at: Int, before near: Int, or far: Int) -> StartTag? {
    if let tag = StartTag(in: source, at: at, before: near, allowsHTML: true, attributes: &tagAttributes) { return tag }
    let head = UnsafeBufferPointer(rebasing: source[at..<near])
    guard !hasNoLongData, near < far, head.firstIndex(of: "data:", from: 0) != nil else { return nil }
    let tag = StartTag(in: source, at: at, before: far, allowsHTML: true, attributes: &tagAttributes)
    hasNoLongData = tag == nil
    return tag
  }

  private func isInMedia(_ at: Int) -> Bool {
    guard let last = media.last else { return false }
    return at < last.source.upper
  }

  /// The outermost of media inside one another.
  fileprivate mutating func addMedia(_ range: Range<Int>, _ element: String) {
    guard !isInMedia(range.lowerBound) else { return }
    media.append(MediaReference(source: SourceSpan(range.lowerBound, range.upperBound), element: element))
  }

  private mutating func separate(_ traits: ElementTraits) {
    if traits.layout != .inline, !builder.isFlowEmpty { builder.append(separator: .lineFeed) }
  }

  /// After the end tag, or after the start tag if there is none.
  private mutating func endOfElement(
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

  fileprivate mutating func readAside(_ range: Range<Int>, _ traits: AttributeTraits, context: WritingContext) {
    builder.addAside(
      range, reading: traits.isIdentifier ? .link : .references,
      role: .attribute(name: traits.name, isIdentifier: traits.isIdentifier),
      context: context)
  }
}

// MARK: - Links

extension MarkdownInlines {
  /// Finds which brackets belong together in one pass, escapes aside.
  fileprivate mutating func matchBrackets(_ range: Range<Int>) {
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
  fileprivate mutating func readLinkStart(_ at: Int, in range: Range<Int>, since plain: Int) -> Int? {
    guard let close = closers[at], let end = endOfDestination(close + 1, before: range.upperBound) else { return nil }
    flush(plain..<at)
    linkEnds[close] = end
    return at + 1
  }

  /// `![alt](src)` or `![alt][label]`: a picture.
  fileprivate mutating func readImage(_ at: Int, in range: Range<Int>, since plain: Int) -> Int? {
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
  private mutating func endOfDestination(_ start: Int, before limit: Int) -> Int? {
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
  fileprivate mutating func readDestination(_ range: Range<Int>) {
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
