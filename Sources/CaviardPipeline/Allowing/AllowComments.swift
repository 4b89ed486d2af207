internal import CaviardCase
internal import CaviardReading

/// The comments of a case in which its author lets findings be, and the block that each of them is about: the one it stands in, or
/// the next where it stands alone.
struct AllowComments {
  private struct Placed {
    let comment: AllowComment
    let block: TextBlock
    /// `nil` at the end of a case.
    let scope: TextSpan?
    let place: SourcePosition
  }

  /// Bytes between the end of a block and a comment that may still belong to it.
  private static let farthest = 4096
  private static let inlineElements: Set<String> = [
    "a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong",
    "sub",
    "sup", "u",
  ]

  private let placed: [Placed]

  /// - Throws: ``CaseFailure/Code/invalidRecord`` at the first comment that is addressed to us and not understood.
  init(_ text: CaseText) throws(CaseFailure) {
    var found: [(comment: AllowComment, index: Int, span: SourceSpan)] = []
    for (index, span) in Self.comments(text) {
      do throws(AllowComment.Fault) {
        guard let comment = try AllowComment.parse(text.string(text.blocks[index].own)) else { continue }
        found.append((comment, index, span))
      } catch {
        let place = SourcePositions(text.source).locate(span.lower)
        throw CaseFailure(
          .invalidRecord, byte: place.byte, line: place.line, column: place.column, detail: error.rawValue)
      }
    }
    guard !found.isEmpty else {
      placed = []
      return
    }
    let neighbours = Self.neighbours(text.blocks)
    var scopes: [TextSpan?] = []
    for (_, index, span) in found {
      let (before, after) = neighbours[index]
      let own = before.flatMap { Self.holds(text.blocks[$0], span, text) ? $0 : nil }
      scopes.append((own ?? after).map { text.blocks[$0].span })
    }
    let order = found.indices.sorted { found[$0].span.lower < found[$1].span.lower }
    let places = SourcePositions(text.source).locate(order.map { found[$0].span.lower })
    placed = zip(order, places).map { index, place in
      Placed(
        comment: found[index].comment, block: text.blocks[found[index].index], scope: scopes[index], place: place)
    }
  }

  /// The comments addressed to us, with their marks, in the source's order.
  static func spans(in text: CaseText) -> [SourceSpan] {
    comments(text).map(\.span).sorted { $0.lower < $1.lower }
  }

  /// What is left of a detection, what was let be, and a note for every comment.
  func apply(to detection: Detection, in text: CaseText) -> AllowedDetection {
    guard !placed.isEmpty else { return AllowedDetection(detection: detection, allowed: [], notes: []) }
    var counts = [Int](repeating: 0, count: placed.count)
    var allowed: [Finding] = []
    var rest = detection.findings.filter { finding in
      let words = text.string(finding.span)
      let index = placed.firstIndex { placed in
        placed.scope?.contains(finding.span) == true && placed.comment.covers(finding, words: words)
      }
      guard let index else { return true }
      counts[index] += 1
      allowed.append(finding)
      return false
    }
    // The words of a comment that was needed are those of the block; of any other they stand for themselves.
    rest.removeAll { finding in
      placed.indices.contains { index in
        let block = placed[index].block
        return counts[index] > 0 && block.span.contains(finding.span)
          && finding.span.upper <= block.own.lower + placed[index].comment.headLength
      }
    }
    let notes = placed.indices.map { index in
      let block = placed[index].block
      let isClean = !rest.contains { $0.span.overlaps(block.span) }
      return InlineAllowance(
        kind: placed[index].comment.kind, count: counts[index], line: placed[index].place.line,
        column: placed[index].place.column, reason: isClean ? placed[index].comment.reason : nil)
    }
    return AllowedDetection(
      detection: Detection(
        findings: rest, observations: detection.observations, languages: detection.languages,
        isUnsupportedLanguage: detection.isUnsupportedLanguage, wordCount: detection.wordCount,
        blockLanguages: detection.blockLanguages), allowed: allowed, notes: notes)
  }
}

