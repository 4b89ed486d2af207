import CaviardCase
import CaviardTestSupport

/// Stories with planted identifiers: sentences from templates, in either language or both.
struct StoryGenerator {
  var random: SeededGenerator
  /// Words that must not be in the output: invented names after a title, numbers with their label.
  private(set) var planted: [String] = []
  /// Invented names only: words that must not be in a report.
  private(set) var markers: [String] = []

  init(random: SeededGenerator) { self.random = random }

  mutating func paragraphs() -> [[String]] {
    (0..<number(1...4)).map { _ in
      let words = StoryWords.of(chance(2) ? .english : .french)
      return (0..<number(1...3)).map { _ in filled(pick(words.sentences), words) }
    }
  }

  /// An invented name: no word of either language, in no list.
  mutating func marker() -> String {
    let word =
      pick(["Qu", "Vr", "Zw", "Tch"]) + pick(["en", "or", "ux", "ag"]) + pick(["va", "bli", "mo", "dru"])
      + pick(["rik", "zel", "nack", "thow"])
    markers.append(word)
    planted.append(word)
    return word
  }

  mutating func pick<Element>(_ all: [Element]) -> Element { all[Int.random(in: all.indices, using: &random)] }
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  /// True once in `times`.
  mutating func chance(_ times: Int) -> Bool { number(1...times) == 1 }

  private mutating func filled(_ sentence: String, _ words: StoryWords) -> String {
    var result = ""
    var rest = Substring(sentence)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      result += slot(String(rest[rest.index(after: open)..<close]), words)
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private mutating func slot(_ name: String, _ words: StoryWords) -> String {
    switch name {
    case "title": return pick(words.titles)
    case "name": return pick(words.names)
    case "marker": return marker()
    case "place": return pick(words.places)
    case "disease": return pick(words.diseases)
    case "occupation": return pick(words.occupations)
    case "month": return pick(words.months)
    case "group": return pick(words.groups)
    case "kin": return pick(words.kin)
    case "age": return String(number(2...98))
    case "day": return String(number(2...28))
    case "year": return String(number(1950...2024))
    case "digit": return String(number(1...9))
    case "phone": return plant("\(number(2...9))13-555-01\(number(10...99))")
    case "number": return plant("0\(number(1_000_000...9_999_999))")
    case "card": return plant("\(number(1000...9999)) \(number(100...999)) \(number(100...999)) XY")
    case "email": return marker().lowercased() + "@example.ca"
    default: preconditionFailure("no slot \(name)")
    }
  }

  private mutating func plant(_ text: String) -> String {
    planted.append(text)
    return text
  }
}
