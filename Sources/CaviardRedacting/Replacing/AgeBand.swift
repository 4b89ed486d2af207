internal import CaviardCase

/// An age interval as it is written: whole numbers of one unit.
struct AgeBand {
  enum Unit {
    case weeks
    case months
    case years
  }

  let lower: Int
  /// `nil` when the band has no upper end.
  let upper: Int?
  let unit: Unit

  init(_ age: AgeValue) {
    switch age.unit {
    case .years:
      (lower, unit) = (age.lower, .years)
      upper = age.upper >= AgeValue.openEnd ? nil : age.upper
    case .days where age.lower > 0 && age.lower % 7 == 0 && age.upper == age.lower + 6:
      (lower, upper, unit) = (age.lower / 7, age.lower / 7, .weeks)
    case .days:
      let last = age.upper * 12 / 365
      (lower, upper, unit) = (min(age.lower * 12 / 365, last), max(last, 1), .months)
    }
  }

  /// `45 to 49`, `45-to-49`, `45 à 49`; a single number alone.
  func range(_ joint: String) -> String {
    guard let upper, upper != lower else { return "\(lower)" }
    return "\(lower)\(joint)\(upper)"
  }

  var isSingular: Bool { (upper ?? lower) == 1 && lower == 1 }
}
