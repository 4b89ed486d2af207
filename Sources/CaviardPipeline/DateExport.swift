package import CaviardCase
internal import CaviardReading
internal import CaviardRedacting

/// The moved dates of one case, and how they are written.
///
/// A date goes through the scrub as a placeholder with a number of its own, so that it counts for nothing there, and comes
/// back moved.
struct DateExport {
  private static let firstNumber = 900_001
  private static let months: [Language: [String]] = [
    .english: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
    .french: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
      "décembre",
    ],
  ]

  struct Place {
    let finding: Finding
    let source: SourceSpan
    let words: String
  }

  let places: [Place]

  /// Dates that name their year, but not those of birth; what is left is scrubbed like anything else.
  init(_ seen: SeenCase, days: Int) {
    let languages = BlockLanguages(seen.text, seen.detection)
    places = seen.detection.findings.compactMap { finding in
      guard finding.kind == .date, finding.role != .birth, case .date(let date) = finding.value,
        let moved = DateShift.moved(date, by: days), !Self.isName(finding.span, seen.text)
      else { return nil }
      let pieces = seen.text.map.sourceSpans(of: finding.span)
      guard pieces.count == 1 else { return nil }
      let isNumber = !seen.text.string(finding.span).contains { $0.isLetter }
      return Place(
        finding: finding, source: pieces[0],
        words: Self.words(moved, isNumber: isNumber, languages.language(at: finding.span)))
    }
  }

  /// The changes that put a placeholder for each date.
  var hiding: [Edit] {
    places.indices.map { Edit(source: places[$0].source, replacement: Array(Self.placeholder($0).utf8)) }
  }

  /// True where a case holds one of our numbers already.
  static func isTaken(_ utf8: [UInt8]) -> Bool { String(decoding: utf8, as: UTF8.self).contains("[date 900") }

  func restored(_ utf8: [UInt8]) -> [UInt8] {
    var text = String(decoding: utf8, as: UTF8.self)
    for index in places.indices { text = text.replacing(Self.placeholder(index), with: places[index].words) }
    return Array(text.utf8)
  }

  private static func placeholder(_ index: Int) -> String {
    PlaceholderWords.placeholder(.date, number: firstNumber + index, .english)
  }

  private static func words(_ date: DateValue, isNumber: Bool, _ language: Language) -> String {
    let year = padded(date.year ?? 0, 4)
    guard let month = date.month else { return year }
    if isNumber { return ([year, padded(month, 2)] + (date.day.map { [padded($0, 2)] } ?? [])).joined(separator: "-") }
    let named = "\(months[language]?[month - 1] ?? "") \(year)"
    guard let day = date.day else { return named }
    return language == .french && day == 1 ? "1er \(named)" : "\(day) \(named)"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// True in names, links and code, where words cannot stand.
  private static func isName(_ span: TextSpan, _ text: CaseText) -> Bool {
    text.blocks.contains { $0.span.contains(span) && ($0.context == .identifier || $0.context == .code) }
  }
}

extension Pipeline {
  /// A research export: scrubbed, with every date that names its year moved by the case's own number of days, and marked
  /// as not for sharing.
  package func scrub(_ source: CaseSource, shifting shift: DateShift) -> CaseOutcome {
    do throws(CaseFailure) {
      let seen = try withoutAllowances(try cleaned(try look(at: source), source), source)
      guard !seen.assessment.reasons.contains(.notForSharing), !DateExport.isTaken(seen.text.source.utf8) else {
        return check(source).holding()
      }
      let export = DateExport(seen, days: shift.days(of: source.name))
      let hidden = Splicer().splice(seen.text.source, export.hiding)
      let inner = scrub(source.holding(try WrittenFile.bytes(hidden, as: seen.text.source, source.format)))
      // The report tells the places of the file as stored, not those of the text with the dates hidden.
      let report = check(source).report
      guard let output = inner.output, let after = inner.after else { return inner.reported(report) }
      let text: CaseText
      do { text = try reader.read(source.holding(output)) } catch { throw error.failure }
      let marked = SharingMark.marking(export.restored(text.source.utf8), SharingMark.exportNotice, source.format)
      return CaseOutcome(
        name: source.name, byteCount: source.bytes.count, report: report,
        after: CaseAfter(
          verdict: .block, reasons: [.notForSharing], risk: after.risk, cost: after.cost, costGap: after.costGap,
          edits: after.edits, rounds: after.rounds, datesShifted: export.places.count),
        result: .scrubbed(try WrittenFile.bytes(marked, as: text.source, source.format)))
    } catch {
      return CaseOutcome(
        name: source.name, byteCount: source.bytes.count, report: nil, after: nil, result: .failed(error))
    }
  }
}

extension CaseOutcome {
  fileprivate func reported(_ report: CaseReport?) -> CaseOutcome {
    CaseOutcome(name: name, byteCount: byteCount, report: report, after: nil, result: result)
  }

  fileprivate func holding() -> CaseOutcome {
    CaseOutcome(name: name, byteCount: byteCount, report: report, after: nil, result: .held)
  }
}
