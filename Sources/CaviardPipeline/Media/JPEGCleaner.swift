internal import CaviardCase

/// Copies the segments of a JPEG file that decoding needs (ITU-T T.81, annex B), and its scans byte for byte.
///
/// Of the application segments only three are kept, written anew: JFIF without its preview, Exif with the orientation
/// alone, Adobe's colour transform. Colour profiles go: their texts name people and devices. A table or header with room for
/// anything but its numbers is refused, so that nothing travels in it.
struct JPEGCleaner {
  private let bytes: [UInt8]
  private var at = 0
  private var copy: [UInt8] = []
  private var hasFrame = false
  private var hasScan = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    copy.reserveCapacity(bytes.count)
  }

  private static let start: UInt8 = 0xD8
  private static let end: UInt8 = 0xD9
  private static let scan: UInt8 = 0xDA

  func clean() throws(CaseFailure) -> [UInt8] {
    var cleaner = self
    return try cleaner.run()
  }

  private mutating func run() throws(CaseFailure) -> [UInt8] {
    guard bytes.starts(with: [0xFF, Self.start]) else {
      throw CaseFailure(.damagedMedia, byte: 0, detail: "not a JPEG")
    }
    copy = [0xFF, Self.start]
    at = 2
    while true {
      let marker = try self.marker()
      if marker == Self.end {
        guard hasFrame, hasScan else { throw damaged() }
        return copy + [0xFF, Self.end]
      }
      let segment = try self.segment()
      switch marker {
      case 0xE0...0xEF: keepApplication(marker, segment)
      case 0xFE: break
      default:
        guard JPEGSegment(marker, bytes[segment])?.isExact == true, marker != Self.scan || hasFrame else {
          at = segment.lowerBound
          throw damaged()
        }
        keep(marker, segment)
        if JPEGSegment.isFrame(marker) { hasFrame = true }
        if marker == Self.scan {
          hasScan = true
          try copyScan()
        }
      }
    }
  }

  private func damaged() -> CaseFailure { CaseFailure(.damagedMedia, byte: min(at, bytes.count)) }

  /// The marker that stands here, fill bytes before it aside.
  private mutating func marker() throws(CaseFailure) -> UInt8 {
    guard at < bytes.count, bytes[at] == 0xFF else { throw damaged() }
    while at < bytes.count, bytes[at] == 0xFF { at += 1 }
    guard at < bytes.count, bytes[at] != 0 else { throw damaged() }
    at += 1
    return bytes[at - 1]
  }

  /// What the segment whose length stands here holds.
  private mutating func segment() throws(CaseFailure) -> Range<Int> {
    guard at + 2 <= bytes.count else { throw damaged() }
    let length = Int(bytes[at]) << 8 | Int(bytes[at + 1])
    guard length >= 2, at + length <= bytes.count else { throw damaged() }
    defer { at += length }
    return at + 2..<at + length
  }

  private mutating func keep(_ marker: UInt8, _ content: some Collection<UInt8>) {
    let length = content.count + 2
    copy += [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)]
    copy += content
  }

  private mutating func keep(_ marker: UInt8, _ segment: Range<Int>) { keep(marker, bytes[segment]) }

  /// Coded samples: up to a marker that is neither a restart nor a stuffed zero.
  private mutating func copyScan() throws(CaseFailure) {
    let start = at
    while at + 1 < bytes.count {
      if bytes[at] == 0xFF, bytes[at + 1] != 0, !(0xD0...0xD7).contains(bytes[at + 1]), bytes[at + 1] != 0xFF {
        copy += bytes[start..<at]
        return
      }
      at += 1
    }
    throw damaged()
  }

  private mutating func keepApplication(_ marker: UInt8, _ segment: Range<Int>) {
    let content = bytes[segment]
    switch marker {
    case 0xE0 where content.starts(with: "JFIF\0".utf8) && content.count >= 14:
      // Version, unit, densities; then a preview of no size.
      keep(marker, content.prefix(12) + [0, 0])
    case 0xE1 where content.starts(with: "Exif\0\0".utf8):
      if let orientation = ExifOrientation(content.dropFirst(6)) { keep(marker, orientation.segment) }
    case 0xEE where content.starts(with: "Adobe".utf8) && content.count >= 12: keep(marker, content.prefix(12))
    default: break
    }
  }
}
