internal import CaviardCase

/// What stands around a span in its block, and how far an edit may reach.
struct Surroundings {
  /// A word beside the span.
  struct Word {
    let span: TextSpan
    let text: String
    /// What stands between the word and what follows it: spaces, or nothing after an apostrophe.
    let separator: String

    var lower: String { text.lowercased() }
    var isElided: Bool { text.hasSuffix("'") || text.hasSuffix("’") }
  }

  let bytes: [UInt8]
  let block: TextSpan
  let span: TextSpan
  /// First byte that may be taken before the span, and end of those that may be taken after it.
  let floor: Int
  let ceiling: Int
  /// True when the span begins at the floor, and what was written there ends with a space.
  var followsSpace = false

  var replaced: String { string(span.lower, span.upper) }

  func string(_ lower: Int, _ upper: Int) -> String { String(decoding: bytes[lower..<upper], as: UTF8.self) }

  /// Up to `count` words before the span, the nearest first, with only spaces or apostrophes between them.
  func wordsBefore(_ count: Int) -> [Word] {
    var words: [Word] = []
    var position = span.lower
    while words.count < count, let word = word(endingBefore: position) {
      words.append(word)
      position = word.span.lower
    }
    return words
  }

  /// The word after the span, when only spaces stand between.
  var wordAfter: Word? {
    let start = skippingSpaces(from: span.upper)
    guard start > span.upper, start < block.upper else { return nil }
    var end = start
    while end < block.upper, Self.isWordByte(bytes, end) { end += 1 }
    guard end > start else { return nil }
    let separator = string(span.upper, start)
    return separator.contains("\n\n")
      ? nil : Word(span: TextSpan(start, end), text: string(start, end), separator: separator)
  }

  /// True when a sentence begins at `position`: only spaces, quotation marks, brackets or Markdown signs since its start.
  func startsSentence(_ position: Int) -> Bool {
    var index = position
    while index > block.lower {
      switch bytes[index - 1] {
      case 0x20, 0x09, 0x0D, UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "#"),
        UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: ">"), UInt8(ascii: "-"):
        index -= 1
      case 0x0A: return index < 2 || index - 1 == block.lower || bytes[index - 2] == 0x0A || index != position
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return index != position
      case 0xA0, 0xAB, 0xAF, 0x9C, 0x80, 0xC2, 0xE2: index -= 1
      default: return false
      }
    }
    return true
  }

  /// The end of a run of spaces, line ends not counted.
  func skippingSpaces(from start: Int, lineEnds: Bool = true) -> Int {
    var index = start
    while index < block.upper {
      if bytes[index] == 0x20 || bytes[index] == 0x09 || lineEnds && (bytes[index] == 0x0A || bytes[index] == 0x0D) {
        index += 1
      } else if let count = Self.wideSpace(bytes, index, block.upper) {
        index += count
      } else {
        break
      }
    }
    return index
  }

  /// The start of a run of spaces that ends at `end`, line ends not counted.
  func skippingSpacesBack(from end: Int) -> Int {
    var index = end
    while index > floor {
      if bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 {
        index -= 1
      } else if index >= floor + 2, Self.wideSpace(bytes, index - 2, index) == 2 {
        index -= 2
      } else if index >= floor + 3, Self.wideSpace(bytes, index - 3, index) == 3 {
        index -= 3
      } else {
        break
      }
    }
    return index
  }

  private func word(endingBefore position: Int) -> Word? {
    var end = position
    var lineEnds = 0
    while true {
      end = skippingSpacesBack(from: end)
      guard end > floor, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D else { break }
      lineEnds += bytes[end - 1] == 0x0A ? 1 : 0
      end -= 1
    }
    guard lineEnds < 2, end > floor else { return nil }
    let separator = string(end, position)
    var letters = end
    if separator.isEmpty {
      // Only an elided article or preposition touches what follows it.
      if bytes[end - 1] == UInt8(ascii: "'") {
        letters = end - 1
      } else if end >= floor + 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80, bytes[end - 1] == 0x99 {
        letters = end - 3
      } else {
        return nil
      }
    }
    var start = letters
    while start > floor, Self.isWordByte(bytes, start - 1) { start -= 1 }
    // Not the end of a longer word that may not be taken.
    guard start < letters, start > floor || start == block.lower || !Self.isWordByte(bytes, start - 1) else {
      return nil
    }
    return Word(span: TextSpan(start, end), text: string(start, end), separator: separator)
  }

  /// Bytes of a no-break or narrow space at `index`.
  private static func wideSpace(_ bytes: [UInt8], _ index: Int, _ limit: Int) -> Int? {
    if index + 1 < limit, bytes[index] == 0xC2, bytes[index + 1] == 0xA0 { return 2 }
    if index + 2 < limit, bytes[index] == 0xE2, bytes[index + 1] == 0x80,
      (0x80...0x8A).contains(bytes[index + 2])
        || bytes[index + 2] == 0xAF
    {
      return 3
    }
    return nil
  }

  /// Letters, digits and the bytes of letters outside ASCII; not those of signs and quotation marks.
  static func isWordByte(_ bytes: [UInt8], _ index: Int) -> Bool {
    let byte = bytes[index]
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    case 0..<0x80: return false
    default: break
    }
    var start = index
    while start > 0, index - start < 3, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    if bytes[start] == 0xC2 { return false }
    return !(bytes[start] == 0xE2 && start + 1 < bytes.count && bytes[start + 1] == 0x80)
  }
}
