internal import CaviardCase

/// A date as a day of the story, in one language.
protocol StoryDays {
  /// What a day is called.
  static var day: String { get }

  func onDay(_ first: String, _ end: (joint: StoryTime.Joint, day: String)?) -> Phrase
  func yearsBefore(_ years: Int) -> Phrase
  func yearsAfter(_ years: Int) -> Phrase
}

extension StoryDays {
  func phrase(_ time: StoryTime) -> Phrase {
    switch time {
    case .day(let day): onDay("\(Self.day) \(day)", nil)
    case .days(let first, let joint, let last): onDay("\(Self.day) \(first)", (joint, "\(Self.day) \(last)"))
    case .yearsBefore(let years): yearsBefore(years)
    case .yearsAfter(let years): yearsAfter(years)
    }
  }
}
