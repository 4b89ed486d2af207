internal import CaviardCase

/// Makes the ladder of a fact (risk.md B2, D4).
struct LadderBuilder: Sendable {
  let model: RiskModel
  /// People before any share, milli-dex.
  let candidates: Int64

  func ladder(_ kind: Kind, _ role: FactRole, _ value: FactValue) throws(RiskError) -> Ladder {
    switch kind {
    case .age: age(value)
    case .sex: sex(value)
    case .date: date(role, value)
    case .place: try place(role, value)
    case .institution: try institution(value)
    case .occupation: try occupation(value)
    case .ethnicity, .language, .religion: try group(kind, value)
    case .diagnosis: try diagnosis(value)
    case .procedure: try procedure(value)
    case .family: try fact(value, unknown: Estimate(share: -4000, halfWidth: 500, source: "facts:unknown"), 3, 6)
    case .event: try fact(value, unknown: Estimate(share: -4603, halfWidth: 700, source: "facts:unknown"), 3, 8)
    case .legalStatus: try fact(value, unknown: Estimate(share: -4000, halfWidth: 400, source: "facts:unknown"), 2, 3)
    case .trait: try trait(value)
    case .superlative: superlative(value, isOfMeasurement: role == .elsewhere)
    case .personName, .username, .email, .phone, .url, .streetAddress, .postalCode, .healthCardNumber, .nationalID,
      .recordNumber, .accountNumber, .licenceNumber, .vehicleID, .deviceID, .networkAddress, .coordinates, .media,
      .possibleName:
      // No facts: removed by rule. A ladder of one step says nothing of them.
      Ladder([.removed(cost: 0)])
    }
  }

  private func age(_ value: FactValue) -> Ladder {
    guard case .age(let age) = value else {
      return Ladder([Level(.value(value), writing: nil, cost: 0, Self.unknownAge), .removed(cost: 35)])
    }
    func estimate(_ age: AgeValue) -> Estimate {
      let years = age.inYears
      return Estimate(
        share: model.everybody.share(of: age, sex: nil), halfWidth: model.halfWidths("age", "exact", standard: 20),
        source: years.count == 1 ? "age-sex:\(years.lowerBound)" : "age-sex:\(years.lowerBound)-\(years.upperBound)")
    }
    var levels = [Level(.value(value), writing: nil, cost: 0, estimate(age))]
    for (band, cost) in AgeBands.bands(above: age) {
      levels.append(Level(.value(.age(band)), writing: .coarser(.age(band)), cost: cost, estimate(band)))
    }
    levels.append(.removed(cost: 35))
    return Ladder(levels, floor: AgeBands.isTooOld(age) ? 1 : 0)
  }

  private static let unknownAge = Estimate(share: -2000, halfWidth: 20, source: "age-sex:unknown")

  private func sex(_ value: FactValue) -> Ladder {
    guard case .sex(let sex) = value, sex != .other else {
      // 100,815 of the people of 15 and over in Canada, 0.33 % (census 2021; risk.md B2).
      let estimate = Estimate(share: MilliDex.floorLog(0.0033), halfWidth: 400, source: "groups:gender-diverse")
      return Ladder([Level(.value(value), writing: nil, cost: 0, estimate), .removed(cost: 25)])
    }
    let estimate = Estimate(
      share: model.everybody.share(of: sex), halfWidth: model.halfWidths("sex", "stated", standard: 0),
      source: "age-sex:\(sex.rawValue)")
    return Ladder([Level(.value(value), writing: nil, cost: 0, estimate)])
  }

