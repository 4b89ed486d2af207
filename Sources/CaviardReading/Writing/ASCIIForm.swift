/// A character written with ASCII alone, for text files whose encoding lacks it.
enum ASCIIForm {
  /// The base letters of U+00C0...U+017F.
  private static let latin: [UInt8] = Array(
    ("AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"
      + "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs").utf8)

  static func of(_ scalar: Unicode.Scalar) -> [UInt8] {
    switch scalar.value {
    case 0x152: return Array("OE".utf8)
    case 0x153: return Array("oe".utf8)
    case 0xC0...0x17F: return [latin[Int(scalar.value) - 0xC0]]
    // Combining accents.
    case 0x300...0x36F: return []
    case 0x2010...0x2015, 0x2212: return [UInt8(ascii: "-")]
    case 0x2018...0x201B, 0x2039, 0x203A: return [UInt8(ascii: "'")]
    case 0x201C...0x201F, 0xAB, 0xBB: return [UInt8(ascii: "\"")]
    case 0x2026: return Array("...".utf8)
    case 0xA0, 0x2000...0x200A, 0x202F: return [.space]
    default: return [UInt8(ascii: "?")]
    }
  }
}
