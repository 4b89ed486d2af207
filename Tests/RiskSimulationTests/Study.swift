import Foundation

/// What predicted K and the true count come to over many cases of one world (risk.md E2, E3).
struct Study {
  struct Point {
    let k: Double
    let kLow: Double
    /// People who fit, the patient included.
    let people: Int
  }

  /// 1/tau
  static let least = 1 / 0.09

  let variant: World.Variant
  private(set) var points: [Point] = []
  /// Of edited cases: people who fit what is left, and what the editing cost.
  private(set) var edited: [(people: Int, cost: Int)] = []
  /// Milliseconds to choose the least change, one a case.
  private(set) var milliseconds: [Double] = []

  init(_ world: World, cases: Int, edits: Int, seed: UInt64) throws {
    variant = world.variant
    let scorer = try Scorer(world)
    var dice = Dice(seed: seed)
    while points.count < cases {
      guard let whole = Self.patient(of: world, &dice) else { continue }
      let told = Self.atRandomLevels(whole.told, of: whole.person, world, &dice)
      let risk = try scorer.risk(told)
      points.append(Point(k: risk.k, kLow: risk.kLow, people: world.people(fitting: told)))
    }
    while edited.count < edits {
      guard let whole = Self.patient(of: world, &dice) else { continue }
      let start = ContinuousClock.now
      let (left, cost, kLow) = try scorer.edited(whole.told)
      milliseconds.append(Double((ContinuousClock.now - start).components.attoseconds) / 1e15)
      guard kLow >= Self.least else { continue }
      // Without the disease the patient is told by the day of the visit alone.
      edited.append((max(1, world.people(fitting: left)), cost))
    }
  }

  /// Everything told of a patient of some disease, each disease as likely as any other.
  private static func patient(of world: World, _ dice: inout Dice) -> (told: Told, person: Int)? {
    let number =
      world.variant == .cluster && dice.uniform() < 0.5
      ? dice.index(World.clusterDiseases) : dice.index(World.diseaseCount)
    let patients = world.diseases[number].patients
    guard !patients.isEmpty else { return nil }
    let (person, day) = patients[dice.index(patients.count)]
    let index = Int(person)
    var told = Told(
      days: Int(day)..<Int(day) + 1, years: Int(world.age[index])...Int(world.age[index]),
      isFemale: world.isFemale[index], home: .place(Int(world.place[index])),
      ethnicity: world.ethnicity[index] == 0 ? nil : Int(world.ethnicity[index]),
      job: world.job[index] < 0 ? nil : .job(Int(world.job[index])), illness: .disease(number))
    if world.variant == .cluster, number < World.clusterDiseases {
      // A second disease of the cluster, if the patient has one.
      told.others = Array(
        (0..<World.clusterDiseases).filter { other in
          other != number && world.diseases[other].prevalence > 1e-3
            && world.diseases[other].patients.contains { $0.person == person }
        }.prefix(1))
    }
    return (told, index)
  }

  private static func atRandomLevels(_ whole: Told, of person: Int, _ world: World, _ dice: inout Dice) -> Told {
    var told = whole
    if case .disease(let number)? = whole.illness {
      let group = world.diseases[number].group
      let levels: [Told.Illness?] = [
        .disease(number), .disease(number), .group(group), .system(group % World.systems), nil,
      ]
      told.illness = levels[dice.index(5)]
      if told.illness != .disease(number) { told.others = [] }
    }
    let seen = told.illness == nil ? Int(world.day[person]) : whole.days?.lowerBound
    told.days = seen.map { $0..<$0 + 1 }
    if let day = seen {
      let year = 2010 + min(9, day / 365)
      let month = min(11, (day - (year - 2010) * 365) / 30) + 1
      switch dice.index(4) {
      case 0: break
      case 1: told.days = Scorer.days(ofYear: year, month: month)
      case 2: told.days = Scorer.days(ofYear: year, month: nil)
      default: told.days = nil
      }
    }
    if let age = whole.years?.lowerBound {
      switch dice.index(5) {
      case 0: break
      case 1: told.years = age / 5 * 5...age / 5 * 5 + 4
      case 2: told.years = age / 10 * 10...age / 10 * 10 + 9
      case 3: told.years = age < 20 ? 0...19 : 20...150
      default: told.years = nil
      }
    }
    if case .place(let place)? = whole.home {
      told.home = [.place(place), .region(world.region[place]), nil][dice.index(3)]
    }
    if dice.uniform() < 0.5 { told.ethnicity = nil }
    if case .job(let job)? = whole.job { told.job = [.job(job), .field(job % World.fields), nil][dice.index(3)] }
    return told
  }

