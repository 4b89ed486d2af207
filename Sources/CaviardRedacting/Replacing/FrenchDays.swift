internal import CaviardCase

/// A date as a day of the story: « au jour 14 », « du jour 0 au jour 14 », « environ 23 ans avant le jour 0 ».
struct FrenchDays: StoryDays {
  static let day = "jour"

  let wording: FrenchWording

  private var place: Surroundings { wording.place }

  func yearsBefore(_ years: Int) -> Phrase { inYears("environ \(years) ans avant le jour 0") }

  func yearsAfter(_ years: Int) -> Phrase { inYears("environ \(years) ans après le jour 0") }

  func onDay(_ first: String, _ end: (joint: StoryTime.Joint, day: String)?) -> Phrase {
    let before = place.wordsBefore(2)
    let next = before.count > 1 ? before[1].lower : ""
    /// The words with the article before them, and the same before the second day.
    func words(_ article: String) -> String {
      guard let end else { return first }
      switch end.joint {
      case .to: return "\(first) au \(end.day)"
      case .and: return "\(first) et \(article)\(end.day)"
      case .or: return "\(first) ou \(article)\(end.day)"
      }
    }
    let at = end?.joint == .to ? "du" : "au"
    let begins = place.replaced.lowercased()
    if ["le ", "au ", "ce "].contains(where: begins.hasPrefix) {
      return Phrase("\(at) \(words("\(at) "))", at: place)
    }
    guard let nearest = before.first else { return Phrase(words(""), at: place) }
    func lead(_ lead: String) -> Phrase {
      Phrase(
        words("\(lead) "), lead: FrenchWording.cased([lead], like: nearest.text), instead: [nearest], at: place)
    }
    switch nearest.lower {
    case "le", "la", "ce", "cet", "les":
      if FrenchWording.timePrepositions.contains(next) || isBetween(next) { return lead("le") }
      return lead(at)
    case "l'", "l’": return lead(at)
    case "du", "des": return lead("du")
    case "d'", "d’": return lead("du")
    case "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche": return lead(at)
    default: return Phrase(words(""), at: place)
    }
  }

  /// « entre le 3 mars et le 17 mars »: both days keep their article.
  private func isBetween(_ word: String) -> Bool {
    if word == "entre" { return true }
    guard word == "et" else { return false }
    let start = max(place.block.lower, place.span.lower - 80)
    let clause = place.string(start, place.span.lower).lowercased().split(whereSeparator: { ".;:".contains($0) }).last
    return clause?.split(separator: " ").contains("entre") ?? false
  }

  private func inYears(_ words: String) -> Phrase {
    let before = place.wordsBefore(2)
    guard let nearest = before.first else { return Phrase(words, at: place) }
    let next = before.count > 1 ? before[1].lower : ""
    let lead: [String]? =
      switch nearest.lower {
      case "au" where before.count > 1 && before[1].isElided: ["à"]
      case "le", "la", "ce", "cet", "en", "au", "l'", "l’": []
      case "du", "d'", "d’": next == "partir" ? ["d'"] : []
      default: nil
      }
    guard let lead else { return Phrase(words, at: place) }
    return Phrase(words, lead: FrenchWording.cased(lead, like: nearest.text), instead: [nearest], at: place)
  }
}
