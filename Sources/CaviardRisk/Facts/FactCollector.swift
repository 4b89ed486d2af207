internal import CaviardCase

/// Findings → facts.
struct FactCollector: Sendable {
  let builder: LadderBuilder
  let pins: Set<Kind>

  private struct Key: Hashable {
    let kind: Kind
    let owner: Fact.Owner
    let value: FactValue
    /// Only ages at onset are told apart from ages now.
    let isOnset: Bool
  }

  private struct Draft {
    let key: Key
    var role: FactRole
    var ladder: Ladder
    var mentions: [Fact.Mention]
    var needsReview: Bool
    var isPinned: Bool
    var kinship: TermRow?
    var recurrence: Int64 = 0
    var first: TextSpan
  }

  /// Facts in the order of their first mention.
  func collect(_ findings: [Finding], blocks: [TextBlock]) throws(RiskError) -> [Fact] {
    let patient = findings.filter { $0.subject.role == .patient }.map(\.subject.id).min() ?? Subject.patient.id
    var drafts: [Draft] = []
    var byKey: [Key: Int] = [:]
    let pinned = blocks.filter { $0.pin != nil }
    for (index, finding) in findings.enumerated() where finding.identifierClass == .quasi {
      guard let owner = Self.owner(of: finding, patient: patient) else { continue }
      let role = FactRole(finding)
      let key = Key(kind: finding.kind, owner: owner, value: finding.value, isOnset: role == .onset)
      let isPinned =
        pins.contains(finding.kind)
        || pinned.contains { $0.pin == finding.kind && $0.span.contains(finding.span) }
      let mention = Fact.Mention(finding: index, level: 0)
      if let known = byKey[key] {
        drafts[known].role = max(drafts[known].role, role)
        drafts[known].mentions.append(mention)
        drafts[known].needsReview = drafts[known].needsReview || finding.needsReview
        drafts[known].isPinned = drafts[known].isPinned || isPinned
        drafts[known].first = min(drafts[known].first, finding.span)
      } else {
        byKey[key] = drafts.count
        drafts.append(
          Draft(
            key: key, role: role, ladder: Ladder([]), mentions: [mention], needsReview: finding.needsReview,
            isPinned: isPinned, kinship: finding.subject.kinship, first: finding.span))
      }
    }
    for index in drafts.indices {
      drafts[index].ladder = try builder.ladder(drafts[index].key.kind, drafts[index].role, drafts[index].key.value)
    }
    drafts.sort { ($0.first, $0.key.kind) < ($1.first, $1.key.kind) }
    return try facts(merge(shareDiseases(drafts)))
  }

  /// Whom a finding counts for; `nil` for what is said of a clinician and tells nothing of the patient.
  private static func owner(of finding: Finding, patient: Int) -> Fact.Owner? {
    switch finding.kind {
    case .place, .institution, .date, .event: return .everyone
    default:
      switch finding.subject.role {
      case .patient: return .patient(finding.subject.id)
      case .other: return .patient(patient)
      case .relative: return .relative(finding.subject.id)
      case .clinician: return nil
      }
    }
  }

  /// A relative's disease that is the patient's too tells the patient's: one fact, and so many fewer patients as relatives with
  /// it are rare.
  private func shareDiseases(_ drafts: [Draft]) throws(RiskError) -> [Draft] {
    var drafts = drafts
    var gone: Set<Int> = []
    for index in drafts.indices where drafts[index].key.kind == .diagnosis {
      guard case .relative = drafts[index].key.owner else { continue }
      guard
        let own = drafts.indices.first(where: { other in
          guard case .patient = drafts[other].key.owner, drafts[other].key.kind == .diagnosis else { return false }
          return step(of: drafts[index].key.value, in: drafts[other].ladder) != nil
        }), let step = step(of: drafts[index].key.value, in: drafts[own].ladder)
      else { continue }
      gone.insert(index)
      drafts[own].mentions += drafts[index].mentions.map { Fact.Mention(finding: $0.finding, level: step) }
      drafts[own].isPinned = drafts[own].isPinned || drafts[index].isPinned
      drafts[own].recurrence += try recurrence(drafts[index].kinship)
    }
    return drafts.indices.filter { !gone.contains($0) }.map { drafts[$0] }
  }

  /// The step of a ladder that is a value.
  private func step(of value: FactValue, in ladder: Ladder) -> Int? {
    ladder.levels.firstIndex { $0.content == .value(value) }
  }

