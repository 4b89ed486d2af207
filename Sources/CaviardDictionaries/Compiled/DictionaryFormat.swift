internal import CaviardCase
internal import CaviardTokenizing

/// The layout of a compiled dictionary: a header of 64 bytes, the section table, the sections, all little-endian.
///
/// Header: magic (8 bytes), format version, tokenizer version (UInt32 each), tokenizer seed, schema, file length, checksum
/// of everything after the header, digest of the inputs, checksum of header and section table (UInt64 each).
enum DictionaryFormat {
  static let magic: [UInt8] = Array("CAVIARD\u{1A}".utf8)
  static let version: UInt32 = 1
  static let headerBytes = 64
  /// Offset and length, UInt64 each.
  static let sectionEntryBytes = 16

  enum HeaderOffset {
    static let formatVersion = 8
    static let tokenizerVersion = 12
    static let seed = 16
    static let schema = 24
    static let fileBytes = 32
    static let bodyChecksum = 40
    static let digest = 48
    static let headerChecksum = 56
  }

  /// In file order; every section starts at a multiple of 8.
  enum Section: Int, CaseIterable {
    /// UInt64 slots, see ``VocabularySlot``.
    case vocabulary
    /// ``WordEntry`` by word.
    case words
    /// ``WordSets`` by set.
    case sets
    /// ``PackedSense``, slices that end with a flag.
    case senses
    /// ``ExactSense``.
    case exactSenses
    /// One bit per hash of two words that begin a phrase.
    case phraseStarts
    /// ``PhraseEdge`` slots.
    case phraseEdges
    /// ``ListEntry`` by list.
    case lists
    /// ``ColumnEntry``, the columns of one list together.
    case columns
    /// Distinct values and the rows' indices into them.
    case columnData
    /// UInt32 rows in the order of their ids.
    case ids
    /// Strings: a UInt32 length and UTF-8.
    case strings
    /// The pattern rules' bytes, opaque here.
    case patterns
  }

  /// Names and order of the lists: a bit of a ``ListSet`` means another list when they change.
  static var schema: UInt64 {
    var checksum = Checksum()
    for list in ListSet.order { checksum.add(Array(list.rawValue.utf8)) }
    return checksum.value
  }
}

/// A vocabulary slot: the key's low 40 bits, two flags, the word's number plus one (22 bits); 0 is empty.
enum VocabularySlot {
  static var wordBits: UInt64 { 0x3F_FFFF }
  static var startsPhrase: UInt64 { 1 << 22 }
  static var hasSenses: UInt64 { 1 << 23 }
  static let maxWords = 0x3F_FFFE

  static func home(_ key: UInt64, capacity: Int) -> Int {
    Int(truncatingIfNeeded: key.multipliedFullWidth(by: UInt64(capacity)).high)
  }
}

struct WordEntry: BitwiseCopyable {
  /// First of its senses; ``none`` without any.
  var senses: UInt32
  /// Index into the sets.
  var set: UInt32

  static var none: UInt32 { .max }
}

/// The lists in which a word alone is a term.
struct WordSets: BitwiseCopyable, Hashable {
  var english: UInt64
  var french: UInt64
  /// Lists that know the word in one exact spelling only.
  var exact: UInt64
}

/// Bit 31 ends the slice; bits 29–30 the languages, 0 for an exact sense; bits 23–28 the list; below, the row or the
/// index of the exact sense.
struct PackedSense: BitwiseCopyable {
  var bits: UInt32

  static var last: UInt32 { 1 << 31 }
  static let maxRows = 1 << 23

  init(list: Int, row: Int, languages: LanguageSet) {
    bits = UInt32(languages.rawValue) << 29 | UInt32(list) << 23 | UInt32(row)
  }

  var isLast: Bool { bits & Self.last != 0 }
  var languages: LanguageSet { LanguageSet(rawValue: UInt8(truncatingIfNeeded: bits >> 29 & 3)) }
  var list: Int { Int(bits >> 23 & 0x3F) }
  var row: Int { Int(bits & 0x7F_FFFF) }
}

struct ExactSense: BitwiseCopyable {
  var row: UInt32
  var languages: UInt32
  /// In the strings: the spelling of each word, separated by spaces.
  var spelling: UInt32
}

struct PhraseEdge: BitwiseCopyable {
  /// The slot of the edge before, or ``root`` and the first word's number; ``none`` when empty.
  var parent: UInt32
  var word: UInt32
  /// Senses of the phrase that ends here.
  var senses: UInt32

  static var none: UInt32 { .max }
  static var root: UInt32 { 1 << 31 }

  static func hash(_ parent: UInt32, _ word: UInt32) -> UInt64 {
    let product = (UInt64(parent) << 32 | UInt64(word) ^ 0x5851_F42D).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return (product.high ^ product.low) &* 0xD6E8_FEB8_6659_FD93
  }
}

struct ListEntry: BitwiseCopyable {
  var rows: UInt32
  var terms: UInt32
  var firstColumn: UInt32
  var columns: UInt32
  /// Index into the ids; ``WordEntry/none`` without an id column.
  var firstID: UInt32
  /// The id column's place among the list's columns.
  var idColumn: UInt32
}

struct ColumnEntry: BitwiseCopyable {
  var name: UInt32
  /// 0 text (distinct values are UInt32 string offsets), 1 number (Float64).
  var kind: UInt32
  /// Bytes of a row's index: 1, 2 or 4.
  var width: UInt32
  var distinct: UInt32
  /// Bytes from the start of the column data.
  var values: UInt32
  var indices: UInt32
}
