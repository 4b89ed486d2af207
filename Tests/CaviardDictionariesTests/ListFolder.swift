import CaviardCase
import CaviardDictionaries
import Glibc

/// A temporary `Dictionaries` folder, removed at the end.
final class ListFolder {
  let path: String

  init(_ lists: [String: String] = [:]) {
    var template = Array("/tmp/caviard-lists-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? ""
    for (name, text) in lists { write(text, to: name) }
  }

  deinit { system("rm -rf '\(path)'") }

  func write(_ text: String, to list: String) {
    mkdir("\(path)/\(list)", 0o755)
    write(Array(text.utf8), toFile: "\(list)/terms.tsv")
  }

  func write(_ bytes: [UInt8], toFile name: String) {
    guard let file = fopen("\(path)/\(name)", "w") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  func compile(patterns: [UInt8] = []) throws(DictionaryError) -> Compilation {
    try DictionaryCompiler().compile(folder: path, patterns: patterns)
  }
}

/// A text whose paragraphs (lines) are its blocks.
func caseText(_ text: String, declared: Language? = nil) -> CaseText {
  let bytes = Array(text.utf8)
  var blocks: [TextBlock] = []
  var start = 0
  for (index, byte) in (bytes + [0x0A]).enumerated() where byte == 0x0A {
    blocks.append(
      TextBlock(span: TextSpan(start, index), role: .paragraph, context: .plain, declaredLanguage: declared))
    start = index + 1
  }
  return CaseText(
    source: SourceText(utf8: bytes), format: .text, bytes: bytes, blocks: blocks,
    map: OffsetMap(identity: bytes.count))
}

extension LexedCase {
  /// The matches as `list:row:words`.
  var spoken: [String] {
    matches.map { "\($0.sense.list.rawValue):\($0.sense.row):\(tokenized.text.string(tokenized.span($0.tokens)))" }
  }
}
