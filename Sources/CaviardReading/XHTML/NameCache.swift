/// Remembers what names mean by their address: libxml2 keeps one copy of a name per document.
struct NameCache<Traits> {
  private var names: [UnsafePointer<UInt8>?]
  private var traits: [Traits]

  /// - Parameter empty: fills the places that are not used yet.
  init(empty: Traits) {
    names = Array(repeating: nil, count: 128)
    traits = Array(repeating: empty, count: 128)
  }

  /// - Parameter name: NUL-terminated, alive as long as the cache.
  mutating func traits(of name: UnsafePointer<UInt8>, _ find: (UnsafeBufferPointer<UInt8>) -> Traits) -> Traits {
    let address = UInt(bitPattern: name)
    let slot = Int((address ^ address >> 7) & 127)
    if names[slot] == name { return traits[slot] }
    var count = 0
    while name[count] != 0 { count += 1 }
    names[slot] = name
    traits[slot] = find(UnsafeBufferPointer(start: name, count: count))
    return traits[slot]
  }
}
