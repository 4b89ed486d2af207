/// Found against gold, over all cases. Only letters and digits count as characters.
package struct Evaluation: Sendable {
  package struct Label: Hashable, Sendable {
    package fileprivate(set) var entities = 0
    package fileprivate(set) var full = 0
    package fileprivate(set) var touched = 0
    package fileprivate(set) var characters = 0
    package fileprivate(set) var found = 0

    fileprivate mutating func add(hit: Int, of count: Int) {
      entities += 1
      full += hit == count ? 1 : 0
      touched += hit > 0 ? 1 : 0
      characters += count
      found += hit
    }

    package var fullShare: Double? { ratio(full, entities) }
    package var touchedShare: Double? { ratio(touched, entities) }
    package var recall: Double? { ratio(found, characters) }
  }

  package private(set) var cases = 0
  package private(set) var byLabel: [String: Label] = [:]
  private var all = Label()
  private var goldCharacters = 0
  private var goldFound = 0
  private var documents = 0
  private var cleanDocuments = 0
  private var foundCharacters = 0
  private var correctCharacters = 0
  private var hasExhaustive = false
  private var characters = 0
  private var removed = 0
  private var preserve = 0
  private var kept = 0

  package init() {}

  package var entities: Int { all.entities }
  /// Gold characters that some finding covers.
  package var characterRecall: Double? { ratio(goldFound, goldCharacters) }
  /// Gold entities whose every character is covered.
  package var entityFull: Double? { all.fullShare }
  package var entityTouched: Double? { all.touchedShare }
  /// Cases with gold of which no gold character is left.
  package var cleanShare: Double? { ratio(cleanDocuments, documents) }
  /// Found characters that are gold; `nil` when no case is marked exhaustively.
  package var precision: Double? { hasExhaustive ? ratio(correctCharacters, foundCharacters) : nil }
  package var removedShare: Double? { ratio(removed, characters) }
  /// Spans to preserve that no edit touches.
  package var keptShare: Double? { ratio(kept, preserve) }

  /// A weaker name, `possible-name`, does not count as found.
  package mutating func add(_ gold: GoldCase, _ predicted: PredictedCase) {
    let counts = gold.text.unicodeScalars.map { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    let found = Self.cover(counts.count, predicted.found.filter { $0.label != "possible-name" })
    let edited = Self.cover(counts.count, predicted.edited)
    let marked = Self.cover(counts.count, gold.spans)
    cases += 1
    for index in counts.indices where counts[index] {
      characters += 1
      if edited[index] { removed += 1 }
      guard gold.isExhaustive, found[index] else { continue }
      foundCharacters += 1
      if marked[index] { correctCharacters += 1 }
    }
    hasExhaustive = hasExhaustive || gold.isExhaustive
    addEntities(gold, counts, found, marked)
    for span in gold.preserve {
      preserve += 1
      let range = Self.range(span, counts.count)
      if !range.contains(where: { counts[$0] && edited[$0] }) { kept += 1 }
    }
  }

  private mutating func addEntities(_ gold: GoldCase, _ counts: [Bool], _ found: [Bool], _ marked: [Bool]) {
    var hasEntity = false
    for span in gold.spans {
      let places = Self.range(span, counts.count).filter { counts[$0] }
      guard !places.isEmpty else { continue }
      hasEntity = true
      let hit = places.count { found[$0] }
      all.add(hit: hit, of: places.count)
      byLabel[span.label, default: Label()].add(hit: hit, of: places.count)
    }
    let gold = counts.indices.filter { counts[$0] && marked[$0] }
    let hit = gold.count { found[$0] }
    goldCharacters += gold.count
    goldFound += hit
    guard hasEntity else { return }
    documents += 1
    if hit == gold.count { cleanDocuments += 1 }
  }

  private static func range(_ span: LabelledSpan, _ count: Int) -> Range<Int> {
    let lower = min(max(0, span.start), count)
    return lower..<max(lower, min(span.end, count))
  }

  private static func cover(_ count: Int, _ spans: [LabelledSpan]) -> [Bool] {
    var covered = [Bool](repeating: false, count: count)
    for span in spans { for index in range(span, count) { covered[index] = true } }
    return covered
  }
}

private func ratio(_ part: Int, _ whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }
