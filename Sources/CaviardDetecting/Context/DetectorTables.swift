internal import CaviardCase
package import CaviardDictionaries

/// The dictionary's tables as detectors ask them: opened once, before the first case.
package final class DetectorTables: Sendable {
  package let dictionary: CompiledDictionary
  private let tables: [DictionaryTable]
  private let storage = FlatStorage()
  /// The kind of every row of `cues`.
  let cueKinds: FlatArray<CueKind>
  /// By row: heads before the eponym (bit 0), after it (bit 1).
  let headPositions: FlatArray<UInt8>
  /// By row: a ``NameStrength`` and one, 0 where the list does not say.
  let givenNameStrengths: CodedColumn
  let surnameStrengths: CodedColumn
  let placeStrengths: CodedColumn

  package init(_ dictionary: CompiledDictionary) {
    self.dictionary = dictionary
    tables = ListSet.order.map(dictionary.table)
    let cues = CodedColumn(dictionary.table(.cues), "kind") { CueKind($0).rawValue }
    cueKinds = storage.copy(cues.rows.map { CueKind(rawValue: $0) ?? .other })
    let heads = CodedColumn(dictionary.table(.eponymHeads), "position") { text in
      switch text {
      case "before": 1
      case "after": 2
      case "both": 3
      default: 0
      }
    }
    headPositions = storage.copy(heads.rows)
    givenNameStrengths = Self.strengths(dictionary.table(.givenNames))
    surnameStrengths = Self.strengths(dictionary.table(.surnames))
    placeStrengths = Self.strengths(dictionary.table(.places))
  }

  private static func strengths(_ table: DictionaryTable) -> CodedColumn {
    CodedColumn(table, "class") { text in
      switch text {
      case "strong": NameStrength.strong.rawValue
      case "ambiguous": NameStrength.ambiguous.rawValue
      case "weak": NameStrength.weak.rawValue
      default: 0
      }
    }
  }

  func table(_ list: DictionaryList) -> DictionaryTable { tables[Int(list.bit)] }

  /// A cell's text, empty when the list has no such column.
  func text(_ list: DictionaryList, _ column: String, _ row: Int) -> String {
    let table = table(list)
    return table.column(column).map { table.text($0, row) } ?? ""
  }

  func number(_ list: DictionaryList, _ column: String, _ row: Int) -> Double? {
    let table = table(list)
    return table.column(column).flatMap { table.number($0, row) }
  }
}
