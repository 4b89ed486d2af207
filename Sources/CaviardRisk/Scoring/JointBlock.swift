internal import CaviardCase

/// The facts of one patient whose shares depend on one another: diagnosis, age, sex, place, institution, occupation
/// (risk.md C4, D3).
struct JointBlock: Sendable {
  /// Cells beyond this are not tabulated; facts left out count on their own, which is the safe side.
  static let cellLimit = 3_000

  private let model: RiskModel
  private let facts: [Fact]
  /// Indices of the facts in the block.
  let members: [Int]
  private let diagnoses: [Int]
  private let together: DiagnosisBonus
  private let bases: [Int]
  private let occupations: [Int]
  private let age: Int?
  private let sex: Int?
  private let hasSexStated: Sex?
  /// For each diagnosis and level the profile's index; 0 is everybody.
  private let profileOf: [[Int]]
  /// For each diagnosis and level whether its figures are general knowledge.
  private let isGeneralKnowledge: [[Bool]]
  /// By profile and level of the age, milli-dex.
  private let ageShares: [[Int64]]
  private let sexShares: [Int64]

  init(model: RiskModel, facts: [Fact], candidates members: [Int]) {
    self.model = model
    self.facts = facts
    let chosen = Self.choose(facts, members)
    self.members = chosen
    diagnoses = chosen.filter { facts[$0].kind == .diagnosis }
    together = DiagnosisBonus(diagnoses.map { facts[$0].ladder }, pairs: model.pairs)
    bases = chosen.filter { facts[$0].kind == .place || facts[$0].kind == .institution }
    occupations = chosen.filter { facts[$0].kind == .occupation }
    age = chosen.first { facts[$0].kind == .age }
    sex = chosen.first { facts[$0].kind == .sex }
    var stated: Sex?
    if let sex, case .sex(let value) = facts[sex].value, value != .other { stated = value }
    hasSexStated = stated
    var profiles = [model.everybody]
    profileOf = diagnoses.map { fact in
      facts[fact].ladder.levels.map { level in
        guard let row = level.row(in: .diagnoses) else { return 0 }
        profiles.append(model.diagnoses.profile(row, model.census))
        return profiles.count - 1
      }
    }
    isGeneralKnowledge = diagnoses.map { fact in
      facts[fact].ladder.levels.map { model.isGeneralKnowledge($0.estimate.source) }
    }
    let levels = age.map { facts[$0].ladder.levels } ?? []
    ageShares = profiles.map { profile in
      levels.map { level in
        switch level.content {
        case .value(.age(let age)): profile.share(of: age, sex: stated)
        case .removed: 0
        case .value, .phrase: level.estimate.share
        }
      }
    }
    sexShares = profiles.map { profile in stated.map { profile.share(of: $0) } ?? 0 }
  }

  /// The first of each kind in the order of how much they depend on the others, then more while the table stays small.
  private static func choose(_ facts: [Fact], _ members: [Int]) -> [Int] {
    func rarest(_ indices: [Int]) -> [Int] {
      indices.sorted { a, b in
        let (x, y) = (facts[a].ladder.levels[0], facts[b].ladder.levels[0])
        return (x.people ?? x.estimate.share, a) < (y.people ?? y.estimate.share, b)
      }
    }
    let own = members.filter { !facts[$0].isRelative }
    let diagnoses = rarest(own.filter { facts[$0].kind == .diagnosis })
    let ages = rarest(own.filter { facts[$0].kind == .age && facts[$0].role == .now })
    let sexes = own.filter { fact in
      if case .sex(let sex) = facts[fact].value { return sex != .other }
      return false
    }
    let places = rarest(own.filter { facts[$0].kind == .place && facts[$0].narrowsBase })
    let institutions = rarest(own.filter { facts[$0].kind == .institution })
    let work = rarest(members.filter { facts[$0].kind == .occupation })
    let queues: [[Int]] = [
      diagnoses, Array(ages.prefix(1)), Array(sexes.prefix(1)), places, work, institutions,
    ]
    var chosen: [Int] = []
    var cells = 1
    var round = 0
    while queues.contains(where: { round < $0.count }) {
      for queue in queues where round < queue.count {
        let fact = queue[round]
        guard cells * facts[fact].ladder.levels.count <= cellLimit else { return chosen }
        cells *= facts[fact].ladder.levels.count
        chosen.append(fact)
      }
      round += 1
    }
    return chosen
  }

