/// The name of a part of a container.
enum PartName {
  /// True for a path (or the target of a link to one, with its fragment's sign) that is made of the words that programs use
  /// and short numbers: it says nothing of anybody.
  static func isStandard(_ path: String) -> Bool {
    guard path.utf8.count <= 120, path.contains(".") || path.contains("/") else { return false }
    return path.split(separator: "/").allSatisfy { segment in
      if segment == ".." || segment == "." { return true }
      let pieces = segment.split { $0 == "." || $0 == "_" || $0 == "-" || $0 == " " }
      return pieces.allSatisfy { isStandardPiece($0.lowercased()[...]) }
    }
  }

  /// `chapter12`, `12`
  private static func isStandardPiece(_ piece: Substring) -> Bool {
    let word = piece.prefix { !$0.isASCII || !$0.isNumber }
    let digits = piece.dropFirst(word.count)
    return (word.isEmpty || words.contains(word)) && digits.utf8.count <= 4 && digits.utf8.allSatisfy(\.isDigit)
  }

  /// How messages and reports call a part: its name if that says nothing of anybody, else its number in the archive.
  static func shown(_ path: String, index: Int) -> String {
    isStandard(path) || plainNames.contains(path) ? path : "entry \(index + 1)"
  }

  private static let plainNames: Set<String> = ["[Content_Types].xml", "mimetype"]

  /// The path of a target, from the folder of the part that names it; `nil` if it leaves the container.
  static func resolve(_ target: String, from part: String) -> String? {
    let bare = target.prefix { $0 != "#" && $0 != "?" }
    guard !bare.isEmpty, !bare.contains(":"), let decoded = decoded(bare) else { return nil }
    var segments = decoded.hasPrefix("/") ? [] : part.split(separator: "/").dropLast().map(String.init)
    for segment in decoded.split(separator: "/") {
      switch segment {
      case ".": continue
      case "..":
        guard segments.popLast() != nil else { return nil }
      default: segments.append(String(segment))
      }
    }
    return segments.isEmpty ? nil : segments.joined(separator: "/")
  }

  /// `%20` and its like read.
  private static func decoded(_ target: Substring) -> String? {
    guard target.contains("%") else { return String(target) }
    var bytes: [UInt8] = []
    var rest = Array(target.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2, let high = rest[rest.startIndex].hexadecimalValue,
        let low = rest[rest.startIndex + 1].hexadecimalValue
      {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The relationships of a part: `word/document.xml` → `word/_rels/document.xml.rels`.
  static func relationships(of part: String) -> String {
    let segments = part.split(separator: "/")
    let folder = segments.dropLast().map { $0 + "/" }.joined()
    return folder + "_rels/" + (segments.last ?? "") + ".rels"
  }

  private static let words: Set<Substring> = Set(
    """
    word document styles settings numbering fonttable websettings theme footnotes endnotes comments header footer media image \
    docprops core app custom customxml item itemprops rels xml png jpg jpeg embeddings charts chart vbaproject bin thumbnail emf wmf gif \
    people commentsextended commentsids commentsextensible styleswitheffects glossary oleobject tiff ole object package docx xlsx data diagrams \
    drawing layout colors quickstyle activex fonts font odttf ttf otf woff svg css js xhtml html htm opf ncx nav toc cover oebps ops epub \
    text texts chapter chapters chapitre chapitres ch chap sections parts section sec part partie page pages title titlepage titre index content contents images img figure fig \
    style stylesheet main copyright credits colophon preface introduction foreword conclusion appendix annexe annex notes note glossaire \
    bibliography references about meta inf container encryption rights signatures metadata manifest mimetype mp mp4 mp3 webp smil case cas \
    bodymatter frontmatter backmatter dedication acknowledgements picture photo video audio pdf user printersettings vbadata \
    xmlsignatures sig origin sigs afchunk tmp caviard
    """.split { $0 == " " || $0 == "\n" })
}