/// A detection after the author's comments.
struct AllowedDetection {
  let detection: Detection
  /// In text order.
  let allowed: [Finding]
  let notes: [InlineAllowance]
}

extension AllowComments {
  /// Blocks of comments addressed to us, by index, with the source from `<!--` to `-->`.
  private static func comments(_ text: CaseText) -> [(index: Int, span: SourceSpan)] {
    text.blocks.indices.compactMap { index in
      let block = text.blocks[index]
      guard block.role == .comment, block.own.count > 8, text.bytes[block.own.lower] | 0x20 == UInt8(ascii: "c"),
        AllowComment.isOurs(text.string(TextSpan(block.own.lower, block.own.lower + 9))),
        let span = whole(block, text)
      else { return nil }
      return (index, span)
    }
  }

  /// `nil` for what an HTML parser takes for a comment without its marks.
  private static func whole(_ block: TextBlock, _ text: CaseText) -> SourceSpan? {
    let pieces = text.map.sourceSpans(of: block.own)
    guard var lower = pieces.first?.lower, var upper = pieces.last?.upper else { return nil }
    let utf8 = text.source.utf8
    while lower > 0, isSpace(utf8[lower - 1]) { lower -= 1 }
    while upper < utf8.count, isSpace(utf8[upper]) { upper += 1 }
    guard lower >= 4, utf8[(lower - 4)..<lower].elementsEqual("<!--".utf8), utf8[upper...].starts(with: "-->".utf8)
    else { return nil }
    return SourceSpan(lower - 4, upper + 3)
  }

  /// For each block the nearest block of running text before and after it.
  private static func neighbours(_ blocks: [TextBlock]) -> [(before: Int?, after: Int?)] {
    var result = [(before: Int?, after: Int?)](repeating: (nil, nil), count: blocks.count)
    var before: Int?
    for index in blocks.indices {
      result[index].before = before
      if isRunningText(blocks[index].role) { before = index }
    }
    var after: Int?
    for index in blocks.indices.reversed() {
      result[index].after = after
      if isRunningText(blocks[index].role) { after = index }
    }
    return result
  }

  private static func isRunningText(_ role: BlockRole) -> Bool {
    switch role {
    case .paragraph, .heading, .listItem, .tableCell, .title: true
    case .attribute, .comment, .processingInstruction, .code, .frontMatter: false
    }
  }

  /// True when a comment stands inside a block or at its end: nothing between them but space, marks and the ends of inline elements.
  private static func holds(_ block: TextBlock, _ comment: SourceSpan, _ text: CaseText) -> Bool {
    guard let end = text.map.sourceSpans(of: block.own).last?.upper else { return false }
    if end > comment.lower { return true }
    guard comment.lower - end <= farthest else { return false }
    let between = text.source.utf8[end..<comment.lower]
    var at = between.startIndex
    while at < between.endIndex {
      let byte = between[at]
      if between[at...].starts(with: "<!--".utf8) {
        at += 4
        while at < between.endIndex, !between[at...].starts(with: "-->".utf8) { at += 1 }
        at = min(at + 3, between.endIndex)
      } else if between[at...].starts(with: "</".utf8) {
        let name = between[(at + 2)...].prefix { $0 != UInt8(ascii: ">") && !isSpace($0) }
        guard inlineElements.contains(String(decoding: name, as: UTF8.self).lowercased()),
          let close = between[at...].firstIndex(of: UInt8(ascii: ">"))
        else { return false }
        at = close + 1
      } else if isSpace(byte), text.format != .markdown || byte != 0x0A && byte != 0x0D {
        at += 1
      } else if text.format == .markdown, "*_~`".utf8.contains(byte) {
        at += 1
      } else {
        return false
      }
    }
    return true
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
