internal import CLibXML2
internal import CaviardCase

/// Walks the source in step with libxml2's events: checks each against the bytes, and collects text, blocks and media.
///
/// ``cursor`` always stands after the last event, so every byte of the file is accounted for: an event that the source
/// does not show, or source that no event reported, is a mismatch.
struct XHTMLCollector {
  private struct Frame {
    let layout: ElementTraits.Layout
    let role: ElementTraits.Role
    let language: Language?
    let pin: Kind?
    let isKnown: Bool
    let isSelfClosing: Bool
    /// Where the media reference that this element is starts; `nil` for others and for media inside media.
    let mediaStart: Int?
    let media: ElementTraits.Media?
  }

  private let source: UnsafeBufferPointer<UInt8>
  private let limits: ReadingLimits
  private var cursor = 0
  private var builder: TextBuilder
  private var frames: [Frame] = []
  private var media: [MediaReference] = []
  private var mediaDepth = 0
  private var isInCharacterData = false
  private var hasRoot = false
  private var flow = FlowState()
  private var elements = NameCache(empty: ElementTraits.unknown)
  private var attributes = NameCache(empty: namespaceTraits)
  /// The attributes of the tag read last.
  private var tagAttributes: [StartTag.Attribute] = []
  /// The first thing that went wrong; nothing is read after it.
  private(set) var fault: XHTMLFault?

  init(source: UnsafeBufferPointer<UInt8>, limits: ReadingLimits) {
    self.source = source
    self.limits = limits
    builder = TextBuilder(source: source)
    if source.has("<?xml", at: 0), source.count > 5, source[5].isSpace {
      cursor = source.firstIndex(of: "?>", from: 5).map { $0 + 2 } ?? source.count
    }
  }

  mutating func fail(_ reason: XHTMLFault.Reason, at offset: Int? = nil) {
    if fault == nil { fault = XHTMLFault(reason: reason, offset: offset ?? cursor) }
  }

  /// libxml2 reports half a start tag before it finds that the rest is missing: that is no mismatch.
  mutating func parserRefused(at offset: Int) {
    if case .mismatch = fault?.reason { fault = nil }
    fail(.malformed, at: offset)
  }

  // MARK: Events

  mutating func documentType() {
    guard fault == nil else { return }
    settle()
    guard source.has("<!DOCTYPE", at: cursor) else { return fail(.mismatch) }
    let name = source[(cursor + 9)...].drop(while: \.isSpace).prefix { $0.isWord || $0 == UInt8(ascii: "-") }
    readName(name.startIndex..<name.endIndex, isKnown: ElementTraits.named(name).isKnown)
    var quote: UInt8?
    var literal = 0
    var at = name.endIndex
    while at < source.count {
      let byte = source[at]
      if let open = quote {
        if byte == open {
          quote = nil
          if !Self.isStandard(source[literal..<at]) { readAttribute(literal..<at, .name, nil, nil) }
        }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        literal = at + 1
      } else if byte == UInt8(ascii: "[") {
        return fail(.internalSubset, at: at)
      } else if byte == UInt8(ascii: ">") {
        cursor = at + 1
        return
      }
      at += 1
    }
    fail(.mismatch)
  }

