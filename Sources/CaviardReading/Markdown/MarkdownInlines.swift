internal import CaviardCase

/// Reads the text of one block of Markdown: leaves out marks that touch words, takes links, pictures and tags apart.
///
/// Every search is bounded (``farthest``, or a memory of what the block lacks), so that no input takes quadratic time.
struct MarkdownInlines {
  /// Longest link destination with its title, bytes, and longest tag that is looked for.
  static let farthest = 4096

  let source: UnsafeBufferPointer<UInt8>
  var builder: TextBuilder
  var media: [MediaReference] = []
  /// Matching brackets of the piece being read: open → close.
  var closers: [Int: Int] = [:]
  /// Where links found by now close their text: `]` → end of the whole link.
  var linkEnds: [Int: Int] = [:]
  /// The attributes of the tag read last.
  var tagAttributes: [StartTag.Attribute] = []
  /// True once a long `data:` URI was followed in vain in this piece.
  var hasNoLongData = false
  /// Where a code span of these backticks was looked for in vain in this piece.
  var missingTicks: Set<Int> = []
  /// Elements whose end tag was looked for in vain in this piece.
  var missingEnds: Set<ElementTraits.Media> = []
  /// The last answer of ``commentEnd(from:)``: from where it holds, and the answer.
  var knownCommentEnd = 0..<0

  init(source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    builder = TextBuilder(source: source)
  }

  /// Reads lines of one block. Marks that span lines are found when the lines are neighbours in the source.
  mutating func read(_ pieces: [Range<Int>]) {
    var joined: [Range<Int>] = []
    for piece in pieces {
      if let last = joined.last, last.upperBound == piece.lowerBound {
        joined[joined.count - 1] = last.lowerBound..<piece.upperBound
      } else {
        joined.append(piece)
      }
    }
    for piece in joined { read(piece) }
  }

  mutating func readComment(_ range: Range<Int>) {
    builder.addAside(range, reading: .references, role: .comment, context: .comment)
  }

  /// Where the first `-->` at or after `offset` starts.
  mutating func commentEnd(from offset: Int) -> Int? {
    if !(knownCommentEnd.lowerBound <= offset && offset <= knownCommentEnd.upperBound) || knownCommentEnd.isEmpty {
      let end = offset <= source.count ? source.firstIndex(of: "-->", from: offset) : nil
      knownCommentEnd = offset..<max(offset, end ?? source.count)
    }
    return knownCommentEnd.upperBound < source.count ? knownCommentEnd.upperBound : nil
  }

  mutating func read(_ range: Range<Int>) {
    matchBrackets(range)
    missingTicks.removeAll(keepingCapacity: true)
    missingEnds.removeAll(keepingCapacity: true)
    hasNoLongData = false
    var at = range.lowerBound
    var plain = at
    while at < range.upperBound {
      // What a mark yields: bytes to leave out, after which plain text goes on.
      guard Self.isMark[Int(source[at])], let end = readMark(at, in: range, since: plain) else {
        at += 1
        continue
      }
      at = end
      plain = end
    }
    if plain < range.upperBound { builder.append(plain..<range.upperBound) }
  }

  static let isMark: [Bool] = {
    var marks = [Bool](repeating: false, count: 256)
    for byte in "\\*_~`<![]&{".utf8 { marks[Int(byte)] = true }
    return marks
  }()

  /// - Returns: where text goes on after a mark that was taken (the plain text since `plain` is added); `nil` if the
  ///   byte is text.
  mutating func readMark(_ at: Int, in range: Range<Int>, since plain: Int) -> Int? {
    switch source[at] {
    case UInt8(ascii: "\\"): return readEscape(at, in: range, since: plain)
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): return readEmphasis(at, in: range, since: plain)
    case UInt8(ascii: "`"): return readCode(at, in: range, since: plain)
    case UInt8(ascii: "<"): return readTag(at, in: range, since: plain)
    case UInt8(ascii: "!"): return readImage(at, in: range, since: plain)
    case UInt8(ascii: "["): return readLinkStart(at, in: range, since: plain)
    case UInt8(ascii: "{"): return readNames(at, in: range, since: plain)
    case UInt8(ascii: "]"):
      guard let end = linkEnds[at] else { return nil }
      flush(plain..<at)
      readDestination(at + 1..<end)
      return end
    default:
      guard let reference = CharacterReference(in: source, at: at, before: range.upperBound) else { return nil }
      flush(plain..<at)
      builder.append(decoded: reference.utf8, from: at..<at + reference.count)
      return at + reference.count
    }
  }

  mutating func flush(_ range: Range<Int>) {
    if !range.isEmpty { builder.append(range) }
  }
}
