/// Orphanet's names of ages at onset, English and French, in years.
enum OnsetAges {
  private static let years: [(name: String, range: ClosedRange<Int>)] = [
    ("antenatal", 0...0), ("neonatal", 0...0), ("infancy", 0...2), ("petite enfance", 0...2), ("nourrisson", 0...2),
    ("childhood", 2...11), ("enfance", 2...11), ("adolescent", 12...18), ("adolescence", 12...18), ("adult", 19...65),
    ("adulte", 19...65), ("age adulte", 19...65), ("elderly", 65...100), ("personne agee", 65...100),
    ("sujet age", 65...100), ("all ages", 0...100), ("tout age", 0...100), ("tous les ages", 0...100),
  ]

  /// From the youngest to the oldest; `nil` when nothing is known ("No data available").
  static func range(_ names: [String]) -> ClosedRange<Int>? {
    let ranges = names.compactMap { name in
      years.first { $0.name == OrphadataPrevalence.folded(name) }?.range
    }
    guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() else { return nil }
    return low...high
  }
}
