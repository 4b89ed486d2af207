internal import CaviardCase
internal import CaviardDictionaries

/// Quasi-identifiers that are terms of a list: diagnoses, procedures, institutions, occupations, groups, facts, age words.
struct TermDetector {
  let context: CaseContext
  let clauses: Clauses

  func detect() -> [Finding] {
    var findings: [Finding] = []
    var index = 0
    while index < context.tokens.count {
      var end = index + 1
      for found in self.found(at: index) {
        findings.append(found.finding)
        if found.finding.kind == .diagnosis { end = max(end, found.tokens.upperBound) }
      }
      index = end
    }
    return findings
  }

  private struct Found {
    let finding: Finding
    let tokens: Range<Int>
  }

  private func found(at index: Int) -> [Found] {
    var found: [Found] = []
    guard !context.matchLists[index].isDisjoint(with: Self.lists) else { return found }
    var seen: ListSet = []
    for place in context.matches(at: index) {
      let list = context.match(place).sense.list
      guard seen.insert(ListSet(list)).inserted, Self.lists.contains(ListSet(list)),
        // Several senses of one list: the longest, then the first row.
        let longest = context.longest(at: index, in: list)
      else { continue }
      if let finding = finding(longest) { found.append(Found(finding: finding, tokens: longest.tokens)) }
    }
    return found
  }

  private static let lists: ListSet = [
    .diagnoses, .procedures, .institutions, .occupations, .occupationGroups, .groups, .facts, .ageWords,
    .institutionHeads, .cues,
  ]

  private func finding(_ match: TermMatch) -> Finding? {
    if context.isShielded(match.tokens) { return nil }
    switch match.sense.list {
    case .diagnoses:
      return text(.diagnoses, "id", match.sense.row).hasPrefix("system-common") ? nil : clinical(match, .diagnosis)
    case .procedures: return clinical(match, .procedure)
    case .institutions: return institution(match)
    case .occupations: return occupation(match)
    case .occupationGroups: return make(match, .occupation, confidence: 0.95, detector: "occupation.group")
    case .groups: return group(match)
    case .facts: return fact(match)
    case .ageWords: return ageWord(match)
    case .institutionHeads: return unnamedInstitution(match)
    case .cues: return mediaReference(match)
    default: return nil
    }
  }

  private func make(
    _ match: TermMatch, _ kind: Kind, confidence: Double, detector: String, subject: Subject? = nil,
    review: Bool = false,
    role: FindingRole = .now
  ) -> Finding {
    Finding(
      span: context.span(match.tokens), kind: kind, role: role,
      subject: subject ?? clauses.subject(of: match.tokens.lowerBound),
      value: .row(TermRow(match.sense.list, match.sense.row)), confidence: confidence, detector: detector,
      evidence: [Evidence(detector)], needsReview: review)
  }

  private func text(_ list: DictionaryList, _ column: String, _ row: Int) -> String {
    context.tables.text(list, column, row)
  }

  // MARK: Medicine

  /// A diagnosis or procedure that is neither denied nor only considered.
  private func clinical(_ match: TermMatch, _ kind: Kind) -> Finding? {
    let first = match.tokens.lowerBound
    guard !clauses.isNegated(first), !clauses.isDifferential(first), !isDeniedAfter(match.tokens),
      !isSpecies(match.tokens)
    else { return nil }
    return make(match, kind, confidence: 0.9, detector: "\(kind.rawValue).term")
  }

  /// The second word of an organism's name: "M. tuberculosis", "Mycobacterium leprae".
  private func isSpecies(_ tokens: Range<Int>) -> Bool {
    let first = tokens.lowerBound
    guard tokens.count == 1, first > 0, context.isSameBlock(first, first - 1), context.tokens[first].shape == .lower
    else {
      return false
    }
    let genus = context.tokens[first - 1]
    switch context.tokens[first].gap {
    case .periodSpace, .period: return genus.length == 1 && genus.isCapitalised
    case .space:
      return genus.shape == .capitalised && !context.isSentenceStart[first - 1]
        && context.membership[first - 1].contains(ListSet(.medicalWords))
    default: return false
    }
  }

  private static let deniedAfter = PersonVerbs.keySet(
    "negative négatif négative négatifs négatives absent absente excluded unlikely exclu exclue exclus exclues "
      + "écarté écartée écartés éliminé éliminée éliminés infirmé infirmée improbable")

  /// "HIV serology was negative", "amyloidosis was ruled out": the word right after, or after one or two more in the clause.
  private func isDeniedAfter(_ tokens: Range<Int>) -> Bool {
    let end = min(tokens.upperBound + 4, context.block(of: tokens.lowerBound).tokens.upperBound)
    for index in tokens.upperBound..<max(end, tokens.upperBound) {
      guard clauses.start(of: index) == clauses.start(of: tokens.lowerBound) else { return false }
      if Self.deniedAfter.contains(context.tokens[index].key) { return true }
      if Self.ruled.contains(context.tokens[index].key), index + 1 < context.tokens.count,
        Self.out.contains(context.tokens[index + 1].key)
      {
        return true
      }
    }
    return false
  }

  private static let ruled = PersonVerbs.keySet("ruled")
  private static let out = PersonVerbs.keySet("out")

  // MARK: Places of work and care

  private static let ownWords = PersonVerbs.keySet("our notre nos")
  private static let definite = PersonVerbs.keySet("the our le la au du l notre nos")

