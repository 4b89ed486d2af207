internal import CaviardCase
internal import CaviardPipeline
internal import Foundation

/// Every line is one line, and a record is understood as it is by another reader of JSON, before and after its text is
/// replaced.
struct RecordsCheck {
  private static let limitBytes = 600
  private static let report = Array(#"{"verdict": "pass"}"#.utf8)

  func check(_ bytes: [UInt8]) throws(FuzzFault) {
    let expected = Self.lines(of: bytes)
    let lines = try Self.read(bytes)
    try FuzzFault.require(lines.count == expected.count, "\(expected.count) lines, read as \(lines.count)")
    for (line, whole) in zip(lines, expected) {
      switch line {
      case .tooLong: try FuzzFault.require(whole.count > Self.limitBytes, "a line within the limit is too long")
      case .whole(let read): try FuzzFault.require(read == whole, "a line is read otherwise")
      }
    }
    for line in expected { try check(record: line) }
  }

  private func check(record line: [UInt8]) throws(FuzzFault) {
    guard let record = Self.record(line) else { return }
    let outer = Self.object(line)
    let text = "é \"[person 1]\"\n\\\u{1}"
    for replacement in [Array(text.utf8), nil] {
      let written = record.written(text: replacement, caviard: Self.report)
      try FuzzFault.require(written.last == 0x0A && written.dropLast().allSatisfy { $0 != 0x0A }, "not one line")
      guard let again = Self.record(Array(written.dropLast())) else { throw FuzzFault("a record written is none") }
      try FuzzFault.require(again.id == record.id, "a record's id is written otherwise")
      guard let outer else { continue }
      guard let inner = Self.object(written) else { throw FuzzFault("a record written is no JSON object") }
      for (key, value) in outer where key != "text" && key != "caviard" {
        try FuzzFault.require((inner[key] as? NSObject) == (value as? NSObject), "a member is written otherwise")
      }
      try FuzzFault.require(inner["caviard"] != nil, "the report is missing")
      try FuzzFault.require(
        replacement == nil ? inner["text"] == nil : outer["text"] == nil || inner["text"] as? String == text,
        "the text is written otherwise")
    }
    guard let source = Self.source(record), let told = outer?["text"] as? String else { return }
    try FuzzFault.require(source.bytes.elementsEqual(told.utf8), "the text is read otherwise")
  }

  private static func record(_ line: [UInt8]) -> StreamRecord? {
    do throws(CaseFailure) { return try StreamRecord(line) } catch { return nil }
  }

  private static func source(_ record: StreamRecord) -> CaseSource? {
    do throws(CaseFailure) { return try record.source(name: "line", language: nil) } catch { return nil }
  }

  /// As Foundation reads it; `nil` for what it refuses.
  private static func object(_ bytes: [UInt8]) -> [String: Any]? {
    (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any]
  }

  private static func lines(of bytes: [UInt8]) -> [[UInt8]] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// Through a file that has no name.
  private static func read(_ bytes: [UInt8]) throws(FuzzFault) -> [LineReader.Line] {
    guard let file = tmpfile() else { throw FuzzFault("no temporary file") }
    defer { fclose(file) }
    guard bytes.isEmpty || fwrite(bytes, bytes.count, 1, file) == 1 else { throw FuzzFault("no temporary file") }
    rewind(file)
    var reader = LineReader(fileno(file), limitBytes: limitBytes)
    var lines: [LineReader.Line] = []
    while let line = reader.next() { lines.append(line) }
    return lines
  }
}
