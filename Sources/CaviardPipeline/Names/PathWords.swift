/// A path as words to read, each byte with the component it comes from.
struct PathWords {
  enum Style {
    /// A line for each component; where `_`, `-` or `.` join its words, another with spaces.
    case plain
    /// On one line, with spaces, every word with a capital.
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
      let written = Array(component.utf8)
      let apart = written.map { "_-.".utf8.contains($0) ? 0x20 : $0 }
      switch style {
      case .plain:
        add(Self.lead, written, of: index, after: 0x0A)
        if apart != written { add(Self.lead, apart, of: index, after: 0x0A) }
      case .capitalised: add([], Self.capitalised(apart), of: index, after: 0x20)
      case .cut:
        let cut = Self.cut(apart)
        if cut != apart { add(Self.lead, cut, of: index, after: 0x0A) }
      }
    }
  }

  private mutating func add(_ lead: [UInt8], _ words: [UInt8], of index: Int, after joint: UInt8) {
    let lead = bytes.isEmpty ? lead : [joint] + lead
    bytes += lead + words
    owners += Array(repeating: -1, count: lead.count) + Array(repeating: index, count: words.count)
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