  /// An institution without a name that the reader knows all the same: "the nursing station", « notre CHSLD » (risk.md B2). What
  /// serves a wide area ("the hospital") says nothing.
  private func unnamedInstitution(_ match: TermMatch) -> Finding? {
    let first = match.tokens.lowerBound
    guard first > 0, context.isSameBlock(first, first - 1),
      let catchment = context.tables.number(.institutionHeads, "catchment", match.sense.row)
    else { return nil }
    let before = context.tokens[first - 1].key
    let isRural =
      text(.institutionHeads, "class", match.sense.row) == "nursing-station" && Self.definite.contains(before)
    guard isRural || Self.ownWords.contains(before) && catchment <= 5_000 else { return nil }
    return Finding(
      span: context.span(match.tokens), kind: .institution,
      value: .unknownInstitution(
        key: context.key(match.tokens), head: TermRow(.institutionHeads, match.sense.row)), confidence: 0.8,
      detector: "institution.unnamed", evidence: [Evidence("institution.unnamed")])
  }

  /// "see the photograph": words that refer to a picture or recording of the patient.
  private func mediaReference(_ match: TermMatch) -> Finding? {
    guard match.sense.row < context.tables.cueKinds.count,
      context.tables.cueKinds[match.sense.row] == .mediaReference
    else { return nil }
    return Finding(
      span: context.span(match.tokens), kind: .media, value: .unknown(key: context.key(match.tokens)), confidence: 0.8,
      detector: "media.reference", evidence: [Evidence("media.reference")])
  }

  private func institution(_ match: TermMatch) -> Finding? {
    guard
      context.tokens[match.tokens.lowerBound].isCapitalised
        || match.tokens.contains(where: { context.tokens[$0].isCapitalised })
    else { return nil }
    return make(match, .institution, confidence: 0.9, detector: "institution.list")
  }

  // MARK: People

  private func occupation(_ match: TermMatch) -> Finding? {
    let first = match.tokens.lowerBound
    let kind = text(.occupations, "class", match.sense.row)
    let hasCue = clauses.hasCue(.occupation, before: first, reach: 5)
    if kind == "provider" { guard hasCue else { return nil } }
    if text(.occupations, "cue", match.sense.row) == "needed" {
      guard hasCue || isApposition(first) else { return nil }
    }
    return make(match, .occupation, confidence: hasCue ? 0.9 : 0.75, detector: "occupation.term")
  }

  /// Right after an age: "47-year-old lighthouse keeper", « femme de 40 ans, mairesse ».
  private func isApposition(_ index: Int) -> Bool {
    guard index > 1, context.isSameBlock(index, index - 1) else { return false }
    let before = context.tokens[index - 1]
    return Self.ageEnds.contains(before.key)
      && (context.tokens[index].gap == .space || context.tokens[index].gap == .commaSpace)
  }

  private static let ageEnds = PersonVerbs.keySet("old ans yo aged retired retraité retraitée")

  private func group(_ match: TermMatch) -> Finding? {
    let first = match.tokens.lowerBound
    guard let kind = Kind(rawValue: text(.groups, "kind", match.sense.row)) else { return nil }
    if kind == .language {
      guard clauses.hasCue(.language, before: first, reach: 4) || isSpoken(match.tokens) else { return nil }
    }
    if EponymFrames(context: context).frames(first), context.membership[first].contains(ListSet(.eponyms)) {
      return nil
    }
    return make(match, kind, confidence: 0.85, detector: "\(kind.rawValue).term")
  }

  private static let speechWords = PersonVerbs.keySet(
    "speaks speaking speak spoke spoken language interpreter parle parlant langue locuteur locutrice interprète")

  private func isSpoken(_ tokens: Range<Int>) -> Bool {
    let block = context.block(of: tokens.lowerBound).tokens
    let around = max(block.lowerBound, tokens.lowerBound - 3)..<min(block.upperBound, tokens.upperBound + 2)
    return around.contains { Self.speechWords.contains(context.tokens[$0].key) }
  }

  private func fact(_ match: TermMatch) -> Finding? {
    let first = match.tokens.lowerBound
    guard let kind = Kind(rawValue: text(.facts, "kind", match.sense.row)), !clauses.isNegated(first) else {
      return nil
    }
    let review = text(.facts, "review", match.sense.row) == "yes"
    // A superlative about a measurement, not about the patient.
    let role: FindingRole = text(.facts, "class", match.sense.row) == "measure" ? .event : .now
    return make(
      match, kind, confidence: 0.85, detector: "\(kind.rawValue).term", subject: kind == .family ? .patient : nil,
      review: review, role: role)
  }

  private static let gradeLeads = PersonVerbs.keySet("in en a an the son her his their")

  private func ageWord(_ match: TermMatch) -> Finding? {
    let (first, next) = (match.tokens.lowerBound, match.tokens.upperBound)
    // « âgée de 45 ans » is an exact age; a bare "grade 3" is a tumour's.
    if next + 1 < context.tokens.count, context.isSameBlock(first, next + 1), context.tokens[next].length <= 2,
      context.tokens[next + 1].shape == .digits
    {
      return nil
    }
    if match.tokens.contains(where: { context.tokens[$0].shape == .digits }) {
      guard first > 0, Self.gradeLeads.contains(context.tokens[first - 1].key), context.isSameBlock(first, first - 1)
      else { return nil }
    }
    guard let value = ValueBuilder(context: context).ageWord(TermRow(.ageWords, match.sense.row)) else { return nil }
    return Finding(
      span: context.span(match.tokens), kind: .age, subject: clauses.subject(of: match.tokens.lowerBound),
      value: .age(value), confidence: 0.8, detector: "age.word", evidence: [Evidence("age.word")])
  }
}
