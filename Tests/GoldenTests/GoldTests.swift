import CaviardCase
import CaviardTestSupport
import Testing

/// The spans people marked in the fixtures, against what is found.
@Suite("Gold marks of the fixtures")
struct GoldTests {
  @Test("no letter of a direct identifier is missed")
  func direct() throws {
    let comparisons = try GoldComparison.all.get()
    for comparison in comparisons {
      for row in comparison.rows where row.kind.identifierClass == .direct && row.outcome != .falseAlarm {
        #expect(row.outcome == .found, "\(comparison.path):\(row.line) \(row.kind.rawValue): \(row.text)")
      }
    }
  }

  @Test("misses and false alarms are the known ones; recall and precision by kind are those written above them")
  func known() throws {
    let comparisons = try GoldComparison.all.get()
    let rows = comparisons.flatMap { comparison in
      comparison.rows.filter { $0.outcome != .found }.map { row in
        "\(comparison.path)\t\(row.line)\t\(row.kind.rawValue)\t\(row.outcome.rawValue)\t\(row.text)"
      }
    }
    try Baseline("misses.tsv").compare(lines: Self.summary(comparisons.flatMap(\.rows)) + rows)
  }

  private static func summary(_ rows: [GoldComparison.Row]) -> [String] {
    let kinds = Set(rows.map(\.kind)).sorted()
    return ["# kind: marks found of all, false alarms"]
      + kinds.map { kind in
        let own = rows.filter { $0.kind == kind }
        let marks = own.filter { $0.outcome != .falseAlarm }
        let found = marks.count { $0.outcome == .found }
        return "# \(kind.rawValue): \(found) of \(marks.count), \(own.count - marks.count)"
      } + ["# path\tline\tkind\toutcome\ttext"]
  }
}
