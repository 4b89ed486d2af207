import Foundation

/// A synthetic population (risk.md E1). It knows nothing of the scorer: no table, no constant and no code is shared.
struct World {
  enum Variant: String, CaseIterable {
    /// The world the scorer is made for.
    case main
    /// Diseases begin at other ages than the scorer believes.
    case shapes
    /// A twentieth of the people has five times its share of a tenth of the diseases.
    case cluster
  }

  struct Disease {
    /// Of everybody.
    let prevalence: Double
    let female: Double
    /// Ages at onset the scorer is told.
    let onset: ClosedRange<Int>
    /// Region in which it is thirty times as common.
    let founder: Int?
    let group: Int
    /// Person and day, by patient, in no order.
    var patients: [(person: Int32, day: Int16)] = []
  }

  static let days = 3_653
  static let placeCount = 800
  static let regionCount = 12
  static let groupCount = 10
  static let jobCount = 400
  static let diseaseCount = 400
  static let diseaseGroups = 40
  static let systems = 8
  /// Share of the diseases in the cluster, of the people in it, and how much likelier they are.
  static let clusterDiseases = 40
  static let clusterShare = 0.05
  static let clusterFactor = 5.0

  let variant: Variant
  let count: Int
  /// By person.
  let age: [UInt8]
  let isFemale: [Bool]
  let place: [Int16]
  let ethnicity: [Int8]
  /// -1 for nobody's job.
  let job: [Int16]
  let day: [Int16]
  private let isClustered: [Bool]
  /// By place.
  let region: [Int]
  private(set) var diseases: [Disease]

  init(seed: UInt64, people count: Int, variant: Variant) {
    var dice = Dice(seed: seed)
    self.variant = variant
    self.count = count
    let sizes = (0..<Self.placeCount).map { pow(Double($0 + 1), -1.05) }
    region = (0..<Self.placeCount).map { _ in dice.index(Self.regionCount) }
    let places = Urn(sizes)
    let ages = (0..<2).map { rural in Urn((0...100).map { Self.share(ofAge: $0, rural: rural == 1) }) }
    // Each group lives in some places more than in others: log-normal, sigma 1.2.
    let base = (0..<Self.groupCount).map { $0 == 0 ? 0.7 : 0.3 / Double(Self.groupCount - 1) }
    let local = (0..<Self.placeCount).map { _ in
      Urn(base.enumerated().map { $0 == 0 ? $1 : $1 * dice.logNormal(1.2) })
    }
    let jobs = (0..<Self.jobCount).map { pow(Double($0 + 1), -1.3) }
    let skews = (0..<Self.jobCount).map { _ in (sex: dice.logNormal(0.7), rural: dice.logNormal(0.7)) }
    let work = (0..<4).map { kind in
      Urn(
        jobs.enumerated().map { job, weight in
          weight * (kind & 1 == 1 ? skews[job].sex : 1) * (kind & 2 == 2 ? skews[job].rural : 1)
        })
    }
    var age: [UInt8] = []
    var isFemale: [Bool] = []
    var place: [Int16] = []
    var ethnicity: [Int8] = []
    var job: [Int16] = []
    var day: [Int16] = []
    var isClustered: [Bool] = []
    for _ in 0..<count {
      let home = places.draw(&dice)
      let isRural = home > 60
      let years = ages[isRural ? 1 : 0].draw(&dice)
      let woman = dice.uniform() < (years > 80 ? 0.6 : years > 65 ? 0.53 : 0.49)
      age.append(UInt8(years))
      isFemale.append(woman)
      place.append(Int16(home))
      ethnicity.append(Int8(local[home].draw(&dice)))
      let works = (18...70).contains(years) && dice.uniform() < 0.75
      job.append(works ? Int16(work[(woman ? 1 : 0) + (isRural ? 2 : 0)].draw(&dice)) : -1)
      day.append(Int16(dice.index(Self.days)))
      isClustered.append(dice.uniform() < Self.clusterShare)
    }
    self.age = age
    self.isFemale = isFemale
    self.place = place
    self.ethnicity = ethnicity
    self.job = job
    self.day = day
    self.isClustered = isClustered
    diseases = []
    for number in 0..<Self.diseaseCount { diseases.append(disease(number, &dice)) }
  }

  /// Canada-like: fewer children than adults, few above eighty; rural places older.
  private static func share(ofAge age: Int, rural: Bool) -> Double {
    let young = age < 20 ? 0.85 : 1.0
    let old = age < 65 ? 1.0 : exp(-pow(Double(age - 65) / 18, 2))
    return young * old * (rural ? 1 + 0.008 * Double(age - 40) : 1)
  }

  private static let onsets = [0...2, 3...14, 18...45, 40...65, 60...80]

  private func disease(_ number: Int, _ dice: inout Dice) -> Disease {
    let prevalence = 5e-7 * pow(6e-2 / 5e-7, dice.uniform())
    let onset = Self.onsets[dice.index(Self.onsets.count)]
    let isOfOneSex = dice.uniform() < 0.08
    let female = isOfOneSex ? (dice.uniform() < 0.5 ? 0 : 1) : dice.beta(6)
    let founder = dice.uniform() < 0.08 ? dice.index(Self.regionCount) : nil
    let regions = (0..<Self.regionCount).map { dice.logNormal(0.25) * ($0 == founder ? 30 : 1) }
    // The scorer's trapezoid with noise; in the hostile variant the disease begins ten years later than it believes.
    let shift = variant == .shapes ? 10 : 0
    let noise = (0...100).map { _ in dice.logNormal(variant == .shapes ? 0.6 : 0.25) }
    func weight(_ person: Int) -> Double {
      let years = Int(age[person]) - shift
      let rising = min(1, max(0.02, Double(years - onset.lowerBound + 1) / Double(onset.count)))
      let byAge = years < onset.lowerBound ? 0.02 : rising
      let bySex = isFemale[person] ? female : 1 - female
      let cluster = variant == .cluster && number < Self.clusterDiseases && isClustered[person] ? Self.clusterFactor : 1
      return byAge * noise[Int(age[person])] * bySex * regions[region[Int(place[person])]] * cluster
    }
    let sample = (0..<2_000).map { _ in weight(dice.index(count)) }
    let highest = (sample.max() ?? 1) * 1.5 + 1e-9
    var found = Disease(
      prevalence: prevalence, female: female, onset: onset, founder: founder,
      group: dice.index(Self.diseaseGroups))
    let wanted = min(dice.poisson(prevalence * Double(count)), count / 4)
    var tries = 0
    while found.patients.count < wanted, tries < wanted * 2_000 + 20_000 {
      tries += 1
      let person = dice.index(count)
      guard dice.uniform() * highest < weight(person) else { continue }
      found.patients.append((Int32(person), Int16(dice.index(Self.days))))
    }
    return found
  }
}
