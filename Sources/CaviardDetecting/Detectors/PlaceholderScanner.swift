internal import CaviardCase

/// Finds our own placeholders, which are never findings: `[person 1]`, `caviard-person-1`.
struct PlaceholderScanner {
  private static let words: [[UInt8]] = PlaceholderWords.foldedWords.map { Array($0.utf8) }
  private static let prefix = Array("caviard-".utf8)

  /// Spans in text order.
  func scan(_ bytes: FlatArray<UInt8>) -> [TextSpan] {
    var spans: [TextSpan] = []
    var index = 0
    var free = 0
    while let mark = bytes.firstIndex(of: UInt8(ascii: "["), or: UInt8(ascii: "-"), from: index, to: bytes.count) {
      index = mark + 1
      if bytes[mark] == UInt8(ascii: "[") {
        guard let end = bracketed(bytes, mark) else { continue }
        spans.append(TextSpan(mark, end))
        (index, free) = (end, end)
      } else if let start = prefixStart(bytes, mark), start >= free {
        let (end, isWhole) = identifier(bytes, mark + 1)
        // What is no placeholder from here is none from a later hyphen either.
        (index, free) = (end, end)
        if isWhole { spans.append(TextSpan(start, end)) }
      }
    }
    return spans
  }

  private func bracketed(_ bytes: FlatArray<UInt8>, _ start: Int) -> Int? {
    for word in Self.words {
      guard let afterWord = match(word, bytes, start + 1), afterWord < bytes.count, isSpace(bytes[afterWord]),
        let afterDigits = digits(bytes, afterWord + 1), afterDigits < bytes.count,
        bytes[afterDigits] == UInt8(ascii: "]")
      else { continue }
      return afterDigits + 1
    }
    return nil
  }

  /// Where `caviard-` begins whose hyphen stands at `mark`.
  private func prefixStart(_ bytes: FlatArray<UInt8>, _ mark: Int) -> Int? {
    let start = mark + 1 - Self.prefix.count
    guard start >= 0 else { return nil }
    for offset in Self.prefix.indices where bytes[start + offset] != Self.prefix[offset] { return nil }
    return start
  }

  /// The end of what may follow the prefix, and whether it ends as a placeholder does: `person-1`.
  private func identifier(_ bytes: FlatArray<UInt8>, _ start: Int) -> (end: Int, isWhole: Bool) {
    var index = start
    while index < bytes.count, (0x61...0x7A).contains(bytes[index]) || bytes[index] == UInt8(ascii: "-") { index += 1 }
    guard bytes[index - 1] == UInt8(ascii: "-"), let end = digits(bytes, index) else { return (index, false) }
    return (end, true)
  }

  private func digits(_ bytes: FlatArray<UInt8>, _ start: Int) -> Int? {
    var index = start
    while index < bytes.count, index - start < 6, (0x30...0x39).contains(bytes[index]) { index += 1 }
    return index > start ? index : nil
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 }

  /// The end of a word written at `start`, accents and the apostrophe's form aside.
  private func match(_ word: [UInt8], _ bytes: FlatArray<UInt8>, _ start: Int) -> Int? {
    var index = start
    for expected in word {
      guard index < bytes.count else { return nil }
      switch bytes[index] {
      case 0xC3 where index + 1 < bytes.count:
        let plain: UInt8
        switch bytes[index + 1] {
        case 0xA8...0xAA: plain = UInt8(ascii: "e")
        case 0xA0...0xA2: plain = UInt8(ascii: "a")
        default: plain = 0
        }
        guard plain == expected else { return nil }
        index += 2
      case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99:
        guard expected == UInt8(ascii: "'") else { return nil }
        index += 3
      default:
        guard bytes[index] == expected else { return nil }
        index += 1
      }
    }
    return index
  }
}
