internal import CaviardCase

/// Copies the chunks of a PNG file that its pixels and their colours need (ISO/IEC 15948), byte for byte.
///
/// Of Exif only the orientation is kept, written anew. What follows the compressed pixels inside their own chunks is not
/// looked for.
struct PNGCleaner {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// Pixels, palette, transparency, colour space by numbers, size of a pixel, and the frames of an animation, with the
  /// bytes each may have: none leaves room for words. Texts, times, profiles (their names and texts) and private chunks go.
  private static let kept: [String: ClosedRange<Int>] = [
    "IHDR": 13...13, "PLTE": 3...768, "IDAT": 0...Int.max, "IEND": 0...0, "tRNS": 1...256, "gAMA": 4...4,
    "cHRM": 32...32, "sRGB": 1...1, "cICP": 4...4, "sBIT": 1...4, "bKGD": 1...6, "pHYs": 9...9, "acTL": 8...8,
    "fcTL": 26...26, "fdAT": 4...Int.max,
  ]

  func clean() throws(CaseFailure) -> [UInt8] {
    guard bytes.starts(with: Self.signature) else { throw CaseFailure(.damagedMedia, byte: 0, detail: "not a PNG") }
    var copy = Self.signature
    copy.reserveCapacity(bytes.count)
    var at = Self.signature.count
    var hasPixels = false
    var hasTurn = false
    while true {
      let end = try self.end(ofChunkAt: at)
      let type = String(decoding: bytes[(at + 4)..<(at + 8)], as: UTF8.self)
      let content = bytes[(at + 8)..<(end - 4)]
      guard (at == Self.signature.count) == (type == "IHDR") else { throw damaged(at) }
      if let lengths = Self.kept[type] {
        guard lengths.contains(content.count) else { throw damaged(at) }
        copy += bytes[at..<end]
      } else if type == "eXIf", !hasTurn, let orientation = ExifOrientation(content) {
        copy += Self.chunk(type, orientation.directory)
        hasTurn = true
      } else if bytes[at + 4] & 0x20 == 0 {
        // A capital says that the picture cannot be shown without it.
        throw damaged(at)
      }
      switch type {
      case "IHDR":
        guard content.prefix(4) != [0, 0, 0, 0], content.dropFirst(4).prefix(4) != [0, 0, 0, 0] else {
          throw damaged(at)
        }
      case "IDAT": hasPixels = hasPixels || !content.isEmpty
      case "IEND":
        guard hasPixels else { throw damaged(at) }
        return copy
      default: break
      }
      at = end
    }
  }

  private func damaged(_ at: Int) -> CaseFailure { CaseFailure(.damagedMedia, byte: min(at, bytes.count)) }

  /// Length, type, content, check sum; the sum must be right.
  private func end(ofChunkAt at: Int) throws(CaseFailure) -> Int {
    guard at + 12 <= bytes.count, bytes[at] < 0x80 else { throw damaged(at) }
    let length = bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
    guard length <= bytes.count - at - 12 else { throw damaged(at) }
    let end = at + 12 + length
    guard Self.word(Self.checkSum(bytes[(at + 4)..<(end - 4)])).elementsEqual(bytes[(end - 4)..<end]) else {
      throw damaged(at)
    }
    return end
  }

  private static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + content
    return word(UInt32(content.count)) + body + word(checkSum(body[...]))
  }

  private static func word(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt32($0))) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }

  private static func checkSum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
  }
}
