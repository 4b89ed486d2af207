internal import CaviardCase
internal import CaviardTokenizing

/// The words of all terms, by key; refuses two words with one key.
struct WordCollector {
  /// What a word is in the lists, before it has a number.
  struct Word {
    let key: UInt64
    let folded: String
    var english: UInt64 = 0
    var french: UInt64 = 0
    var exact: UInt64 = 0
    var senses: [CollectedSense] = []
  }

  private(set) var words: [Word] = []
  private var indices: [UInt64: Int] = [:]

  /// The index of a word, in order of first appearance.
  mutating func index(key: UInt64, folded: String) throws(DictionaryError) -> Int {
    if let known = indices[key] {
      guard words[known].folded == folded else { throw .keyCollision(words[known].folded, folded) }
      return known
    }
    indices[key] = words.count
    words.append(Word(key: key, folded: folded))
    return words.count - 1
  }

  mutating func add(_ sense: CollectedSense, toWord index: Int, keepsSense: Bool) {
    let bit: UInt64 = 1 << UInt64(sense.list)
    if sense.spelling != nil {
      words[index].exact |= bit
    } else {
      if sense.languages.contains(.english) { words[index].english |= bit }
      if sense.languages.contains(.french) { words[index].french |= bit }
    }
    if keepsSense { words[index].senses.insertMerging(sense) }
  }

  /// Word indices, the most frequent first: frequent words by length, then ordinary ones, then all others.
  func byFrequency() -> [Int] {
    let frequent = ListSet.frequentWordsEN.union(.frequentWordsFR).rawValue
    let common = ListSet.commonWordsEN.union(.commonWordsFR).rawValue
    let ranks = words.map { word in
      let lists = word.english | word.french
      if lists & frequent != 0 { return word.folded.utf8.count }
      return lists & common != 0 ? 1000 : 1001
    }
    return words.indices.sorted { a, b in
      ranks[a] != ranks[b] ? ranks[a] < ranks[b] : words[a].folded < words[b].folded
    }
  }
}

/// A sense while compiling.
struct CollectedSense: Equatable {
  let list: Int
  let row: Int
  var languages: LanguageSet
  /// The exact spelling of each word, separated by spaces; `nil` when any case will do.
  let spelling: String?
}

extension [CollectedSense] {
  /// Adds a sense, or its languages to the same sense.
  mutating func insertMerging(_ sense: CollectedSense) {
    let same = firstIndex { $0.list == sense.list && $0.row == sense.row && $0.spelling == sense.spelling }
    if let same { self[same].languages.formUnion(sense.languages) } else { append(sense) }
  }
}
