/// `<?xml version="1.0" encoding="utf-8" standalone="yes"?>`: the one part of a document that is not read as text.
///
/// libxml2 takes any digits for the version, and where the encoding is known otherwise any name for it: a number or a name
/// could stand there unread.
enum XMLDeclaration {
  /// The end of the declaration a document begins with; 0 when there is none, `nil` when it holds more than it may.
  static func end(in source: UnsafeBufferPointer<UInt8>) -> Int? {
    guard source.has("<?xml", at: 0), source.count > 5, source[5].isSpace else { return 0 }
    // What is cut off, libxml2 refuses.
    guard let end = source.firstIndex(of: "?>", from: 5) else { return source.count }
    var at = 5
    while true {
      while at < end, source[at].isSpace { at += 1 }
      guard at < end else { return end + 2 }
      guard let next = part(source, at, end) else { return nil }
      at = next
    }
  }

  /// The end of one part, if it is one of those that say nothing of anybody.
  private static func part(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var at = start
    while at < end, source[at].isASCIILetter { at += 1 }
    let name = source[start..<at]
    while at < end, source[at].isSpace || source[at] == UInt8(ascii: "=") { at += 1 }
    guard at < end, source[at] == UInt8(ascii: "\"") || source[at] == UInt8(ascii: "'") else { return nil }
    guard let close = source[(at + 1)..<end].firstIndex(of: source[at]) else { return nil }
    let value = source[(at + 1)..<close]
    let isKnown: Bool
    if name.elementsEqual("version".utf8) {
      isKnown = ["1.0", "1.1"].contains { value.elementsEqual($0.utf8) }
    } else if name.elementsEqual("encoding".utf8) {
      isKnown = EncodingDeclaration.isKnown(value)
    } else {
      isKnown = name.elementsEqual("standalone".utf8) && ["yes", "no"].contains { value.elementsEqual($0.utf8) }
    }
    return isKnown ? close + 1 : nil
  }
}
