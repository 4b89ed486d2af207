internal import CaviardCase

/// Writes words so that a place of the source stays what it is.
enum WritingForm {
  /// The bytes of `text` where `context` rules, before the source bytes `next`.
  static func bytes(_ text: String, in context: WritingContext, before next: ArraySlice<UInt8>) -> [UInt8] {
    switch context {
    // With nothing between them, their neighbours could close a comment or a section.
    case .comment where text.isEmpty, .cdata where text.isEmpty: return [0x20]
    case .plain: return Array(text.utf8)
    case .markup: return escaped(text, quotes: false)
    case .run: return Array("<w:t>".utf8) + escaped(text, quotes: false) + Array("</w:t>".utf8)
    case .attribute: return escaped(text, quotes: true)
    case .comment:
      var bytes = Array(text.replacing("?>", with: "?").utf8)
      bytes = collapsed(bytes, UInt8(ascii: "-"))
      if bytes.last == UInt8(ascii: "-"), next.first == UInt8(ascii: "-") { bytes.append(0x20) }
      return bytes
    case .cdata:
      let bytes = Array(text.replacing("]]>", with: "]>").utf8)
      // "[person 1]" before "]>" would close the section.
      let closes = bytes.last == UInt8(ascii: "]") && next.starts(with: [UInt8(ascii: "]"), UInt8(ascii: ">")])
      return closes ? bytes + [0x20] : bytes
    case .identifier, .code:
      return Array(text.utf8.map { isPlain($0) ? $0 : UInt8(ascii: "-") })
    }
  }

  /// True where a word stands for a name: letters, digits and hyphens only.
  static func isIdentifier(_ context: WritingContext) -> Bool { context == .identifier || context == .code }

  private static func escaped(_ text: String, quotes: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\"") where quotes: bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'") where quotes: bytes.append(contentsOf: "&#39;".utf8)
      default: bytes.append(byte)
      }
    }
    return bytes
  }

  /// Runs of one byte made single.
  private static func collapsed(_ bytes: [UInt8], _ byte: UInt8) -> [UInt8] {
    var result: [UInt8] = []
    for next in bytes where !(next == byte && result.last == byte) { result.append(next) }
    return result
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