  mutating func startElement(
    _ local: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?,
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int, defaulted: Int
  ) {
    guard fault == nil else { return }
    settle()
    guard frames.count < limits.depth else { return fail(.tooDeep) }
    guard defaulted == 0, let tag = StartTag(in: source, at: cursor, before: source.count, attributes: &tagAttributes),
      isName(tag.name, local, prefix)
    else { return fail(.mismatch) }
    hasRoot = true
    let traits = elements.traits(of: local) { ElementTraits.named($0) }
    enter(traits)
    readName(tag.name, isKnown: traits.isKnown)
    var language = frames.last?.language
    var pin = frames.last?.pin
    var elementMedia = traits.media
    var next = 0
    for attribute in tagAttributes {
      guard attribute.value.count <= limits.markupBytes else {
        return fail(.tooLong(bytes: attribute.value.count), at: attribute.value.lowerBound)
      }
      if isNamespaceDeclaration(attribute.name) {
        readName(attribute.name, isKnown: true)
        readAttribute(attribute.value, Self.namespaceTraits, language, pin)
        continue
      }
      guard next < count, let values, let name = values[5 * next], let start = values[5 * next + 3],
        let end = values[5 * next + 4], isName(attribute.name, name, values[5 * next + 1]),
        matches(attribute.value, UnsafeBufferPointer(start: start, count: end - start))
      else { return fail(.mismatch, at: attribute.name.lowerBound) }
      next += 1
      let attributeTraits = attributes.traits(of: name) { AttributeTraits.named($0) }
      if attributeTraits.name == "lang" {
        language = Self.language(source[attribute.value])
      } else if attributeTraits.name == "data-*", source[attribute.name].elementsEqual(Self.pinName) {
        guard let kind = Kind(rawValue: String(decoding: source[attribute.value], as: UTF8.self)) else {
          return fail(.unknownPin, at: attribute.value.lowerBound)
        }
        pin = kind
        continue
      }
      readName(attribute.name, isKnown: !attributeTraits.isMadeUp)
      if isData(attribute.value), attributeTraits.isIdentifier {
        elementMedia = elementMedia ?? .data
        if !isData(attribute.value, of: "text") { continue }
      }
      readAttribute(attribute.value, attributeTraits, language, pin)
    }
    guard next == count else { return fail(.mismatch) }
    if elementMedia != nil { mediaDepth += 1 }
    frames.append(
      Frame(
        layout: traits.layout, role: role(traits), language: language, pin: pin, isKnown: traits.isKnown,
        isSelfClosing: tag.isSelfClosing,
        mediaStart: elementMedia != nil && mediaDepth == 1 ? cursor : nil, media: elementMedia))
    cursor = tag.end
  }

  mutating func endElement(_ local: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?) {
    guard fault == nil else { return }
    settle()
    guard let frame = frames.last else { return fail(.mismatch) }
    if !frame.isSelfClosing {
      guard source.has("</", at: cursor) else { return fail(.mismatch) }
      let name = cursor + 2
      var at = name
      while at < source.count, source[at] != UInt8(ascii: ">"), !source[at].isSpace { at += 1 }
      guard isName(name..<at, local, prefix) else { return fail(.mismatch) }
      readName(name..<at, isKnown: frame.isKnown)
      while at < source.count, source[at].isSpace { at += 1 }
      guard source.has(">", at: at) else { return fail(.mismatch) }
      cursor = at + 1
    }
    if frame.layout == .block { closeFlow() }
    frames.removeLast()
    guard let element = frame.media else { return }
    mediaDepth -= 1
    if let start = frame.mediaStart {
      media.append(MediaReference(source: SourceSpan(start, cursor), element: element.rawValue))
    }
  }

  /// Character data: raw bytes, line ends folded, or one reference.
  mutating func characters(_ text: UnsafeBufferPointer<UInt8>) {
    guard fault == nil, let start = text.baseAddress else { return }
    settle()
    let end = cursor + text.count
    if end <= source.count, let here = source.baseAddress,
      memcmp(here + cursor, start, text.count) == 0, memchr(start, Int32(UInt8.ampersand), text.count) == nil
    {
      append(cursor..<end, isCharacterData: false)
      cursor = end
      return
    }
    var index = 0
    while index < text.count {
      guard cursor < source.count else { return fail(.mismatch) }
      let byte = source[cursor]
      if byte == .ampersand {
        guard let reference = CharacterReference(in: source, at: cursor, before: source.count),
          text[index...].starts(with: reference.utf8)
        else { return fail(.mismatch) }
        noteFlow(isCharacterData: false)
        builder.append(decoded: reference.utf8, from: cursor..<cursor + reference.count)
        cursor += reference.count
        index += reference.utf8.count
      } else if !matchRun(text, &index, stopsAtReference: true) {
        return fail(.mismatch)
      }
    }
  }

