internal import CaviardCase
internal import CaviardPipeline
internal import CaviardReporting
internal import FoundationEssentials

struct NumberedLine: Sendable {
  let line: LineReader.Line
  /// From 1.
  let number: Int
}

struct WrittenRecord: Sendable {
  let bytes: [UInt8]
  let isError: Bool
}

/// One JSON Lines record in, one out: scrubbed, held without its text, or an error without its text.
struct RecordScrubber {
  let pipeline: Pipeline
  let reports: JSONReport
  let language: Language?

  func scrub(_ line: NumberedLine) -> WrittenRecord {
    var record: StreamRecord?
    do throws(CaseFailure) {
      guard case .whole(let bytes) = line.line else { throw CaseFailure(.tooLarge) }
      let isFirst = line.number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
      let parsed = try StreamRecord(isFirst ? Array(bytes.dropFirst(3)) : bytes)
      record = parsed
      let name = "line \(line.number)"
      let kinds = parsed.id.map { NeutralNames(pipeline).directKinds(inID: $0) } ?? []
      let source = try parsed.source(name: name, isNamedByID: kinds.isEmpty, language: language)
      let outcome = pipeline.scrub(source).naming(kinds)
      if let failure = outcome.failure { throw failure }
      let text = source.format.isContainer ? outcome.output.map { Array(Data($0).base64EncodedData()) } : outcome.output
      var json = JSONWriter()
      reports.write(outcome, to: &json)
      return WrittenRecord(bytes: parsed.written(text: text, caviard: json.bytes), isError: false)
    } catch {
      return WrittenRecord(bytes: failed(error, record, line.number), isError: true)
    }
  }

  private func failed(_ failure: CaseFailure, _ record: StreamRecord?, _ number: Int) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("error")
      reports.write(failure, line: number, to: &json)
    }
    return record?.written(text: nil, caviard: json.bytes) ?? StreamRecord.writtenAlone(caviard: json.bytes)
  }
}
