/// A small fixed table from token keys to values: one probe, mostly, for a word it does not hold.
struct KeyTable<Value: Sendable>: Sendable {
  private let keys: [UInt64]
  private let values: [Value?]
  private let mask: Int

  /// Entries whose word is not exactly one token, and repetitions, are our own mistakes.
  init(_ entries: [(word: String, value: Value)]) {
    let tokenizer = Tokenizer()
    var capacity = 16
    while capacity < entries.count * 3 { capacity *= 2 }
    var keys = [UInt64](repeating: 0, count: capacity)
    var values = [Value?](repeating: nil, count: capacity)
    for entry in entries {
      let wordKeys = tokenizer.keys(of: entry.word)
      precondition(wordKeys.count == 1, "a key table holds single words")
      var slot = Int(truncatingIfNeeded: wordKeys[0]) & (capacity - 1)
      while values[slot] != nil {
        precondition(keys[slot] != wordKeys[0], "a key table names a word once")
        slot = (slot + 1) & (capacity - 1)
      }
      keys[slot] = wordKeys[0]
      values[slot] = entry.value
    }
    self.keys = keys
    self.values = values
    mask = capacity - 1
  }

  /// What the table holds, in no order that means anything.
  var entries: [(key: UInt64, value: Value)] {
    keys.indices.compactMap { slot in values[slot].map { (keys[slot], $0) } }
  }

  subscript(key: UInt64) -> Value? {
    var slot = Int(truncatingIfNeeded: key) & mask
    while let value = values[slot] {
      if keys[slot] == key { return value }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
