internal import CaviardTokenizing

/// A small closed set of words, as token keys: mostly one comparison for a word it does not hold.
struct KeySet: Sendable {
  private let slots: FlatArray<UInt64>
  private let storage: FlatStorage
  private let mask: Int
  private let holdsZero: Bool

  init(_ keys: some Collection<UInt64>) {
    var capacity = 16
    while capacity < keys.count * 4 { capacity *= 2 }
    var slots = [UInt64](repeating: 0, count: capacity)
    for key in keys where key != 0 {
      var slot = Int(truncatingIfNeeded: key) & (capacity - 1)
      while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = key
    }
    storage = FlatStorage()
    self.slots = storage.copy(slots)
    mask = capacity - 1
    holdsZero = keys.contains(0)
  }

  /// The words of a text, each token one.
  init(words: String) { self.init(Tokenizer().keys(of: words)) }

  @inline(__always)
  func contains(_ key: UInt64) -> Bool {
    if key == 0 { return holdsZero }
    var slot = Int(truncatingIfNeeded: key) & mask
    while true {
      let held = slots[slot]
      if held == key { return true }
      if held == 0 { return false }
      slot = (slot + 1) & mask
    }
  }

  func union(_ other: KeySet) -> KeySet { KeySet(slots.filter { $0 != 0 } + other.slots.filter { $0 != 0 }) }
}
