import CaviardCase
import CaviardEvaluating
import CaviardTestSupport
import Foundation

/// A fixture with its marked spans, compared with what was found.
struct GoldComparison {
  /// One mark, or one false alarm.
  struct Row: Hashable {
    enum Outcome: String {
      case found
      /// Some of its letters or digits are in no finding of its kind.
      case partial
      case missed
      /// Found, as something else.
      case otherKind = "other-kind"
      case falseAlarm = "false-alarm"
    }

    let kind: Kind
    let outcome: Outcome
    let line: Int
    let text: String
  }

  let path: String
  let rows: [Row]

  static let all: Result<[GoldComparison], any Error> = Result {
    try FixtureRun.all.get().map { run in
      let file = ProjectFolder.url.appending(path: "Fixtures/Gold/" + run.fixture.path)
      let stored = try Data(contentsOf: file)
      // Places do not count a byte order mark.
      let bytes = stored.starts(with: [0xEF, 0xBB, 0xBF]) ? stored.dropFirst(3) : stored
      return GoldComparison(run, try MarkedText(bytes))
    }
  }
}

extension GoldComparison {
  private init(_ run: FixtureRun, _ gold: MarkedText) {
    path = run.fixture.path
    let text = Array(gold.text.unicodeScalars)
    let lines = Lines(text)
    let findings = run.checked.report?.findings.filter { Self.counts($0.decision.finding) } ?? []
    let marks = gold.spans.compactMap { span in
      Kind(rawValue: span.label).flatMap { $0 == .media ? nil : ($0, span.start..<span.end) }
    }
    var rows: [Row] = []
    for (kind, range) in marks {
      let letters = Self.letters(kind, range, text)
      let own = findings.filter { Self.answers($0.decision.finding, kind) }
      let hit = letters.count { place in own.contains { $0.place.start <= place && place < $0.place.end } }
      let other = letters.contains { place in findings.contains { $0.place.start <= place && place < $0.place.end } }
      let outcome: Row.Outcome =
        hit == letters.count ? .found : hit > 0 ? .partial : other ? .otherKind : .missed
      rows.append(Row(kind: kind, outcome: outcome, line: lines.line(range.lowerBound), text: Self.text(text[range])))
    }
    for finding in findings {
      let range = finding.place.start..<finding.place.end
      guard !marks.contains(where: { $0.1.overlaps(range) }) else { continue }
      rows.append(
        Row(
          kind: finding.decision.finding.kind, outcome: .falseAlarm, line: finding.place.line,
          text: Self.text(text[range])))
    }
    self.rows = rows.sorted { ($0.line, $0.kind, $0.text) < ($1.line, $1.kind, $1.text) }
  }

  /// Sex words and relative durations are not marked; media are counted, not found in the text.
  private static func counts(_ finding: Finding) -> Bool {
    if case .date(let date) = finding.value, date.isRelative { return false }
    return finding.kind != .sex && finding.kind != .media
  }

  /// A direct mark is answered by any direct identifier, every other by its own kind.
  private static func answers(_ finding: Finding, _ kind: Kind) -> Bool {
    if kind.identifierClass == .direct {
      return finding.identifierClass == .direct && finding.confidence >= 0.5
    }
    return finding.kind == kind
  }

  /// The letters and digits that must be found: none of a tag, and none of a title or article before the rest.
  private static func letters(_ kind: Kind, _ range: Range<Int>, _ text: [Unicode.Scalar]) -> [Int] {
    var letters: [Int] = []
    var isTag = false
    var start = range.lowerBound
    while let end = text[start..<range.upperBound].firstIndex(where: { $0 == " " || $0 == "\u{A0}" || $0 == ";" }),
      forewords.contains(Self.text(text[start..<end]).lowercased())
    { start = end + 1 }
    for place in start..<range.upperBound {
      if text[place] == "<" { isTag = true }
      let properties = text[place].properties
      if !isTag, properties.isAlphabetic || properties.numericType != nil { letters.append(place) }
      if text[place] == ">" { isTag = false }
    }
    return letters
  }

  private static let forewords: Set<String> = [
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "master", "dr", "dr.", "dre", "m.", "mme", "mlle", "rn", "a", "an",
    "the", "le", "la", "un", "une", "ms&#160", "pasteur", "bébé", "baby", "boy",
  ]

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars { view.append(scalar.properties.isWhitespace ? " " : scalar) }
    return String(view)
  }

  private struct Lines {
    private let starts: [Int]

    init(_ text: [Unicode.Scalar]) { starts = [0] + text.indices.filter { text[$0] == "\n" }.map { $0 + 1 } }

    /// From 1.
    func line(_ place: Int) -> Int { starts.lastIndex { $0 <= place }.map { $0 + 1 } ?? 1 }
  }
}
