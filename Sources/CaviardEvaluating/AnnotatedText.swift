/// A text to which annotations refer by Unicode scalar, and whose words they repeat.
struct AnnotatedText {
  let string: String
  private let scalars: [Unicode.Scalar]

  init(_ string: String) {
    self.string = string
    scalars = Array(string.unicodeScalars)
  }

  /// - Parameters:
  ///   - words: what the annotation says stands there; white space does not count.
  ///   - line: of the annotation, for the fault.
  /// - Throws: `.outside`, `.otherWords`.
  func entity(
    _ label: String, _ ranges: [(start: Int, end: Int)], words: String?, line: Int
  ) throws(GoldFault) -> GoldEntity {
    guard !ranges.isEmpty, ranges.allSatisfy({ 0 <= $0.start && $0.start <= $0.end && $0.end <= scalars.count }) else {
      throw GoldFault(.outside, line: line)
    }
    let ranges = ranges.map { $0.start..<$0.end }
    if let words {
      let marked = ranges.flatMap { scalars[$0] }.filter { !$0.properties.isWhitespace }
      guard marked == words.unicodeScalars.filter({ !$0.properties.isWhitespace }) else {
        throw GoldFault(.otherWords, line: line)
      }
    }
    return GoldEntity(label: label, ranges: ranges)
  }
}
