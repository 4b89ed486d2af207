internal import CaviardCase

/// How much of the calendar a date leaves open (risk.md C5), and the coarser dates above it.
enum DateSteps {
  /// Share of the moments of one year that fit, in milli-dex.
  ///
  /// The year itself is not counted here: it is one of ten for a lasting disease, once for all dates of a case.
  static func share(_ date: DateValue) -> Int64 {
    guard !date.isRelative else { return 0 }
    var share = 0.0 + 1
    if date.day != nil {
      share = date.month == nil ? 12.0 / 365 : 1.0 / 365
    } else if let named = date.named {
      share = named.list == .seasons ? 0.25 : 1.0 / 365
    } else if date.month != nil {
      share = 30.4 / 365
    }
    if date.weekday != nil, date.day == nil || date.month == nil { share /= 7 }
    return MilliDex.floorLog(share)
  }

  /// Coarser dates with their costs: the month, then the year.
  static func steps(above date: DateValue) -> [(date: DateValue, cost: Int)] {
    guard !date.isRelative else { return [] }
    var steps: [(DateValue, Int)] = []
    let isFinerThanMonth = date.day != nil || date.named != nil || date.weekday != nil
    if date.month != nil, isFinerThanMonth {
      steps.append((DateValue(year: date.year, month: date.month), 1))
    }
    if date.year != nil, date.month != nil || isFinerThanMonth {
      steps.append((DateValue(year: date.year), 2))
    }
    return steps
  }
}
