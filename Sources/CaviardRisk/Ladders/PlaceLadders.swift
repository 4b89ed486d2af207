internal import CaviardCase

/// Places and institutions: what narrows the base, and what is a share.
///
/// As a share (place of birth, of the event, a second home) a place counts as its part of Canada, whatever the base.
extension LadderBuilder {
  private static let canada = MilliDex.floorLog(Double(PlaceTable.canadians)) + 1

  func place(_ role: FactRole, _ value: FactValue) throws(RiskError) -> Ladder {
    if let row = try row(value, .places, model.places.rowCount) {
      let chain = try model.places.chain(row)
      return model.places.isDomestic(chain) ? try domestic(value, row, chain) : try foreign(value, row)
    }
    if let row = try row(value, .placeWords, model.placeWords.count) {
      return Ladder([Level(.value(value), writing: nil, cost: 0, model.placeWords[row]), .removed(cost: 2)])
    }
    var population = 500
    if case .unknownPlace(_, let people) = value { population = max(1, people) }
    let people = MilliDex.floorLog(Double(population))
    let estimate = Estimate(
      share: people - Self.canada, halfWidth: model.halfWidths("place", "unknown-proper", standard: 500),
      source: "places:unknown")
    return Ladder([Level(.value(value), writing: nil, cost: 0, estimate, people: people), .removed(cost: 4)])
  }

  private func domestic(_ value: FactValue, _ row: Int, _ chain: [Int]) throws(RiskError) -> Ladder {
    let table = model.places
    var levels: [Level] = []
    func counted(_ row: Int) -> Estimate {
      Estimate(
        share: MilliDex.floorLog(Double(table.population(row))) - Self.canada,
        halfWidth: table.trusted(model.halfWidths("place", "known", standard: 100), row: row), source: table.source(row)
      )
    }
    func level(_ row: Int, _ content: Level.Content, writing: Level.Writing?, cost: Int, chain: [Int]) -> Level {
      let source = table.source(row)
      // A whole country says nothing of where in it.
      guard table.tier(row) < .country else {
        return Level(content, writing: writing, cost: cost, Estimate(share: 0, halfWidth: 0, source: source))
      }
      let people = MilliDex.floorLog(Double(table.population(row)))
      var estimate = counted(row)
      // However the text came to name the region: with all of its largest town it has no fewer people (closure, risk.md C4.5).
      if table.tier(row) > .locality, let town = table.largestCounted(in: row) {
        estimate = estimate.covering(counted(town))
      }
      if let finer = levels.last { estimate = estimate.covering(finer.estimate) }
      return Level(content, writing: writing, cost: cost, estimate, people: people, places: chain)
    }
    levels.append(level(row, .value(value), writing: nil, cost: 0, chain: chain))
    for step in try table.steps(above: row) {
      let term = TermRow(.places, step)
      levels.append(
        level(
          step, .value(.row(term)), writing: .coarser(.row(term)), cost: levels.count, chain: try table.chain(step)))
    }
    levels.append(.removed(cost: levels.count))
    return Ladder(levels)
  }

  /// A country or region elsewhere counts like an ethnicity that no list holds; a continent is one person in a hundred.
  private func foreign(_ value: FactValue, _ row: Int) throws(RiskError) -> Ladder {
    func estimate(_ row: Int) -> Estimate {
      Estimate(
        share: model.places.tier(row) == .continent ? -2000 : -4000,
        halfWidth: model.halfWidths("ethnicity", "exact", standard: 400), source: model.places.source(row))
    }
    var levels = [Level(.value(value), writing: nil, cost: 0, estimate(row))]
    for step in try model.places.steps(above: row) {
      let term = TermRow(.places, step)
      levels.append(Level(.value(.row(term)), writing: .coarser(.row(term)), cost: levels.count, estimate(step)))
    }
    levels.append(.removed(cost: max(4, levels.count)))
    return Ladder(levels)
  }

  func institution(_ value: FactValue) throws(RiskError) -> Ladder {
    let table = model.institutions
    let (people, source): (Int64, String)
    let row = try row(value, .institutions, table.rowCount)
    if let row {
      (people, source) = (table.catchment(row), table.source(row))
    } else if let row = try self.row(value, .institutionHeads, table.headCount) {
      (people, source) = (table.headCatchment(row), table.headSource(row))
    } else if case .unknownInstitution(_, let head?) = value {
      guard head.list == .institutionHeads, head.row >= 0, head.row < table.headCount else { throw .unknownRow(head) }
      (people, source) = (table.headCatchment(head.row), table.headSource(head.row))
    } else {
      (people, source) = (InstitutionTable.unknownCatchment, "institutions:unknown")
    }
    let log = MilliDex.floorLog(Double(people))
    let isListed = row != nil
    let width = model.halfWidths("institution", isListed ? "listed" : "class", standard: 400)
    let estimate = Estimate(share: log - Self.canada, halfWidth: width, source: source)
    return Ladder([Level(.value(value), writing: nil, cost: 0, estimate, people: log), .removed(cost: 2)])
  }
}
