internal import CaviardCase

/// The lists of one or more `Dictionaries` folders, in compiled order.
struct DictionarySources {
  let lists: [TermList]
  /// Lists without a folder or without `terms.tsv`.
  let missing: [DictionaryList]
  /// Over the bytes of all lists, in order.
  let checksum: UInt64

  /// - Parameter folders: later ones go on top of earlier ones.
  /// - Throws: `.unknownList` for a folder that is neither a list nor `patterns`; whatever a list's parser throws.
  init(folders: [String]) throws(DictionaryError) {
    var lists: [DictionaryList: TermList] = [:]
    var checksum = Checksum()
    for (index, folder) in folders.enumerated() {
      for name in try FileReading.folders(in: folder)
      where DictionaryList(rawValue: name) == nil && name != "patterns" {
        throw .unknownList(folder: name)
      }
      for list in DictionaryList.allCases {
        let file = "\(list.rawValue)/terms.tsv"
        guard FileReading.isFile("\(folder)/\(file)") else { continue }
        let bytes = try FileReading.bytes(of: "\(folder)/\(file)")
        checksum.add(Array(file.utf8))
        checksum.add(bytes)
        // The first folder's files are named from it; a further one's by their whole path.
        let own = try TermListParser(list: list, file: index == 0 ? file : "\(folder)/\(file)").parse(bytes)
        if lists[list] == nil { lists[list] = own } else { try lists[list]?.lay(own) }
      }
    }
    self.lists = DictionaryList.allCases.compactMap { lists[$0] }
    missing = DictionaryList.allCases.filter { lists[$0] == nil }
    self.checksum = checksum.value
  }
}
