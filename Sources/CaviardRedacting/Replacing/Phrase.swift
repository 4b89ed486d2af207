internal import CaviardCase

/// What is written at a place: words for the span, and what becomes of the article or preposition before it.
struct Phrase {
  /// Start of what is rewritten; `lead` stands for the bytes from here to the span, its separator included.
  private(set) var lower: Int
  private(set) var lead: String
  var words: String
  /// End of what is rewritten.
  var upper: Int

  /// Words for the span alone.
  init(_ words: String, at place: Surroundings) {
    lower = place.span.lower
    lead = ""
    self.words = words
    upper = place.span.upper
  }

  /// Words for the span, and `lead` instead of the words taken before it (the nearest first).
  init(_ words: String, lead: [String], instead taken: [Surroundings.Word], at place: Surroundings) {
    self.init(words, at: place)
    guard let first = taken.last, let nearest = taken.first else { return }
    lower = first.span.lower
    let isElided = lead.last.map { $0.hasSuffix("'") || $0.hasSuffix("’") } ?? false
    let hasLineEnd = taken.contains { $0.separator.contains("\n") }
    var text = ""
    for (index, word) in lead.enumerated() {
      text += word
      let isLast = index == lead.count - 1
      guard !(isLast && isElided) else { continue }
      text += isLast && !nearest.separator.isEmpty ? nearest.separator : " "
    }
    if hasLineEnd, !text.contains("\n") {
      text = isElided || lead.isEmpty ? "\n" + text : String(text.dropLast()) + "\n"
    }
    self.lead = text
  }

  /// Takes spaces and articles before the span away.
  mutating func reach(down lower: Int) {
    self.lower = min(self.lower, lower)
  }

  /// The first letter as a capital.
  mutating func capitalise() {
    if lead.isEmpty { words = Self.capitalised(words) } else { lead = Self.capitalised(lead) }
  }

  static func capitalised(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }
}
