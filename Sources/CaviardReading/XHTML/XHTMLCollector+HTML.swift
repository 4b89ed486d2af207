internal import CLibXML2

/// What is known of a document that is read by HTML's rules.
struct HTMLState {
  /// Text before this offset is read already: what an open reference or a declaration that is no comment covers.
  var silentEnd = 0
  /// True once a `>` was looked for in vain: there is none further on.
  var hasNoTagEnd = false
  /// True when a tag says where the document starts, and when one says where it ends.
  var opensRoot = false
  var closesRoot = false
}

// MARK: - Events of HTML

/// HTML lets tags be left out, misplaced and misspelt; libxml2's HTML parser says what they come to.
///
/// Each event is looked for in the source all the same. An event without a tag is an element that is understood; a tag
/// without an event is allowed only where it closes what is not open. Whatever else differs refuses the document.
extension XHTMLCollector {
  /// It ends at the first `>`; whatever is more than the usual is read.
  mutating func documentTypeHTML() {
    guard fault == nil else { return }
    passEndTags()
    guard source.hasLetters("<!doctype", at: cursor), let end = tagEnd(from: cursor + 9) else { return fail(.mismatch) }
    let words = source[(cursor + 9)..<end].split(whereSeparator: \.isSpace)
    let first = words.first.map { vocabulary.element(named: $0).isKnown } ?? true
    if words.count > 1 || !first, !isUsual(cursor + 9..<end) { readMarkup(cursor + 9..<end, role: .comment) }
    cursor = end + 1
  }