  // MARK: Figures

  /// Root of the mean square of log10 F − log10 (1 + K).
  var spread: Double {
    let squares = points.map { pow(log10(Double($0.people)) - log10(1 + $0.k), 2) }
    return (squares.reduce(0, +) / Double(max(1, points.count))).squareRoot()
  }

  /// Share of cases with at least K_low people.
  var coverage: Double { Double(points.count { Double($0.people) >= $0.kLow }) / Double(max(1, points.count)) }

  private func isUnsafe(_ people: Int) -> Bool { Double(people) < Self.least }

  var passed: [Point] { points.filter { $0.kLow >= Self.least } }
  var unsafePassed: Double { Double(passed.count { isUnsafe($0.people) }) / Double(max(1, passed.count)) }

  /// The same if K itself decided.
  var unsafeByPoint: Double {
    let passed = points.filter { $0.k >= Self.least }
    return Double(passed.count { isUnsafe($0.people) }) / Double(max(1, passed.count))
  }

  /// Of the cases that are safe: shares that pass, are left to a person, are blocked.
  var safe: (passed: Double, review: Double, blocked: Double) {
    let safe = points.filter { !isUnsafe($0.people) }
    let all = Double(max(1, safe.count))
    let passed = Double(safe.count { $0.kLow >= Self.least })
    let blocked = Double(safe.count { $0.k < Self.least })
    return (passed / all, (all - passed - blocked) / all, blocked / all)
  }

  struct Bin {
    let range: Range<Double>
    let count: Int
    /// Measured, and as the model says.
    let measured: Double
    let expected: Double
  }

  /// The mean chance of the right guess, 1/F, against (1 − e^−K)/K.
  var guesses: [Bin] {
    bins([1..<3, 3..<10, 10..<32]) {
      1 / Double($0.people)
    } model: {
      (1 - exp(-$0.k)) / $0.k
    }
  }

  /// The share of unique patients against e^−K.
  var uniques: [Bin] {
    bins([0.1..<0.3, 0.3..<1]) {
      $0.people == 1 ? 1 : 0
    } model: {
      exp(-$0.k)
    }
  }

  private func bins(_ ranges: [Range<Double>], _ measure: (Point) -> Double, model: (Point) -> Double) -> [Bin] {
    ranges.map { range in
      let own = points.filter { range.contains($0.k) }
      let count = Double(max(1, own.count))
      return Bin(
        range: range, count: own.count, measured: own.map(measure).reduce(0, +) / count,
        expected: own.map(model).reduce(0, +) / count)
    }
  }

  /// The attack of risk.md E3: who fits what is left, one guessed at random.
  var hitRate: Double { edited.map { 1 / Double($0.people) }.reduce(0, +) / Double(max(1, edited.count)) }
  var unsafeEdited: Double { Double(edited.count { isUnsafe($0.people) }) / Double(max(1, edited.count)) }
  /// Edited cases that fewer than half the people asked for still fit.
  var dangerousEdited: Int { edited.count { Double($0.people) < Self.least / 2 } }
  var fewest: Int { edited.map(\.people).min() ?? 0 }
  var meanCost: Double { Double(edited.reduce(0) { $0 + $1.cost }) / Double(max(1, edited.count)) }

  func milliseconds(_ quantile: Double) -> Double {
    let sorted = milliseconds.sorted()
    return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(quantile * Double(sorted.count)))]
  }
}
