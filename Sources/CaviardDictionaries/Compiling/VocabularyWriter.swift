/// The open-addressed table of words; filled in order, so that the first words sit in their home slots.
struct VocabularyWriter {
  private(set) var slots: [UInt64]
  private var names: [Int: String] = [:]

  init(wordCount: Int) {
    slots = [UInt64](repeating: 0, count: wordCount + wordCount / 2 + 8)
  }

  /// - Throws: `.keyCollision` when the table could not tell the word from one already there.
  mutating func insert(
    key: UInt64, word: Int, startsPhrase: Bool, hasSenses: Bool, name: String
  ) throws(DictionaryError) {
    let fingerprint = key << 24
    var slot = VocabularySlot.home(key, capacity: slots.count)
    while slots[slot] != 0 {
      if slots[slot] & ~0xFF_FFFF == fingerprint { throw .keyCollision(names[slot] ?? "", name) }
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
    var entry = fingerprint | UInt64(word + 1)
    if startsPhrase { entry |= VocabularySlot.startsPhrase }
    if hasSenses { entry |= VocabularySlot.hasSenses }
    slots[slot] = entry
    names[slot] = name
  }
}
