internal import CaviardCase

/// Where a policy's floor lies on a ladder.
struct FloorRule: Sendable {
  let places: PlaceTable

  /// The first step that the floor allows.
  func level(_ floor: Floor, on ladder: Ladder) -> Int {
    floor == .removed ? ladder.last : ladder.levels.firstIndex { allows($0, floor) } ?? ladder.last
  }

  private func allows(_ level: Level, _ floor: Floor) -> Bool {
    guard case .value(let value) = level.content else { return level.content == .removed }
    switch (floor, value) {
    case (.month, .date(let date)):
      return date.isRelative || date.day == nil && !isNamedDay(date) && date.weekday == nil
    case (.year, .date(let date)):
      return date.isRelative || date.day == nil && date.month == nil && date.named == nil && date.weekday == nil
    case (.fiveYears, .age(let age)): return age.inYears.count >= 5
    case (.decade, .age(let age)): return age.inYears.count >= 10
    case (.region, .row(let term)): return allows(term, .region)
    case (.province, .row(let term)): return allows(term, .province)
    case (.country, .row(let term)): return allows(term, .country)
    case (.group, .row(let term)): return term.list == .occupationGroups
    default: return false
    }
  }

  /// "A village" names no place.
  private func allows(_ term: TermRow, _ tier: PlaceTable.Tier) -> Bool {
    term.list == .placeWords || term.list == .places && places.tier(term.row) >= tier
  }

  private func isNamedDay(_ date: DateValue) -> Bool { date.named.map { $0.list != .seasons } ?? false }
}
