internal import CaviardCase

/// A date as a day of the story: "on day 14", "between day 0 and day 14", "about 23 years before day 0".
struct EnglishDays {
  private let wording: EnglishWording
  private let time: StoryTime

  init(_ wording: EnglishWording, _ time: StoryTime) {
    self.wording = wording
    self.time = time
  }

  private var place: Surroundings { wording.place }

  var phrase: Phrase {
    switch time {
    case .day(let day): onDay("day \(day)")
    case .days(let first, let joint, let last): onDay("day \(first) \(Self.joint(joint)) day \(last)")
    case .yearsBefore(let years): inYears("about \(years) years before day 0")
    case .yearsAfter(let years): inYears("about \(years) years after day 0")
    }
  }

  private func onDay(_ words: String) -> Phrase {
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
