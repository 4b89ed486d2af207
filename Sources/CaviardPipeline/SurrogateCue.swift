internal import CaviardCase

/// What the word before a name says of the person: the sex, or that it is a clinician.
enum SurrogateCue: Hashable {
  case female
  case male
  case clinician
  case unknown

  private static let words: [SurrogateCue: Set<String>] = [
    .female: [
      "mrs", "ms", "miss", "mme", "mlle", "madame", "mademoiselle", "wife", "mother", "sister", "daughter", "aunt",
      "grandmother", "mere", "epouse", "femme", "soeur", "fille", "tante", "dre", "girlfriend", "niece",
    ],
    .male: [
      "mr", "mister", "m", "monsieur", "husband", "father", "brother", "son", "uncle", "grandfather", "pere", "epoux",
      "mari", "frere", "fils", "oncle", "boyfriend", "nephew", "neveu",
    ],
    .clinician: ["dr", "doctor", "docteur", "docteure", "prof", "professor", "nurse", "infirmier", "infirmiere"],
  ]

  init(before span: TextSpan, in bytes: [UInt8]) {
    let text = String(decoding: bytes[max(0, span.lower - 24)..<span.lower], as: UTF8.self)
    let gap = text.reversed().prefix { !$0.isLetter }
    let word = String(text.dropLast(gap.count).reversed().prefix { $0.isLetter }.reversed()).lowercased()
    let folded = word.map { "éèê".contains($0) ? "e" : $0 == "œ" ? "oe" : String($0) }.joined()
    // A word of another sentence says nothing of this one.
    let isApart = gap.contains { "!?;:".contains($0) }
    let found = isApart ? nil : Self.words.first { $0.value.contains(folded) }?.key
    self = found ?? .unknown
  }

  var sex: Sex? {
    switch self {
    case .female: .female
    case .male: .male
    case .clinician, .unknown: nil
    }
  }
}
