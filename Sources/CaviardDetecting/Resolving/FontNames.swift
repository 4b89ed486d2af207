internal import CaviardCase

/// Well-known fonts where a style declares its fonts: "Georgia" there is nobody, and no place.
enum FontNames {
  /// Most bytes of a declaration that are looked at, on either side.
  private static let reach = 500

  /// - Parameter findings: in text order.
  static func removed(from findings: [Finding], in text: CaseText) -> [Finding] {
    var blocks = text.blocks.lazy.filter { isStyle($0.role) }.makeIterator()
    guard !findings.isEmpty, var block = blocks.next() else { return findings }
    var isDone = false
    return findings.filter { finding in
      while !isDone, block.span.upper <= finding.span.lower {
        guard let next = blocks.next() else {
          isDone = true
          break
        }
        block = next
      }
      guard !isDone, block.own.lower <= finding.span.lower, finding.span.upper <= block.own.upper else { return true }
      return !isFont(finding.span, in: text.bytes[block.own.range])
    }
  }

  private static func isStyle(_ role: BlockRole) -> Bool {
    switch role {
    case .code, .attribute("style", _), .attribute("other", false): true
    default: false
    }
  }

  /// True when all that a span touches of a list of fonts is known.
  private static func isFont(_ span: TextSpan, in block: ArraySlice<UInt8>) -> Bool {
    let before = block[max(block.startIndex, span.lower - reach)..<span.lower]
    let start = before.lastIndex { "{};".utf8.contains($0) }.map { $0 + 1 } ?? before.startIndex
    guard let colon = before[start...].firstIndex(of: UInt8(ascii: ":")) else { return false }
    let property = words(before[start..<colon])
    guard property == "font-family" || property == "font" else { return false }
    let first = before[colon...].lastIndex(of: UInt8(ascii: ",")) ?? colon
    let after = block[span.upper..<min(block.endIndex, span.upper + reach)]
    let end = after.firstIndex { ",;}!".utf8.contains($0) } ?? after.endIndex
    return block[(first + 1)..<end].split(separator: UInt8(ascii: ",")).allSatisfy { item in
      let name = words(item.filter { !"\"'".utf8.contains($0) }[...])
      // "12px Georgia"
      return known.contains(name) || property == "font" && known.contains { name.hasSuffix(" " + $0) }
    }
  }

  /// Small letters, one space between words.
  private static func words(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Fonts that come with systems, browsers and word processors, and those that pages load most.
  private static let known: Set<String> = [
    "andale mono", "aptos", "arial", "arial black", "arial narrow", "baskerville", "bodoni mt", "book antiqua",
    "bookman", "bookman old style", "brush script mt", "calibri", "calibri light", "cambria", "cambria math", "candara",
    "cantarell", "century", "century gothic", "century schoolbook", "charter", "cochin", "comic sans ms", "consolas",
    "constantia", "copperplate", "corbel", "courier", "courier new", "dejavu sans", "dejavu sans mono",
    "dejavu serif", "didot", "eb garamond", "franklin gothic medium", "futura", "garamond", "geneva", "georgia",
    "gill sans", "gill sans mt", "helvetica", "helvetica neue", "impact", "inter", "iowan old style", "lato",
    "liberation mono", "liberation sans", "liberation serif", "lucida", "lucida console", "lucida grande",
    "lucida sans", "lucida sans unicode", "menlo", "merriweather", "monaco", "montserrat", "noto sans", "noto serif",
    "open sans", "optima", "palatino", "palatino linotype", "papyrus", "perpetua", "pt sans", "pt serif", "raleway",
    "roboto", "roboto mono", "rockwell", "segoe ui", "source sans pro", "source serif pro", "symbol", "tahoma", "times",
    "times new roman", "trebuchet ms", "ubuntu", "verdana", "webdings", "wingdings", "zapf dingbats",
    "-apple-system", "blinkmacsystemfont", "system-ui", "serif", "sans-serif", "monospace", "cursive", "fantasy",
    "inherit", "initial", "unset",
  ]
}