  /// `html PUBLIC "…" "…"` with the literals that W3C and WHATWG give.
  private func isUsual(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = source[at]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        guard let close = source[(at + 1)..<range.upperBound].firstIndex(of: byte),
          Self.isStandard(source[(at + 1)..<close])
        else { return false }
        at = close + 1
      } else if byte.isSpace {
        at += 1
      } else {
        guard
          let word = (["html", "public", "system"] as [StaticString]).first(where: { source.hasLetters($0, at: at) })
        else { return false }
        at += word.utf8CodeUnitCount
      }
    }
    return true
  }

  /// - Parameter values: names and values in turn, ended by `nil`; a value is `nil` where there is none.
  mutating func startHTML(
    _ name: UnsafePointer<xmlChar>, _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard fault == nil else { return }
    passEndTags()
    guard frames.count < limits.depth else { return fail(.tooDeep) }
    guard
      let tag = StartTag(in: source, at: cursor, before: source.count, syntax: .html, attributes: &tagAttributes),
      comparison.isHTMLName(tag.name, name)
    else {
      guard values?.pointee == nil else { return fail(.mismatch) }
      tagAttributes.removeAll(keepingCapacity: true)
      return finish(begin(Self.local(name), 0..<0), nil)
    }
    if tag.isOne(of: "html", "body", in: source) { html.opensRoot = true }
    // A browser ignores a cell outside a table; libxml2 ends the paragraph for it.
    if tables.isEmpty, vocabulary.element(named: source[tag.name]).isOfTable { return fail(.malformed) }
    var opening = begin(Self.local(name), tag.name)
    var next = values
    for attribute in tagAttributes {
      builder.noteBareValue(attribute.value)
      if let pair = next, let reported = pair[0], comparison.isHTMLName(attribute.name, reported),
        comparison.matchesHTML(attribute.value, pair[1])
      {
        next = pair + 2
        read(attribute, reportedAs: isNamespaceDeclaration(attribute.name) ? nil : Self.local(reported), &opening)
      } else {
        // A second attribute of one name, or a name that is no name: browsers show neither.
        read(attribute, AttributeTraits.named(source[attribute.name]), &opening)
      }
      guard fault == nil else { return }
    }
    guard next?.pointee == nil else { return fail(.mismatch) }
    finish(opening, tag)
  }

  mutating func endHTML(_ name: UnsafePointer<xmlChar>) {
    guard fault == nil else { return }
    let isWritten = passEndTags(to: name)
    guard fault == nil else { return }
    guard let frame = frames.last else { return fail(.mismatch) }
    leave(frame)
    guard !isWritten, frame.start != nil, isAtEnd else { return }
    // The file ends inside an element that must be closed: the rest of it is missing.
    if !Self.mayStayOpen.contains(where: { UnsafeBufferPointer(cString: name).elementsEqual($0.utf8) }) {
      fail(.malformed, at: source.count)
    }
  }

  mutating func charactersHTML(_ text: UnsafeBufferPointer<UInt8>) {
    guard fault == nil else { return }
    passEndTags()
    var index = 0
    while index < text.count, fault == nil {
      guard cursor < source.count else { return fail(.mismatch) }
      switch source[cursor] {
      case .ampersand: readReference(in: text, &index)
      case UInt8(ascii: "<"): readDeclaration(in: text, &index)
      default:
        let start = cursor
        while index < text.count, cursor < source.count, source[cursor] == text[index], !Self.isSpecial(source[cursor])
        {
          cursor += 1
          index += 1
        }
        guard cursor > start else { return fail(.mismatch) }
        appendHTML(start..<cursor)
      }
    }
  }

  /// Text of a script or style sheet, where nothing is markup.
  mutating func rawTextHTML(_ text: UnsafeBufferPointer<UInt8>) {
    guard fault == nil, let start = text.baseAddress, let here = source.baseAddress else { return }
    guard cursor + text.count <= source.count, memcmp(here + cursor, start, text.count) == 0 else {
      return fail(.mismatch)
    }
    append(cursor..<cursor + text.count, isCharacterData: false)
    cursor += text.count
  }

  mutating func commentHTML(_ text: UnsafeBufferPointer<UInt8>) {
    guard fault == nil else { return }
    passEndTags()
    let start = cursor + 4
    let end = start + text.count
    guard source.has("<!--", at: cursor), end <= source.count, source[start..<end].elementsEqual(text) else {
      return fail(.mismatch)
    }
    guard source.has("-->", at: end) || source.has("--!>", at: end), !Self.endsAtOnce(text) else {
      return fail(.mismatch)
    }
    readMarkup(start..<end, role: .comment)
    cursor = end + (source.has("-->", at: end) ? 3 : 4)
  }

  /// `<?php … ?>`, and whatever else begins so: it ends at the first `>`.
  mutating func instructionHTML(_ target: UnsafeBufferPointer<UInt8>, _ data: UnsafeBufferPointer<UInt8>?) {
    guard fault == nil else { return }
    passEndTags()
    let start = cursor + 2
    guard source.has("<?", at: cursor), let end = tagEnd(from: start), source[start..<end].starts(with: target) else {
      return fail(.mismatch)
    }
    let spaces = source[(start + target.count)..<end].prefix { $0.isSpace }
    guard source[spaces.endIndex..<end].elementsEqual(data ?? UnsafeBufferPointer(start: nil, count: 0)) else {
      return fail(.mismatch)
    }
    readName(start..<start + target.count, isKnown: Self.knownTargets.contains { target.elementsEqual($0.utf8) })
    if spaces.endIndex < end { readMarkup(spaces.endIndex..<end, role: .processingInstruction) }
    cursor = end + 1
  }

  mutating func endHTMLDocument() {
    guard fault == nil else { return }
    passEndTags()
    guard fault == nil else { return }
    if !hasRoot || !frames.isEmpty || html.opensRoot && !html.closesRoot { return fail(.malformed, at: source.count) }
    if !isAtEnd { fail(.mismatch) }
  }
}

// MARK: - Steps

extension XHTMLCollector {
  /// Elements whose end tag HTML does not ask for, and those that have none.
  private static let mayStayOpen = [
    "html", "head", "body", "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "colgroup", "caption",
    "option", "optgroup", "rt", "rp", "br", "hr", "img", "input", "meta", "link", "base", "area", "col", "embed",
    "param", "source", "track", "wbr", "frame", "basefont", "isindex",
  ]

  private static func isSpecial(_ byte: UInt8) -> Bool { byte == .ampersand || byte == UInt8(ascii: "<") }