  /// A CDATA section, perhaps in pieces; an empty one is left to ``settle()``.
  mutating func characterData(_ text: UnsafeBufferPointer<UInt8>) {
    guard fault == nil, !text.isEmpty else { return }
    if isInCharacterData, source.has("]]>", at: cursor) { settle() }
    if !isInCharacterData {
      settle()
      guard source.has("<![CDATA[", at: cursor) else { return fail(.mismatch) }
      cursor += 9
      isInCharacterData = true
    }
    var index = 0
    while index < text.count {
      guard matchRun(text, &index, stopsAtReference: false) else { return fail(.mismatch) }
    }
  }

  mutating func comment(_ text: UnsafeBufferPointer<UInt8>) {
    guard fault == nil else { return }
    settle()
    guard source.has("<!--", at: cursor), let end = source.firstIndex(of: "-->", from: cursor + 4),
      matchesFolded(cursor + 4..<end, text)
    else { return fail(.mismatch) }
    readMarkup(cursor + 4..<end, role: .comment)
    cursor = end + 3
  }

  mutating func processingInstruction(
    _ target: UnsafeBufferPointer<UInt8>, _ data: UnsafeBufferPointer<UInt8>?
  ) {
    guard fault == nil else { return }
    settle()
    let start = cursor + 2
    guard source.has("<?", at: cursor), let end = source.firstIndex(of: "?>", from: start),
      source[start..<end].starts(with: target)
    else { return fail(.mismatch) }
    var dataStart = start + target.count
    while dataStart < end, source[dataStart].isSpace { dataStart += 1 }
    guard matchesFolded(dataStart..<end, data ?? UnsafeBufferPointer(start: nil, count: 0)) else {
      return fail(.mismatch)
    }
    readMarkup(start..<end, role: .processingInstruction)
    cursor = end + 2
  }

  /// The parser is done: so must be the source.
  mutating func endDocument() {
    guard fault == nil else { return }
    settle()
    if !hasRoot || !frames.isEmpty { return fail(.malformed) }
    if cursor != source.count { fail(.mismatch) }
  }

  mutating func finish(_ text: SourceText, format: CaseFormat) -> CaseText {
    closeFlow()
    // Elements end in another order than they start.
    return builder.finish(text, format: format, media: media.sorted { $0.source < $1.source })
  }
}

// MARK: - Flow

extension XHTMLCollector {
  /// What is known of the paragraph that is open.
  fileprivate struct FlowState {
    var isOpen = false
    var role = ElementTraits.Role.paragraph
    var language: Language?
    var hasOneLanguage = true
    var pin: Kind?
    var hasMarkup = false
    var hasCharacterData = false

    var context: WritingContext {
      if role == .code { return .code }
      if hasCharacterData { return hasMarkup ? .code : .cdata }
      return .markup
    }
  }

  /// Text met in an element whose role is inherited stands in the role of what is around.
  fileprivate func role(_ traits: ElementTraits) -> ElementTraits.Role {
    if traits.role == .title, mediaDepth > 0 { return .paragraph }
    return traits.role ?? frames.last?.role ?? .paragraph
  }

  fileprivate mutating func enter(_ traits: ElementTraits) {
    switch traits.layout {
    case .inline: break
    case .block: closeFlow()
    case .lineBreak: if !builder.isFlowEmpty { builder.append(separator: .lineFeed) }
    case .object: if !builder.isFlowEmpty { builder.append(separator: .space) }
    }
  }

  fileprivate mutating func closeFlow() {
    builder.closeFlow(
      role: flow.role.blockRole, context: flow.context, language: flow.hasOneLanguage ? flow.language : nil,
      pin: flow.pin)
    flow = FlowState()
  }

  fileprivate mutating func append(_ range: Range<Int>, isCharacterData: Bool) {
    // White space between blocks is nobody's text.
    if !flow.isOpen, source[range].allSatisfy(\.isSpace) { return }
    noteFlow(isCharacterData: isCharacterData)
    builder.append(range)
  }

