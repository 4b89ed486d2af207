internal import CaviardCase
internal import CaviardPipeline

/// What comes without a name.
enum StandardInput {
  /// Markup starts with a declaration or an `html` element; everything else is text.
  static func format(of bytes: [UInt8]) -> CaseFormat {
    if CaseSelection.hasContainers, bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      // A book's first entry is its type, stored.
      let head = bytes.dropFirst(30).prefix(28)
      return head.elementsEqual("mimetypeapplication/epub+zip".utf8) ? .epub : .docx
    }
    let start = bytes.prefix(256).drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
    let lower = String(decoding: start, as: UTF8.self).lowercased()
    if lower.hasPrefix("<?xml") { return .xhtml }
    return ["<!doctype html", "<html"].contains { lower.hasPrefix($0) } ? .html : .text
  }
}
