/// Checks the grammar of one JSON text (RFC 8259) and tells where its parts lie. It keeps nothing and copies nothing.
struct JSONScanner {
  /// The first byte, from 0, that cannot stand where it stands.
  struct Fault: Error, Equatable {
    let at: Int
  }

  static let depthLimit = 256

  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  var isAtEnd: Bool { position >= bytes.count }

  mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  /// Passes over one byte if it is there.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func expect(_ byte: UInt8) throws(Fault) {
    guard skip(byte) else { throw Fault(at: position) }
  }

  /// A value's bytes, without the space around it.
  mutating func value(depth: Int = 0) throws(Fault) -> Range<Int> {
    guard depth < Self.depthLimit, position < bytes.count else { throw Fault(at: position) }
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "{"): try object(depth: depth)
    case UInt8(ascii: "["): try array(depth: depth)
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: try number()
    }
    return start..<position
  }

  /// A string's characters, decoded.
  mutating func string() throws(Fault) -> [UInt8] {
    try expect(UInt8(ascii: "\""))
    var characters: [UInt8] = []
    var start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        characters.append(contentsOf: bytes[start..<position])
        position += 1
        return characters
      case UInt8(ascii: "\\"):
        characters.append(contentsOf: bytes[start..<position])
        position += 1
        try escape(into: &characters)
        start = position
      case 0..<0x20: throw Fault(at: position)
      default: position += 1
      }
    }
    throw Fault(at: position)
  }
}

extension JSONScanner {
  private mutating func object(depth: Int) throws(Fault) {
    try expect(UInt8(ascii: "{"))
    skipSpace()
    if skip(UInt8(ascii: "}")) { return }
    repeat {
      skipSpace()
      _ = try string()
      skipSpace()
      try expect(UInt8(ascii: ":"))
      skipSpace()
      _ = try value(depth: depth + 1)
      skipSpace()
    } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
  }

  private mutating func array(depth: Int) throws(Fault) {
    try expect(UInt8(ascii: "["))
    skipSpace()
    if skip(UInt8(ascii: "]")) { return }
    repeat {
      skipSpace()
      _ = try value(depth: depth + 1)
      skipSpace()
    } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
  }

  private mutating func word(_ word: StaticString) throws(Fault) {
    for index in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[index]) }
  }

  private mutating func number() throws(Fault) {
    _ = skip(UInt8(ascii: "-"))
    if !skip(UInt8(ascii: "0")) { try digits() }
    if skip(UInt8(ascii: ".")) { try digits() }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
      try digits()
    }
  }

  private mutating func digits() throws(Fault) {
    let start = position
    while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) { position += 1 }
    guard position > start else { throw Fault(at: position) }
  }

  /// What follows a backslash.
  private mutating func escape(into characters: inout [UInt8]) throws(Fault) {
    guard position < bytes.count else { throw Fault(at: position) }
    let letter = bytes[position]
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): characters.append(letter)
    case UInt8(ascii: "b"): characters.append(0x08)
    case UInt8(ascii: "f"): characters.append(0x0C)
    case UInt8(ascii: "n"): characters.append(0x0A)
    case UInt8(ascii: "r"): characters.append(0x0D)
    case UInt8(ascii: "t"): characters.append(0x09)
    case UInt8(ascii: "u"): characters.append(contentsOf: try scalar())
    default: throw Fault(at: position - 1)
    }
  }

  /// The UTF-8 of one `\u` escape, or of two that are a surrogate pair; half a pair is no character.
  private mutating func scalar() throws(Fault) -> [UInt8] {
    let start = position
    let first = try fourDigits()
    var code = first
    if (0xD800...0xDBFF).contains(first), skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")) {
      let second = try fourDigits()
      guard (0xDC00...0xDFFF).contains(second) else { throw Fault(at: start) }
      code = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw Fault(at: start) }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func fourDigits() throws(Fault) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard position < bytes.count, let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue else {
        throw Fault(at: position)
      }
      code = code << 4 | UInt32(digit)
      position += 1
    }
    return code
  }
}
