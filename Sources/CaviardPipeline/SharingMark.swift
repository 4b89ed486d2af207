internal import CaviardCase

/// The mark of what must not be shared: a review copy, an export with moved dates. It is plain ASCII that stands in any
/// format and encoding, and blocks wherever it is moved.
enum SharingMark {
  private static let prefix = Array("caviard-".utf8)
  private static let words = ["not-for-sharing", "review "].map { Array($0.utf8) }

  static let exportNotice =
    "caviard-not-for-sharing: research export, dates moved / export de recherche, dates décalées"
  static let reviewNotice =
    "caviard-not-for-sharing: review copy, it holds words of the case / copie de relecture, elle contient des mots du cas"

  /// Before a finding; `}` follows it.
  static func opening(_ kind: String) -> String { "{caviard-review \(kind): " }

  /// A text with a notice: a comment at the end of markup, a line elsewhere.
  static func marking(_ utf8: [UInt8], _ notice: String, _ format: CaseFormat) -> [UInt8] {
    switch format {
    // A comment after the root is well-formed, whatever the document's type.
    case .xhtml, .html: return utf8 + Array("\n<!-- \(notice) -->\n".utf8)
    // In the first part: the story.
    case .docx, .epub:
      let end = utf8.firstIndex(of: SourceContainer.separator) ?? utf8.count
      return utf8[..<end] + Array("\n<!-- \(notice) -->\n".utf8) + utf8[end...]
    // Front matter must stay first.
    case .markdown where utf8.starts(with: "---".utf8): return utf8 + Array("\n\n\(notice)\n".utf8)
    case .text, .markdown: return Array("\(notice)\n\n".utf8) + utf8
    }
  }

  /// O(n): the rare letter `v` is looked for, then what stands around it.
  static func isIn(_ bytes: [UInt8]) -> Bool {
    var index = 2
    while index < bytes.count, let place = bytes[index...].firstIndex(of: UInt8(ascii: "v")) {
      index = place + 1
      guard bytes[(place - 2)...].starts(with: prefix) else { continue }
      if words.contains(where: { bytes[(place - 2 + prefix.count)...].starts(with: $0) }) { return true }
    }
    return false
  }
}
