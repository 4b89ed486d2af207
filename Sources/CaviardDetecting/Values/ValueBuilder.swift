internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardTokenizing

/// Turns the named parts of a match into a value. `nil` means the parts make no sense and there is no finding.
struct ValueBuilder {
  let context: CaseContext

  func value(of match: PatternMatch, form: PatternRule.ValueForm) -> FactValue? {
    switch form {
    case .entity, .unknown: .unknown(key: context.key(match.finding))
    case .date: date(match.parts).map { .date($0) }
    case .age: age(match.parts).map { .age($0) }
    case .term: row(match.parts["t"]).map { .row($0) }
    case .unknownPlace: unknownPlace(match)
    case .unknownInstitution:
      .unknownInstitution(key: context.key(match.finding), head: row(match.parts["t"], in: .institutionHeads))
    case .height: measure(match.parts).map { .height(centimetres: $0) }
    case .weight: measure(match.parts).map { .weight(kilograms: $0) }
    }
  }

  // MARK: Numbers

  /// The number a part stands for: digits, leading digits (`40s`, `3rd`), or words.
  private func number(_ part: Range<Int>?) -> Int? {
    guard let part, let first = part.first else { return nil }
    let token = context.tokens[first]
    if token.shape == .digits { return token.number >= 0 && token.number < 1_000_000 ? Int(token.number) : nil }
    if token.shape == .alphanumeric { return context.leadingNumber(first).value }
    return context.numberWords(at: first)?.value
  }

  private func row(_ part: Range<Int>?, in list: DictionaryList? = nil) -> TermRow? {
    guard let part, let first = part.first else { return nil }
    let best = context.matches(at: first).map(context.match).filter { list == nil || $0.sense.list == list }
      .max { $0.tokens.upperBound < $1.tokens.upperBound }
    return best.map { TermRow($0.sense.list, $0.sense.row) }
  }

  private func rowNumber(_ part: Range<Int>?, in list: DictionaryList, column: String) -> Int? {
    guard let row = row(part, in: list) else { return nil }
    let table = context.tables.table(list)
    return table.column(column).flatMap { table.number($0, row.row) }.map { Int($0) }
  }

  // MARK: Dates

  private func date(_ parts: [Character: Range<Int>]) -> DateValue? {
    let month: Int? = parts["m"].flatMap {
      rowNumber($0, in: .months, column: "number") ?? number($0) ?? monthOfOtherLanguage($0)
    }
    if parts["m"] != nil, month.map({ (1...12).contains($0) }) != true { return nil }
    var day = number(parts["d"])
    if parts["d"] != nil, day.map({ (1...31).contains($0) }) != true { return nil }
    var monthOrSwapped = month
    if let d = day, let m = month, m > 12, d <= 12 { (day, monthOrSwapped) = (m, d) }
    let year = number(parts["y"]).map { $0 < 30 ? 2000 + $0 : $0 < 100 ? 1900 + $0 : $0 }
    if parts["y"] != nil, year.map({ (1850...2150).contains($0) }) != true { return nil }
    let named = row(parts["s"], in: .seasons) ?? row(parts["h"], in: .holidays)
    let weekday = rowNumber(parts["w"], in: .weekdays, column: "number")
    let isRelative = parts["r"] != nil
    guard year != nil || month != nil || day != nil || weekday != nil || named != nil || isRelative else { return nil }
    return DateValue(
      year: year, month: monthOrSwapped, day: day, weekday: weekday, named: named, isRelative: isRelative)
  }

  /// The month that a word names in the language the paragraph is not in; the list `months` answers for its own only.
  private func monthOfOtherLanguage(_ part: Range<Int>) -> Int? {
    let form = context.form(part.lowerBound)
    return Self.monthBeginnings.first { form.hasPrefix($0.beginning) }?.month
  }

  /// Beginnings of the months' names in English and French, folded; longer ones first where one begins another.
  private static let monthBeginnings: [(beginning: String, month: Int)] = [
    ("jan", 1), ("fe", 2), ("mar", 3), ("av", 4), ("ap", 4), ("ma", 5), ("juil", 7), ("jul", 7), ("jui", 6), ("jun", 6),
    ("ao", 8), ("au", 8), ("sep", 9), ("oc", 10), ("no", 11), ("de", 12),
  ]

