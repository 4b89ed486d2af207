internal import CaviardTokenizing

/// An array inside the mapped file. Reading past its end gives `nil`: a damaged file must not trap.
struct MappedArray<Element: BitwiseCopyable>: @unchecked Sendable {
  let start: UnsafePointer<Element>
  let count: Int

  @inline(__always)
  subscript(index: Int) -> Element? { UInt(bitPattern: index) < UInt(bitPattern: count) ? start[index] : nil }
}

/// The sections of a compiled dictionary, checked to lie inside it. Little-endian machines only, like the file.
struct DictionaryImage: @unchecked Sendable {
  private let owner: DictionaryBytes
  let digest: UInt64
  let vocabulary: MappedArray<UInt64>
  let words: MappedArray<WordEntry>
  let sets: MappedArray<WordSets>
  let senses: MappedArray<PackedSense>
  let exactSenses: MappedArray<ExactSense>
  let phraseStarts: MappedArray<UInt64>
  let phraseEdges: MappedArray<PhraseEdge>
  let lists: MappedArray<ListEntry>
  let columns: MappedArray<ColumnEntry>
  let columnData: MappedArray<UInt8>
  let ids: MappedArray<UInt32>
  let strings: MappedArray<UInt8>
  let patterns: MappedArray<UInt8>

  /// Checks the header, its checksum and the sections' bounds: O(1).
  init(_ owner: DictionaryBytes, path: String) throws(DictionaryError) {
    self.owner = owner
    let raw = owner.raw
    try Self.checkHeader(raw, path: path)
    digest = Self.word(raw, DictionaryFormat.HeaderOffset.digest)
    vocabulary = try Self.section(.vocabulary, raw, path)
    words = try Self.section(.words, raw, path)
    sets = try Self.section(.sets, raw, path)
    senses = try Self.section(.senses, raw, path)
    exactSenses = try Self.section(.exactSenses, raw, path)
    phraseStarts = try Self.section(.phraseStarts, raw, path)
    phraseEdges = try Self.section(.phraseEdges, raw, path)
    lists = try Self.section(.lists, raw, path)
    columns = try Self.section(.columns, raw, path)
    columnData = try Self.section(.columnData, raw, path)
    ids = try Self.section(.ids, raw, path)
    strings = try Self.section(.strings, raw, path)
    patterns = try Self.section(.patterns, raw, path)
    // The hot loops index these without asking.
    guard vocabulary.count > 0, phraseEdges.count > 0, phraseStarts.count.nonzeroBitCount == 1 else {
      throw .damaged(path: path, .header)
    }
  }

  /// The checksum of everything after the header: reads the whole file.
  func bodyIsWhole() -> Bool {
    let raw = owner.raw
    let start =
      DictionaryFormat.headerBytes
      + DictionaryFormat.Section.allCases.count * DictionaryFormat.sectionEntryBytes
    var checksum = Checksum()
    checksum.add(UnsafeRawBufferPointer(rebasing: raw[start...]))
    return checksum.value == Self.word(raw, DictionaryFormat.HeaderOffset.bodyChecksum)
  }

  /// The string at an offset of the strings section; empty if there is none.
  func string(at offset: UInt32) -> String {
    bytes(at: offset).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The bytes of a string, in place.
  func bytes(at offset: UInt32) -> UnsafeBufferPointer<UInt8>? {
    let start = Int(offset)
    guard start + 4 <= strings.count else { return nil }
    let count = Int(UnsafeRawPointer(strings.start + start).loadUnaligned(as: UInt32.self))
    guard start + 4 + count <= strings.count else { return nil }
    return UnsafeBufferPointer(start: strings.start + start + 4, count: count)
  }

  /// A value of the column data, at a byte offset.
  func data<Value: BitwiseCopyable>(at offset: Int, as type: Value.Type) -> Value? {
    guard offset >= 0, offset + MemoryLayout<Value>.size <= columnData.count else { return nil }
    return UnsafeRawPointer(columnData.start + offset).loadUnaligned(as: type)
  }

  private static func checkHeader(_ raw: UnsafeRawBufferPointer, path: String) throws(DictionaryError) {
    typealias Offset = DictionaryFormat.HeaderOffset
    let tableEnd =
      DictionaryFormat.headerBytes + DictionaryFormat.Section.allCases.count * DictionaryFormat.sectionEntryBytes
    guard raw.count >= 8, raw.prefix(8).elementsEqual(DictionaryFormat.magic) else {
      throw .damaged(path: path, .notADictionary)
    }
    guard raw.count >= tableEnd else { throw .damaged(path: path, .truncated) }
    let format = UInt32(truncatingIfNeeded: word(raw, Offset.formatVersion))
    guard format == DictionaryFormat.version else {
      throw .damaged(path: path, .formatVersion(found: Int(format), expected: Int(DictionaryFormat.version)))
    }
    guard DictionaryFile.headerChecksum(Array(raw[..<tableEnd])) == word(raw, Offset.headerChecksum) else {
      throw .damaged(path: path, .header)
    }
    guard word(raw, Offset.fileBytes) == UInt64(raw.count) else { throw .damaged(path: path, .truncated) }
    let tokenizer = UInt32(truncatingIfNeeded: word(raw, Offset.tokenizerVersion - 4) >> 32)
    guard tokenizer == Tokenizer.version, word(raw, Offset.seed) == Tokenizer.seed,
      word(raw, Offset.schema) == DictionaryFormat.schema
    else { throw .damaged(path: path, .outdated) }
  }

  private static func section<Element>(
    _ section: DictionaryFormat.Section, _ raw: UnsafeRawBufferPointer, _ path: String
  ) throws(DictionaryError) -> MappedArray<Element> {
    let entry = DictionaryFormat.headerBytes + section.rawValue * DictionaryFormat.sectionEntryBytes
    let (offset, count) = (word(raw, entry), word(raw, entry + 8))
    let total = UInt64(raw.count)
    guard offset % 8 == 0, offset <= total, count <= total - offset,
      count % UInt64(MemoryLayout<Element>.stride) == 0, let base = raw.baseAddress
    else { throw .damaged(path: path, .header) }
    let elements = Int(count) / MemoryLayout<Element>.stride
    let start = (base + Int(offset)).assumingMemoryBound(to: Element.self)
    return MappedArray(start: start, count: elements)
  }

  private static func word(_ raw: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }
}
