/// Where Markdown writes links that the reader takes for running text: `[label]: path "title"` and `](<a path>)`.
struct MarkdownDestinations {
  private let source: [UInt8]

  init(_ source: [UInt8]) { self.source = source }

  /// In order, without the angle brackets.
  func ranges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var at = 0
    while let bracket = source[at...].firstIndex(of: UInt8(ascii: "]")) {
      at = bracket + 1
      guard at < source.count else { break }
      if source[at] == UInt8(ascii: ":"), startsLine(bracket) {
        let start = source[(at + 1)...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? source.count
        if let range = bracketed(start) ?? word(start) { ranges.append(range) }
      } else if source[at] == UInt8(ascii: "("), let range = bracketed(at + 1) {
        ranges.append(range)
      }
    }
    return ranges
  }

  /// True when the bracket that closes here opens within three spaces of the line's start.
  private func startsLine(_ bracket: Int) -> Bool {
    let line = source[..<bracket].suffix(1000)
    let start = line.lastIndex { Self.isLineEnd($0) }.map { $0 + 1 } ?? line.startIndex
    let label = source[start..<bracket].drop { $0 == 0x20 }
    return label.startIndex - start <= 3 && label.first == UInt8(ascii: "[") && label.count > 1
      && !label.dropFirst().contains(UInt8(ascii: "["))
  }

  private func bracketed(_ start: Int) -> Range<Int>? {
    guard start < source.count, source[start] == UInt8(ascii: "<"),
      let end = source[start...].prefix(4096).firstIndex(where: { $0 == UInt8(ascii: ">") || Self.isLineEnd($0) }),
      source[end] == UInt8(ascii: ">"), end > start + 1
    else { return nil }
    return start + 1..<end
  }

  private func word(_ start: Int) -> Range<Int>? {
    guard start < source.count else { return nil }
    let end = source[start...].prefix(4096).firstIndex { $0 <= 0x20 } ?? min(source.count, start + 4096)
    return start < end ? start..<end : nil
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
