internal import CLibXML2
internal import CaviardCase

/// Walks the source in step with libxml2's events: checks each against the bytes, and collects text, blocks and media.
///
/// ``cursor`` always stands after the last event, so every byte of the file is accounted for: an event that the source
/// does not show, or source that no event reported, is a mismatch.
struct XHTMLCollector {
  let source: UnsafeBufferPointer<UInt8>
  var comparison: SourceComparison { SourceComparison(source: source) }
  let limits: ReadingLimits
  let vocabulary: MarkupVocabulary
  /// Reads by HTML's rules; see the extension for them.
  let isHTML: Bool
  /// A file that browsers read by HTML's rules, be it XML or not.
  let isPage: Bool
  var cursor = 0
  var builder: TextBuilder
  var frames: [XHTMLFrame] = []
  var media: [MediaReference] = []
  var mediaDepth = 0
  var isInCharacterData = false
  var hasRoot = false
  var flow = XHTMLFlow()
  /// The tables that are open.
  var tables: [TableLabels] = []
  /// The term read last in the list of descriptions that is open.
  var term: [UInt8] = []
  var isInTerm = false
  /// What the flow that begins next is called.
  var flowLabel: [UInt8] = []
  /// The first paragraph of the cell or term that is open.
  var firstFlow: [UInt8]?
  var elements = NameCache(empty: ElementTraits.unknown)
  var attributes = NameCache(empty: namespaceTraits)
  /// The stories that a text box interrupts.
  var suspended: [SuspendedStory] = []
  /// The attributes of the tag read last.
  var tagAttributes: [StartTag.Attribute] = []
  /// What only documents by HTML's rules need.
  var html = HTMLState()
  /// The first thing that went wrong; nothing is read after it.
  private(set) var fault: XHTMLFault?

  init(
    source: UnsafeBufferPointer<UInt8>, limits: ReadingLimits, vocabulary: MarkupVocabulary, isHTML: Bool = false,
    isPage: Bool = false
  ) {
    self.source = source
    self.limits = limits
    self.vocabulary = vocabulary
    self.isHTML = isHTML
    self.isPage = isPage
    builder = TextBuilder(source: source, isHTML: isHTML)
    if isHTML { return }
    if let end = XMLDeclaration.end(in: source) { cursor = end } else { fail(.malformed) }
  }

