extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let ampersand = UInt8(ascii: "&")

  /// XML's white space.
  var isSpace: Bool { self == .space || self == .lineFeed || self == .carriageReturn || self == 9 }
  var isDigit: Bool { self &- 0x30 < 10 }
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// A letter, a digit, or part of a character outside ASCII.
  var isWord: Bool { isASCIILetter || isDigit || self >= 0x80 }
  /// 0...15 for a hexadecimal digit.
  var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46, 0x61...0x66: (self | 0x20) - 0x57
    default: nil
    }
  }
  var isASCIIPunctuation: Bool { self > 0x20 && self < 0x7F && !isASCIILetter && !isDigit }
}

extension UnsafeBufferPointer<UInt8> {
  /// True when the bytes of `text` stand at `offset`.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + text.utf8CodeUnitCount <= count else { return false }
    for index in 0..<text.utf8CodeUnitCount where self[offset + index] != text.utf8Start[index] { return false }
    return true
  }

  /// True when `text`, in lower case, stands at `offset` in any case of ASCII letters.
  func hasLetters(_ text: StaticString, at offset: Int) -> Bool {
    hasLetters(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), at: offset)
  }

  /// The same for text that is no constant.
  func hasLetters(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard offset >= 0, offset + text.count <= count else { return false }
    for index in 0..<text.count {
      let byte = self[offset + index]
      guard byte == text[index] || (0x41...0x5A).contains(byte) && byte | 0x20 == text[index] else { return false }
    }
    return true
  }

  /// Where the bytes of `text` first stand at `offset` or later.
  func firstIndex(of text: StaticString, from offset: Int) -> Int? {
    var index = offset
    while index + text.utf8CodeUnitCount <= count {
      if self[index] == text.utf8Start[0], has(text, at: index) { return index }
      index += 1
    }
    return nil
  }
}
