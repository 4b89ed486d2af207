import CaviardCase
import CaviardDictionaries
import Foundation

@testable import CaviardRedacting

/// The small tables beside this file, compiled once.
enum TestTables {
  static let dictionary: CompiledDictionary = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Tables")
    do {
      return try CompiledDictionary(bytes: DictionaryCompiler().compile(folder: folder.path).bytes)
    } catch {
      preconditionFailure("the test tables do not compile: \(error)")
    }
  }()

  static func row(_ list: CaviardCase.DictionaryList, _ id: String) -> TermRow {
    guard let row = dictionary.table(list).row(id: id) else { preconditionFailure("no row \(id)") }
    return TermRow(list, row)
  }
}
