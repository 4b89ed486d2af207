/// Files that are no text whatever their name says, told by their first bytes.
///
/// Some of them are letters and signs throughout (PDF, RTF, PostScript), or become so in an encoding that knows every byte:
/// read as text they would be passed on with what they hide.
enum ForeignFormat {
  private static let starts: [(start: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "PDF"), (Array("{\\rtf".utf8), "RTF"), (Array("%!PS".utf8), "PostScript"),
    ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"), (Array("GIF87a".utf8), "GIF"),
    (Array("GIF89a".utf8), "GIF"), ([0x49, 0x49, 0x2A, 0x00], "TIFF"), ([0x4D, 0x4D, 0x00, 0x2A], "TIFF"),
    ([0x50, 0x4B, 0x03, 0x04], "ZIP"), ([0x1F, 0x8B], "gzip"), ([0xD0, 0xCF, 0x11, 0xE0], "OLE"),
    (Array("7z".utf8) + [0xBC, 0xAF], "7z"), (Array("Rar!".utf8) + [0x1A], "RAR"), ([0x42, 0x5A, 0x68, 0x39], "bzip2"),
  ]

  /// The format's usual name; `nil` for what may be text. White space and a byte order mark before it do not count.
  static func name(of bytes: [UInt8]) -> String? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = (bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]).prefix(1024).drop(while: \.isSpace)
    return starts.first { start.starts(with: $0.start) }?.name
  }
}
