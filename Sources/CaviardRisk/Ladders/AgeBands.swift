internal import CaviardCase

/// The nested age bands of risk.md B2.
enum AgeBands {
  /// Bands that hold an age, each wider than the one before, with their costs; the age itself is not among them.
  static func bands(above age: AgeValue) -> [(band: AgeValue, cost: Int)] {
    var bands: [(AgeValue, Int)] = []
    var current = age
    func add(_ band: AgeValue, _ cost: Int) {
      guard contains(band, current), !contains(current, band) else { return }
      bands.append((band, cost))
      current = band
    }
    let years = age.inYears
    if age.unit == .days, age.lower >= 0, age.upper < 730 {
      let day = age.lower
      add(AgeValue(unit: .days, lower: day / 7 * 7, upper: day / 7 * 7 + 6), 2)
      // Months of 30.4 days: 0–30, 31–60 …
      let month = day * 12 / 365
      add(AgeValue(unit: .days, lower: (month * 365 + 11) / 12, upper: ((month + 1) * 365 + 11) / 12 - 1), 4)
    }
    if years.upperBound < 2 { add(AgeValue(unit: .days, lower: 0, upper: 729), 8) }
    let isInfant = years.upperBound < 2
    let lower = years.lowerBound
    if lower >= 90 {
      add(AgeValue(unit: .years, lower: 90, upper: AgeValue.openEnd), 7)
    } else {
      add(AgeValue(unit: .years, lower: lower / 5 * 5, upper: lower / 5 * 5 + 4), isInfant ? 10 : 4)
      add(AgeValue(unit: .years, lower: lower / 10 * 10, upper: lower / 10 * 10 + 9), isInfant ? 12 : 7)
    }
    if lower < 20 {
      add(AgeValue(unit: .years, lower: 0, upper: 19), 14)
      add(AgeValue(unit: .years, lower: 0, upper: 39), 24)
    } else {
      let stage = min(lower / 20 * 20, 80)
      add(AgeValue(unit: .years, lower: stage, upper: stage == 80 ? AgeValue.openEnd : stage + 19), 12)
      add(AgeValue(unit: .years, lower: 20, upper: AgeValue.openEnd), 20)
    }
    return bands
  }

  /// True when every age of `inner` is one of `outer`.
  static func contains(_ outer: AgeValue, _ inner: AgeValue) -> Bool {
    days(outer).lowerBound <= days(inner).lowerBound && days(inner).upperBound <= days(outer).upperBound
  }

  /// True for what says more than "90 or older" of somebody that old.
  static func isTooOld(_ age: AgeValue) -> Bool {
    let years = age.inYears
    return years.upperBound >= 90 && !(years.upperBound >= AgeValue.openEnd && years.lowerBound <= 90)
  }

  private static func days(_ age: AgeValue) -> ClosedRange<Int> {
    switch age.unit {
    case .days: return age.lower...age.upper
    case .years:
      let lower = max(0, min(age.lower, 1000))
      return lower * 365...max(lower, min(age.upper, 1000)) * 365 + 364
    }
  }
}
