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

  /// A day without its year is that of the year in which it lies nearest to the date told before it. Nearer than this:
  /// the same day of another year is then more than twice as far.
  private static let nearestDays = 120

  /// By finding.
  let days: [Int: Day]

  /// - Parameter mentions: in text order.
  init?(_ mentions: [Mention]) {
    guard Self.isDecided(mentions) else { return nil }
    var days: [Int: Day] = [:]
    var previous: Int?
    let first = mentions.first { $0.year != nil }
    for mention in mentions {
      let near = previous ?? first.flatMap { CivilDay.number(checking: $0.year ?? 0, $0.month, $0.day) }
      guard let year = mention.year ?? near.flatMap({ Self.year(of: mention, near: $0) }),
        let number = CivilDay.number(checking: year, mention.month, mention.day)
      else { return nil }
      previous = number
      guard case .days(let joint, let last) = mention.form else {
        days[mention.finding] = Day(number: number, end: nil)
        continue
      }
      guard let end = CivilDay.number(checking: year, mention.month, last) else { return nil }
      days[mention.finding] = Day(number: number, end: Day.End(joint: joint, number: end))
      if joint == .to { previous = end }
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
      guard case .undecided(let read) = mention.form else { return true }
      return shown == [read]
    }
  }

  private static func year(of mention: Mention, near day: Int) -> Int? {
    let year = CivilDay.date(day).year
    return (year - 1...year + 1).first { candidate in
      CivilDay.number(checking: candidate, mention.month, mention.day).map { abs($0 - day) <= nearestDays } ?? false
    }
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
