/// A start tag as it stands in the source.
struct StartTag {
  enum Syntax {
    case xml
    /// Takes values without quotes and attributes without values too.
    case markdown
    /// And attributes that follow a quote without a space.
    case html
  }

  struct Attribute {
    let name: Range<Int>
    /// Between the quotes.
    let value: Range<Int>
  }

  let name: Range<Int>
  private(set) var isSelfClosing = false
  /// The first byte after `>`.
  private(set) var end: Int

  /// The tag that starts at `offset` and ends before `limit`; `nil` if what stands there is none.
  ///
  /// - Parameter attributes: what it held is replaced by the tag's attributes; an array used again costs no memory.
  init?(
    in source: UnsafeBufferPointer<UInt8>, at offset: Int, before limit: Int, syntax: Syntax = .xml,
    attributes: inout [Attribute]
  ) {
    attributes.removeAll(keepingCapacity: true)
    guard offset + 1 < limit, source[offset] == UInt8(ascii: "<") else { return nil }
    var at = offset + 1
    name = Self.name(source, &at, limit)
    end = at
    guard !name.isEmpty else { return nil }
    while true {
      let spaces = Self.skipSpaces(source, &at, limit)
      guard at < limit else { return nil }
      if source[at] == UInt8(ascii: ">") { break }
      if source[at] == UInt8(ascii: "/"), at + 1 < limit, source[at + 1] == UInt8(ascii: ">") {
        isSelfClosing = true
        at += 1
        break
      }
      guard spaces > 0 || syntax == .html, let attribute = Self.attribute(source, &at, limit, syntax) else {
        return nil
      }
      attributes.append(attribute)
    }
    end = at + 1
  }

  private static func attribute(
    _ source: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ limit: Int, _ syntax: Syntax
  ) -> Attribute? {
    let name = name(source, &at, limit)
    guard !name.isEmpty else { return nil }
    let nameEnd = at
    skipSpaces(source, &at, limit)
    guard at < limit, source[at] == UInt8(ascii: "=") else {
      at = nameEnd
      return syntax != .xml ? Attribute(name: name, value: nameEnd..<nameEnd) : nil
    }
    at += 1
    skipSpaces(source, &at, limit)
    guard at < limit else { return nil }
    let quote = source[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      guard syntax != .xml else { return nil }
      let start = at
      while at < limit, !source[at].isSpace, source[at] != UInt8(ascii: ">") { at += 1 }
      return Attribute(name: name, value: start..<at)
    }
    at += 1
    let start = at
    while at < limit, source[at] != quote { at += 1 }
    guard at < limit else { return nil }
    defer { at += 1 }
    return Attribute(name: name, value: start..<at)
  }

  /// Any run of bytes that cannot end a name; libxml2 has judged, or will judge, the rest.
  private static func name(_ source: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ limit: Int) -> Range<Int> {
    let start = at
    while at < limit, !source[at].isSpace, !isDelimiter(source[at]) { at += 1 }
    return start..<at
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "&"):
      true
    default: false
    }
  }

  @discardableResult
  private static func skipSpaces(_ source: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ limit: Int) -> Int {
    let start = at
    while at < limit, source[at].isSpace { at += 1 }
    return at - start
  }
}
