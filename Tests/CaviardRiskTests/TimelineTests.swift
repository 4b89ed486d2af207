import CaviardCase
import Testing

@testable import CaviardRisk

@Suite("Dates as days since the first")
struct TimelineTests {

  private func dates(_ story: Story, _ policy: Policy = .canada) throws -> [Replacement?] {
    try story.assessed(policy).replacements(.date)
  }

  private func isCalendar(_ story: Story, _ policy: Policy = .canada) throws -> Bool {
    try dates(story, policy).allSatisfy { replacement in
      if case .storyTime? = replacement { return false }
      return true
    }
  }

  private static let placed = Story().age(47).place("moosonee").diagnosis("fabry-disease")

  @Test("all the days of a course are counted from the first, for three points each")
  func course() throws {
    let story = Self.placed.date("3 March 2021", 2021, 3, 3).date("5 March", nil, 3, 5)
      .date("10 to 17 March 2021", 2021, 3, 10).date("2021-04-02", 2021, 4, 2).date("1 May 2021", 2021, 5, 1)
    let result = try story.assessed()
    #expect(
      result.replacements(.date) == [
        .storyTime(.day(0)), .storyTime(.day(2)), .storyTime(.days(7, .to, 14)), .storyTime(.day(30)),
        .storyTime(.day(59)),
      ])
    #expect(result.actions(.date) == Array(repeating: .generalise, count: 5))
    let undated = try Self.placed.assessed()
    #expect(try #require(result.planned).cost == #require(undated.planned).cost + 15)
    #expect(try #require(result.planned).kLow == #require(undated.planned).kLow)
  }

  @Test("where a year is affordable the dates keep it: two points each")
  func year() throws {
    let story = Story().age(60).man().diagnosis("migraine").date("3 March 2021", 2021, 3, 3)
      .date("17 March 2021", 2021, 3, 17)
    let cost = try #require(try story.assessed().planned).cost
    #expect(cost < 6)
    #expect(try isCalendar(story))
  }

  @Test("one date alone, or one day twice, has nothing to count")
  func single() throws {
    #expect(try isCalendar(Self.placed.date("3 March 2021", 2021, 3, 3)))
    let twice = Self.placed.date("3 March 2021", 2021, 3, 3).date("2021-03-03", 2021, 3, 3)
    #expect(try isCalendar(twice))
    #expect(
      try #require(twice.assessed().planned).cost == #require(Self.placed.assessed().planned).cost + 3)
  }

  @Test("the earliest day is day 0, wherever it stands")
  func outOfOrder() throws {
    let story = Self.placed.date("17 March 2021", 2021, 3, 17).date("3 March 2021", 2021, 3, 3)
      .date("28 December 2020", 2020, 12, 28).date("4 January", nil, 1, 4)
    #expect(
      try dates(story) == [
        .storyTime(.day(79)), .storyTime(.day(65)), .storyTime(.day(0)), .storyTime(.day(7)),
      ])
  }

  @Test("what lies years away from the course is told in years")
  func chapters() throws {
    let story = Self.placed.date("12 May 1998", 1998, 5, 12).date("3 March 2021", 2021, 3, 3)
      .date("17 March 2021", 2021, 3, 17).date("20 March 2026", 2026, 3, 20)
    #expect(
      try dates(story) == [
        .storyTime(.yearsBefore(23)), .storyTime(.day(0)), .storyTime(.day(14)), .storyTime(.yearsAfter(5)),
      ])
    #expect(try isCalendar(Self.placed.date("12 May 1998", 1998, 5, 12).date("3 March 2021", 2021, 3, 3)))
  }

  @Test("months, years, seasons and days of others go: none is left to date the rest")
  func anchors() throws {
    let story = Self.placed.date("3 March 2021", 2021, 3, 3).date("17 March 2021", 2021, 3, 17)
      .date("June 2021", 2021, 6).date("2020", 2020).date("May 2021", 2021, 5, role: .death)
      .date("9 May 2019", 2019, 5, 9, subject: Subject(id: 9, role: .relative))
    let result = try story.assessed()
    #expect(result.replacements(.date).prefix(2) == [.storyTime(.day(0)), .storyTime(.day(14))])
    #expect(result.actions(.date).dropFirst(2).allSatisfy { $0 == .redact })
  }

  @Test("a coarser mention of the same date goes with it")
  func coarserMention() throws {
    let story = Self.placed.date("March 2021", 2021, 3).date("3 March 2021", 2021, 3, 3)
      .date("17 March 2021", 2021, 3, 17)
    let result = try story.assessed()
    #expect(result.actions(.date) == [.redact, .generalise, .generalise])
    #expect(result.replacements(.date).dropFirst() == [.storyTime(.day(0)), .storyTime(.day(14))])
  }

  @Test(
    "a day that is not certain keeps all of them on the calendar's ladder",
    arguments: [
      ("3/4/2021", 2021, 4, 3), ("17 October", nil, 10, 17), ("31 April 2021", 2021, 4, 31), ("17-03-04", 2004, 3, 17),
    ] as [(String, Int?, Int, Int)])
  func doubt(words: String, year: Int?, month: Int, day: Int) throws {
    let sure = Self.placed.date("3 March 2021", 2021, 3, 3).date("17 March 2021", 2021, 3, 17)
    #expect(try !isCalendar(sure))
    let story = sure.date(words, year, month, day)
    #expect(try isCalendar(story))
    let undated = try #require(try Self.placed.assessed().planned).cost
    #expect(try #require(try story.assessed().planned).cost == undated + 9)
  }

  @Test("a day that two years of the case may own keeps all of them on the calendar's ladder")
  func twoYears() throws {
    let sure = Self.placed.date("3 March 2021", 2021, 3, 3).date("5 March 2021", 2021, 3, 5)
    #expect(try isCalendar(sure.date("12 May 1998", 1998, 5, 12).date("17 March", nil, 3, 17)))
    #expect(try isCalendar(sure.date("1998", 1998).date("17 March", nil, 3, 17)))
    #expect(
      try !isCalendar(Self.placed.date("1998", 1998).date("3 March 2021", 2021, 3, 3).date("17 March", nil, 3, 17)))
    #expect(try !isCalendar(sure.date("1998", 1998).date("3 March", nil, 3, 3).date("17 March", nil, 3, 17)))
    #expect(try isCalendar(sure.date("20 December 2021", 2021, 12, 20).date("2 February", nil, 2, 2)))
    #expect(try !isCalendar(sure.date("2 February", nil, 2, 2)))
    #expect(try !isCalendar(sure.date("17 March", nil, 3, 17).date("1 December 2024", 2024, 12, 1)))
    let opening = Self.placed.date("17 March", nil, 3, 17).date("3 March 2021", 2021, 3, 3)
    #expect(try !isCalendar(opening))
    #expect(try isCalendar(opening.date("1 December 2024", 2024, 12, 1)))
  }

  @Test("another date shows the order of figures")
  func order() throws {
    let story = Self.placed.date("3/4/2021", 2021, 4, 3).date("17/4/2021", 2021, 4, 17)
    #expect(try dates(story) == [.storyTime(.day(0)), .storyTime(.day(14))])
    #expect(try isCalendar(Self.placed.date("3/4/2021", 2021, 3, 4).date("17/4/2021", 2021, 4, 17)))
  }

  @Test("a pin, a count of the author's own or a policy without dates leaves the step closed")
  func closed() throws {
    let sure = Self.placed.date("3 March 2021", 2021, 3, 3).date("17 March 2021", 2021, 3, 17)
    var counted = sure
    counted.body += " à J14"
    #expect(try isCalendar(counted))
    #expect(try isCalendar(sure.adding(.date, .date(DateValue(isRelative: true)), words: "day 3")))
    #expect(try isCalendar(sure, .canada(pins: [.date])))
    var policy = Policy.canada
    policy.isStrict = true
    #expect(try isCalendar(sure, policy))
    policy = .canada
    policy.floors[.date] = .removed
    #expect(try isCalendar(sure, policy))
    policy.floors[.date] = .year
    #expect(try !isCalendar(sure, policy))
  }

  @Test(
    "only words that say a day or two can become a day",
    arguments: [
      ("Monday, March 3rd, 2021", 2021, 3, 3, .day(nil)), ("the morning of 3 March 2021", 2021, 3, 3, .day(nil)),
      ("2021-03-04", 2021, 3, 4, .day(nil)), ("13/04/2021", 2021, 4, 13, .day(.dayFirst)),
      ("04/13/21", 2021, 4, 13, .day(.monthFirst)), ("3/3/2021", 2021, 3, 3, .day(nil)),
      ("03/04/2021", 2021, 3, 4, .undecided(read: .monthFirst)), ("3-10 March", nil, 3, 3, .days(.to, last: 10)),
      ("3 et 5 mars 2021", 2021, 3, 3, .days(.and, last: 5)), ("1er mars 2021", 2021, 3, 1, .day(nil)),
      ("the week of 3 March 2021", 2021, 3, 3, .other), ("3, 5 and 7 March", nil, 3, 3, .other),
      ("3 March 2021 at 14:30", 2021, 3, 3, .day(nil)),
      ("lundi 3 mars 2021, vers 10 h", 2021, 3, 3, .day(nil)), ("2021-03-03T10:30", 2021, 3, 3, .day(nil)),
      ("3 mars 2021 à 10h30", 2021, 3, 3, .day(nil)), ("12-03-04", 2004, 3, 12, .unsure),
      ("12/03/98", 1998, 3, 12, .undecided(read: .dayFirst)),
      ("March 2021", 2021, 3, nil, .other),
      ("12/3 - 15/3/2021", 2021, 3, 15, .other), ("", 2021, 3, 3, .other),
    ] as [(String, Int?, Int, Int?, DayMention)])
  func forms(words: String, year: Int?, month: Int, day: Int?, expected: DayMention) {
    #expect(DayMention(words, DateValue(year: year, month: month, day: day)) == expected)
  }

  @Test("the plan is the cheapest of both problems, ties included, on 150 random cases")
  func exact() throws {
    var numbers = SeededNumbers(seed: 26)
    var counted = 0
    for round in 0..<150 {
      let story = try Self.random(&numbers)
      let builder = LadderBuilder(model: TestTables.model, candidates: 6301)
      let facts = try FactCollector(builder: builder, pins: []).collect(story.findings, blocks: [])
      let score = CaseScore(model: TestTables.model, facts: facts, candidates: 6301)
      let limits = facts.map(\.allowed)
      let timeline = Timeline(facts, within: limits, findings: story.findings, text: story.text)
      let planner = Planner(score: score, threshold: 1046, weights: [:])
      let answer = try #require(TimelinePlanner(planner: planner, timeline: timeline).answer(within: limits))
      let expected = Self.bruteForce(score, limits, timeline)
      #expect(answer.plan.cost == expected.cost, "round \(round)")
      #expect(answer.plan.levels.count { $0 > 0 } == expected.changed, "round \(round)")
      #expect(score.low(answer.plan.levels) == expected.low, "round \(round)")
      #expect((answer.timeline != nil) == expected.isStory, "round \(round)")
      #expect(answer.plan.gap == 0)
      counted += answer.timeline == nil ? 0 : 1
    }
    #expect((20...140).contains(counted), "\(counted)")
  }

  private static func random(_ numbers: inout SeededNumbers) throws -> Story {
    var story = Story().age(Int.random(in: 20...80, using: &numbers))
    if Bool.random(using: &numbers) { story = story.place(Bool.random(using: &numbers) ? "moosonee" : "halifax") }
    let diagnosis = ["fabry-disease", "migraine", "placenta-accreta"].randomElement(using: &numbers)
    story = story.diagnosis(diagnosis ?? "")
    for _ in 0..<Int.random(in: 1...3, using: &numbers) {
      let day = Int.random(in: 1...28, using: &numbers)
      let isYearTold = Int.random(in: 0...3, using: &numbers) > 0
      story = story.date("\(day) March" + (isYearTold ? " 2021" : ""), isYearTold ? 2021 : nil, 3, day)
    }
    if Int.random(in: 0...2, using: &numbers) == 0 { story = story.date("June 2021", 2021, 6) }
    if Int.random(in: 0...2, using: &numbers) == 0 { story = story.date("2020", 2020) }
    if Int.random(in: 0...2, using: &numbers) == 0 { story = story.adding(.family, .unknown(key: 1)) }
    return story
  }

  /// Every plan of both problems, one by one.
  private static func bruteForce(
    _ score: CaseScore, _ limits: [ClosedRange<Int>], _ timeline: Timeline?
  ) -> (cost: Int, changed: Int, low: Int64, isStory: Bool) {
    var best = (cost: Int.max, changed: Int.max, low: Int64.min / 2, isStory: false)
    for cell in 0..<limits.map(\.count).reduce(1, *) {
      var rest = cell
      let levels = limits.map { limit in
        defer { rest /= limit.count }
        return limit.lowerBound + rest % limit.count
      }
      let low = score.low(levels)
      guard low >= 1046 else { continue }
      func points(_ last: Int) -> Int {
        score.facts.indices.reduce(0) { sum, fact in
          let ladder = score.facts[fact].ladder
          let isLast = levels[fact] == ladder.last && timeline?.members.contains(fact) == true
          return sum + (isLast ? last : ladder.levels[levels[fact]].cost)
        }
      }
      let changed = levels.count { $0 > 0 }
      func consider(_ cost: Int, isStory: Bool) {
        if (cost, changed, -low) < (best.cost, best.changed, -best.low) {
          best = (cost, changed, low, isStory)
        } else if (cost, changed, low) == (best.cost, best.changed, best.low) {
          best.isStory = best.isStory || isStory
        }
      }
      consider(points(8), isStory: false)
      if let timeline, timeline.dates.allSatisfy({ levels[$0] == score.facts[$0].ladder.last }) {
        consider(points(3), isStory: true)
      }
    }
    return best
  }
}
