internal import CaviardCase

/// Reads brat's standoff: a text, and beside it lines like `T1⇥NAME 0 4;9 12⇥Jean Roy`.
package enum BratAnnotations {
  /// Relations, events, attributes and notes are passed over.
  ///
  /// - Throws: faults of the annotation file; `.notUTF8` with line 0 when it is the text that is not UTF-8.
  package static func gold(id: String, text: [UInt8], annotations: [UInt8]) throws(GoldFault) -> GoldCase {
    guard let string = String(validating: text, as: UTF8.self) else { throw GoldFault(.notUTF8, line: 0) }
    // brat counts a byte order mark; our places do not.
    let hasMark = string.unicodeScalars.first == "\u{FEFF}"
    let shift = hasMark ? 1 : 0
    let annotated = AnnotatedText(
      hasMark ? String(String.UnicodeScalarView(string.unicodeScalars.dropFirst())) : string)
    var entities: [GoldEntity] = []
    let lines = annotations.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() where bytes.first == UInt8(ascii: "T") {
      let line = index + 1
      let bytes = bytes.last == 0x0D ? bytes.dropLast() : bytes
      guard let text = String(validating: bytes, as: UTF8.self) else { throw GoldFault(.notUTF8, line: line) }
      let fields = text.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count >= 2, let (label, ranges) = place(fields[1]) else { throw GoldFault(.notARecord, line: line) }
      entities.append(
        try annotated.entity(
          label, ranges.map { ($0.start - shift, $0.end - shift) }, words: fields.count > 2 ? String(fields[2]) : nil,
          line: line))
    }
    return GoldCase(id: id, format: .text, text: annotated.string, entities: entities)
  }

  /// `NAME 0 4;9 12`
  private static func place(_ field: Substring) -> (label: String, ranges: [(start: Int, end: Int)])? {
    guard let space = field.firstIndex(of: " "), space > field.startIndex else { return nil }
    var ranges: [(start: Int, end: Int)] = []
    for part in field[field.index(after: space)...].split(separator: ";", omittingEmptySubsequences: false) {
      let numbers = part.split(separator: " ")
      guard numbers.count == 2, let start = Int(numbers[0]), let end = Int(numbers[1]) else { return nil }
      ranges.append((start, end))
    }
    return (String(field[..<space]), ranges)
  }
}
