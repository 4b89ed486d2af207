internal import CaviardCase
internal import CaviardReading

/// Where files of a run went that have another name than they had, so that links between cases still lead there.
package struct CaseLinks: Sendable {
  /// Folders and files as they were, to what they are now: components of the whole path.
  private let moves: [String: [String]]
  private var folder: [String] = []

  /// - Parameter moves: each path as it was and as it is; as many components in both.
  package init(_ moves: [(from: String, to: String)]) {
    var found: [String: [String]] = [:]
    for move in moves where move.from != move.to {
      let from = move.from.split(separator: "/").map(String.init)
      let to = move.to.split(separator: "/").map(String.init)
      guard from.count == to.count else { continue }
      for count in 1...from.count where from[..<count] != to[..<count] {
        found[from[..<count].joined(separator: "/")] = Array(to[..<count])
      }
    }
    self.moves = found
  }

  package var isEmpty: Bool { moves.isEmpty }

  /// As seen from a file that lay at this path.
  package func from(_ path: String) -> CaseLinks {
    var links = self
    links.folder = path.split(separator: "/").dropLast().map(String.init)
    return links
  }

  /// The edits, with links that follow their files instead of what was planned at their places.
  func following(_ edits: [Edit], in text: CaseText) -> [Edit] {
    guard !moves.isEmpty else { return edits }
    var found = text.blocks.flatMap { self.edits($0, in: text) }
    if text.format == .markdown {
      found += MarkdownDestinations(text.source.utf8).ranges().compactMap { edit(at: $0, in: text) }
    }
    guard !found.isEmpty else { return edits }
    let media = Set(text.media.map(\.source.lower))
    let both = edits.map { (edit: $0, isLink: false) } + found.map { (edit: $0, isLink: true) }
    var result: [(edit: Edit, isLink: Bool)] = []
    for (edit, isLink) in both.sorted(by: { $0.edit.source < $1.edit.source }) {
      guard let last = result.last, edit.source.lower < last.edit.source.upper else {
        result.append((edit, isLink))
        continue
      }
      // A picture that goes takes its link along.
      if !last.isLink, edit.source.upper < last.edit.source.upper, media.contains(last.edit.source.lower) { continue }
      // Every byte of either goes.
      let source = SourceSpan(last.edit.source.lower, max(last.edit.source.upper, edit.source.upper))
      let written = isLink && !last.isLink ? edit.replacement : last.edit.replacement
      result[result.count - 1] = (Edit(source: source, replacement: written), isLink || last.isLink)
    }
    return result.map(\.edit)
  }
}

extension CaseLinks {
  private func edits(_ block: TextBlock, in text: CaseText) -> [Edit] {
    guard let links = BlockLinks(block, in: text) else { return [] }
    return links.paths().compactMap { path in
      guard let written = rewritten(path.link), let source = links.source(of: path.span) else { return nil }
      return Edit(source: source, replacement: Array(written.utf8))
    }
  }

  /// A link as it stands in the source.
  private func edit(at range: Range<Int>, in text: CaseText) -> Edit? {
    let value = text.source.utf8[range]
    let end = value.firstIndex { "#?".utf8.contains($0) } ?? value.endIndex
    let link = String(decoding: PercentEscape.decoded(Array(value[..<end])), as: UTF8.self)
    guard range.count <= BlockLinks.longest, let written = rewritten(link) else { return nil }
    return Edit(source: SourceSpan(range.lowerBound, end), replacement: Array(written.utf8))
  }

  /// The link to where the file is now; `nil` for one that leads elsewhere or to a file that kept its name.
  private func rewritten(_ link: String) -> String? {
    guard !link.hasPrefix("/"), !link.hasPrefix("\\") else { return nil }
    var up = 0
    var down: [String] = []
    for component in link.split(separator: "/").map(String.init) where component != "." {
      if component != ".." {
        down.append(component)
      } else if down.popLast() == nil {
        up += 1
      }
    }
    guard up <= folder.count, !down.isEmpty else { return nil }
    let whole = Array(folder.dropLast(up)) + down
    guard let moved = moves[whole.joined(separator: "/")] else { return nil }
    let named = Array(moved.suffix(down.count))
    guard named != down else { return nil }
    let path = Array(repeating: "..", count: up) + named.map(Self.encoded)
    return path.joined(separator: "/") + (link.hasSuffix("/") ? "/" : "")
  }

  /// Percent-encoded so that it can stand in any markup.
  private static func encoded(_ component: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in component.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