  private func recurrence(_ kinship: TermRow?) throws(RiskError) -> Int64 {
    guard let kinship else { return MilliDex.floorLog(0.25) }
    let table = builder.model.recurrences
    guard kinship.list == .kinship, table.indices.contains(kinship.row) else { throw .unknownRow(kinship) }
    return table[kinship.row]
  }

  /// A mention that only repeats a coarser step of another fact belongs to that fact.
  private func merge(_ drafts: [Draft]) -> [Draft] {
    var drafts = drafts
    var finer: [Int?] = Array(repeating: nil, count: drafts.count)
    var steps = Array(repeating: 0, count: drafts.count)
    var byKey: [Key: Int] = [:]
    for (index, draft) in drafts.enumerated() { byKey[draft.key] = index }
    for (index, draft) in drafts.enumerated() {
      for (step, level) in draft.ladder.levels.enumerated().dropFirst() {
        guard case .value(let value) = level.content else { continue }
        let key = Key(kind: draft.key.kind, owner: draft.key.owner, value: value, isOnset: draft.key.isOnset)
        guard let coarser = byKey[key], coarser != index, finer[coarser] == nil,
          draft.role == .now || draft.role == drafts[coarser].role
        else { continue }
        finer[coarser] = index
        steps[coarser] = step
      }
    }
    mergeAges(drafts, &finer, &steps)
    // A merged fact's own mentions move on to what it merged into.
    for index in drafts.indices.reversed() where finer[index] != nil {
      var target = index
      var step = 0
      while let next = finer[target] {
        step = steps[target]
        target = next
      }
      drafts[target].mentions += drafts[index].mentions.map { mention in
        Fact.Mention(finding: mention.finding, level: max(step, mention.level))
      }
      drafts[target].isPinned = drafts[target].isPinned || drafts[index].isPinned
      drafts[target].first = min(drafts[target].first, drafts[index].first)
      drafts[target].needsReview = drafts[target].needsReview || drafts[index].needsReview
    }
    return drafts.indices.filter { finer[$0] == nil }.map { drafts[$0] }
  }

  /// "In her forties" repeats "aged 47" although no band of the ladder is exactly it.
  private func mergeAges(_ drafts: [Draft], _ finer: inout [Int?], _ steps: inout [Int]) {
    let ages = drafts.indices.filter { drafts[$0].key.kind == .age }
    // Quadratic, so only for as many ages as a story has; beyond, each counts on its own.
    guard ages.count <= 100 else { return }
    for outer in ages where finer[outer] == nil {
      guard case .age(let wide) = drafts[outer].key.value else { continue }
      for inner in ages where inner != outer && finer[inner] == nil {
        guard case .age(let narrow) = drafts[inner].key.value, drafts[inner].key.owner == drafts[outer].key.owner,
          drafts[inner].key.isOnset == drafts[outer].key.isOnset, narrow != wide, AgeBands.contains(wide, narrow)
        else { continue }
        finer[outer] = inner
        steps[outer] =
          drafts[inner].ladder.levels.lastIndex { level in
            guard case .value(.age(let band)) = level.content else { return false }
            return AgeBands.contains(wide, band)
          } ?? 0
        break
      }
    }
  }

  private func facts(_ drafts: [Draft]) throws(RiskError) -> [Fact] {
    var carriers: [Int: Int] = [:]
    for (index, draft) in drafts.enumerated() {
      guard case .relative(let id) = draft.key.owner, let share = draft.ladder.levels.first?.estimate.share else {
        continue
      }
      if let known = carriers[id], drafts[known].ladder.levels[0].estimate.share <= share { continue }
      carriers[id] = index
    }
    var facts: [Fact] = []
    for (index, draft) in drafts.enumerated() {
      var multiplicity: Int64 = 0
      if case .relative(let id) = draft.key.owner, carriers[id] == index, let kinship = draft.kinship {
        let table = builder.model.multiplicities
        guard kinship.list == .kinship, kinship.row >= 0, kinship.row < table.count else {
          throw .unknownRow(kinship)
        }
        multiplicity = max(0, table[kinship.row])
      }
      facts.append(
        Fact(
          kind: draft.key.kind, owner: draft.key.owner, role: draft.role, value: draft.key.value,
          ladder: draft.needsReview ? draft.ladder.reviewed : draft.ladder,
          mentions: draft.mentions, isPinned: draft.isPinned, multiplicity: multiplicity,
          recurrence: draft.recurrence))
    }
    return facts
  }
}
