/// Why the dictionaries could not be read, compiled or opened. Names files of ours, never text of a case.
package enum DictionaryError: Error, Hashable, Sendable {
  /// The system's reason (errno's text).
  case unreadable(path: String, reason: String)
  /// A folder beside the lists that is none of them.
  case unknownList(folder: String)
  /// A fault in a list: the file, the line from 1, the column by name where one is to blame.
  case malformed(file: String, line: Int, column: String?, fault: ListFault)
  /// Two different words hash to one key: the tokenizer's seed must change.
  case keyCollision(String, String)
  /// A limit of the compiled form.
  case tooMany(what: String, limit: Int)
  /// No compiled dictionary where one may lie; the paths tried.
  case notFound(tried: [String])
  /// A compiled dictionary that cannot be used.
  case damaged(path: String, DictionaryDamage)
}

/// What is wrong with a line of a list.
package enum ListFault: Hashable, Sendable {
  case missingHeader
  case notUTF8
  case carriageReturn
  case noFinalLineEnd
  /// A header cell that is not `name:type`, a type we do not know, or a name given twice.
  case invalidHeaderCell
  case cellCount(found: Int, expected: Int)
  case invalidNumber
  /// A term without a letter or digit.
  case emptyTerm
  case termTooLong(words: Int)
  case duplicateID
  case textTooLong
}

package enum DictionaryDamage: Hashable, Sendable {
  case notADictionary
  case formatVersion(found: Int, expected: Int)
  /// Made by another tokenizer or for other lists: compile again.
  case outdated
  case truncated
  case header
  case checksum
}
