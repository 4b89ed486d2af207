import CaviardCase
import CaviardDictionaries
import Foundation
import Testing

@testable import CaviardRisk

/// The small tables beside this file, compiled once; they hold the inputs of the worked cases of the specification.
enum TestTables {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Tables")

  static let dictionary: CompiledDictionary = {
    do {
      return try compiled(folder.path)
    } catch {
      preconditionFailure("the test tables do not compile: \(error)")
    }
  }()
  static let model: RiskModel = loaded(dictionary)

  static func compiled(_ folder: String) throws -> CompiledDictionary {
    try CompiledDictionary(bytes: DictionaryCompiler().compile(folder: folder).bytes)
  }

  /// The tables with one list's text changed.
  static func compiled(
    changing list: CaviardCase.DictionaryList, _ change: (String) -> String
  ) throws -> CompiledDictionary {
    let files = FileManager.default
    let copy = files.temporaryDirectory.appendingPathComponent("caviard-tables-\(UUID().uuidString)")
    try files.copyItem(at: folder, to: copy)
    defer { try? files.removeItem(at: copy) }
    let file = copy.appendingPathComponent(list.rawValue).appendingPathComponent("terms.tsv")
    try change(String(contentsOf: file, encoding: .utf8)).write(to: file, atomically: true, encoding: .utf8)
    return try compiled(copy.path)
  }

  private static func loaded(_ dictionary: CompiledDictionary) -> RiskModel {
    do {
      return try RiskModel(dictionary: dictionary)
    } catch {
      preconditionFailure("the test tables are refused: \(error)")
    }
  }

  static func row(_ list: CaviardCase.DictionaryList, _ id: String) -> FactValue {
    .row(term(list, id))
  }

  static func term(_ list: CaviardCase.DictionaryList, _ id: String) -> TermRow {
    guard let row = dictionary.table(list).row(id: id) else { preconditionFailure("no row \(id)") }
    return TermRow(list, row)
  }
}
