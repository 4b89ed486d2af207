package import CaviardCase

/// Puts edits into a file's text in one pass; every byte outside them is the file's own.
package struct Splicer: Sendable {
  package init() {}

  /// - Precondition: edits are sorted by source, disjoint, and inside the text.
  /// - Returns: the new text, UTF-8 without a byte order mark.
  package func splice(_ source: SourceText, _ edits: [Edit]) -> [UInt8] {
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
}