  /// - Parameter offset: in the source; `nil` for where the last event ended.
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
    let name = source[(cursor + 9)...].drop(while: \.isSpace).prefix { !$0.isSpace && !"\"'[>".utf8.contains($0) }
    readName(name.startIndex..<name.endIndex, isKnown: vocabulary.element(named: name).isKnown)
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
      comparison.isName(tag.name, local, prefix)
    else { return fail(.mismatch) }
    var opening = begin(local, tag.name)
    var next = 0
    for attribute in tagAttributes {
      var name: UnsafePointer<xmlChar>?
      if !isNamespaceDeclaration(attribute.name) {
        guard next < count, let values, let reported = values[5 * next], let start = values[5 * next + 3],
          let end = values[5 * next + 4], comparison.isName(attribute.name, reported, values[5 * next + 1]),
          comparison.matches(attribute.value, UnsafeBufferPointer(start: start, count: end - start))
        else { return fail(.mismatch, at: attribute.name.lowerBound) }
        next += 1
        name = reported
      }
      read(attribute, reportedAs: name, &opening)
      guard fault == nil else { return }
    }
    guard next == count else { return fail(.mismatch) }
    finish(opening, tag)
  }

  /// A start tag while its attributes are read.
  struct Opening {
    let traits: ElementTraits
    var language: Language?
    var pin: Kind?
    var media: ElementTraits.Media?
    var columnSpan = 1
    /// Of the element, and of what its attributes add.
    var marks: ElementTraits.Marks = []
  }

  /// - Parameter name: in the source; empty for an element that is understood.
  mutating func begin(_ local: UnsafePointer<xmlChar>, _ name: Range<Int>) -> Opening {
    hasRoot = true
    var traits = elements.traits(of: local) { [vocabulary] in vocabulary.element(named: $0) }
    // Browsers ignore a cell's tag outside a table: its word goes on.
    if isPage, traits.isOfTable, tables.isEmpty { traits = ElementTraits(layout: .inline) }
    if vocabulary == .html, isHidden { traits.marks.insert(.nested) }
    if !traits.marks.isEmpty { enterMarked(traits) }
    enter(traits)
    if let part = traits.part { enterPart(part) }
    if !name.isEmpty { readName(name, isKnown: traits.isKnown) }
    return Opening(traits: traits, language: frames.last?.language, pin: frames.last?.pin, media: traits.media)
  }

  /// True when the attributes read last say that nobody sees the element: it does not cut the word around it.
  private var isHidden: Bool {
    tagAttributes.contains { attribute in
      let name = source[attribute.name].lazy.map { $0 | 0x20 }
      if name.elementsEqual("hidden".utf8) { return true }
      let isStyle = name.elementsEqual("style".utf8)
      guard isStyle || name.elementsEqual("type".utf8) else { return false }
      let value = String(decoding: source[attribute.value].prefix(256), as: UTF8.self).lowercased()
      return isStyle ? value.filter { !$0.isWhitespace }.contains("display:none") : value == "hidden"
    }
  }

  /// - Parameter reported: the local name as libxml2 has it; `nil` for a namespace's declaration.
  mutating func read(
    _ attribute: StartTag.Attribute, reportedAs reported: UnsafePointer<xmlChar>?, _ opening: inout Opening
  ) {
    guard attribute.value.count <= limits.markupBytes else {
      return fail(.tooLong(bytes: attribute.value.count), at: attribute.value.lowerBound)
    }
    guard let reported else {
      readName(attribute.name, isKnown: true)
      return readAttribute(attribute.value, Self.namespaceTraits, opening.language, opening.pin)
    }
    let traits = attributes.traits(of: reported) { [vocabulary] in vocabulary.attribute(named: $0) }
    if traits.name == "lang" {
      opening.language = Self.language(source[attribute.value])
    } else if traits.name == "data-*", source[attribute.name].elementsEqual(Self.pinName) {
      guard let kind = Kind(rawValue: String(decoding: source[attribute.value], as: UTF8.self)) else {
        return fail(.unknownPin, at: attribute.value.lowerBound)
      }
      opening.pin = kind
      return
    }
    read(attribute, traits, &opening)
  }

  /// The name, where somebody made it up, and the value.
  mutating func read(_ attribute: StartTag.Attribute, _ traits: AttributeTraits, _ opening: inout Opening) {
    readName(attribute.name, isKnown: !traits.isMadeUp)
    if traits.name == "colspan" {
      opening.columnSpan = Int(String(decoding: source[attribute.value], as: UTF8.self)) ?? 1
    }
    if isData(attribute.value), traits.isIdentifier {
      opening.media = opening.media ?? .data
      if !isData(attribute.value, of: "text") { return }
    }
    readAttribute(attribute.value, traits, opening.language, opening.pin)
  }

  mutating func finish(_ opening: Opening, _ tag: StartTag?) {
    let traits = opening.traits
    if opening.media != nil { mediaDepth += 1 }
    frames.append(
      XHTMLFrame(
        layout: traits.layout, role: role(traits), language: opening.language, pin: opening.pin,
        isKnown: traits.isKnown, isSelfClosing: tag?.isSelfClosing ?? false,
        mediaStart: opening.media != nil && mediaDepth == 1 ? cursor : nil, media: opening.media, part: traits.part,
        columnSpan: opening.columnSpan,
        marks: traits.marks.union(frames.last?.marks.intersection(.inherited) ?? []),
        start: tag == nil ? nil : cursor))
    if !traits.marks.isEmpty { noteMarks(traits.marks) }
    if let tag { cursor = tag.end }
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
      guard comparison.isName(name..<at, local, prefix) else { return fail(.mismatch) }
      readName(name..<at, isKnown: frame.isKnown)
      while at < source.count, source[at].isSpace { at += 1 }
      guard source.has(">", at: at) else { return fail(.mismatch) }
      cursor = at + 1
    }
    leave(frame)
  }

  mutating func leave(_ frame: XHTMLFrame) {
    if frame.layout == .block { closeFlow() }
    if frame.layout == .object, frame.media == nil, !frame.isSelfClosing, !builder.isFlowEmpty {
      builder.append(separator: .space)
    }
    if let part = frame.part { leavePart(part, columnSpan: frame.columnSpan) }
    frames.removeLast()
    if !frame.marks.isEmpty { leaveMarked(frame) }
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
    refuseTextBetweenCells(cursor..<min(source.count, cursor + text.count))
    guard fault == nil else { return }
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
      // In a page it is a comment for browsers, but in a script or a style sheet.
      if isPage, flow.escapes == nil, frames.last?.role != .script, frames.last?.role != .style {
        return fail(.malformed)
      }
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
      comparison.matchesFolded(cursor + 4..<end, text)
    else { return fail(.mismatch) }
    if isPage, Self.endsAtOnce(text) { return fail(.malformed) }
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
    guard comparison.matchesFolded(dataStart..<end, data ?? UnsafeBufferPointer(start: nil, count: 0)) else {
      return fail(.mismatch)
    }
    // Browsers end it at the first `>`.
    if isPage, source[start..<end].contains(UInt8(ascii: ">")) { return fail(.malformed) }
    readName(start..<start + target.count, isKnown: Self.knownTargets.contains { target.elementsEqual($0.utf8) })
    if dataStart < end { readMarkup(dataStart..<end, role: .processingInstruction) }
    cursor = end + 2
  }

  /// The parser is done: so must be the source.
  mutating func endDocument() {
    guard fault == nil else { return }
    settle()
    if !hasRoot || !frames.isEmpty { return fail(.malformed) }
    if cursor != source.count { fail(.mismatch) }
  }

  mutating func finish(_ text: SourceText, format: CaseFormat, notXMLAt: Int? = nil) -> CaseText {
    closeFlow()
    return builder.finish(text, format: format, media: EmbeddedData.adding(to: media, in: source), notXMLAt: notXMLAt)
  }
}