  /// The factors of the block at given levels (by fact), base included.
  ///
  /// - Parameters:
  ///   - candidates: people before any share, milli-dex.
  ///   - paysYear: a date with its year is kept; then a lasting disease is told in one year of ten.
  ///   - record: told every factor.
  func factors(
    _ levels: [Int], candidates: Int64, paysYear: Bool, record: ((FactorLine) -> Void)? = nil
  ) -> Factors {
    var factors = Factors()
    let base = addBase(levels, candidates, &factors, record)
    let kept = diagnoses.indices.filter { index in
      let fact = diagnoses[index]
      return facts[fact].ladder.levels[levels[fact]].content != .removed
    }
    if base.hasPlace, !kept.isEmpty {
      // Diseases are not spread evenly over places.
      let width = model.halfWidths("place", "kept-with-diagnosis", standard: 150)
      factors.variance += width * width
    }
    var diagnosisShare: Int64 = 0
    var acuteShare: Int64?
    for index in kept {
      let fact = diagnoses[index]
      let level = facts[fact].ladder.levels[levels[fact]]
      let row = level.row(in: .diagnoses)
      let share = localShare(level, row, base) + facts[fact].recurrence
      let width = MilliDex.effective(level.estimate.halfWidth, share: share)
      diagnosisShare += share
      factors.variance += width * width
      if let row, model.diagnoses.isAcute(row) { acuteShare = (acuteShare ?? 0) + share }
      record?(FactorLine(fact: fact, share: share, halfWidth: level.estimate.halfWidth, source: level.estimate.source))
    }
    let bonus = together.bonus(diagnoses.lazy.map { levels[$0] })
    if bonus > 0 { record?(FactorLine(fact: nil, share: bonus, halfWidth: 0, source: DiagnosisBonus.source)) }
    let people = addPeople(levels, kept, diagnosisShare + bonus, &factors, record)
    factors.share += people
    addOccupations(levels, base, &factors, record)
    if paysYear {
      // An acute illness is told within the year it happened; so much is known without a date.
      factors.share += -1000 + min(1000, acuteShare.map { -$0 } ?? 0)
    }
    return factors
  }

  private struct Base {
    var hasPlace = false
    /// People of the smallest place that is no region or more, milli-dex.
    var locality: Int64?
    /// The chain of the smallest place.
    var chain: [Int] = []
    var smallest = Int64.max
  }

  private func addBase(
    _ levels: [Int], _ candidates: Int64, _ factors: inout Factors, _ record: ((FactorLine) -> Void)?
  ) -> Base {
    var base = Base()
    var people = candidates
    record?(FactorLine(fact: nil, share: candidates, halfWidth: 0, source: "candidates"))
    for fact in bases {
      let level = facts[fact].ladder.levels[levels[fact]]
      guard let own = level.people else { continue }
      let width = level.estimate.halfWidth
      factors.variance += width * width
      record?(
        FactorLine(fact: fact, share: min(0, own - people), halfWidth: width, source: level.estimate.source))
      people = min(people, own)
      guard facts[fact].kind == .place else { continue }
      base.hasPlace = true
      if own < base.smallest {
        base.smallest = own
        base.chain = level.places
      }
      if level.places.first.map({ model.places.tier($0) == .locality }) ?? true {
        base.locality = min(base.locality ?? own, own)
      }
    }
    factors.share += people
    return base
  }

  /// A founder disease is at home in one region: there it is commoner, elsewhere rarer (risk.md C4.3).
  private func localShare(_ level: Level, _ row: Int?, _ base: Base) -> Int64 {
    let share = level.estimate.share
    guard let row, !base.chain.isEmpty, let home = model.diagnoses.founder(row) else { return share }
    if base.chain.contains(home) {
      return model.diagnoses.localShare(row, people: model.places.population(home))
    }
    // What holds the region (its province) has the country's share; anywhere else, a tenth.
    let holder = try? model.places.chain(home)  // Checked when the ladder was built; a loop has no home.
    return holder?.contains(base.chain[0]) == true ? share : share - 1000
  }

