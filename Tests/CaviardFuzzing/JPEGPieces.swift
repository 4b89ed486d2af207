/// The pieces of a JPEG copy, read apart from the code that makes it.
enum JPEGPieces {
  private static let tables: Set<UInt8> = [
    0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC9, 0xCA, 0xCB, 0xCC, 0xDA, 0xDB, 0xDC, 0xDD,
  ]
  private static let turn = Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0]

  /// Where its segments start, the end's included.
  ///
  /// - Throws: for a segment that no copy may hold.
  static func places(in copy: [UInt8]) throws(FuzzFault) -> [Int] {
    try FuzzFault.require(copy.starts(with: [0xFF, 0xD8]), "a copy starts with no JPEG")
    var places: [Int] = []
    var at = 2
    while true {
      try FuzzFault.require(at + 2 <= copy.count && copy[at] == 0xFF, "a copy is cut")
      places.append(at)
      let marker = copy[at + 1]
      if marker == 0xD9 {
        try FuzzFault.require(at + 2 == copy.count, "something follows the end")
        return places
      }
      try FuzzFault.require(at + 4 <= copy.count, "a copy is cut")
      let end = at + 2 + Int(copy[at + 2]) << 8 + Int(copy[at + 3])
      try FuzzFault.require(end >= at + 4 && end <= copy.count, "a segment of a copy is cut")
      let content = copy[(at + 4)..<end]
      let isKept =
        switch marker {
        case 0xE0: content.count == 14 && content.starts(with: "JFIF\0".utf8) && content.suffix(2) == [0, 0]
        case 0xE1:
          content.count == turn.count + 7 && content.starts(with: turn) && content.suffix(6).allSatisfy { $0 == 0 }
        case 0xEE: content.count == 12 && content.starts(with: "Adobe".utf8)
        default: tables.contains(marker)
        }
      try FuzzFault.require(isKept, "a copy holds a segment \(marker)")
      at = end
      guard marker == 0xDA else { continue }
      while at + 1 < copy.count,
        copy[at] != 0xFF || [0, 0xFF].contains(copy[at + 1]) || (0xD0...0xD7).contains(copy[at + 1])
      {
        at += 1
      }
    }
  }

  /// A segment that says something beside the pixels.
  static func metadata(_ word: [UInt8], kind: Int) -> [UInt8] {
    let kinds: [(UInt8, String)] = [
      (0xFE, ""), (0xE1, "Exif\0\0"), (0xE1, "http://ns.adobe.com/xap/1.0/\0"), (0xE2, "ICC_PROFILE\0"),
      (0xE0, "JFXX\0"),
      (0xED, "Photoshop 3.0\0"), (0xEE, "Ado"), (0xEF, ""),
    ]
    let (marker, head) = kinds[kind % kinds.count]
    let content = Array(head.utf8) + word
    return [0xFF, marker, 0, UInt8(content.count + 2)] + content
  }
}
