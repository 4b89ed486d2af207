#if Containers
  /// A PNG of one pixel, with a comment that metadata cleaning must take.
  package enum TinyPicture {
    package static func png(comment: String) -> [UInt8] {
      func chunk(_ kind: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(kind.utf8) + data
        return RawZip.four(UInt32(data.count)).reversed() + body + RawZip.four(RawZip.checksum(body)).reversed()
      }
      return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        + chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]) + chunk("tEXt", Array("Comment\u{0}\(comment)".utf8))
        + chunk("IDAT", [0x78, 0x01, 0x01, 0x02, 0x00, 0xFD, 0xFF, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01])
        + chunk("IEND", [])
    }
  }
#endif
