internal import CaviardCase
internal import CaviardTokenizing

/// Dates and record numbers written without a separator: `31121995`, `05nov`, `01sep2018`, `dec1993`, `IPPN4821133`.
///
/// Patterns compare whole tokens; here one token holds several parts.
struct GluedTokenDetector {
  private static let months: [String: Int] = {
    let names = [
      "january janvier jan janv", "february fevrier feb fev fevr", "march mars mar", "april avril apr avr", "may mai",
      "june juin jun", "july juillet jul juil juill", "august aout aug", "september septembre sep sept",
      "october octobre oct", "november novembre nov", "december decembre dec",
    ]
    var months: [String: Int] = [:]
    for (number, forms) in names.enumerated() {
      for form in forms.split(separator: " ") { months[String(form)] = number + 1 }
    }
    return months
  }()

  /// Words right before eight digits that say they are a day.
  private static let dateCues = PersonVerbs.keySet("le du au on since date née né nee ne dob ddn born naissance")
  private static let birthCues = PersonVerbs.keySet("née né nee ne dob ddn born naissance")

  /// Labels of hospital numbers that are often written without a space.
  private static let labels = ["ipp", "nip", "nda", "iep", "mrn", "ndos"]

  func detect(in context: CaseContext) -> [Finding] {
    context.tokens.indices.compactMap { index in
      switch context.tokens[index].shape {
      case .alphanumeric: monthDate(index, context) ?? labelled(index, context) ?? postalTown(index, context)
      case .digits: digitDate(index, context)
      default: nil
      }
    }
  }

  private func finding(_ tokens: Range<Int>, _ value: DateValue, _ context: CaseContext) -> Finding {
    Finding(
      span: context.span(tokens), kind: .date, value: .date(value), confidence: 0.9, detector: "date.glued",
      evidence: [Evidence("date.glued")])
  }

  /// `05nov`, `01sep2018`, `dec1993`; a month and one or two digits is a gene (`SEPT9`).
  private func monthDate(_ index: Int, _ context: CaseContext) -> Finding? {
    guard (4...15).contains(context.tokens[index].length) else { return nil }
    let form = context.form(index)
    let day = form.prefix { $0.isNumber }
    let name = form.dropFirst(day.count).prefix { $0.isLetter }
    let year = form.dropFirst(day.count + name.count)
    guard let month = Self.months[String(name)], day.count <= 2, year.allSatisfy(\.isNumber) else { return nil }
    let dayNumber = Int(day)
    if let dayNumber, !(1...31).contains(dayNumber) { return nil }
    let yearNumber: Int?
    switch year.count {
    case 0: yearNumber = nil
    case 2: yearNumber = Int(year).map { $0 < 50 ? 2000 + $0 : 1900 + $0 }
    case 4: yearNumber = Int(year).flatMap { (1900..<2050).contains($0) ? $0 : nil }
    default: return nil
    }
    guard dayNumber != nil ? year.isEmpty || yearNumber != nil : year.count == 4 && yearNumber != nil else {
      return nil
    }
    return spaced(DateValue(year: yearNumber, month: month, day: dayNumber), index, context)
  }

  /// With the year or day beside it: `12mars 2012`, `12 mars2012`.
  private func spaced(_ date: DateValue, _ index: Int, _ context: CaseContext) -> Finding {
    let (previous, next) = (index - 1, index + 1)
    if date.year == nil, next < context.tokens.count, context.isSameBlock(index, next),
      context.tokens[next].gap == .space, context.tokens[next].shape == .digits, context.tokens[next].length == 4,
      (1900..<2050).contains(context.tokens[next].number)
    {
      let year = Int(context.tokens[next].number)
      return finding(index..<(next + 1), DateValue(year: year, month: date.month, day: date.day), context)
    }
    if date.day == nil, previous >= 0, context.isSameBlock(index, previous), context.tokens[index].gap == .space,
      let day = context.dayOfMonth(previous)
    {
      return finding(previous..<(index + 1), DateValue(year: date.year, month: date.month, day: day), context)
    }
    return finding(index..<(index + 1), date, context)
  }

  /// `31121995` or `19951231` after a word of dates; `311295` only after one of birth.
  private func digitDate(_ index: Int, _ context: CaseContext) -> Finding? {
    let length = context.tokens[index].length
    guard length == 8 || length == 6, index > 0, context.isSameBlock(index, index - 1) else { return nil }
    let cues = length == 8 ? Self.dateCues : Self.birthCues
    let isCued =
      cues.contains(context.tokens[index - 1].key)
      || index > 1 && Self.birthCues.contains(context.tokens[index - 2].key) && context.isSameBlock(index, index - 2)
    guard isCued else { return nil }
    let digits = context.form(index).compactMap(\.wholeNumberValue)
    guard digits.count == Int(length) else { return nil }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    let short = length == 6 ? number(4..<6) : 0
    let readings =
      length == 8
      ? [(number(0..<2), number(2..<4), number(4..<8)), (number(6..<8), number(4..<6), number(0..<4))]
      : [(number(0..<2), number(2..<4), short < 30 ? 2000 + short : 1900 + short)]
    guard
      let date = readings.first(where: {
        (1...31).contains($0.0) && (1...12).contains($0.1) && (1900..<2050).contains($0.2)
      })
    else { return nil }
    return finding(index..<(index + 1), DateValue(year: date.2, month: date.1, day: date.0), context)
  }

  /// `IPP4821133`, `NDAn°` written on: a label, perhaps an n, and five digits or more.
  private func labelled(_ index: Int, _ context: CaseContext) -> Finding? {
    guard context.tokens[index].length >= 8 else { return nil }
    let form = context.form(index)
    guard let label = Self.labels.first(where: form.hasPrefix) else { return nil }
    let rest = form.dropFirst(label.count)
    let digits = rest.drop { $0 == "n" || $0 == "o" }
    guard rest.count - digits.count <= 2, digits.count >= 5, digits.allSatisfy(\.isNumber) else { return nil }
    return Finding(
      span: context.tokens[index].span, kind: .recordNumber, value: .unknown(key: context.tokens[index].key),
      confidence: 0.9, detector: "record.glued", evidence: [Evidence("record.glued")])
  }

  /// `75011PARIS`: five digits and capitals.
  private func postalTown(_ index: Int, _ context: CaseContext) -> Finding? {
    let bytes = context.bytes[context.tokens[index].span.range]
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    let letters = bytes.dropFirst(digits.count)
    guard digits.count == 5, letters.count >= 4, letters.allSatisfy({ (0x41...0x5A).contains($0) }),
      context.language(of: index).admits(.french)
    else { return nil }
    return Finding(
      span: context.tokens[index].span, kind: .postalCode, value: .unknown(key: context.tokens[index].key),
      confidence: 0.7, detector: "postal.glued", evidence: [Evidence("postal.glued")])
  }
}
