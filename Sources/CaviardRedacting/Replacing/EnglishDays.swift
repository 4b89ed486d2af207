internal import CaviardCase

/// A date as a day of the story: "on day 14", "between day 0 and day 14", "about 23 years before day 0".
struct EnglishDays: StoryDays {
  static let day = "day"

  let wording: EnglishWording

  private var place: Surroundings { wording.place }

  func yearsBefore(_ years: Int) -> Phrase { inYears("about \(years) years before day 0") }

  func yearsAfter(_ years: Int) -> Phrase { inYears("about \(years) years after day 0") }

  func onDay(_ first: String, _ end: (joint: StoryTime.Joint, day: String)?) -> Phrase {
    let words = end.map { "\(first) \(Self.joint($0.joint)) \($0.day)" } ?? first
    let begins = place.replaced.lowercased()
    if ["in ", "on ", "at "].contains(where: begins.hasPrefix) { return Phrase("on " + words, at: place) }
    guard let nearest = place.wordsBefore(1).first else { return Phrase(words, at: place) }
    switch nearest.lower {
    case "last", "this", "next": return lead(["on"], nearest, words)
    // "on the 3rd of March", but "the 3 March visit".
    case "the" where !wording.isBeforeNoun: return lead([], nearest, words)
    default: return wording.fitting(words)
    }
  }

  private func inYears(_ words: String) -> Phrase {
    let before = place.wordsBefore(2)
    guard let nearest = before.first else { return Phrase(words, at: place) }
    let prepositions: Set<String> = ["on", "in", "at"]
    if prepositions.contains(nearest.lower) { return lead([], nearest, words) }
    guard nearest.lower == "the" else { return Phrase(words, at: place) }
    if before.count > 1, prepositions.contains(before[1].lower) {
      return Phrase(words, lead: [], instead: before, at: place)
    }
    return lead([], nearest, words)
  }

  private func lead(_ lead: [String], _ word: Surroundings.Word, _ words: String) -> Phrase {
    Phrase(words, lead: lead.map { EnglishWording.cased($0, like: word.text) }, instead: [word], at: place)
  }

  private static func joint(_ joint: StoryTime.Joint) -> String {
    switch joint {
    case .and: "and"
    case .or: "or"
    case .to: "to"
    }
  }
}
