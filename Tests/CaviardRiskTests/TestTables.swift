import CaviardCase
import CaviardDictionaries
import Foundation
import Testing

@testable import CaviardRisk

/// The small tables beside this file, compiled once; they hold the inputs of the worked cases of the specification.
enum TestTables {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Tables")

  static let dictionary: CompiledDictionary = compiled(changing: nil) { $0 }
  static let model: RiskModel = loaded(dictionary)

  /// The tables with one list's text changed.
  static func compiled(
    changing list: CaviardCase.DictionaryList?, _ change: (String) -> String
  ) -> CompiledDictionary {
    do {
      var bytes: [UInt8] = []
      for name in CaviardCase.DictionaryList.allCases {
        let file = folder.appendingPathComponent(name.rawValue).appendingPathComponent("terms.tsv")
        guard var text = try? String(contentsOf: file, encoding: .utf8) else { continue }
        if name == list { text = change(text) }
        bytes += Array("\u{1}\(name.rawValue)\n\(text)".utf8)
      }
      return try CompiledDictionary(bytes: bytes)
    } catch {
      preconditionFailure("the test tables do not compile: \(error)")
    }
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
