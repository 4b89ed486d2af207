internal import CaviardTokenizing

/// Puts sections into one file.
enum DictionaryFile {
  static func assemble(_ sections: [DictionaryFormat.Section: [UInt8]], digest: UInt64) -> [UInt8] {
    typealias Offset = DictionaryFormat.HeaderOffset
    let all = DictionaryFormat.Section.allCases
    let tableStart = DictionaryFormat.headerBytes
    let tableEnd = tableStart + all.count * DictionaryFormat.sectionEntryBytes
    var file = [UInt8](repeating: 0, count: tableEnd)
    for section in all {
      file.align(to: 8)
      let bytes = sections[section] ?? []
      let entry = tableStart + section.rawValue * DictionaryFormat.sectionEntryBytes
      file.storeLittleEndian(UInt64(file.count), at: entry)
      file.storeLittleEndian(UInt64(bytes.count), at: entry + 8)
      file.append(contentsOf: bytes)
    }
    file.align(to: 8)
    file.replaceSubrange(0..<8, with: DictionaryFormat.magic)
    file.storeLittleEndian(DictionaryFormat.version, at: Offset.formatVersion)
    file.storeLittleEndian(Tokenizer.version, at: Offset.tokenizerVersion)
    file.storeLittleEndian(Tokenizer.seed, at: Offset.seed)
    file.storeLittleEndian(DictionaryFormat.schema, at: Offset.schema)
    file.storeLittleEndian(UInt64(file.count), at: Offset.fileBytes)
    var body = Checksum()
    body.add(Array(file[tableEnd...]))
    file.storeLittleEndian(body.value, at: Offset.bodyChecksum)
    file.storeLittleEndian(digest, at: Offset.digest)
    file.storeLittleEndian(headerChecksum(Array(file[..<tableEnd])), at: Offset.headerChecksum)
    return file
  }

  /// Over header and section table, without the checksum's own bytes.
  static func headerChecksum(_ head: [UInt8]) -> UInt64 {
    var checksum = Checksum()
    checksum.add(Array(head[..<DictionaryFormat.HeaderOffset.headerChecksum]))
    checksum.add(Array(head[DictionaryFormat.headerBytes...]))
    return checksum.value
  }
}
