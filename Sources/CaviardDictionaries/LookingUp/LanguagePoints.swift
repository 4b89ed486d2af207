/// What known words say about the language, as three counts of 21 bits that are added at once.
///
/// A frequent word of one language counts more than an ordinary one; a word of both languages says nothing.
struct LanguagePoints {
  private var bits: UInt64 = 0

  /// No count overflows up to this many words.
  static var mostWords: Int { 1 << 19 }

  private static var width: UInt64 { 21 }
  private static var mask: UInt64 { (1 << width) - 1 }

  init() {}

  /// The points of a word by its lists.
  init(lists: UInt64) {
    let lists = ListSet(rawValue: lists)
    let isEnglish = !lists.isDisjoint(with: [.frequentWordsEN, .commonWordsEN])
    let isFrench = !lists.isDisjoint(with: [.frequentWordsFR, .commonWordsFR])
    let isFrequentEN = lists.contains(.frequentWordsEN)
    let isFrequentFR = lists.contains(.frequentWordsFR)
    var (english, french, third): (UInt64, UInt64, UInt64) = (0, 0, 0)
    if lists.contains(.otherLanguageWords) {
      if !isFrequentEN && !isFrequentFR { third = isEnglish || isFrench ? 1 : 3 }
    } else if isEnglish != isFrench {
      if isEnglish { english = isFrequentEN ? 3 : 1 }
      if isFrench { french = isFrequentFR ? 3 : 1 }
    } else if isFrequentEN != isFrequentFR {
      english = isFrequentEN ? 1 : 0
      french = isFrequentFR ? 1 : 0
    }
    bits = english | french << Self.width | third << (2 * Self.width)
  }

  @inline(__always)
  mutating func add(_ other: LanguagePoints) { bits &+= other.bits }

  var english: Int { Int(bits & Self.mask) }
  var french: Int { Int(bits >> Self.width & Self.mask) }
  var third: Int { Int(bits >> (2 * Self.width)) }
}
