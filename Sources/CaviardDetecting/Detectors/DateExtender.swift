internal import CaviardCase

/// Widens dates by the words that only say which part of them: "the morning of", "the year", « l'année », « au matin ».
///
/// They go with the date: "on the morning of" is nothing without its day.
struct DateExtender {
  private static let parts = PersonVerbs.keySet(
    "morning mornings afternoon evening night eve day days date year years month months week weeks weekend hours trimester "
      + "quarter quarters half semester decade course part end beginning start middle period")
  private static let frenchParts = PersonVerbs.keySet(
    "matin matinée soir soirée nuit journée jour jours date année années an mois semaine semaines veille cours trimestre "
      + "semestre moitié décennie")
  /// What may stand before such a word: "the last two weeks of", "the academic year".
  private static let modifiers = PersonVerbs.keySet(
    "first second third fourth last latter final early late later academic fiscal school calendar and two three four")
  private static let frenchModifiers = PersonVerbs.keySet(
    "premier première premiers premières deuxième troisième quatrième dernier dernière derniers dernières deux trois quatre"
  )
  private static let sames = PersonVerbs.keySet("same following next previous preceding")
  private static let thats = PersonVerbs.keySet("that this")
  private static let lasts = PersonVerbs.keySet("last next")
  private static let agos = PersonVerbs.keySet("ago")
  private static let ins = PersonVerbs.keySet("in on")
  private static let units = PersonVerbs.keySet("day days week weeks month months year years")
  private static let frenchSames = PersonVerbs.keySet("même")
  private static let frenchFollowing = PersonVerbs.keySet("suivante précédente dernière")
  private static let years = PersonVerbs.keySet("year year's years")
  private static let frenchYears = PersonVerbs.keySet("année an années")
  private static let ofs = PersonVerbs.keySet("of")
  private static let frenchOfs = PersonVerbs.keySet("de du d des")
  private static let the = PersonVerbs.keySet("the")
  private static let frenchThe = PersonVerbs.keySet("l la le")
  /// Words that begin a part of a date and take an article: "the end of May".
  private static let openings = PersonVerbs.keySet(
    "first second third fourth last latter final early beginning end middle start month months year week weekend summer "
      + "winter spring autumn fall holiday holidays")
  private static let frenchOpenings = PersonVerbs.keySet(
    "premier première deuxième troisième quatrième seconde dernière dernier début fin milieu mi moitié été hiver automne "
      + "printemps année an")
  private static let daytimes = PersonVerbs.keySet("matin soir midi")
  private static let into = PersonVerbs.keySet("au")

  private let context: CaseContext

  init(_ context: CaseContext) { self.context = context }

  func extend(_ findings: [Finding]) -> [Finding] {
    findings.map { finding in
      guard finding.kind == .date, case .date(let value) = finding.value, !value.isRelative else { return finding }
      let tokens = context.tokens(in: finding.span)
      guard !tokens.isEmpty else { return finding }
      let block = context.block(of: tokens.lowerBound).tokens
      let first = widenedLeft(tokens.lowerBound, from: block.lowerBound)
      let end = widenedRight(tokens.upperBound, to: block.upperBound)
      guard first < tokens.lowerBound || end > tokens.upperBound else { return finding }
      let span = context.span(first..<end)
      return finding.moved(to: TextSpan(min(span.lower, finding.span.lower), max(span.upper, finding.span.upper)))
    }
  }

  private func widenedLeft(_ index: Int, from block: Int) -> Int {
    if context.language(of: index).admits(.english) {
      let first = part(before: index, block, Self.years, Self.ofs, Self.parts, Self.modifiers)
      if first < index || Self.openings.contains(key(index)) || context.tokens[index].shape == .alphanumeric {
        let start = article(before: first, block, Self.the)
        if start < index { return ago(before: start, block) }
      }
      let start = ago(before: index, block)
      if start < index { return start }
    }
    guard context.language(of: index).admits(.french) else { return index }
    let first = part(before: index, block, Self.frenchYears, Self.frenchOfs, Self.frenchParts, Self.frenchModifiers)
    guard first < index || Self.frenchOpenings.contains(key(index)) else { return index }
    return article(before: first, block, Self.frenchThe)
  }