  private func date(_ role: FactRole, _ value: FactValue) -> Ladder {
    guard case .date(let date) = value else {
      let estimate = Estimate(share: MilliDex.floorLog(1 / 365), halfWidth: 0, source: "dates:unknown")
      return Ladder([Level(.value(value), writing: nil, cost: 0, estimate), .removed(cost: 3)])
    }
    guard !date.isRelative else { return Ladder([Level(.value(value), writing: nil, cost: 0, .everybody)]) }
    if role == .birth {
      // A year of birth is an age: one of about eighty.
      let share = DateSteps.share(date) + (date.year == nil ? 0 : MilliDex.floorLog(1 / 80))
      let estimate = Estimate(share: share, halfWidth: 20, source: "dates:birth")
      return Ladder([Level(.value(value), writing: nil, cost: 0, estimate), .removed(cost: 3)], floor: 1)
    }
    func estimate(_ date: DateValue) -> Estimate {
      let precision = Self.precision(date)
      return Estimate(
        share: DateSteps.share(date), halfWidth: model.halfWidths("date", precision, standard: 0),
        source: "dates:\(precision)")
    }
    var levels = [Level(.value(value), writing: nil, cost: 0, estimate(date))]
    for (step, cost) in DateSteps.steps(above: date) {
      levels.append(Level(.value(.date(step)), writing: .coarser(.date(step)), cost: cost, estimate(step)))
    }
    levels.append(.removed(cost: 3))
    // A date of death is made public: no finer than its year.
    let year = levels.firstIndex { $0.content == .value(.date(DateValue(year: date.year))) && date.year != nil }
    return Ladder(levels, floor: role == .death ? year ?? levels.count - 1 : 0)
  }

  private static func precision(_ date: DateValue) -> String {
    if date.day != nil { return "day" }
    if let named = date.named { return named.list == .seasons ? "season" : "day" }
    if date.month != nil { return "month" }
    return date.year != nil ? "year" : "weekday"
  }

  private func occupation(_ value: FactValue) throws(RiskError) -> Ladder {
    if case .row(let term) = value, term.list == .occupationGroups {
      guard term.row >= 0, term.row < model.occupations.groupCount else { throw .unknownRow(term) }
      return Ladder(
        [Level(.value(value), writing: nil, cost: 0, model.occupations.groupEstimate(term.row)), .removed(cost: 7)])
    }
    guard let row = try row(value, .occupations, model.occupations.rowCount) else {
      return Ladder([Level(.value(value), writing: nil, cost: 0, OccupationTable.unknown), .removed(cost: 7)])
    }
    var levels = [Level(.value(value), writing: nil, cost: 0, model.occupations.estimate(row))]
    if let group = model.occupations.groups[row] {
      let term = TermRow(.occupationGroups, group)
      levels.append(
        Level(
          .value(.row(term)), writing: .coarser(.row(term)), cost: 3, model.occupations.groupEstimate(group)))
    }
    levels.append(.removed(cost: 7))
    return Ladder(levels)
  }

  private func group(_ kind: Kind, _ value: FactValue) throws(RiskError) -> Ladder {
    let (step, removal) = kind == .ethnicity ? (4, 8) : (2, 4)
    guard let row = try row(value, .groups, model.groups.rowCount) else {
      return Ladder([Level(.value(value), writing: nil, cost: 0, GroupTable.unknown), .removed(cost: removal)])
    }
    var levels = [Level(.value(value), writing: nil, cost: 0, model.groups.estimate(row))]
    if let broad = model.groups.broader[row] {
      let term = TermRow(.groups, broad)
      levels.append(
        Level(.value(.row(term)), writing: .coarser(.row(term)), cost: step, model.groups.estimate(broad)))
    }
    levels.append(.removed(cost: removal))
    return Ladder(levels)
  }

  private func diagnosis(_ value: FactValue) throws(RiskError) -> Ladder {
    let table = model.diagnoses
    guard let row = try row(value, .diagnoses, table.rowCount) else {
      return Ladder([Level(.value(value), writing: nil, cost: 0, DiagnosisTable.unknown), .removed(cost: 100)])
    }
    var levels = [Level(.value(value), writing: nil, cost: 0, table.estimate(row))]
    let group = table.parents[row]
    let steps = [(group, 40), (table.systems[row] ?? group.flatMap { table.systems[$0] }, 70)]
    for case (let step?, let cost) in steps where step != row {
      let term = TermRow(.diagnoses, step)
      levels.append(Level(.value(.row(term)), writing: .coarser(.row(term)), cost: cost, table.estimate(step)))
    }
    levels.append(.removed(cost: 100))
    return Ladder(levels)
  }

