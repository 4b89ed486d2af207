internal import CaviardCase
internal import CaviardDictionaries

/// Which patterns are worth trying at a token, as rows of bits (one bit a pattern): by the token itself, by what stands
/// after it, and by the next token. Every row holds at least the patterns that can match.
final class PatternSelection: Sendable {
  /// Words of 64 patterns in a row.
  let width: Int
  private let rows: FlatArray<UInt64>
  private let keys: FlatArray<UInt64>
  private let keyRows: FlatArray<Int32>
  private let storage: FlatStorage
  /// Lists of which a term or a word can begin a pattern.
  private let openingLists: ListSet
  /// The first row of the patterns that each row of `cues` can begin.
  private let cueRows: Range<Int>

  init(
    width: Int, rows: [UInt64], keys: [UInt64], keyRows: [Int32], openingLists: ListSet, cueRows: Range<Int>
  ) {
    self.cueRows = cueRows
    storage = FlatStorage()
    self.width = width
    self.rows = storage.copy(rows)
    self.keys = storage.copy(keys)
    self.keyRows = storage.copy(keyRows)
    self.openingLists = openingLists
  }

  /// Where the rows of each table begin.
  enum Table {
    static let lengths = 32
    static let signatures = 7 * lengths
    static let listCount = 64
    static let gapCount = GapRow.count
    static let bloom = 64

    /// Patterns of rules that may open here, and whose first test may admit such a token.
    static let opening = 0
    /// The first half alone: the rules' openers by shape.
    static let openers = opening + signatures
    /// The second half alone.
    static let admitted = openers + 7
    static let listOpeners = admitted + signatures
    static let listAdmitted = listOpeners + listCount
    static let languages = listAdmitted + listCount
    static let gaps = languages + 4
    static let nextAfterSpace = gaps + gapCount
    static let wordsAfterSpace = nextAfterSpace + signatures
    static let nextAfterMark = wordsAfterSpace + bloom
    static let wordsAfterMark = nextAfterMark + signatures
    static let end = wordsAfterMark + bloom
  }

  /// The row of a gap.
  enum GapRow {
    static let nothing = 0
    static let space = 1
    /// No pattern goes on over it.
    static let barrier = 2
    static let firstCharacter = 3
    static let count = firstCharacter + 128
  }

  private static func signature(_ shape: TokenShape, _ length: Int) -> Int {
    Int(shape.number) * Table.lengths + min(length, Table.lengths - 1)
  }

  static func bloom(_ key: UInt64) -> Int { Int(key >> 58) }

  @inline(__always)
  private func row(_ number: Int, _ word: Int) -> UInt64 { rows[number * width + word] }

  /// The row of a key: its openers, then its admitted patterns; `nil` for a word that begins none.
  @inline(__always)
  private func keyRow(_ key: UInt64) -> Int? {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while keyRows[slot] >= 0 {
      if keys[slot] == key { return Int(keyRows[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Writes the patterns to try at a token, ascending; their number.
  @inline(__always)
  func candidates(
    at index: Int, in context: CaseContext, end: Int, nextGap: GapCode, into found: FlatScratch<Int32>
  ) -> Int {
    let token = context.tokens[index]
    let signature = Self.signature(token.shape, Int(token.length))
    let own = Table.opening + signature
    let keyRow = keyRow(token.key)
    let lists = context.matchLists[index].union(context.membership[index]).intersection(openingLists)
    var count = 0
    for word in 0..<width {
      var bits = row(own, word)
      if keyRow != nil || !lists.isEmpty {
        bits = opening(index, word, token.shape, signature, keyRow, lists, context)
      }
      if bits == 0 { continue }
      bits &= row(Table.languages + Self.languageRow(context.language(of: index)), word)
      if bits == 0 { continue }
      bits &= following(index, word, end, nextGap, context)
      while bits != 0 {
        found[count] = Int32(word * 64 + bits.trailingZeroBitCount)
        count += 1
        bits &= bits - 1
      }
    }
    return count
  }

  /// Patterns of rules that open at a token known to a list or among the literals.
  private func opening(
    _ index: Int, _ word: Int, _ shape: TokenShape, _ signature: Int, _ keyRow: Int?, _ lists: ListSet,
    _ context: CaseContext
  ) -> UInt64 {
    var openers = row(Table.openers + Int(shape.number), word)
    var admitted = row(Table.admitted + signature, word)
    if let keyRow {
      openers |= row(keyRow, word)
      admitted |= row(keyRow + 1, word)
    }
    let begun = context.matchLists[index]
    var rest = lists.rawValue
    while rest != 0 {
      let list = rest.trailingZeroBitCount
      rest &= rest - 1
      // A rule opens where a term of its list begins; its test asks for the word's membership.
      if begun.rawValue >> UInt64(list) & 1 == 1 { openers |= row(Table.listOpeners + list, word) }
      admitted |= row(Table.listAdmitted + list, word)
    }
    if begun.contains(.cues) {
      for place in context.matches(at: index) {
        let match = context.match(place)
        guard match.sense.list == .cues, match.sense.row < cueRows.count else { continue }
        admitted |= row(cueRows.lowerBound + match.sense.row, word)
      }
    }
    return openers & admitted
  }

  private static func languageRow(_ language: ParagraphLanguage) -> Int {
    (language.admits(.english) ? 1 : 0) | (language.admits(.french) ? 2 : 0)
  }

  /// Patterns that can go on with the gap and the token after this one.
  @inline(__always)
  private func following(_ index: Int, _ word: Int, _ end: Int, _ gap: GapCode, _ context: CaseContext) -> UInt64 {
    guard index + 1 < end else { return row(Table.gaps + GapRow.barrier, word) }
    let next = context.tokens[index + 1]
    let signature = Self.signature(next.shape, Int(next.length))
    let bloom = Self.bloom(next.key)
    if gap.count == 0 {
      if gap.lineEnds > 1 { return row(Table.gaps + GapRow.barrier, word) }
      if gap.hasSpace {
        return row(Table.gaps + GapRow.space, word)
          & (row(Table.nextAfterSpace + signature, word) | row(Table.wordsAfterSpace + bloom, word))
      }
      return row(Table.gaps + GapRow.nothing, word)
        & (row(Table.nextAfterMark + signature, word) | row(Table.wordsAfterMark + bloom, word))
    }
    guard gap.count <= 3, gap.lineEnds <= 1 else { return row(Table.gaps + GapRow.barrier, word) }
    var bits = row(Table.nextAfterMark + signature, word) | row(Table.wordsAfterMark + bloom, word)
    for place in 0..<gap.count {
      let character = Int(gap.character(place))
      bits &= row(Table.gaps + (character < 128 ? GapRow.firstCharacter + character : GapRow.barrier), word)
    }
    return bits
  }
}
