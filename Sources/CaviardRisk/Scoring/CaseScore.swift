internal import CaviardCase

/// K of everybody a case is about.
struct CaseScore: Sendable {
  private let model: RiskModel
  let facts: [Fact]
  /// People before any share, milli-dex.
  let candidates: Int64
  let patientIDs: [Int]
  let patients: [PatientScore]
  let relatives: [RelativeScore]

  init(model: RiskModel, facts: [Fact], candidates: Int64) {
    self.model = model
    self.facts = facts
    self.candidates = candidates
    var ids: Set<Int> = []
    var kin: Set<Int> = []
    for fact in facts {
      switch fact.owner {
      case .everyone: break
      case .patient(let id): ids.insert(id)
      case .relative(let id): kin.insert(id)
      }
    }
    patientIDs = ids.isEmpty ? [Subject.patient.id] : ids.sorted()
    patients = patientIDs.map { id in
      let members = facts.indices.filter { index in
        switch facts[index].owner {
        case .everyone, .relative: true
        case .patient(let owner): owner == id
        }
      }
      return PatientScore(model: model, facts: facts, members: members, candidates: candidates)
    }
    relatives = kin.sorted().compactMap { RelativeScore(id: $0, facts: facts, candidates: candidates) }
  }

  /// By subject: patients first.
  func factors(_ levels: [Int]) -> [Factors] {
    patients.map { $0.factors(levels) } + relatives.map { $0.factors(levels) }
  }

  /// The smallest K_low of any subject, milli-dex.
  func low(_ levels: [Int]) -> Int64 { factors(levels).map(\.low).min() ?? candidates }

  /// - Parameter people: the candidates as the policy states them, for the report where no place narrows them.
  func risk(
    _ levels: [Int], threshold: Double, cost: Int, gap: Int = 0, strangers: Int64, people: Int
  ) -> CaseRisk {
    let all = factors(levels)
    let worst = all.min { ($0.share, $0.low) < ($1.share, $1.low) } ?? Factors(share: candidates)
    let stranger = patients.map { $0.share(levels, candidates: strangers) }.min() ?? strangers
    let base = facts.indices.reduce(candidates) { base, index in
      guard facts[index].narrowsBase else { return base }
      return min(base, facts[index].ladder.levels[levels[index]].people ?? base)
    }
    let spread = all.map { MilliDex.spread($0.variance) }
    let subjects = all.indices.map { index in
      SubjectRisk(
        id: index < patientIDs.count ? patientIDs[index] : relatives[index - patientIDs.count].id,
        role: index < patientIDs.count ? .patient : .relative, k: MilliDex.power(all[index].share),
        kLow: MilliDex.power(all[index].share - spread[index]))
    }
    let rarest = patients.min { $0.factors(levels).share < $1.factors(levels).share }
    let sources = (rarest?.lines(levels) ?? []).filter { $0.fact != nil && $0.share < 0 }.map(\.source)
    return CaseRisk(
      k: MilliDex.power(worst.share), kLow: MilliDex.power(all.map(\.low).min() ?? candidates),
      kHigh: MilliDex.power(worst.share + MilliDex.spread(worst.variance)), threshold: threshold,
      candidates: base == candidates ? people : Int(MilliDex.power(base).rounded()),
      strangerK: MilliDex.power(stranger), cost: cost,
      subjects: subjects, costGap: gap,
      halfWidth: Double(MilliDex.spread(worst.variance)) / 1300, factorCount: sources.count,
      generalKnowledgeCount: sources.count { model.isGeneralKnowledge($0) })
  }
}