  /// `<!-->` and `<!--->` are whole comments for browsers.
  static func endsAtOnce(_ comment: UnsafeBufferPointer<UInt8>) -> Bool {
    comment.starts(with: ">".utf8) || comment.starts(with: "->".utf8)
  }

  /// Text between a table's cells stands before the table in a browser, joined to what is there.
  mutating func refuseTextBetweenCells(_ range: Range<Int>) {
    guard isPage, let part = frames.last?.part, part == .table || part == .row,
      source[range].contains(where: { !$0.isSpace })
    else { return }
    fail(.malformed)
  }

  /// The name after its prefix: HTML knows none, but what a word processor saves has them.
  private static func local(_ name: UnsafePointer<xmlChar>) -> UnsafePointer<xmlChar> {
    guard let colon = xmlStrchr(name, UInt8(ascii: ":")), colon[1] != 0 else { return name }
    return colon + 1
  }

  private var isAtEnd: Bool { source[cursor...].allSatisfy { $0.isSpace } }

  /// Steps over tags that close what is not open, and over space before the root: libxml2 reports neither.
  ///
  /// - Parameter name: the element that ends; an end tag of its name is its own, one of an element further out stands for
  ///   nothing yet.
  /// - Returns: true when the element's own tag was found.
  @discardableResult
  private mutating func passEndTags(to name: UnsafePointer<xmlChar>? = nil) -> Bool {
    if !hasRoot { while cursor < source.count, source[cursor].isSpace { cursor += 1 } }
    while cursor + 2 < source.count, source.has("</", at: cursor), source[cursor + 2].isASCIILetter {
      let start = cursor + 2
      let tag = start..<(source[start...].firstIndex { $0.isSpace || $0 == UInt8(ascii: ">") } ?? source.count)
      let isOwn = name.map { comparison.isHTMLName(tag, $0) } ?? false
      if name != nil, !isOwn, isOpen(tag) { return false }
      var end = tag.upperBound
      while end < source.count, source[end].isSpace { end += 1 }
      // Anything else in an end tag is nothing that a reader sees, and nothing that libxml2 tells of.
      guard source.has(">", at: end) else {
        fail(.malformed)
        return false
      }
      readName(tag, isKnown: vocabulary.element(named: source[tag]).isKnown)
      if source.hasLetters("html", at: start) || source.hasLetters("body", at: start) { html.closesRoot = true }
      cursor = end + 1
      if isOwn { return true }
    }
    return false
  }

  private func isOpen(_ name: Range<Int>) -> Bool {
    frames.contains { frame in
      guard let start = frame.start, start + 1 + name.count < source.count else { return false }
      let other = source[(start + 1)..<(start + 1 + name.count)]
      return zip(other, source[name]).allSatisfy { $0 == $1 || $0 ^ $1 == 0x20 && $0.isASCIILetter }
        && !(source[start + 1 + name.count].isWord || source[start + 1 + name.count] == UInt8(ascii: "-"))
    }
  }

  /// `&eacute;`, and `&eacute` as browsers show it, which libxml2 leaves as it is written.
  private mutating func readReference(in text: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    let open = CharacterReference(openIn: source, at: cursor, before: source.count, isAttribute: false)
    let isNumber = source.has("&#", at: cursor)
    let whole = CharacterReference(in: source, at: cursor, before: source.count)
    if let reference = whole ?? (isNumber ? open : nil), text[index...].starts(with: reference.utf8) {
      appendHTML(decoded: reference, cursor..<cursor + reference.count)
      cursor += reference.count
      index += reference.utf8.count
      return
    }
    guard text[index] == .ampersand, !isNumber else { return fail(.mismatch) }
    if cursor < html.silentEnd {
      appendHTML(cursor..<cursor + 1)
    } else if let reference = whole ?? open {
      // Browsers know more than libxml2, which leaves it as it is written.
      appendHTML(decoded: reference, cursor..<cursor + reference.count)
      html.silentEnd = cursor + reference.count
    } else if CharacterReference.isNamed(in: source, at: cursor) {
      return fail(.undefinedEntity)
    } else {
      appendHTML(cursor..<cursor + 1)
    }
    cursor += 1
    index += 1
  }

