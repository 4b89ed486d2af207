package import CaviardCase
internal import CaviardTokenizing

/// The dictionaries as a case is read with: one mapped file, shared by all workers.
package struct CompiledDictionary: Sendable {
  let image: DictionaryImage

  /// Maps a file read-only and checks its header and bounds in constant time.
  ///
  /// - Throws: `.unreadable`, `.damaged`.
  package init(contentsOf path: String) throws(DictionaryError) {
    image = try DictionaryImage(DictionaryBytes(mapping: path), path: path)
  }

  /// - Throws: `.damaged`.
  package init(bytes: [UInt8]) throws(DictionaryError) {
    image = try DictionaryImage(DictionaryBytes(copying: bytes), path: "memory")
  }

  /// Sixteen hexadecimal digits that stand for the lists, the patterns and the format.
  package var digest: String { Checksum.hex(image.digest) }

  /// The compiled pattern rules, as they were given to the compiler.
  package var patterns: [UInt8] {
    Array(UnsafeBufferPointer(start: image.patterns.start, count: image.patterns.count))
  }

  /// Reads the whole file.
  ///
  /// - Throws: `.damaged(_, .checksum)`.
  package func verifyChecksum() throws(DictionaryError) {
    guard image.bodyIsWhole() else { throw .damaged(path: "", .checksum) }
  }

  /// The word with this key.
  package func word(_ key: UInt64) -> WordID? {
    let slot = image.slot(for: key)
    return slot == 0 ? nil : WordID(index: Int32(truncatingIfNeeded: slot & VocabularySlot.wordBits) - 1)
  }

  /// The lists in which the word alone is a term, in either language and any case.
  package func membership(_ word: WordID) -> ListSet { membership(word, in: .both) }

  /// The same in some languages only; terms that need an exact spelling left out.
  package func membership(_ word: WordID, in languages: LanguageSet) -> ListSet {
    let sets = image.wordSets(word)
    var lists: UInt64 = 0
    if languages.contains(.english) { lists |= sets.english }
    if languages.contains(.french) { lists |= sets.french }
    return ListSet(rawValue: lists)
  }

  /// All senses of a word alone, exact spellings among them. Lists of plain words have none.
  package func senses(of word: WordID) -> [Sense] {
    guard let entry = image.words[Int(word.index)] else { return [] }
    var senses: [Sense] = []
    image.forEachSense(from: entry.senses) { senses.append(image.sense($0, ListSet.order).sense) }
    return senses
  }

  package func table(_ list: DictionaryList) -> DictionaryTable { DictionaryTable(image, list) }

  /// Rows and terms of every list, for people.
  package var listCounts: [(list: DictionaryList, rows: Int, terms: Int)] {
    ListSet.order.enumerated().map { number, list in
      let entry = image.lists[number]
      return (list, Int(entry?.rows ?? 0), Int(entry?.terms ?? 0))
    }
  }

  /// How many rows of a list each source gave, the most first; empty for a list without sources.
  package func sourceCounts(_ list: DictionaryList) -> [(source: String, rows: Int)] {
    let table = table(list)
    guard let column = table.column("source") else { return [] }
    var counts: [String: Int] = [:]
    for row in 0..<table.rowCount { counts[table.text(column, row), default: 0] += 1 }
    return counts.map { (source: $0.key, rows: $0.value) }.sorted { ($1.rows, $0.source) < ($0.rows, $1.source) }
  }

  package var wordCount: Int { image.words.count }
}

extension DictionaryImage {
  /// The vocabulary slot of a key; 0 if no list knows the word.
  @inline(__always)
  func slot(for key: UInt64) -> UInt64 {
    let fingerprint = key << 24
    var index = VocabularySlot.home(key, capacity: vocabulary.count)
    // A damaged table may have no empty slot.
    for _ in 0..<vocabulary.count {
      let slot = vocabulary.start[index]
      if slot == 0 { return 0 }
      if slot & ~0xFF_FFFF == fingerprint { return slot }
      index = index + 1 == vocabulary.count ? 0 : index + 1
    }
    return 0
  }

  @inline(__always)
  func wordSets(_ word: WordID) -> WordSets {
    words[Int(word.index)].flatMap { sets[Int($0.set)] } ?? WordSets(english: 0, french: 0, exact: 0)
  }

  /// The edge slot that leads from `parent` over `word`.
  @inline(__always)
  func edge(hash: UInt64, parent: UInt32, word: UInt32) -> Int? {
    var index = VocabularySlot.home(hash, capacity: phraseEdges.count)
    for _ in 0..<phraseEdges.count {
      let edge = phraseEdges.start[index]
      if edge.parent == PhraseEdge.none { return nil }
      if edge.parent == parent && edge.word == word { return index }
      index = index + 1 == phraseEdges.count ? 0 : index + 1
    }
    return nil
  }

  /// Whether two words may begin a phrase, by the hash of their edge.
  @inline(__always)
  func mayStartPhrase(hash: UInt64) -> Bool {
    let bit = Int(truncatingIfNeeded: hash) & (phraseStarts.count * 64 - 1)
    return phraseStarts.start[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  @inline(__always)
  func forEachSense(from first: UInt32, _ body: (PackedSense) -> Void) {
    var index = Int(first)
    while let sense = senses[index] {
      body(sense)
      if sense.isLast { return }
      index += 1
    }
  }

  /// The sense, and the exact spelling it asks for. A damaged file's impossible list is the last of `lists`.
  @inline(__always)
  func sense(_ packed: PackedSense, _ lists: [DictionaryList]) -> (sense: Sense, spelling: UInt32?) {
    let list = lists[min(packed.list, lists.count - 1)]
    if packed.languages.isEmpty {
      guard let exact = exactSenses[packed.row] else { return (Sense(list: list, row: 0, languages: []), nil) }
      let languages = LanguageSet(rawValue: UInt8(truncatingIfNeeded: exact.languages))
      return (Sense(list: list, row: Int(exact.row), languages: languages), exact.spelling)
    }
    return (Sense(list: list, row: packed.row, languages: packed.languages), nil)
  }
}
