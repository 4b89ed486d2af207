internal import CaviardCase

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
    var links = moves.isEmpty ? [] : text.blocks.compactMap { edit($0, in: text) }
    guard !links.isEmpty else { return edits }
    links.sort { $0.source < $1.source }
    var result: [Edit] = []
    var next = 0
    for edit in edits {
      while next < links.count, links[next].source.upper <= edit.source.lower {
        result.append(links[next])
        next += 1
      }
      guard next < links.count, links[next].source.lower < edit.source.upper else {
        result.append(edit)
        continue
      }
      // Every byte of either goes.
      let link = links[next]
      links[next] = Edit(
        source: SourceSpan(min(link.source.lower, edit.source.lower), max(link.source.upper, edit.source.upper)),
        replacement: link.replacement)
    }
    return result + links[next...]
  }
}

extension CaseLinks {
  private static let attributes: Set<String> = [
    "href", "src", "data-href", "data-src", "poster", "longdesc", "cite", "action", "data", "background",
  ]
  /// Longest link followed, bytes.
  private static let longest = 2048

  private func edit(_ block: TextBlock, in text: CaseText) -> Edit? {
    guard case .attribute(let name, true) = block.role, Self.attributes.contains(name), block.own.count <= Self.longest
    else { return nil }
    let value = text.bytes[block.own.range]
    let start = value.firstIndex { $0 > 0x20 } ?? value.endIndex
    let end = value[start...].firstIndex { "#?".utf8.contains($0) } ?? (value.lastIndex { $0 > 0x20 } ?? start - 1) + 1
    guard start < end, let written = rewritten(String(decoding: value[start..<end], as: UTF8.self)) else { return nil }
    let pieces = text.map.sourceSpans(of: TextSpan(start, end))
    guard let first = pieces.first, let last = pieces.last, first.lower < last.upper,
      last.upper - first.lower <= 8 * Self.longest
    else { return nil }
    return Edit(source: SourceSpan(first.lower, last.upper), replacement: Array(written.utf8))
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
