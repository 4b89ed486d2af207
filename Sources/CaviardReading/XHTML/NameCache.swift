/// Remembers what names mean by their address: libxml2 keeps one copy of a name per document.
struct NameCache<Traits> {
  private var entries: [(name: UnsafePointer<UInt8>, traits: Traits)?] = Array(repeating: nil, count: 128)

  /// - Parameter name: NUL-terminated, alive as long as the cache.
  mutating func traits(of name: UnsafePointer<UInt8>, _ find: (UnsafeBufferPointer<UInt8>) -> Traits) -> Traits {
    let address = UInt(bitPattern: name)
    let slot = Int((address ^ address >> 7) & 127)
    if let entry = entries[slot], entry.name == name { return entry.traits }
    var count = 0
    while name[count] != 0 { count += 1 }
    let traits = find(UnsafeBufferPointer(start: name, count: count))
    entries[slot] = (name, traits)
    return traits
  }
}
