internal import CaviardCase

/// The clinical events of a case as days since the first: a step that all its dates take together (risk.md B2).
///
/// One date left in the calendar would date all of them, so the step is for every date or for none. It is open only
/// where each day is certain: its year stated or plain from the other dates, its order of day and month not in doubt.
struct Timeline: Sendable {
  /// Points for a date that keeps its place in the story.
  static let cost = 3
  /// Points for one that loses it: what is left is the order in which things are told.
  static let orderOnlyCost = 8
  /// Events farther apart than this belong to another chapter, told in years.
  private static let widestGapDays = 730

  /// Facts that become days; every other date in the calendar goes.
  let members: Set<Int>
  /// Facts that name a time of the calendar, the members among them.
  let dates: [Int]
  /// By finding. A mention without one, such as the bare month of a day, goes.
  let times: [Int: StoryTime]

  /// `nil` where the step is not open: a date that must stay, days the author counts, a day in doubt, fewer than two.
  init?(_ facts: [Fact], within limits: [ClosedRange<Int>], findings: [Finding], text: CaseText) {
    let all = facts.indices.filter { facts[$0].kind == .date }
    guard all.count > 1, !all.contains(where: { Self.date(facts[$0])?.isRelative == true }),
      all.allSatisfy({ limits[$0].upperBound == facts[$0].ladder.last }), !Self.countsDays(text.bytes)
    else { return nil }
    dates = all
    let mentions = Self.mentions(facts, all, findings, text)
    guard let days = DayReckoning(mentions, years: Self.years(facts, all, findings))?.days else { return nil }
    let course = Self.course(Set(days.values.map(\.number)))
    guard let zero = course.first, course.count > 1 else { return nil }
    var times: [Int: StoryTime] = [:]
    for (finding, day) in days { times[finding] = Self.time(day, zero: zero, last: course[course.count - 1]) }
    self.times = times
    members = Set(mentions.filter { days[$0.finding] != nil }.map(\.fact))
  }

  private static func date(_ fact: Fact) -> DateValue? {
    guard case .date(let date) = fact.value else { return nil }
    return date
  }

  /// The days of the patient's own care as they are written, in text order.
  private static func mentions(
    _ facts: [Fact], _ dates: [Int], _ findings: [Finding], _ text: CaseText
  ) -> [DayReckoning.Mention] {
    var mentions: [DayReckoning.Mention] = []
    for fact in dates where facts[fact].role == .care {
      guard let date = date(facts[fact]), let month = date.month, let day = date.day else { continue }
      let own = facts[fact].mentions.filter { $0.level == 0 }
      guard own.contains(where: { isEvent(findings[$0.finding]) }) else { continue }
      let written = own.map { mention -> DayReckoning.Mention in
        let span = findings[mention.finding].span
        let words = span.upper <= text.bytes.count ? text.string(span) : ""
        return DayReckoning.Mention(
          finding: mention.finding, fact: fact, place: span.lower, year: date.year, month: month, day: day,
          form: DayMention(words, date))
      }
      // A week or an hour of it would be said of the day: the whole fact goes.
      if !written.contains(where: { $0.form == .other }) { mentions += written }
    }
    return mentions.sorted { ($0.place, $0.finding) < ($1.place, $1.finding) }
  }

  /// Where the text names a year without a day.
  private static func years(_ facts: [Fact], _ dates: [Int], _ findings: [Finding]) -> [(place: Int, year: Int)] {
    let all = dates.flatMap { fact -> [(place: Int, year: Int)] in
      guard let date = date(facts[fact]), let year = date.year else { return [] }
      return facts[fact].mentions.filter { date.day == nil || $0.level > 0 }
        .map { (findings[$0.finding].span.lower, year) }
    }
    return all.sorted { ($0.place, $0.year) < ($1.place, $1.year) }
  }

  /// True for what happened to the patient, not to a relative or a clinician.
  private static func isEvent(_ finding: Finding) -> Bool {
    guard finding.subject.role == .patient || finding.subject.role == .other else { return false }
    switch finding.role {
    case .now, .onset, .care, .treatment, .event: return true
    case .birth, .death, .residence, .origin: return false
    }
  }

  /// The largest set of days of which none is far from the next, the latest of several; sorted.
  private static func course(_ days: Set<Int>) -> [Int] {
    var best: [Int] = []
    var current: [Int] = []
    for day in days.sorted() {
      if let last = current.last, day - last > widestGapDays { current = [] }
      current.append(day)
      if current.count >= best.count { best = current }
    }
    return best
  }

  private static func time(_ day: DayReckoning.Day, zero: Int, last: Int) -> StoryTime {
    if day.number < zero { return .yearsBefore(years(zero - day.number)) }
    if day.number > last { return .yearsAfter(years(day.number - zero)) }
    guard let end = day.end else { return .day(day.number - zero) }
    return .days(day.number - zero, end.joint, end.number - zero)
  }

  private static func years(_ days: Int) -> Int { (days * 100 + 18_262) / 36_525 }

  /// True where the author counts days from a zero of their own: « J14 ».
  private static func countsDays(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while let found = bytes[index...].firstIndex(of: UInt8(ascii: "J")) {
      index = found + 1
      let figures = bytes[index...].prefix(4).prefix { (0x30...0x39).contains($0) }.count
      guard (1...3).contains(figures), found == 0 || !isWord(bytes[found - 1]) else { continue }
      if index + figures == bytes.count || !isWord(bytes[index + figures]) { return true }
    }
    return false
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }
}

extension Timeline {
  /// The limits with every date at its last step.
  func limits(_ limits: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var limits = limits
    for fact in dates { limits[fact] = limits[fact].upperBound...limits[fact].upperBound }
    return limits
  }
}
