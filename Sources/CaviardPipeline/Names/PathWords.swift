/// A path as words to read, each byte with the component it comes from.
struct PathWords {
  enum Style {
    case asWritten
    /// `_`, `-` and `.` as spaces, a line for each component.
    case apart
    /// The same on one line, every word with a capital.
    case capitalised
    /// A line for each component, cut before capitals and at the edges of digits.
    case cut
  }

  /// A word that says nothing: a name after it does not begin a sentence.
  private static let lead = Array("item ".utf8)

  private(set) var bytes: [UInt8] = []
  /// -1 for what joins components.
  private(set) var owners: [Int] = []

  init(_ components: [String], _ style: Style) {
    for (index, component) in components.enumerated() where !PlaceholderName.matches(component) {
      let words = Self.words(Array(component.utf8), style)
      if style == .cut, words.elementsEqual(component.utf8) { continue }
      if !bytes.isEmpty {
        bytes.append(style == .capitalised ? 0x20 : 0x0A)
        owners.append(-1)
      }
      if style != .capitalised {
        bytes += Self.lead
        owners += Self.lead.map { _ in -1 }
      }
      bytes += words
      owners += Array(repeating: index, count: words.count)
    }
  }

  private static func words(_ component: [UInt8], _ style: Style) -> [UInt8] {
    if style == .asWritten { return component }
    let apart = component.map { "_-.".utf8.contains($0) ? 0x20 : $0 }
    return switch style {
    case .asWritten, .apart: apart
    case .capitalised: capitalised(apart)
    case .cut: cut(apart)
    }
  }

  /// Latin letters only: their capitals are as many bytes long.
  private static func capitalised(_ words: [UInt8]) -> [UInt8] {
    var result = words
    for (index, byte) in words.enumerated() where index == 0 || words[index - 1] == 0x20 {
      if isSmall(byte) {
        result[index] -= 0x20
      } else if byte == 0xC3, index + 1 < words.count, (0xA0...0xBE).contains(words[index + 1]),
        words[index + 1] != 0xB7
      {
        result[index + 1] -= 0x20
      }
    }
    return result
  }

  private static func cut(_ words: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for (index, byte) in words.enumerated() {
      if index > 0, starts(byte, after: words[index - 1]) { result.append(0x20) }
      result.append(byte)
    }
    return result
  }

  private static func starts(_ byte: UInt8, after last: UInt8) -> Bool {
    let isLetter = isSmall(last) || isCapital(last) || last >= 0x80
    return (isCapital(byte) || byte == 0xC3) && (isSmall(last) || isDigit(last)) && (byte != 0xC3 || isDigit(last))
      || isDigit(byte) && isLetter || isDigit(last) && isSmall(byte)
  }

  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
