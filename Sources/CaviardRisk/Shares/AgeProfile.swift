internal import CaviardCase

/// How the people with one diagnosis (or everybody) spread over ages and sexes (risk.md C4).
///
/// P(sex) is the diagnosis's female fraction; P(age | sex) is the census count times the weight of the age, normalised
/// within the sex. The weight never falls below 0.02: the atypical stays possible, and rare.
struct AgeProfile: Sendable {
  /// Ages at which a disease shows, in years.
  struct Onset: Hashable, Sendable {
    let isAcute: Bool
    let low: Double?
    let high: Double?
    /// Age beyond which people no longer have it (chronic).
    let limit: Double?
  }

  private static let floor = 0.02
  /// A stated sex the disease is not known to have: kept possible.
  private static let atypicalSex = 0.001

  /// Running sums of weighted counts: people younger than the index.
  private let female: [Double]
  private let male: [Double]
  private let femaleShare: Double

  init(_ census: AgeSexTable, onset: Onset?, female fraction: Double?) {
    var female = [0.0]
    var male = [0.0]
    for age in 0..<AgeSexTable.ages {
      let weight = onset.map { Self.weight(of: Double(age) + 0.5, $0) } ?? 1
      female.append(female[age] + census.female[age] * weight)
      male.append(male[age] + census.male[age] * weight)
    }
    self.female = female
    self.male = male
    let women = female[AgeSexTable.ages]
    femaleShare = fraction ?? women / (women + male[AgeSexTable.ages])
  }

  /// The people of several diagnoses together: each spreads in its own way, by its share.
  init(mixing parts: [(profile: AgeProfile, share: Double)]) {
    var female = [Double](repeating: 0, count: AgeSexTable.ages + 1)
    var male = female
    for (profile, share) in parts {
      let women = share * profile.femaleShare / max(profile.female[AgeSexTable.ages], .leastNormalMagnitude)
      let men = share * (1 - profile.femaleShare) / max(profile.male[AgeSexTable.ages], .leastNormalMagnitude)
      for age in female.indices {
        female[age] += profile.female[age] * women
        male[age] += profile.male[age] * men
      }
    }
    self.female = female
    self.male = male
    let women = female[AgeSexTable.ages]
    femaleShare = women / max(women + male[AgeSexTable.ages], .leastNormalMagnitude)
  }

  private static func weight(of age: Double, _ onset: Onset) -> Double {
    guard let low = onset.low else { return 1 }
    let high = max(low, onset.high ?? low)
    if onset.isAcute {
      if age < low { return max(floor, 1 - (low - age) / 5) }
      // The upper age is a whole year: it lasts until the next birthday.
      return age > high + 1 ? max(floor, 1 - (age - high - 1) / 5) : 1
    }
    if age < high { return max(floor, (age - low) / (high - low)) }
    guard let limit = onset.limit, age > limit else { return 1 }
    return max(floor, 1 - (age - limit) / 20)
  }

  /// Milli-dex of the sex alone.
  func share(of sex: Sex) -> Int64 {
    switch sex {
    case .female: MilliDex.floorLog(max(Self.atypicalSex, femaleShare))
    case .male: MilliDex.floorLog(max(Self.atypicalSex, 1 - femaleShare))
    case .other: 0
    }
  }

  /// Milli-dex of the age among people of the sex stated, or of either.
  func share(of age: AgeValue, sex: Sex?) -> Int64 {
    switch sex {
    case .female: MilliDex.floorLog(Self.part(of: female, age))
    case .male: MilliDex.floorLog(Self.part(of: male, age))
    case .other, nil:
      MilliDex.floorLog(femaleShare * Self.part(of: female, age) + (1 - femaleShare) * Self.part(of: male, age))
    }
  }

  private static func part(of sums: [Double], _ age: AgeValue) -> Double {
    guard let all = sums.last, all > 0 else { return 0 }
    let last = AgeSexTable.ages - 1
    switch age.unit {
    case .years:
      let lower = max(0, min(age.lower, last))
      let upper = max(lower, min(age.upper, last))
      return (sums[upper + 1] - sums[lower]) / all
    case .days:
      // A year's births spread evenly over its 365 days.
      func before(_ day: Int) -> Double {
        let day = max(0, min(day, last * 365))
        let year = day / 365
        return sums[year] + (sums[year + 1] - sums[year]) * Double(day % 365) / 365
      }
      let upper = age.upper >= AgeValue.openEnd * 365 ? all : before(age.upper + 1)
      return (upper - before(max(0, age.lower))) / all
    }
  }
}
