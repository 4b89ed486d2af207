package import CaviardCase
internal import FoundationEssentials

/// One JSON Lines record: the members we know, and all others as the bytes they came in.
package struct StreamRecord: Sendable {
  private struct Member: Sendable {
    let name: [UInt8]
    /// In ``line``: name and value as written.
    let whole: Range<Int>
    let value: Range<Int>
  }

  private static let ours: [String] = ["id", "text", "format", "language", "caviard"]

  private let line: [UInt8]
  private let members: [Member]
  /// The record's `id` as text, if it has one.
  package let id: String?

  /// - Throws: ``CaseFailure/Code/invalidRecord`` when the line is no JSON object or a member of ours is there twice.
  package init(_ line: [UInt8]) throws(CaseFailure) {
    guard String(validating: line, as: UTF8.self) != nil else {
      throw CaseFailure(.invalidRecord, detail: "not UTF-8")
    }
    let members: [Member]
    do {
      members = try Self.members(of: line)
    } catch {
      throw CaseFailure(.invalidRecord, byte: error.at, detail: "not a JSON object")
    }
    for name in Self.ours where members.count(where: { $0.name.elementsEqual(name.utf8) }) > 1 {
      throw CaseFailure(.invalidRecord, detail: "“\(name)” is there twice")
    }
    self.line = line
    self.members = members
    id = members.first { $0.name.elementsEqual("id".utf8) }.map { member in
      Self.string(line, member.value) ?? String(decoding: line[member.value], as: UTF8.self)
    }
  }

  /// The case in the record.
  ///
  /// - Parameters:
  ///   - name: what the report calls it when it has no `id`.
  ///   - isNamedByID: false for an id that tells of somebody: the report does not repeat it.
  /// - Throws: ``CaseFailure/Code/invalidRecord`` for a missing or ill-typed member.
  package func source(name: String, isNamedByID: Bool = true, language: Language?) throws(CaseFailure) -> CaseSource {
    guard let text = try text("text") else { throw CaseFailure(.invalidRecord, detail: "no “text”") }
    var format = CaseFormat.text
    if let named = try self.text("format") {
      guard let known = CaseFormat(rawValue: named), !known.isContainer || CaseSelection.hasContainers else {
        throw CaseFailure(.unsupportedFormat)
      }
      format = known
    }
    // A tag such as fr-CA names the language in its first part; another language is decided by the text itself.
    let tag = try self.text("language")?.split(separator: "-").first.map(String.init) ?? ""
    var bytes = Array(text.utf8)
    if format.isContainer {
      // Foundation takes padding for the end wherever it stands, and one sign more.
      let padding = UInt8(ascii: "=")
      let paddings = bytes.suffix(2).reversed().prefix { $0 == padding }.count
      guard bytes.count.isMultiple(of: 4), !bytes.dropLast(paddings).contains(padding),
        let decoded = Data(base64Encoded: text)
      else { throw CaseFailure(.invalidRecord, detail: "“text” is not base 64") }
      bytes = Array(decoded)
    }
    return CaseSource(
      name: isNamedByID ? id ?? name : name, format: format, bytes: bytes, encoding: .utf8,
      language: Language(rawValue: tag.lowercased()) ?? language)
  }

  /// The record with new text (or without any) and the report; everything else byte for byte and in its order.
  package func written(text: [UInt8]?, caviard: [UInt8]) -> [UInt8] {
    var parts: [[UInt8]] = []
    for member in members {
      if member.name.elementsEqual("text".utf8) {
        guard let text else { continue }
        var part = Array(line[member.whole.lowerBound..<member.value.lowerBound])
        JSONQuoting.append(text, to: &part)
        parts.append(part)
      } else if !member.name.elementsEqual("caviard".utf8) {
        parts.append(Array(line[member.whole]))
      }
    }
    parts.append(Array(#""caviard": "#.utf8) + caviard)
    return Array("{".utf8) + parts.joined(separator: ", ".utf8) + Array("}\n".utf8)
  }

  /// A line that is no record still has its place in the output.
  package static func writtenAlone(caviard: [UInt8]) -> [UInt8] {
    Array(#"{"caviard": "#.utf8) + caviard + Array("}\n".utf8)
  }
}

extension StreamRecord {
  private static func members(of line: [UInt8]) throws(JSONScanner.Fault) -> [Member] {
    var scanner = JSONScanner(line)
    var members: [Member] = []
    scanner.skipSpace()
    try scanner.expect(UInt8(ascii: "{"))
    scanner.skipSpace()
    if !scanner.skip(UInt8(ascii: "}")) {
      repeat {
        scanner.skipSpace()
        let start = scanner.position
        let name = try scanner.string()
        scanner.skipSpace()
        try scanner.expect(UInt8(ascii: ":"))
        scanner.skipSpace()
        let value = try scanner.value()
        members.append(Member(name: name, whole: start..<value.upperBound, value: value))
        scanner.skipSpace()
      } while scanner.skip(UInt8(ascii: ","))
      try scanner.expect(UInt8(ascii: "}"))
    }
    scanner.skipSpace()
    guard scanner.isAtEnd else { throw JSONScanner.Fault(at: scanner.position) }
    return members
  }

  /// A member's text; `nil` when it is missing or null.
  private func text(_ name: String) throws(CaseFailure) -> String? {
    guard let member = members.first(where: { $0.name.elementsEqual(name.utf8) }),
      !line[member.value].elementsEqual("null".utf8)
    else { return nil }
    guard let text = Self.string(line, member.value) else {
      throw CaseFailure(.invalidRecord, detail: "“\(name)” is not text")
    }
    return text
  }

  private static func string(_ line: [UInt8], _ value: Range<Int>) -> String? {
    guard line[value.lowerBound] == UInt8(ascii: "\"") else { return nil }
    var scanner = JSONScanner(line, from: value.lowerBound)
    guard let bytes = try? scanner.string() else { return nil }  // the scanner has accepted it once already
    return String(decoding: bytes, as: UTF8.self)
  }
}