  /// Where "the last two weeks of" begins, without its article; the index itself when no such words stand before it.
  private func part(
    before index: Int, _ block: Int, _ years: KeySet, _ ofs: KeySet, _ parts: KeySet, _ modifiers: KeySet
  ) -> Int {
    var first = index
    if first > block, isJoined(first), years.contains(key(first - 1)), isYear(index) {
      first -= 1
    } else if index - 2 >= block, isJoined(index), ofs.contains(key(index - 1)), isJoined(index - 1),
      parts.contains(key(index - 2))
    {
      first = index - 2
    } else {
      return index
    }
    while first > block, isJoined(first), first > index - 7, isModifier(first - 1, modifiers) { first -= 1 }
    return first
  }

  /// Where "15 days ago in" begins; the index itself when no such words stand before it.
  private func ago(before index: Int, _ block: Int) -> Int {
    guard index - 4 >= block, Self.ins.contains(key(index - 1)), Self.agos.contains(key(index - 2)),
      Self.units.contains(key(index - 3)), (index - 3..<index + 1).allSatisfy(isJoined)
    else { return index }
    return index - 4
  }

  private func article(before index: Int, _ block: Int, _ articles: KeySet) -> Int {
    index > block && isJoined(index) && articles.contains(key(index - 1)) ? index - 1 : index
  }

  private func isModifier(_ index: Int, _ modifiers: KeySet) -> Bool {
    let token = context.tokens[index]
    return modifiers.contains(token.key) || token.shape == .digits && token.length <= 2
      || token.shape == .alphanumeric && token.length <= 4
  }

  private func isYear(_ index: Int) -> Bool {
    context.tokens[index].shape == .digits && context.tokens[index].length == 4
  }

  private func widenedRight(_ end: Int, to block: Int) -> Int {
    guard end < block, isJoined(end) else { return end }
    if context.language(of: end).admits(.english), let year = englishYear(after: end, block) { return year }
    guard context.language(of: end).admits(.french) else { return end }
    if let year = frenchYear(after: end, block) { return year }
    if Self.daytimes.contains(key(end)) { return end + 1 }
    guard Self.into.contains(key(end)), end + 1 < block, isJoined(end + 1), Self.daytimes.contains(key(end + 1)) else {
      return end
    }
    return end + 2
  }

  /// The end of "of the same year", "of that year", "this year", "last year".
  private func englishYear(after end: Int, _ block: Int) -> Int? {
    if end + 1 < block, Self.thats.contains(key(end)) || Self.lasts.contains(key(end)),
      Self.years.contains(key(end + 1))
    {
      return end + 2
    }
    guard end + 2 < block, Self.ofs.contains(key(end)) else { return nil }
    if Self.thats.contains(key(end + 1)), Self.years.contains(key(end + 2)) { return end + 3 }
    guard end + 3 < block, Self.the.contains(key(end + 1)), Self.sames.contains(key(end + 2)),
      Self.years.contains(key(end + 3))
    else { return nil }
    return end + 4
  }

  /// The end of « de la même année », « de l'année suivante ».
  private func frenchYear(after end: Int, _ block: Int) -> Int? {
    guard end + 3 < block, Self.frenchOfs.contains(key(end)), Self.frenchThe.contains(key(end + 1)) else { return nil }
    if Self.frenchSames.contains(key(end + 2)), Self.frenchYears.contains(key(end + 3)) { return end + 4 }
    return Self.frenchYears.contains(key(end + 2)) && Self.frenchFollowing.contains(key(end + 3)) ? end + 4 : nil
  }

  private func key(_ index: Int) -> UInt64 { context.tokens[index].key }

  /// Whether only a space or an apostrophe stands before a token.
  private func isJoined(_ index: Int) -> Bool {
    context.tokens[index].gap == .space || context.tokens[index].gap == .apostrophe
  }
}
