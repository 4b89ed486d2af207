/// What is counted in one case, or summed over many. Only letters and digits count as characters.
package struct EvaluationCounts: Hashable, Sendable {
  /// Of one gold label.
  package struct Label: Hashable, Sendable {
    package var entities = 0
    package var full = 0
    package var touched = 0
    package var characters = 0
    package var found = 0

    package var fullShare: Double? { ratio(full, entities) }
    package var touchedShare: Double? { ratio(touched, entities) }
    package var recall: Double? { ratio(found, characters) }

    static func += (sum: inout Label, label: Label) {
      sum.entities += label.entities
      sum.full += label.full
      sum.touched += label.touched
      sum.characters += label.characters
      sum.found += label.found
    }
  }

  /// Of one kind of what was found.
  package struct Found: Hashable, Sendable {
    package var findings = 0
    package var edited = 0
    /// In cases marked exhaustively.
    package var characters = 0
    package var correct = 0

    package var precision: Double? { ratio(correct, characters) }

    static func += (sum: inout Found, found: Found) {
      sum.findings += found.findings
      sum.edited += found.edited
      sum.characters += found.characters
      sum.correct += found.correct
    }
  }

  package var cases = 0
  package var exhaustive = 0
  package var characters = 0
  package var removed = 0
  /// In cases marked exhaustively.
  package var found = 0
  package var correct = 0
  package var gold = 0
  package var hit = 0
  package var all = Label()
  package var withGold = 0
  package var clean = 0
  package var preserve = 0
  package var kept = 0
  /// Kept, or touched by none but edits of kind diagnosis, procedure or media.
  package var undamaged = 0
  package var byLabel: [String: Label] = [:]
  package var byKind: [String: Found] = [:]

  package init() {}

  /// Gold characters that some finding covers.
  package var characterRecall: Double? { ratio(hit, gold) }
  /// Gold entities whose every character is covered.
  package var entityFull: Double? { all.fullShare }
  package var entityTouched: Double? { all.touchedShare }
  /// Cases with gold of which no gold character is left.
  package var cleanShare: Double? { ratio(clean, withGold) }
  /// Found characters that are gold; `nil` when no case is marked exhaustively.
  package var precision: Double? { ratio(correct, found) }
  package var removedShare: Double? { ratio(removed, characters) }
  /// Spans to preserve that no edit touches.
  package var keptShare: Double? { ratio(kept, preserve) }
  /// Spans to preserve that no edit touches by mistake.
  package var undamagedShare: Double? { ratio(undamaged, preserve) }

  static func += (sum: inout EvaluationCounts, counts: EvaluationCounts) {
    sum.addFigures(of: counts)
    sum.byLabel.merge(counts.byLabel) { $0 + $1 }
    sum.byKind.merge(counts.byKind) { $0 + $1 }
  }

  /// All but the breakdowns, which resampling does not need.
  mutating func addFigures(of counts: EvaluationCounts) {
    cases += counts.cases
    exhaustive += counts.exhaustive
    characters += counts.characters
    removed += counts.removed
    found += counts.found
    correct += counts.correct
    gold += counts.gold
    hit += counts.hit
    all += counts.all
    withGold += counts.withGold
    clean += counts.clean
    preserve += counts.preserve
    kept += counts.kept
    undamaged += counts.undamaged
  }
}

extension EvaluationCounts.Label {
  fileprivate static func + (a: Self, b: Self) -> Self {
    var sum = a
    sum += b
    return sum
  }
}

extension EvaluationCounts.Found {
  fileprivate static func + (a: Self, b: Self) -> Self {
    var sum = a
    sum += b
    return sum
  }
}

private func ratio(_ part: Int, _ whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }
