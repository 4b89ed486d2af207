internal import CaviardCase

/// Finds what a path tells: which of its folders, and whether the file's own name.
///
/// A name has no sentences, so it is read several ways: as it stands and with its joints as spaces, folder and file as one
/// phrase with capitals ("tremblay/jean"), and cut where capitals or digits begin ("JeanTremblay1985").
struct PathReader: Sendable {
  private let pipeline: Pipeline

  init(_ pipeline: Pipeline) { self.pipeline = pipeline.takingUnknownWords() }

  /// Shares from which a fact says little by itself: what half a library's titles name.
  private static let (commonDiagnosis, commonFact) = (0.001, 0.01)
  private static let sure = 0.8
  /// Fewest digits that, alone, are more likely a patient's number than a case's.
  private static let fewestDigits = 6

  /// - Parameter components: folders, then the file's name without its ending.
  /// - Returns: for each, the kind of what it tells; `nil` for one that may be shown.
  func kinds(_ components: [String]) -> [Kind?] {
    var kinds: [Kind?] = components.map { _ in nil }
    mark(&kinds, components, .plain) { Self.tells($0) }
    mark(&kinds, components, .capitalised) {
      // Most words with a capital are only words: what a rule guesses from it must be sure.
      [.personName, .place].contains($0.finding.kind) && $0.finding.confidence >= Self.sure
    }
    mark(&kinds, components, .cut) { Self.isDirect($0) }
    return zip(kinds, components).map { $0 ?? Self.unreadable($1) }
  }

  /// Of what the user typed to name a place, and of a record's id: direct identifiers only.
  func directKinds(_ components: [String]) -> [Kind?] {
    var kinds: [Kind?] = components.map { _ in nil }
    mark(&kinds, components, .plain) { Self.isDirect($0) }
    return kinds
  }

  private func mark(
    _ kinds: inout [Kind?], _ components: [String], _ style: PathWords.Style, _ tells: (Decision) -> Bool
  ) {
    let words = PathWords(components, style)
    guard !words.bytes.isEmpty else { return }
    let source = CaseSource(name: "-", format: .text, bytes: words.bytes, encoding: .utf8)
    let found: [(pieces: [SourceSpan], kind: Kind)]
    do throws(CaseFailure) {
      let seen = try pipeline.look(at: source)
      found = seen.assessment.decisions.filter(tells).map {
        (seen.text.map.sourceSpans(of: $0.finding.span), $0.finding.kind)
      }
    } catch {
      found = [([SourceSpan(0, words.bytes.count)], .possibleName)]
    }
    let known = kinds
    for (pieces, kind) in found {
      let touched = Set(pieces.flatMap { words.owners[$0.range] }).subtracting([-1])
      // What joins a name that is known already is a folder beside it, not a part of it.
      if style == .capitalised, touched.contains(where: { known[$0] != nil }) { continue }
      for index in touched where kinds[index] == nil { kinds[index] = kind }
    }
  }

  private static func isDirect(_ decision: Decision) -> Bool {
    decision.finding.identifierClass == .direct && decision.finding.confidence >= 0.5
  }

  /// What tells of somebody only together with other facts counts too: the case may tell those.
  private static func tells(_ decision: Decision) -> Bool {
    switch decision.finding.identifierClass {
    case .direct: isDirect(decision)
    case .unknown: true
    case .media: false
    case .quasi: isTelling(decision)
    }
  }

  private static func isTelling(_ decision: Decision) -> Bool {
    switch decision.finding.kind {
    case .sex, .language: false
    case .diagnosis, .procedure: decision.share.map { $0 < commonDiagnosis } ?? true
    // "newborn", "retired": a stage of life, not an age.
    case .age where decision.finding.detector == "age.word": false
    case .occupation: decision.share.map { $0 < commonFact } ?? true
    default: true
    }
  }

  /// What stands for a number, or cannot be shown at all.
  private static func unreadable(_ component: String) -> Kind? {
    let digits = component.utf8.count { $0 >= 0x30 && $0 <= 0x39 }
    if digits >= fewestDigits, component.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || "-_. ".utf8.contains($0) }) {
      return .recordNumber
    }
    let isShowable = component.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
      default: scalar != "\u{FFFD}"
      }
    }
    return isShowable ? nil : .possibleName
  }
}
