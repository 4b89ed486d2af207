internal import CaviardCase

/// The lists of a `Dictionaries` folder, in compiled order.
struct DictionarySources {
  let lists: [TermList]
  /// Lists without a folder or without `terms.tsv`.
  let missing: [DictionaryList]
  /// Over the bytes of all lists, in order.
  let checksum: UInt64

  /// - Throws: `.unknownList` for a folder that is neither a list nor `patterns`; whatever a list's parser throws.
  init(folder: String) throws(DictionaryError) {
    for name in try FileReading.folders(in: folder) where DictionaryList(rawValue: name) == nil && name != "patterns" {
      throw .unknownList(folder: name)
    }
    var lists: [TermList] = []
    var missing: [DictionaryList] = []
    var checksum = Checksum()
    for list in DictionaryList.allCases {
      let file = "\(list.rawValue)/terms.tsv"
      guard FileReading.isFile("\(folder)/\(file)") else {
        missing.append(list)
        continue
      }
      let bytes = try FileReading.bytes(of: "\(folder)/\(file)")
      checksum.add(Array(file.utf8))
      checksum.add(bytes)
      lists.append(try TermListParser(list: list, file: file).parse(bytes))
    }
    self.lists = lists
    self.missing = missing
    self.checksum = checksum.value
  }
}
