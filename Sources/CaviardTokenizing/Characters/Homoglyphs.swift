/// Greek and Cyrillic letters that look like Latin ones: folded only in words that mix scripts (`Dаvid`).
enum Homoglyphs {
  /// The Latin letter, small, that a character looks like; `nil` if none.
  static func latin(for value: UInt32) -> UInt8? { table[value] }

  private static let table: [UInt32: UInt8] = {
    var table: [UInt32: UInt8] = [:]
    for (latin, alike) in groups {
      for scalar in alike.unicodeScalars { table[scalar.value] = latin }
    }
    return table
  }()

  private static let groups: [(UInt8, String)] = [
    (UInt8(ascii: "a"), "ΑαАа"), (UInt8(ascii: "b"), "ΒВвЬь"), (UInt8(ascii: "c"), "СсϹϲ"), (UInt8(ascii: "d"), "ԁԀ"),
    (UInt8(ascii: "e"), "ΕЕе"), (UInt8(ascii: "h"), "ΗНнҺһ"), (UInt8(ascii: "i"), "ΙιІі"), (UInt8(ascii: "j"), "ЈјϳͿ"),
    (UInt8(ascii: "k"), "ΚκКк"), (UInt8(ascii: "l"), "Ӏӏ"), (UInt8(ascii: "m"), "ΜМм"), (UInt8(ascii: "n"), "Νη"),
    (UInt8(ascii: "o"), "ΟοОо"), (UInt8(ascii: "p"), "ΡρРр"), (UInt8(ascii: "q"), "Ԛԛ"), (UInt8(ascii: "s"), "Ѕѕ"),
    (UInt8(ascii: "t"), "ΤτТт"), (UInt8(ascii: "u"), "υ"), (UInt8(ascii: "v"), "νѵѴ"), (UInt8(ascii: "w"), "Ԝԝω"),
    (UInt8(ascii: "x"), "ΧχХх"), (UInt8(ascii: "y"), "ΥγУуҮү"), (UInt8(ascii: "z"), "Ζ"),
  ]
}
