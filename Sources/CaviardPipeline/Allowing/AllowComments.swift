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
    // Comments of one block follow one another.
    var last: (block: Int, end: Int?)?
    for (_, index, span) in found {
      let (before, after) = neighbours[index]
      if let before, last?.block != before {
        last = (before, text.map.sourceSpans(of: text.blocks[before].own).last?.upper)
      }
      let isOwn = before != nil && last?.end.map { Self.reaches(span, from: $0, text) } == true
      scopes.append((isOwn ? before : after).map { text.blocks[$0].span })
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

  /// What is left of a detection, what was let be, and a note for every comment. O((findings + comments) × log comments).
  func apply(to detection: Detection, in text: CaseText) -> AllowedDetection {
    guard !placed.isEmpty else { return AllowedDetection(detection: detection, allowed: [], notes: []) }
    let scopes = BlockIndex(placed.indices.compactMap { index in placed[index].scope.map { ($0, index) } })
    let blocks = BlockIndex(placed.indices.map { (placed[$0].block.span, $0) })
    var subjects: [Subject: Int] = [:]
    for index in placed.indices.reversed() {
      guard let scope = placed[index].scope else { continue }
      for subject in placed[index].comment.subjects { subjects[Subject(scope: scope.lower, what: subject)] = index }
    }
    var counts = [Int](repeating: 0, count: placed.count)
    var needed = [Set<AllowComment.Subject>](repeating: [], count: placed.count)
    var allowed: [Finding] = []
    var rest = detection.findings.filter { finding in
      guard let scope = scopes.block(around: finding.span)?.span else { return true }
      let wanted = AllowComment.subjects(of: finding, words: text.string(finding.span))
      for subject in wanted {
        guard let index = subjects[Subject(scope: scope.lower, what: subject)] else { continue }
        counts[index] += 1
        needed[index].insert(subject)
        allowed.append(finding)
        return false
      }
      return true
    }
    // The words of a comment that were needed, each of them, are those of the block; any other stand for themselves.
    rest.removeAll { finding in
      guard let index = blocks.block(around: finding.span)?.index else { return false }
      return counts[index] > 0 && needed[index].isSuperset(of: placed[index].comment.subjects)
        && finding.span.upper <= placed[index].block.own.lower + placed[index].comment.headLength
    }
    let told = Set(rest.compactMap { blocks.block(around: $0.span)?.index })
    let notes = placed.indices.map { index in
      InlineAllowance(
        kind: placed[index].comment.kind, count: counts[index], line: placed[index].place.line,
        column: placed[index].place.column, reason: told.contains(index) ? nil : placed[index].comment.reason)
    }
    return AllowedDetection(
      detection: Detection(
        findings: rest, observations: detection.observations, languages: detection.languages,
        isUnsupportedLanguage: detection.isUnsupportedLanguage, wordCount: detection.wordCount,
        blockLanguages: detection.blockLanguages), allowed: allowed, notes: notes)
  }

  /// What a comment lets be in the block that starts here.
  private struct Subject: Hashable {
    let scope: Int
    let what: AllowComment.Subject
  }
}

/// Blocks, disjoint, found by a place in them.
private struct BlockIndex {
  private let blocks: [(span: TextSpan, index: Int)]

  init(_ blocks: [(span: TextSpan, index: Int)]) { self.blocks = blocks.sorted { $0.span.lower < $1.span.lower } }

  /// The block that a span lies in. O(log blocks).
  func block(around span: TextSpan) -> (span: TextSpan, index: Int)? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].span.lower <= span.lower { low = middle + 1 } else { high = middle }
    }
    guard low > 0, blocks[low - 1].span.contains(span) else { return nil }
    return blocks[low - 1]
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

  /// True when a comment stands inside the block that ends here, or at its end: nothing between them but space, marks and the ends of
  /// inline elements.
  private static func reaches(_ comment: SourceSpan, from end: Int, _ text: CaseText) -> Bool {
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
