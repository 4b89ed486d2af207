/// What a case tells of its patient, at some level; `nil` tells nothing of the kind.
struct Told {
  enum Illness: Hashable {
    case disease(Int)
    case group(Int)
    case system(Int)
  }

  enum Home: Hashable {
    case place(Int)
    case region(Int)
    case country
  }

  enum Job: Hashable {
    case job(Int)
    case field(Int)
  }

  /// Days of the world that a date leaves open.
  var days: Range<Int>?
  var years: ClosedRange<Int>?
  var isFemale: Bool?
  var home: Home?
  var ethnicity: Int?
  var job: Job?
  var illness: Illness?
  /// Other diseases named beside the first.
  var others: [Int] = []
}

extension World {
  static let fields = 20

  /// People who fit everything told, the patient included.
  func people(fitting told: Told) -> Int {
    guard let illness = told.illness else {
      return (0..<count).count { fits($0, Int(day[$0]), told) }
    }
    switch illness {
    case .disease(let number): return patients(of: [number], told)
    case .group(let group): return patients(of: diseases.indices.filter { diseases[$0].group == group }, told)
    case .system(let system):
      return patients(of: diseases.indices.filter { diseases[$0].group % Self.systems == system }, told)
    }
  }

  private func patients(of numbers: [Int], _ told: Told) -> Int {
    let others = told.others.map { other in Set(diseases[other].patients.map(\.person)) }
    var seen: Set<Int32> = []
    for number in numbers {
      for patient in diseases[number].patients
      where fits(Int(patient.person), Int(patient.day), told) && others.allSatisfy({ $0.contains(patient.person) }) {
        seen.insert(patient.person)
      }
    }
    return seen.count
  }

  private func fits(_ person: Int, _ day: Int, _ told: Told) -> Bool {
    if let days = told.days, !days.contains(day) { return false }
    if let years = told.years, !years.contains(Int(age[person])) { return false }
    if let isFemale = told.isFemale, isFemale != self.isFemale[person] { return false }
    if let ethnicity = told.ethnicity, ethnicity != Int(self.ethnicity[person]) { return false }
    switch told.home {
    case .place(let place): if place != Int(self.place[person]) { return false }
    case .region(let region): if region != self.region[Int(place[person])] { return false }
    case .country, nil: break
    }
    switch told.job {
    case .job(let job): if job != Int(self.job[person]) { return false }
    case .field(let field): if self.job[person] < 0 || Int(self.job[person]) % Self.fields != field { return false }
    case nil: break
    }
    return true
  }
}
