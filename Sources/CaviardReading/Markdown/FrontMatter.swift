internal import CaviardCase

/// The YAML between `---` lines at the start of a Markdown file. Only `caviard: pin:` is understood; all of it is read.
struct FrontMatter {
  /// Between the two lines of hyphens.
  let content: Range<Int>
  /// The start of the Markdown.
  let end: Int

  init?(_ source: UnsafeBufferPointer<UInt8>) {
    var lines = Lines(source)
    guard let first = lines.next(), Self.isRule(source[first.content], "---") else { return nil }
    while let line = lines.next() {
      guard Self.isRule(source[line.content], "---") || Self.isRule(source[line.content], "...") else { continue }
      content = first.next..<line.content.lowerBound
      end = line.next
      return
    }
    return nil
  }

  /// The kinds pinned, and the offset of the first word that is none.
  ///
  /// Takes `caviard: {pin: [a, b]}`, and `pin: [a, b]`, `pin: a` or a list of `- a` lines under `caviard:`.
  func pins(in source: UnsafeBufferPointer<UInt8>) -> (pins: Set<Kind>, wrong: Int?) {
    var pins: Set<Kind> = []
    var wrong: Int?
    var isInside = false
    var isList = false
    for line in Lines(UnsafeBufferPointer(rebasing: source[..<content.upperBound]), from: content.lowerBound) {
      let indentation = source[line.content].prefix { $0 == .space }.count
      var start = line.content.lowerBound + indentation
      guard start < line.content.upperBound, source[start] != UInt8(ascii: "#") else { continue }
      if indentation == 0, !(isList && source[start] == UInt8(ascii: "-")) {
        isInside = source.has("caviard:", at: start)
        isList = false
        start += isInside ? 8 : 0
      }
      guard isInside else { continue }
      let isItem = isList && source[start] == UInt8(ascii: "-")
      if !isItem {
        isList = false
        guard let key = Self.firstKey(source, start..<line.content.upperBound) else { continue }
        start = key
        isList = true
      }
      for word in Self.words(source, start..<line.content.upperBound) {
        guard let kind = Kind(rawValue: String(decoding: source[word], as: UTF8.self)) else {
          wrong = wrong ?? word.lowerBound
          continue
        }
        pins.insert(kind)
      }
    }
    return (pins, wrong)
  }

  /// What follows `pin:`, as a word of its own.
  private static func firstKey(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var at = range.lowerBound
    while at + 4 <= range.upperBound {
      if source.has("pin:", at: at), at == range.lowerBound || !source[at - 1].isWord { return at + 4 }
      at += 1
    }
    return nil
  }

  /// Words up to a comment or the end of the value.
  private static func words(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = source[at]
      if byte == UInt8(ascii: "#") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { break }
      let start = at
      while at < range.upperBound, source[at].isWord || at > start && source[at] == UInt8(ascii: "-") { at += 1 }
      if at > start { words.append(start..<at) } else { at += 1 }
    }
    return words
  }

  private static func isRule(_ line: Slice<UnsafeBufferPointer<UInt8>>, _ rule: StaticString) -> Bool {
    let bytes = UnsafeBufferPointer(rebasing: line)
    return bytes.has(rule, at: 0) && bytes.dropFirst(3).allSatisfy(\.isSpace)
  }
}
