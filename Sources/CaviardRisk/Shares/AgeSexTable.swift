/// People of each age 0...100 (100 and over) and sex (`age-sex`).
struct AgeSexTable: Sendable {
  static let ages = 101
  let female: [Double]
  let male: [Double]

  init(_ reader: TableReader) throws(RiskModelError) {
    let ages = try reader.numbers("age", isRequired: true)
    let females = try reader.numbers("female", isRequired: true)
    let males = try reader.numbers("male", isRequired: true)
    var female = [Double](repeating: -1, count: Self.ages)
    var male = female
    for row in 0..<reader.rowCount {
      guard let age = ages[row], let index = Int(exactly: age), index < Self.ages, female[index] < 0,
        let females = females[row], let males = males[row]
      else { throw .incompleteAges }
      female[index] = females
      male[index] = males
    }
    guard female.allSatisfy({ $0 >= 0 }), female.reduce(0, +) > 0, male.reduce(0, +) > 0 else { throw .incompleteAges }
    self.female = female
    self.male = male
  }

  /// Share of people whose age lies in a closed interval of years.
  func share(_ years: ClosedRange<Int>) -> Double {
    var inside = 0.0
    var all = 0.0
    for age in 0..<Self.ages {
      let people = female[age] + male[age]
      all += people
      if years.contains(age) { inside += people }
    }
    return inside / all
  }
}
