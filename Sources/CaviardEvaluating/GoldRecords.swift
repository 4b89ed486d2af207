internal import CaviardCase
internal import FoundationEssentials

/// Reads gold and predictions from JSON Lines.
package enum GoldRecords {
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
    struct Risk: Decodable { let k: Double? }

    let id: String
    let spans: [Span]
    let edited: [Span]?
    let risk: Risk?
  }

  package static func gold(_ bytes: [UInt8]) throws(GoldFault) -> [GoldCase] {
    var cases: [GoldCase] = []
    for (line, record) in try records(bytes, GoldRecord.self) {
      let length = record.text.unicodeScalars.count
      let preserve = record.preserve ?? []
      guard (record.spans + preserve).allSatisfy({ 0 <= $0.start && $0.start <= $0.end && $0.end <= length }) else {
        throw GoldFault(.outside, line: line)
      }
      cases.append(
        GoldCase(
          id: record.id, format: .text, text: record.text, spans: record.spans.map(\.labelled),
          preserve: preserve.map(\.labelled), isExhaustive: record.exhaustive ?? true))
    }
    return cases
  }

  package static func predictions(_ bytes: [UInt8]) throws(GoldFault) -> [PredictedCase] {
    try records(bytes, PredictedRecord.self).map { _, record in
      let found = record.spans.map(\.labelled)
      return PredictedCase(
        id: record.id, found: found, edited: record.edited?.map(\.labelled) ?? found, k: record.risk?.k)
    }
  }

  private static func records<Record: Decodable>(
    _ bytes: [UInt8], _ type: Record.Type
  ) throws(GoldFault) -> [(line: Int, record: Record)] {
    var records: [(line: Int, record: Record)] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) {
      do {
        records.append((index + 1, try JSONDecoder().decode(type, from: Data(line))))
      } catch {
        throw GoldFault(.notARecord, line: index + 1)
      }
    }
    return records
  }
}
