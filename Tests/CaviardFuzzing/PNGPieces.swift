/// The chunks of a PNG, read apart from the code that copies them.
enum PNGPieces {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// With the most bytes each may have.
  private static let kept: [String: Int] = [
    "IHDR": 13, "PLTE": 768, "IDAT": .max, "IEND": 0, "tRNS": 256, "gAMA": 4, "cHRM": 32, "sRGB": 1, "cICP": 4,
    "sBIT": 4,
    "bKGD": 6, "pHYs": 9, "acTL": 8, "fcTL": 26, "fdAT": .max, "eXIf": 26,
  ]

  /// Where its chunks start but for the first.
  ///
  /// - Throws: for a chunk that no copy may hold.
  static func places(in copy: [UInt8]) throws(FuzzFault) -> [Int] {
    try FuzzFault.require(copy.starts(with: signature), "a copy starts with no PNG")
    var places: [Int] = []
    var at = signature.count
    while at < copy.count {
      guard let end = end(of: at, in: copy) else { throw FuzzFault("a chunk of a copy is cut") }
      let type = type(at, in: copy)
      try FuzzFault.require(end - at - 12 <= kept[type] ?? -1, "a copy holds a chunk it must not")
      try FuzzFault.require(copy[(end - 4)..<end].elementsEqual(sum(copy[(at + 4)..<(end - 4)])), "a sum is wrong")
      if type == "eXIf" {
        try FuzzFault.require(copy[(at + 8)..<(end - 4)].starts(with: "MM\0*".utf8), "a copy holds more of Exif")
      }
      if at > signature.count { places.append(at) }
      at = end
    }
    try FuzzFault.require(places.last.map { type($0, in: copy) } == "IEND", "a copy does not end")
    return places
  }

  /// A chunk that says something beside the pixels.
  static func metadata(_ word: [UInt8], kind: Int) -> [UInt8] {
    let types = ["tEXt", "iTXt", "zTXt", "eXIf", "tIME", "iCCP", "prVt", "dSIG", "sPLT", "hIST"]
    let body = Array(types[kind % types.count].utf8) + word
    return [0, 0, 0, UInt8(word.count)] + body + sum(body[...])
  }

  /// The same file, each chunk with the sum of what it holds.
  static func withRightSums(_ file: [UInt8]) -> [UInt8] {
    var file = file
    var at = signature.count
    while let end = end(of: at, in: file) {
      file.replaceSubrange((end - 4)..<end, with: sum(file[(at + 4)..<(end - 4)]))
      at = end
    }
    return file
  }

  private static func type(_ at: Int, in file: [UInt8]) -> String {
    String(decoding: file[(at + 4)..<(at + 8)], as: UTF8.self)
  }

  private static func end(of at: Int, in file: [UInt8]) -> Int? {
    guard at + 12 <= file.count else { return nil }
    let length = file[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
    return length <= file.count - at - 12 ? at + 12 + length : nil
  }

  /// CRC-32, bit by bit.
  private static func sum(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return (0..<4).map { UInt8(truncatingIfNeeded: ~sum >> (24 - 8 * UInt32($0))) }
  }
}
