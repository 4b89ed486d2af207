internal import CaviardCase
internal import FoundationEssentials

/// Reads gold and predictions from JSON Lines.
package enum GoldRecords {
  /// The first line, from 1, that is no record.
  package struct Fault: Error, Hashable, Sendable {
    package let line: Int

    package init(line: Int) { self.line = line }
  }

  private struct Span: Decodable {
    let start: Int
    let end: Int
    let label: String

    var labelled: LabelledSpan { LabelledSpan(start: start, end: end, label: label) }
  }

  private struct GoldRecord: Decodable {
    let id: String
    let text: String
    let spans: [Span]
    let preserve: [Span]?
    let exhaustive: Bool?
  }

  private struct PredictedRecord: Decodable {
    let id: String
    let spans: [Span]
    let edited: [Span]?
  }

  package static func gold(_ bytes: [UInt8]) throws(Fault) -> [GoldCase] {
    try records(bytes, GoldRecord.self).map { record in
      GoldCase(
        id: record.id, format: .text, text: record.text, spans: record.spans.map(\.labelled),
        preserve: (record.preserve ?? []).map(\.labelled), isExhaustive: record.exhaustive ?? true)
    }
  }

  package static func predictions(_ bytes: [UInt8]) throws(Fault) -> [PredictedCase] {
    try records(bytes, PredictedRecord.self).map { record in
      let found = record.spans.map(\.labelled)
      return PredictedCase(id: record.id, found: found, edited: record.edited?.map(\.labelled) ?? found)
    }
  }

  private static func records<Record: Decodable>(_ bytes: [UInt8], _ type: Record.Type) throws(Fault) -> [Record] {
    var records: [Record] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) {
      do {
        records.append(try JSONDecoder().decode(type, from: Data(line)))
      } catch {
        throw Fault(line: index + 1)
      }
    }
    return records
  }
}
