internal import CaviardCase

// MARK: - Flow

extension XHTMLCollector {
  /// Text met in an element whose role is inherited stands in the role of what is around.
  func role(_ traits: ElementTraits) -> ElementTraits.Role {
    if traits.role == .title, mediaDepth > 0 { return .paragraph }
    return traits.role ?? frames.last?.role ?? .paragraph
  }

  mutating func enter(_ traits: ElementTraits) {
    switch traits.layout {
    case .inline: break
    case .block: closeFlow()
    case .lineBreak: if !builder.isFlowEmpty { builder.append(separator: .lineFeed) }
    case .object: if !builder.isFlowEmpty { builder.append(separator: .space) }
    case .tab: if !builder.isFlowEmpty { builder.append(separator: .tab) }
    case .hyphen: if !builder.isFlowEmpty { builder.append(separator: UInt8(ascii: "-")) }
    }
  }

  mutating func closeFlow() {
    noteFirstFlow()
    builder.closeFlow(
      role: flow.role.blockRole, context: flow.context, reading: flow.escapes,
      language: flow.hasOneLanguage ? flow.language : nil, pin: flow.pin)
    flow = XHTMLFlow()
  }

  mutating func append(_ range: Range<Int>, isCharacterData: Bool) {
    if vocabulary == .data, isNobodys(range) { return }
    var lower = range.lowerBound
    if !flow.isOpen && !builder.isApart || vocabulary == .word && frames.last?.marks.contains(.text) != true {
      // White space between blocks is nobody's text, nor is that between the elements of a word processor's paragraph.
      while lower < range.upperBound, source[lower].isSpace { lower += 1 }
      if lower == range.upperBound { return }
    }
    noteFlow(isCharacterData: isCharacterData)
    builder.append(lower..<range.upperBound)
  }

  /// True for text of a part of data that tells of no story.
  private func isNobodys(_ range: Range<Int>) -> Bool {
    let text = source[range]
    return OfficeValues.isConstant(Array(text))
      || frames.last?.marks.contains(.moment) == true && OfficeValues.isTimestamp(text)
  }

  /// Text is about to be added: the first says whose it is; another language or a pin on the way counts for all.
  mutating func noteFlow(isCharacterData: Bool) {
    guard !builder.isApart else { return }
    let frame = frames.last
    if !flow.isOpen {
      flow.isOpen = true
      flow.role = frame?.role ?? .paragraph
      flow.language = frame?.language
      if !flowLabel.isEmpty {
        builder.append(label: flowLabel)
        flowLabel = []
      }
    } else if flow.language != frame?.language {
      flow.hasOneLanguage = false
    }
    if flow.pin == nil { flow.pin = frame?.pin }
    if isCharacterData { flow.hasCharacterData = true } else { flow.hasMarkup = true }
  }

  mutating func readAttribute(
    _ value: Range<Int>, _ traits: AttributeTraits, _ language: Language?, _ pin: Kind?
  ) {
    guard !value.isEmpty, !traits.isHarmless(source[value]) else { return }
    builder.addAside(
      value, reading: traits.escapes,
      role: .attribute(name: traits.name, isIdentifier: traits.isIdentifier),
      context: traits.isIdentifier ? .identifier : .attribute, language: language, pin: pin,
      label: traits.isPerson ? MarkupVocabulary.personLabel : [])
  }

  /// Reads a name that somebody made up, or all of it when the prefix is made up.
  mutating func readName(_ range: Range<Int>, isKnown: Bool) {
    let name = source[range]
    if let colon = name.firstIndex(of: UInt8(ascii: ":")) {
      if !isKnownPrefix(name[..<colon]) {
        return readAttribute(range, .name, nil, nil)
      }
      // What a namespace is called, `xmlns:name`.
      let local = name[(colon + 1)...]
      let isPrefix = isNamespaceDeclaration(range)
      if isPrefix ? !isKnownPrefix(local) : !isKnown {
        readAttribute(local.startIndex..<local.endIndex, .name, nil, nil)
      }
    } else if !isKnown {
      readAttribute(range, .name, nil, nil)
    }
  }

  private func isKnownPrefix(_ prefix: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    Self.knownPrefixes.contains { prefix.elementsEqual($0.utf8) }
      || vocabulary != .html && MarkupVocabulary.isKnownPrefix(prefix)
  }

  mutating func readMarkup(_ range: Range<Int>, role: BlockRole) {
    guard range.count <= limits.markupBytes else { return fail(.tooLong(bytes: range.count)) }
    builder.addAside(
      range, reading: .references, role: role, context: .comment, language: frames.last?.language,
      pin: frames.last?.pin)
  }
}

// MARK: - Checks against the source

extension XHTMLCollector {
  static let knownPrefixes = [
    "xml", "xmlns", "xlink", "svg", "m", "mml", "math", "h", "html", "xhtml", "epub", "o", "v", "w", "dc", "og", "xsi",
    "rdf",
  ]
  /// Names of processing instructions that say nothing of anybody.
  static let knownTargets = ["xml-stylesheet", "xml-model", "php", "oxygen", "mso-application"]
  static let pinName = Array("data-caviard-pin".utf8)
  static let namespaceTraits = AttributeTraits(name: "xmlns", isIdentifier: true, hasHarmlessValues: true)

  /// Steps over what libxml2 does not report: the end of a CDATA section, an empty one, space outside the root.
  mutating func settle() {
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
  mutating func matchRun(
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

  func isNamespaceDeclaration(_ name: Range<Int>) -> Bool {
    source.has("xmlns", at: name.lowerBound)
      && (name.count == 5 || name.count > 5 && source[name.lowerBound + 5] == UInt8(ascii: ":"))
  }

  /// True for a `data:` URI, of any type or of a type that starts with this word.
  func isData(_ value: Range<Int>, of type: String = "") -> Bool {
    let head = "data:" + type
    let start = source[value].drop(while: \.isSpace).prefix(head.utf8.count)
    return start.lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }.elementsEqual(head.utf8)
  }

  /// True for the identifiers that W3C and WHATWG give DOCTYPEs: those alone, for after "-//W3C//DTD " anything could stand.
  static func isStandard(_ literal: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    StandardNames.documentTypes.contains { literal.elementsEqual($0.utf8) }
  }

  static func language(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Language? {
    let primary = value.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
    return Language(rawValue: String(decoding: primary, as: UTF8.self).lowercased())
  }
}