  /// Diagnosis, age and sex together: the rarest reading of the diagnoses kept, and never more people than without.
  private func addPeople(
    _ levels: [Int], _ kept: [Int], _ diagnosisShare: Int64, _ factors: inout Factors,
    _ record: ((FactorLine) -> Void)?
  ) -> Int64 {
    let ageLevel = age.map { levels[$0] }
    var lead: Int?
    func joint(_ profile: Int) -> Int64 { sexShares[profile] + (ageLevel.map { ageShares[profile][$0] } ?? 0) }
    var profile = 0
    for (position, index) in kept.enumerated() {
      let own = profileOf[index][levels[diagnoses[index]]]
      if position == 0 || joint(own) < joint(profile) {
        profile = own
        lead = index
      }
    }
    // Ages and sexes given a disease rest on what is known of the disease.
    let given =
      record == nil
      ? "" : lead.map { " given \(facts[diagnoses[$0]].ladder.levels[levels[diagnoses[$0]]].estimate.source)" } ?? ""
    if let age, let ageLevel, facts[age].ladder.levels[ageLevel].content != .removed {
      let share = ageShares[profile][ageLevel]
      let width =
        kept.isEmpty
        ? facts[age].ladder.levels[ageLevel].estimate.halfWidth
        : trusted(model.halfWidths("age", "exact-with-diagnosis", standard: 150), lead, levels)
      let effective = MilliDex.effective(width, share: share)
      factors.variance += effective * effective
      let source = facts[age].ladder.levels[ageLevel].estimate.source + given
      record?(FactorLine(fact: age, share: share, halfWidth: width, source: source))
    }
    if let sex {
      let estimate = facts[sex].ladder.levels[0].estimate
      let width =
        kept.isEmpty
        ? estimate.halfWidth : trusted(model.halfWidths("sex", "with-diagnosis", standard: 0), lead, levels)
      let effective = MilliDex.effective(width, share: sexShares[profile])
      factors.variance += effective * effective
      record?(FactorLine(fact: sex, share: sexShares[profile], halfWidth: width, source: estimate.source + given))
    }
    return min(diagnosisShare + joint(profile), joint(0))
  }

  /// What general knowledge says of a disease's ages and sexes is known no closer than 0.3 dex.
  private static let generalKnowledgeWidth: Int64 = 300

  private func trusted(_ width: Int64, _ lead: Int?, _ levels: [Int]) -> Int64 {
    guard let lead, isGeneralKnowledge[lead][levels[diagnoses[lead]]] else { return width }
    return max(width, Self.generalKnowledgeWidth)
  }

  private func addOccupations(
    _ levels: [Int], _ base: Base, _ factors: inout Factors, _ record: ((FactorLine) -> Void)?
  ) {
    for fact in occupations {
      let level = facts[fact].ladder.levels[levels[fact]]
      guard level.content != .removed else { continue }
      var share = level.estimate.share
      if let row = level.row(in: .occupations) {
        if model.occupations.isRole(row), let people = base.locality {
          share = -people - 1
        } else if !facts[fact].isRelative, let age, let ages = model.occupations.ages[row],
          case .value(.age(let stated)) = facts[age].ladder.levels[levels[age]].content
        {
          share = shareAmong(stated.inYears, of: ages, share)
        }
      }
      share = min(0, share + facts[fact].multiplicity)
      let width = level.estimate.halfWidth
      let effective = MilliDex.effective(width, share: share)
      factors.share += share
      factors.variance += effective * effective
      record?(FactorLine(fact: fact, share: share, halfWidth: width, source: level.estimate.source))
    }
  }

  /// The share of an occupation among people of the ages stated; with no age in common it is a parent's.
  private func shareAmong(_ stated: ClosedRange<Int>, of ages: ClosedRange<Int>, _ share: Int64) -> Int64 {
    guard stated.overlaps(ages) else { return min(0, share + 301) }
    let common = max(stated.lowerBound, ages.lowerBound)...min(stated.upperBound, ages.upperBound)
    let able = model.census.share(ages)
    let overlap = model.census.share(common)
    let all = model.census.share(stated)
    guard able > 0, all > 0 else { return share }
    return min(0, share + MilliDex.floorLog(overlap / all / able))
  }
}
