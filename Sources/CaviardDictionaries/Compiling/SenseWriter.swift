/// Packs slices of senses.
struct SenseWriter {
  private(set) var senses: [UInt8] = []
  private(set) var exactSenses: [UInt8] = []
  private var count = 0
  private var exactCount = 0

  /// The index of the first sense; ``WordEntry/none`` for an empty slice.
  mutating func write(_ slice: [CollectedSense], strings: inout StringPool) throws(DictionaryError) -> UInt32 {
    guard !slice.isEmpty else { return WordEntry.none }
    let first = UInt32(count)
    for (place, sense) in slice.enumerated() {
      var packed: PackedSense
      if let spelling = sense.spelling {
        packed = PackedSense(list: sense.list, row: exactCount, languages: [])
        exactSenses.appendLittleEndian(UInt32(sense.row))
        exactSenses.appendLittleEndian(UInt32(sense.languages.rawValue))
        exactSenses.appendLittleEndian(strings.offset(of: spelling))
        exactCount += 1
      } else {
        packed = PackedSense(list: sense.list, row: sense.row, languages: sense.languages)
      }
      guard exactCount < PackedSense.maxRows else { throw .tooMany(what: "exact terms", limit: PackedSense.maxRows) }
      if place == slice.count - 1 { packed.bits |= PackedSense.last }
      senses.appendLittleEndian(packed.bits)
      count += 1
    }
    return first
  }
}