  /// Text is about to be added: the first says whose it is; another language or a pin on the way counts for all.
  fileprivate mutating func noteFlow(isCharacterData: Bool) {
    let frame = frames.last
    if !flow.isOpen {
      flow.isOpen = true
      flow.role = frame?.role ?? .paragraph
      flow.language = frame?.language
    } else if flow.language != frame?.language {
      flow.hasOneLanguage = false
    }
    if flow.pin == nil { flow.pin = frame?.pin }
    if isCharacterData { flow.hasCharacterData = true } else { flow.hasMarkup = true }
  }

  fileprivate mutating func readAttribute(
    _ value: Range<Int>, _ traits: AttributeTraits, _ language: Language?, _ pin: Kind?
  ) {
    guard !value.isEmpty, !traits.isHarmless(source[value]) else { return }
    builder.addAside(
      value, reading: traits.isIdentifier ? .link : .references,
      role: .attribute(name: traits.name, isIdentifier: traits.isIdentifier),
      context: traits.isIdentifier ? .identifier : .attribute, language: language, pin: pin)
  }

  /// Reads a name that somebody made up, or all of it when the prefix is made up.
  fileprivate mutating func readName(_ range: Range<Int>, isKnown: Bool) {
    let name = source[range]
    if let colon = name.firstIndex(of: UInt8(ascii: ":")) {
      if !Self.knownPrefixes.contains(where: { name[..<colon].elementsEqual($0.utf8) }) {
        return readAttribute(range, .name, nil, nil)
      }
      // What a namespace is called, `xmlns:name`.
      let local = name[(colon + 1)...]
      let isPrefix = isNamespaceDeclaration(range)
      if isPrefix ? !Self.knownPrefixes.contains(where: { local.elementsEqual($0.utf8) }) : !isKnown {
        readAttribute(local.startIndex..<local.endIndex, .name, nil, nil)
      }
    } else if !isKnown {
      readAttribute(range, .name, nil, nil)
    }
  }

  fileprivate mutating func readMarkup(_ range: Range<Int>, role: BlockRole) {
    guard range.count <= limits.markupBytes else { return fail(.tooLong(bytes: range.count)) }
    builder.addAside(
      range, reading: .none, role: role, context: .comment, language: frames.last?.language,
      pin: frames.last?.pin)
  }
}

// MARK: - Checks against the source

extension XHTMLCollector {
  fileprivate static let knownPrefixes = [
    "xml", "xmlns", "xlink", "svg", "m", "mml", "math", "h", "html", "xhtml", "epub", "o", "v", "w", "dc", "og", "xsi",
    "rdf",
  ]
  fileprivate static let pinName = Array("data-caviard-pin".utf8)
  fileprivate static let namespaceTraits = AttributeTraits(name: "xmlns", isIdentifier: true, hasHarmlessValues: true)

  /// Steps over what libxml2 does not report: the end of a CDATA section, an empty one, space outside the root.
  fileprivate mutating func settle() {
    if isInCharacterData {
      guard source.has("]]>", at: cursor) else { return fail(.mismatch) }
      cursor += 3
      isInCharacterData = false
    }
    while cursor + 1 < source.count, source[cursor + 1] == UInt8(ascii: "!"), source.has("<![CDATA[]]>", at: cursor) {
      cursor += 12
    }
    if frames.isEmpty {
      while cursor < source.count, source[cursor].isSpace { cursor += 1 }
    }
  }

  /// Takes equal bytes (a line end counts as equal to the LF made of it); false if the next byte differs.
  fileprivate mutating func matchRun(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, stopsAtReference: Bool
  ) -> Bool {
    let start = cursor
    while index < text.count, cursor < source.count {
      let byte = source[cursor]
      if stopsAtReference, byte == .ampersand { break }
      if byte == text[index] {
        cursor += 1
      } else if byte == .carriageReturn, text[index] == .lineFeed {
        cursor += source.has("\r\n", at: cursor) ? 2 : 1
      } else {
        break
      }
      index += 1
    }
    guard cursor > start else { return false }
    append(start..<cursor, isCharacterData: isInCharacterData)
    return true
  }

