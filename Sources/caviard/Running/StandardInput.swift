internal import CaviardCase

/// What comes without a name.
enum StandardInput {
  /// Markup starts with a declaration or an `html` element; everything else is text.
  static func format(of bytes: [UInt8]) -> CaseFormat {
    let start = bytes.prefix(256).drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
    let lower = String(decoding: start, as: UTF8.self).lowercased()
    return ["<?xml", "<!doctype html", "<html"].contains { lower.hasPrefix($0) } ? .xhtml : .text
  }
}
