internal import CaviardCase

/// Finds the day of the calendar that each mention means, or that it cannot be told.
struct DayReckoning: Sendable {
  struct Mention: Hashable, Sendable {
    let finding: Int
    let fact: Int
    /// Where it stands in the text.
    let place: Int
    let year: Int?
    let month: Int
    let day: Int
    let form: DayMention
  }

  struct Day: Hashable, Sendable {
    let number: Int
    /// The second day of "3 to 17 March".
    let end: End?

    struct End: Hashable, Sendable {
      let joint: StoryTime.Joint
      let number: Int
    }
  }

  /// A day without its year lies nearer than this to a date of the case: in any other year it is twice as far.
  private static let nearestDays = 120

  /// By finding.
  let days: [Int: Day]

  /// - Parameters:
  ///   - mentions: in text order.
  ///   - years: where the text names a year without a day, in text order.
  init?(_ mentions: [Mention], years: [(place: Int, year: Int)]) {
    guard Self.isDecided(mentions) else { return nil }
    // Days told before; for those that open the story, every day with its year.
    var known: [Int] = []
    let dated = mentions.compactMap { mention in
      mention.year.flatMap { CivilDay.number(checking: $0, mention.month, mention.day) }
    }
    var days: [Int: Day] = [:]
    for mention in mentions {
      guard let number = Self.number(mention, mentions, known.isEmpty ? dated : known, years) else { return nil }
      known.append(number)
      guard case .days(let joint, let last) = mention.form else {
        days[mention.finding] = Day(number: number, end: nil)
        continue
      }
      guard let end = CivilDay.number(checking: CivilDay.date(number).year, mention.month, last) else { return nil }
      days[mention.finding] = Day(number: number, end: Day.End(joint: joint, number: end))
    }
    guard Self.agree(mentions, days) else { return nil }
    self.days = days
  }

  /// False where "3/4/2021" may be read two ways and no other date of the case shows which.
  private static func isDecided(_ mentions: [Mention]) -> Bool {
    var shown: Set<DayMention.Order> = []
    for mention in mentions {
      if case .day(let order?) = mention.form { shown.insert(order) }
    }
    return mentions.allSatisfy { mention in
      switch mention.form {
      case .undecided(let read): shown == [read]
      case .unsure: false
      case .day, .days, .other: true
      }
    }
  }

  /// The one day that a mention can mean, as far as the dates of the case show; `nil` for none or several.
  private static func number(
    _ mention: Mention, _ mentions: [Mention], _ known: [Int], _ years: [(place: Int, year: Int)]
  ) -> Int? {
    func number(_ year: Int) -> Int? { CivilDay.number(checking: year, mention.month, mention.day) }
    if let year = mention.year { return number(year) }
    if let same = told(mention, mentions) { return number(same) }
    var possible: Set<Int> = []
    for day in known {
      let year = CivilDay.date(day).year
      possible.formUnion((year - 1...year + 1).compactMap(number).filter { abs($0 - day) <= nearestDays })
    }
    // "In 1998 she fell; on 17 March": the year told last may be meant.
    if let last = years.last(where: { $0.place < mention.place }),
      !mentions.contains(where: {
        ($0.year != nil || Self.told($0, mentions) != nil) && $0.place > last.place && $0.place < mention.place
      })
    {
      possible.formUnion([number(last.year)].compactMap(\.self))
    }
    return possible.count == 1 ? possible.first : nil
  }

  /// The year of a day that the case names once with its year.
  private static func told(_ mention: Mention, _ mentions: [Mention]) -> Int? {
    let years = Set(mentions.filter { $0.month == mention.month && $0.day == mention.day }.compactMap(\.year))
    return years.count == 1 ? years.first : nil
  }

  /// False when one date of the text would be two days.
  private static func agree(_ mentions: [Mention], _ days: [Int: Day]) -> Bool {
    var byFact: [Int: Int] = [:]
    for mention in mentions {
      guard let number = days[mention.finding]?.number else { continue }
      if let known = byFact[mention.fact], known != number { return false }
      byFact[mention.fact] = number
    }
    return true
  }
}