  /// `<![if !vml]>`: no text, though libxml2 takes it for some. Any other `<` that it reports is one.
  private mutating func readDeclaration(in text: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    // Half a tag.
    guard cursor + 1 < source.count else { return fail(.malformed) }
    // For XML it is text, for browsers a comment up to the first `>`: no reader of the file knows which.
    if cursor >= html.silentEnd, source.has("<![CDATA[", at: cursor) { return fail(.malformed) }
    if cursor >= html.silentEnd, source.has("<!", at: cursor), let end = tagEnd(from: cursor + 2) {
      readMarkup(cursor + 2..<end, role: .comment)
      html.silentEnd = end + 1
    }
    take(in: text, &index)
  }

  /// One byte that stands in the source as it is reported.
  private mutating func take(in text: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    guard text[index] == source[cursor] else { return fail(.mismatch) }
    appendHTML(cursor..<cursor + 1)
    cursor += 1
    index += 1
  }

  private mutating func tagEnd(from offset: Int) -> Int? {
    guard !html.hasNoTagEnd, offset <= source.count else { return nil }
    let end = source[offset...].firstIndex(of: UInt8(ascii: ">"))
    html.hasNoTagEnd = end == nil
    return end
  }

  private mutating func appendHTML(_ range: Range<Int>) {
    let lower = max(range.lowerBound, html.silentEnd)
    if lower < range.upperBound { refuseTextBetweenCells(lower..<range.upperBound) }
    if lower < range.upperBound { append(lower..<range.upperBound, isCharacterData: false) }
  }

  private mutating func appendHTML(decoded reference: CharacterReference, _ range: Range<Int>) {
    guard range.lowerBound >= html.silentEnd else { return }
    noteFlow(isCharacterData: false)
    builder.append(decoded: reference.shown, from: range)
  }
}

extension SourceComparison {
  /// True when the source spells this name, whose letters libxml2 makes small.
  func isHTMLName(_ range: Range<Int>, _ name: UnsafePointer<xmlChar>) -> Bool {
    let name = UnsafeBufferPointer(cString: name)
    return name.count == range.count && source.hasLetters(name, at: range.lowerBound)
  }

  /// True when the source is what libxml2's HTML parser makes of an attribute's value.
  func matchesHTML(_ range: Range<Int>, _ value: UnsafePointer<xmlChar>?) -> Bool {
    guard let start = value else { return range.isEmpty }
    let value = UnsafeBufferPointer(cString: start)
    var at = range.lowerBound
    var index = 0
    while at < range.upperBound {
      let reference =
        source[at] == .ampersand
        ? CharacterReference(in: source, at: at, before: range.upperBound)
          ?? (source.has("&#", at: at)
            ? CharacterReference(openIn: source, at: at, before: range.upperBound, isAttribute: false) : nil) : nil
      if let reference {
        let rest = value[min(index, value.count)...]
        if rest.starts(with: reference.utf8) {
          index += reference.utf8.count
        } else if rest.starts(with: source[at..<at + reference.count]) {
          // A name that browsers know and libxml2 does not.
          index += reference.count
        } else {
          return false
        }
        at += reference.count
      } else {
        if source[at] == .ampersand, CharacterReference.isNamed(in: source, at: at) { return false }
        guard index < value.count, source[at] == value[index] else { return false }
        index += 1
        at += 1
      }
    }
    return index == value.count
  }
}

extension StartTag {
  fileprivate func isOne(of names: StaticString..., in source: UnsafeBufferPointer<UInt8>) -> Bool {
    names.contains { $0.utf8CodeUnitCount == name.count && source.hasLetters($0, at: name.lowerBound) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Up to the NUL, without it.
  fileprivate init(cString: UnsafePointer<UInt8>) { self.init(start: cString, count: Int(xmlStrlen(cString))) }
}
