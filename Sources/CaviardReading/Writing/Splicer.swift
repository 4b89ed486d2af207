package import CaviardCase

/// Puts edits into a file's text in one pass; every byte outside them is the file's own.
package struct Splicer: Sendable {
  package init() {}

  /// - Precondition: edits are sorted by source, disjoint, and inside the text.
  /// - Returns: the new text, UTF-8 without a byte order mark.
  package func splice(_ source: SourceText, _ edits: [Edit]) -> [UInt8] {
    let edits = source.bareValues.isEmpty ? edits : quoting(edits, in: source)
    var result: [UInt8] = []
    result.reserveCapacity(source.utf8.count + edits.reduce(0) { $0 + $1.replacement.count })
    var copied = 0
    for edit in edits {
      precondition(edit.source.lower >= copied, "edits are sorted and disjoint")
      precondition(edit.source.upper <= source.utf8.count, "an edit lies inside its file")
      result.append(contentsOf: source.utf8[copied..<edit.source.lower])
      result.append(contentsOf: edit.replacement)
      copied = edit.source.upper
    }
    result.append(contentsOf: source.utf8[copied...])
    return result
  }

  /// The edits, with quotes around each value that had none and is edited: a space in the new words would end it.
  private func quoting(_ edits: [Edit], in source: SourceText) -> [Edit] {
    var result: [Edit] = []
    var next = 0
    for value in source.bareValues {
      while next < edits.count, edits[next].source.lower < value.lower {
        result.append(edits[next])
        next += 1
      }
      let first = next
      while next < edits.count, edits[next].source.upper <= value.upper { next += 1 }
      guard first < next, first == 0 || edits[first - 1].source.upper <= value.lower else { continue }
      let quote = [UInt8(ascii: "\"")]
      result.append(Edit(source: SourceSpan(value.lower, value.lower), replacement: quote))
      var kept = value.lower
      for edit in edits[first..<next] {
        result += escapedQuotes(kept..<edit.source.lower, in: source)
        result.append(edit)
        kept = edit.source.upper
      }
      result += escapedQuotes(kept..<value.upper, in: source)
      result.append(Edit(source: SourceSpan(value.upper, value.upper), replacement: quote))
    }
    return result + edits[next...]
  }

  private func escapedQuotes(_ range: Range<Int>, in source: SourceText) -> [Edit] {
    range.filter { source.utf8[$0] == UInt8(ascii: "\"") }
      .map { Edit(source: SourceSpan($0, $0 + 1), replacement: Array("&quot;".utf8)) }
  }
}