  // MARK: Ages

  private func age(_ parts: [Character: Range<Int>]) -> AgeValue? {
    if let row = row(parts["g"], in: .ageWords) { return ageWord(row) }
    guard let count = number(parts["n"]) else { return nil }
    let unit = parts["u"].map(unit(of:)) ?? .years
    if let first = parts["n"]?.first, isDecade(first) || parts["q"] != nil {
      return (10...100).contains(count) ? AgeValue(unit: .years, lower: count, upper: count + 9) : nil
    }
    let last = number(parts["x"]) ?? count
    guard count <= last else { return nil }
    if parts["o"] != nil, unit == .years, count <= 125 {
      return AgeValue(unit: .years, lower: count, upper: AgeValue.openEnd)
    }
    switch unit {
    case .years: return last <= 125 ? AgeValue(unit: .years, lower: count, upper: last) : nil
    case .months: return last <= 60 ? Self.months(count, last) : nil
    case .weeks: return last <= 120 ? AgeValue(unit: .days, lower: count * 7, upper: last * 7 + 6) : nil
    case .days: return last <= 800 ? AgeValue(unit: .days, lower: count, upper: last) : nil
    case .hours: return AgeValue(unit: .days, lower: count / 24, upper: last / 24)
    }
  }

  func ageWord(_ row: TermRow) -> AgeValue? {
    let table = context.tables.table(.ageWords)
    guard let low = table.column("low"), let high = table.column("high"), let unit = table.column("unit"),
      let lower = table.number(low, row.row), let upper = table.number(high, row.row)
    else { return nil }
    switch table.text(unit, row.row) {
    case "months": return Self.months(Int(lower), Int(upper))
    case "days": return AgeValue(unit: .days, lower: Int(lower), upper: Int(upper))
    default: return AgeValue(unit: .years, lower: Int(lower), upper: min(Int(upper), AgeValue.openEnd))
    }
  }

  /// Months as days below two years, as whole years above.
  private static func months(_ lower: Int, _ upper: Int) -> AgeValue {
    upper < 24
      ? AgeValue(unit: .days, lower: lower * 365 / 12, upper: (upper + 1) * 365 / 12 - 1)
      : AgeValue(unit: .years, lower: lower / 12, upper: upper / 12)
  }

  private enum AgeUnit { case years, months, weeks, days, hours }

  private func unit(of part: Range<Int>) -> AgeUnit {
    guard let first = part.first else { return .years }
    let form = context.form(first).drop { $0.isNumber }
    if form.hasPrefix("sem") || form.hasPrefix("w") || form == "sa" { return .weeks }
    if form.hasPrefix("mo") || form == "m" { return .months }
    if form.hasPrefix("d") || form.hasPrefix("j") { return .days }
    if form.hasPrefix("h") { return .hours }
    return .years
  }

  /// `40s`, `70s`.
  private func isDecade(_ index: Int) -> Bool {
    context.tokens[index].shape == .alphanumeric && context.leadingNumber(index).suffix == "s"
  }

  // MARK: Places and measures

  private func unknownPlace(_ match: PatternMatch) -> FactValue {
    let population =
      rowNumber(match.parts["t"], in: .placeGenerics, column: "population")
      ?? rowNumber(match.parts["t"], in: .placeWords, column: "population") ?? 3000
    return .unknownPlace(key: context.key(match.finding), population: population)
  }

  /// Centimetres or kilograms, from the parts `n` (and `x` for the decimals or inches) and `u`.
  private func measure(_ parts: [Character: Range<Int>]) -> Int? {
    guard let count = number(parts["n"]), let unit = parts["u"]?.first else { return nil }
    let rest = number(parts["x"])
    switch context.form(unit) {
    case "m", "metres", "meters", "metre", "meter":
      let decimals = rest ?? 0
      return count * 100 + (decimals < 10 ? decimals * 10 : decimals)
    case "feet", "ft", "foot", "pieds": return Int(Double(count) * 30.48 + Double(rest ?? 0) * 2.54)
    case "lb", "lbs", "pounds", "livres": return Int(Double(count) / 2.2046)
    default: return count
    }
  }
}
