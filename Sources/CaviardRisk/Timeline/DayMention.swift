internal import CaviardCase

/// How a date that names a day is written: only what says no more than one or two days can become a day of the story.
enum DayMention: Hashable, Sendable {
  /// Which of two numbers a reader takes for the day.
  enum Order: Hashable, Sendable {
    case dayFirst
    case monthFirst
  }

  /// One day; the order is told where numbers alone say it, and `nil` elsewhere.
  case day(Order?)
  /// "3/4/2021": two readings.
  case undecided(read: Order)
  /// "12-03-04": three readings.
  case unsure
  /// A second day of the same month.
  case days(StoryTime.Joint, last: Int)
  /// Anything else: a week, three days.
  case other

  init(_ words: String, _ date: DateValue) {
    guard let day = date.day, let month = date.month else {
      self = .other
      return
    }
    let words = Self.withoutClock(words)
    let tokens = Self.tokens(words)
    let letters = tokens.filter { !$0.isNumber }.map(\.text)
    guard letters.allSatisfy({ Self.harmless.contains($0) }) else {
      self = .other
      return
    }
    var numbers = tokens.filter(\.isNumber).compactMap { Int($0.text) }
    let hasMonthName = letters.contains(where: Self.months.contains)
    if let year = date.year, let place = Self.place(of: year, in: tokens, numbers) { numbers.remove(at: place) }
    if hasMonthName {
      self = Self.named(day, numbers, tokens.map(\.text), words)
    } else {
      let texts = tokens.filter(\.isNumber).map(\.text)
      // The first figures may be the year where the last are a day, and those between a month.
      let isUnsure = date.year != nil && !texts.contains { $0.count == 4 } && texts.count == 3
      if isUnsure, Int(texts[2]).map({ $0 <= 31 }) == true, Int(texts[1]).map({ $0 <= 12 }) == true {
        self = .unsure
        return
      }
      self = Self.numeric(day, month, numbers, startsWithYear: tokens.first.map { $0.text.count == 4 } ?? false)
    }
  }

  private static func named(_ day: Int, _ numbers: [Int], _ tokens: [String], _ words: String) -> DayMention {
    switch numbers.count {
    // The day in words.
    case 0: return .day(nil)
    case 1: return numbers[0] == day ? .day(nil) : .other
    case 2 where numbers[0] == day && numbers[1] > day && numbers[1] <= 31:
      if let joint = tokens.lazy.compactMap({ joints[$0] }).first { return .days(joint, last: numbers[1]) }
      return words.contains("-") || words.contains("–") ? .days(.to, last: numbers[1]) : .other
    default: return .other
    }
  }

  private static func numeric(_ day: Int, _ month: Int, _ numbers: [Int], startsWithYear: Bool) -> DayMention {
    guard numbers.count == 2 else { return .other }
    if startsWithYear { return numbers == [month, day] ? .day(nil) : .other }
    if day == month { return numbers == [day, day] ? .day(nil) : .other }
    let order: Order
    if numbers == [day, month] {
      order = .dayFirst
    } else if numbers == [month, day] {
      order = .monthFirst
    } else {
      return .other
    }
    return day > 12 ? .day(order) : .undecided(read: order)
  }

  /// Where the year stands among the numbers: four figures, or the last two of them at the end.
  private static func place(of year: Int, in tokens: [Token], _ numbers: [Int]) -> Int? {
    let texts = tokens.filter(\.isNumber).map(\.text)
    if let whole = texts.firstIndex(where: { $0.count == 4 && Int($0) == year }) { return whole }
    guard let last = texts.last, last.count == 2, Int(last) == year % 100, numbers.count > 1 else { return nil }
    return numbers.count - 1
  }

  private struct Token {
    var text: String
    var isNumber: Bool
  }

  /// Runs of letters, in lower case, and runs of figures.
  private static func tokens(_ words: String) -> [Token] {
    var tokens: [Token] = []
    var isOpen = false
    for character in words.lowercased() {
      let isNumber = character.isASCII && character.isNumber
      guard isNumber || character.isLetter else {
        isOpen = false
        continue
      }
      if isOpen, tokens[tokens.count - 1].isNumber == isNumber {
        tokens[tokens.count - 1].text.append(character)
      } else {
        tokens.append(Token(text: String(character), isNumber: isNumber))
      }
      isOpen = true
    }
    return tokens
  }

  /// "3 March 2021 at 14:30" up to its hour, which is not said of the day of the story.
  private static func withoutClock(_ words: String) -> String {
    let characters = Array(words)
    for index in characters.indices.dropFirst() where characters[index].isNumber && !characters[index - 1].isNumber {
      let figures = characters[index...].prefix { $0.isNumber }.count
      let rest = String(characters[(index + figures)...].prefix(8)).lowercased()
      let unit = rest.drop { $0 == " " }.prefix { $0.isLetter }
      let isClock = rest.first == ":" || clockUnits.contains(String(unit))
      guard figures <= 2, isClock else { continue }
      var head = String(characters[..<index])
      for end in ["T", " ", ",", " at", " à", " vers", " ", ","] where head.hasSuffix(end) {
        head.removeLast(end.count)
      }
      return head
    }
    return words
  }

  private static let clockUnits: Set<String> = ["h", "am", "pm", "hrs", "heure", "heures", "hours"]
  private static let joints: [String: StoryTime.Joint] = [
    "and": .and, "et": .and, "or": .or, "ou": .or, "to": .to, "through": .to, "au": .to, "à": .to,
  ]
  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "janvier",
    "février", "fevrier", "mars", "avril", "mai", "juin", "juillet", "août", "aout", "septembre", "octobre",
    "novembre", "décembre", "decembre", "janv", "févr", "fév", "fev", "avr", "juil", "déc",
  ]
  /// Words that leave a day the same day.
  private static let harmless: Set<String> = months.union(joints.keys).union([
    "on", "the", "of", "st", "nd", "rd", "th", "morning", "afternoon", "evening", "night", "day", "date", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur",
    "thurs", "fri", "sat", "sun", "year", "same", "that", "this", "first", "second", "third", "fourth", "fifth",
    "sixth",
    "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
    "sixteenth",
    "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty", "thirtieth", "thirty",
    "le", "l", "la", "du", "de", "er", "matin", "matinée", "soir", "soirée", "midi", "nuit", "journée", "jour",
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "année", "même", "premier",
  ])
}
