internal import CaviardCase

/// Cuts spans of a file at its line ends.
struct LineRegions {
  private struct Place {
    var line = 1
    /// UTF-16 units before it in its line.
    var column = 0
    /// Scalars before it in the file.
    var scalar = 0
  }

  private let utf8: [UInt8]

  init(_ source: SourceText) { utf8 = source.utf8 }

  /// The regions of each span: one where it is empty or nothing but line ends, else none is empty. O(text + spans).
  func of(_ spans: [SourceSpan]) -> [[LineRegion]] {
    guard !spans.isEmpty else { return [] }
    let offsets = Set(spans.flatMap { [$0.lower, $0.upper] }).sorted()
    var places: [Int: Place] = [:]
    // Where each line ends, without its line end, and where the next one starts.
    var ends: [(column: Int, scalar: Int, next: Int)] = []
    var place = Place()
    var at = 0
    for offset in offsets {
      while at < min(offset, utf8.count) { step(&place, &at, &ends) }
      places[offset] = place
    }
    return spans.map { span in
      guard let lower = places[span.lower], let upper = places[span.upper] else { return [] }
      return Self.regions(from: lower, to: upper, ends)
    }
  }

  private func step(_ place: inout Place, _ at: inout Int, _ ends: inout [(column: Int, scalar: Int, next: Int)]) {
    let byte = utf8[at]
    at += 1
    while at < utf8.count, utf8[at] & 0xC0 == 0x80 { at += 1 }
    let isReturn = byte == 0x0D
    guard byte == 0x0A || isReturn else {
      place.column += byte < 0xF0 ? 1 : 2
      place.scalar += 1
      return
    }
    let scalar = place.scalar
    place.scalar += 1
    if isReturn, at < utf8.count, utf8[at] == 0x0A {
      at += 1
      place.scalar += 1
    }
    ends.append((place.column, scalar, place.scalar))
    place.line += 1
    place.column = 0
  }

  private static func regions(
    from lower: Place, to upper: Place, _ ends: [(column: Int, scalar: Int, next: Int)]
  ) -> [LineRegion] {
    var regions: [LineRegion] = []
    for line in lower.line...max(lower.line, upper.line) {
      let isLast = line >= upper.line
      let region = LineRegion(
        line: line, column: line == lower.line ? lower.column + 1 : 1,
        endColumn: (isLast ? upper.column : ends[line - 1].column) + 1,
        start: line == lower.line ? lower.scalar : ends[line - 2].next,
        end: isLast ? upper.scalar : ends[line - 1].scalar)
      if region.column < region.endColumn { regions.append(region) }
    }
    if !regions.isEmpty { return regions }
    let column = lower.column + 1
    return [LineRegion(line: lower.line, column: column, endColumn: column, start: lower.scalar, end: lower.scalar)]
  }
}
