/// Days of the calendar we use, as numbers that can be subtracted.
package enum CivilDay {
  /// Days since 1 March of the year 0.
  package static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let from = month > 2 ? year : year - 1
    let inYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return from * 365 + from / 4 - from / 100 + from / 400 + inYear
  }

  /// The date of a day's number.
  package static func date(_ number: Int) -> (year: Int, month: Int, day: Int) {
    let era = number / 146_097
    let inEra = number - era * 146_097
    let yearOfEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
    let inYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * inYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, inYear - (153 * fromMarch + 2) / 5 + 1)
  }

  /// The same; `nil` for a day that no calendar has, such as 31 April.
  package static func number(checking year: Int, _ month: Int, _ day: Int) -> Int? {
    guard (1...9998).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    let number = number(year, month, day)
    return date(number) == (year, month, day) ? number : nil
  }
}