  private func procedure(_ value: FactValue) throws(RiskError) -> Ladder {
    let unknown = Estimate(share: -6000, halfWidth: 800, source: "procedures:unknown")
    guard let row = try row(value, .procedures, model.procedures.rowCount) else {
      return Ladder([Level(.value(value), writing: nil, cost: 0, unknown), .removed(cost: 30)])
    }
    return phrased(value, TermRow(.procedures, row), model.procedures, unknown: unknown.share, 10, 30)
  }

  private func fact(
    _ value: FactValue, unknown: Estimate, _ step: Int, _ removal: Int
  ) throws(RiskError) -> Ladder {
    guard let row = try row(value, .facts, model.facts.rowCount) else {
      return Ladder([Level(.value(value), writing: nil, cost: 0, unknown), .removed(cost: removal)])
    }
    return phrased(value, TermRow(.facts, row), model.facts, unknown: unknown.share, step, removal)
  }

  private func phrased(
    _ value: FactValue, _ term: TermRow, _ table: FactTable, unknown: Int64, _ step: Int, _ removal: Int
  ) -> Ladder {
    var levels = [Level(.value(value), writing: nil, cost: 0, table.estimate(term.row, unknown: unknown))]
    if let vague = table.vagueEstimate(term.row) {
      levels.append(Level(.phrase, writing: .coarser(.phrase(term, column: table.phraseColumn)), cost: step, vague))
    }
    levels.append(.removed(cost: removal))
    let needsReview = table.needsReview(term.row)
    let ladder = Ladder(levels, isUnmeasured: needsReview)
    return needsReview ? ladder.reviewed : ladder
  }

  private func trait(_ value: FactValue) throws(RiskError) -> Ladder {
    let measured: Int64? =
      switch value {
      case .height(let centimetres):
        max(
          NormalTail.height(centimetres: centimetres, isMale: true),
          NormalTail.height(centimetres: centimetres, isMale: false)) - 301
      case .weight(let kilograms):
        max(
          NormalTail.weight(kilograms: kilograms, isMale: true),
          NormalTail.weight(kilograms: kilograms, isMale: false)) - 301
      case .entity, .age, .sex, .date, .row, .unknownPlace, .unknownInstitution, .unknown: nil
      }
    if let measured {
      let estimate = Estimate(
        share: measured, halfWidth: model.halfWidths("trait", "height-or-weight", standard: 400),
        source: "traits:normal-tail")
      return Ladder([Level(.value(value), writing: nil, cost: 0, estimate), .removed(cost: 6)])
    }
    let ladder = try fact(value, unknown: Estimate(share: -3000, halfWidth: 500, source: "facts:unknown"), 3, 6)
    // Only heights and weights have a measured frequency (risk.md B2); what nobody has counted may not stay.
    return Ladder(ladder.levels, isUnmeasured: true).reviewed
  }

  /// With a scope ("first in Canada") one person fits: K is at most 1 whatever else is said.
  /// About a measurement ("the highest value ever recorded") it can be searched for, but says nothing of K.
  private func superlative(_ value: FactValue, isOfMeasurement: Bool) -> Ladder {
    let estimate = Estimate(
      share: isOfMeasurement ? 0 : -candidates, halfWidth: 0,
      source: isOfMeasurement ? "superlative:measurement" : "superlative")
    return Ladder(
      [Level(.value(value), writing: nil, cost: 0, estimate), .removed(cost: 1, writing: .nothing)], floor: 1)
  }

  /// The row of a value, `nil` when it is no row of the list; a row beyond the table is an error.
  func row(_ value: FactValue, _ list: DictionaryList, _ count: Int) throws(RiskError) -> Int? {
    guard case .row(let term) = value, term.list == list else { return nil }
    guard term.row >= 0, term.row < count else { throw .unknownRow(term) }
    return term.row
  }
}
