internal import CaviardCase

/// Puts invented names where an edit would write `[person 1]`.
struct Surrogates {
  private let names: [Int: SurrogateName]

  /// - Parameter text: names that stand in it already belong to somebody else.
  init(_ decisions: [Decision], in text: CaseText) {
    let people = decisions.compactMap { decision -> (number: Int, cue: SurrogateCue)? in
      guard case .placeholder(.personName, let number)? = decision.replacement else { return nil }
      return (number, SurrogateCue(before: decision.finding.span, in: text.bytes))
    }
    var cues: [Int: SurrogateCue] = [:]
    for (number, cue) in people where cues[number] ?? .unknown == .unknown { cues[number] = cue }
    let patient = cues.keys.sorted().first { cues[$0] == .unknown }
    let sex = Self.patientSex(decisions)
    let source = String(decoding: text.source.utf8, as: UTF8.self)
    var free = SurrogateName.all
    var names: [Int: SurrogateName] = [:]
    for number in cues.keys.sorted() {
      let wanted = cues[number]?.sex ?? (number == patient ? sex : nil)
      guard let index = free.firstIndex(where: { $0.sex == wanted && !source.contains($0.given) }) else { continue }
      names[number] = free.remove(at: index)
    }
    self.names = names
  }

  func replacing(_ edits: [Edit], in text: CaseText) -> [Edit] {
    guard !names.isEmpty else { return edits }
    var result: [Edit] = []
    // The name written by the last edit, where nothing but it was written.
    var alone: SurrogateName?
    for edit in edits {
      let written = String(decoding: edit.replacement, as: UTF8.self)
      let name = written.last == "]" ? names.first { Self.forms($0.key).contains(written) }?.value : nil
      // "Mark" and "Thornbury" as two people: one name is made of both.
      if let name, let before = alone, let last = result.last, Self.isSpace(last.source.upper..<edit.source.lower, text)
      {
        result[result.count - 1] = Edit(source: last.source, replacement: Array(before.given.utf8))
        result.append(Edit(source: edit.source, replacement: Array(name.surname.utf8)))
        alone = nil
        continue
      }
      alone = name
      result.append(Edit(source: edit.source, replacement: Array(replaced(written).utf8)))
    }
    return result
  }

  private func replaced(_ words: String) -> String {
    guard words.contains("[") else { return words }
    return names.reduce(words) { words, entry in
      Self.forms(entry.key).reduce(words) { $0.replacing($1, with: entry.value.full) }
    }
  }

  /// `[person 1]` and `[personne 1]`
  private static func forms(_ number: Int) -> [String] {
    Language.allCases.map { PlaceholderWords.placeholder(.personName, number: number, $0) }
  }

  private static func isSpace(_ range: Range<Int>, _ text: CaseText) -> Bool {
    !range.isEmpty && text.source.utf8[range].allSatisfy { $0 == 0x20 }
  }

  /// What the case says of the first patient, where it stays.
  private static func patientSex(_ decisions: [Decision]) -> Sex? {
    for decision in decisions {
      let finding = decision.finding
      if finding.kind == .sex, finding.subject.role == .patient, finding.subject.id == 1, decision.action == .keep,
        case .sex(let sex) = finding.value
      {
        return sex == .other ? nil : sex
      }
    }
    return nil
  }
}