  /// True when the source is this text, with line ends folded to LF.
  fileprivate func matchesFolded(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = range.lowerBound
    for byte in text {
      guard at < range.upperBound else { return false }
      if source[at] == byte {
        at += 1
      } else if source[at] == .carriageReturn, byte == .lineFeed {
        at += source.has("\r\n", at: at) ? 2 : 1
      } else {
        return false
      }
    }
    return at == range.upperBound
  }

  /// True when the source is what libxml2 makes of an attribute value.
  ///
  /// White space becomes spaces; a reference is decoded, left as written, or (`&`) written as `&#38;`.
  fileprivate func matches(_ range: Range<Int>, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
    if range.count == value.count, let here = source.baseAddress, let there = value.baseAddress,
      memcmp(here + range.lowerBound, there, value.count) == 0,
      memchr(there, Int32(UInt8.ampersand), value.count) == nil
    {
      return true
    }
    var at = range.lowerBound
    var index = 0
    while at < range.upperBound {
      let byte = source[at]
      if byte == .ampersand {
        guard let reference = CharacterReference(in: source, at: at, before: range.upperBound) else { return false }
        let rest = value[min(index, value.count)...]
        if rest.starts(with: "&#38;".utf8), reference.utf8.elementsEqual(CollectionOfOne(.ampersand)) {
          index += 5
        } else if rest.starts(with: source[at..<at + reference.count]) {
          index += reference.count
        } else if rest.starts(with: reference.utf8) {
          index += reference.utf8.count
        } else {
          return false
        }
        at += reference.count
        continue
      }
      guard index < value.count, byte == value[index] || byte.isSpace && value[index] == .space else { return false }
      at += source.has("\r\n", at: at) ? 2 : 1
      index += 1
    }
    return index == value.count
  }

  /// True when the source spells `prefix:local`.
  fileprivate func isName(
    _ range: Range<Int>, _ local: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?
  ) -> Bool {
    var at = range.lowerBound
    if let prefix {
      guard has(prefix, at: &at, before: range.upperBound), at < range.upperBound, source[at] == UInt8(ascii: ":")
      else { return false }
      at += 1
    }
    return has(local, at: &at, before: range.upperBound) && at == range.upperBound
  }

  /// Steps over a NUL-terminated name; false if the source differs.
  private func has(_ name: UnsafePointer<xmlChar>, at offset: inout Int, before limit: Int) -> Bool {
    var index = 0
    while name[index] != 0 {
      guard offset < limit, source[offset] == name[index] else { return false }
      offset += 1
      index += 1
    }
    return true
  }

  fileprivate func isNamespaceDeclaration(_ name: Range<Int>) -> Bool {
    source.has("xmlns", at: name.lowerBound)
      && (name.count == 5 || name.count > 5 && source[name.lowerBound + 5] == UInt8(ascii: ":"))
  }

  /// True for a `data:` URI, of any type or of a type that starts with this word.
  fileprivate func isData(_ value: Range<Int>, of type: String = "") -> Bool {
    let head = "data:" + type
    let start = source[value].drop(while: \.isSpace).prefix(head.utf8.count)
    return start.lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }.elementsEqual(head.utf8)
  }

  /// True for the identifiers that W3C and WHATWG give DOCTYPEs.
  fileprivate static func isStandard(_ literal: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    ["-//W3C//DTD ", "http://www.w3.org/", "https://www.w3.org/", "about:legacy-compat"].contains {
      literal.starts(with: $0.utf8)
    }
  }

  fileprivate static func language(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Language? {
    let primary = value.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
    return Language(rawValue: String(decoding: primary, as: UTF8.self).lowercased())
  }
}
