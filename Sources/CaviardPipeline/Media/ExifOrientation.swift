/// The one tag of Exif that a picture cannot do without: which way is up (Exif 2.3, tag 0x0112).
struct ExifOrientation {
  /// 2...8; 1 is upright and needs no tag.
  let value: UInt8

  /// Entries of a directory looked at.
  private static let mostEntries = 512

  /// - Parameter tiff: from the byte order mark on; `nil` when it holds no turn.
  init?(_ tiff: ArraySlice<UInt8>) {
    let bytes = Array(tiff)
    let isBig = bytes.starts(with: "MM".utf8)
    guard bytes.count >= 8, isBig || bytes.starts(with: "II".utf8) else { return nil }
    func word(_ at: Int) -> Int? {
      guard at >= 0, at + 2 <= bytes.count else { return nil }
      return isBig ? Int(bytes[at]) << 8 | Int(bytes[at + 1]) : Int(bytes[at + 1]) << 8 | Int(bytes[at])
    }
    guard let first = word(4), let second = word(6) else { return nil }
    let directory = isBig ? first << 16 | second : second << 16 | first
    guard let count = word(directory) else { return nil }
    for entry in 0..<min(count, Self.mostEntries) {
      let at = directory + 2 + 12 * entry
      guard let tag = word(at), let value = word(at + 8) else { return nil }
      guard tag == 0x0112 else { continue }
      guard (2...8).contains(value) else { return nil }
      self.value = UInt8(value)
      return
    }
    return nil
  }

  /// A directory that says this and nothing else, as PNG holds it.
  var directory: [UInt8] {
    Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0]
  }

  /// What a JPEG's segment holds.
  var segment: [UInt8] { Array("Exif\0\0".utf8) + directory }
}
