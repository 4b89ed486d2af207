package import CaviardCase

/// Tells whether a word begins a sentence, where a capital means little.
package struct SentenceBoundaries: Sendable {
  package init() {}

  /// Whether token `index` begins a sentence, a line of a list or a block.
  ///
  /// - Parameter bytes: the text the tokens are cut from.
  package func isStart(_ index: Int, of tokens: [Token], in bytes: [UInt8]) -> Bool {
    switch tokens[index].gap {
    case .blockStart, .paragraphBreak: return true
    case .periodSpace: return endsSentence(tokens[index - 1]) || hasParagraphBreak(before: index, of: tokens, in: bytes)
    case .sentenceEnd, .other, .bracket, .colonSpace: return isStartAfterMarks(index, of: tokens, in: bytes)
    case .none, .space, .hyphen, .apostrophe, .period, .comma, .slash, .colon, .at, .underscore, .commaSpace:
      return false
    }
  }

  /// Whether two line ends or more stand before a token.
  package func hasParagraphBreak(before index: Int, of tokens: [Token], in bytes: [UInt8]) -> Bool {
    guard index > 0 else { return true }
    var lineEnds = 0
    for place in Int(tokens[index - 1].upper)..<Int(tokens[index].lower) where bytes[place] == 0x0A { lineEnds += 1 }
    return lineEnds >= 2
  }

  /// Whether a full stop after this word ends a sentence: not after an abbreviation or an initial.
  package func endsSentence(_ token: Token) -> Bool {
    if token.length == 1, token.shape != .digits { return false }
    return Abbreviations.keys[token.key] == nil
  }

  /// Marks between two tokens begin a sentence after `.`, `?`, `!`, `…` and a space, or at a new line with a bullet.
  private func isStartAfterMarks(_ index: Int, of tokens: [Token], in bytes: [UInt8]) -> Bool {
    var scan = MarkScan()
    var place = Int(tokens[index - 1].upper)
    let end = Int(tokens[index].lower)
    let stopCounts = endsSentence(tokens[index - 1])
    while place < end {
      switch bytes[place] {
      case 0x0A: scan.line()
      case 0x20, 0x09, 0x0D: scan.space()
      case 0x2E: if stopCounts || scan.marks > 0 { scan.end() } else { scan.mark() }
      case 0x21, 0x3F: scan.end()
      // The last byte of an ellipsis; other characters' bytes are marks without meaning here.
      case 0xA6 where place >= 2 && bytes[place - 1] == 0x80 && bytes[place - 2] == 0xE2: scan.end()
      case 0xA0 where place >= 1 && bytes[place - 1] == 0xC2: scan.space()
      default: scan.mark()
      }
      place += 1
    }
    return scan.startsSentence
  }
}

/// What a run of marks says about the sentence.
private struct MarkScan {
  private(set) var marks = 0
  private var lines = 0
  private var hasEnd = false
  private var hasSpaceAfterEnd = false

  mutating func mark() {
    marks += 1
  }

  mutating func end() {
    mark()
    hasEnd = true
  }

  mutating func space() { if hasEnd { hasSpaceAfterEnd = true } }

  mutating func line() {
    space()
    lines += 1
  }

  /// A line end beside a mark (a colon before it, a bullet after it) begins a line of its own.
  var startsSentence: Bool { hasSpaceAfterEnd || lines >= 2 || (lines == 1 && marks > 0) }
}
