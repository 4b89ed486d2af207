internal import CaviardCase

/// Terminal colours of the verdicts.
enum Colour {
  static func paint(_ text: String, as verdict: Verdict, isOn: Bool) -> String {
    guard isOn else { return text }
    let code =
      switch verdict {
      case .pass: "32"
      case .review: "33"
      case .block: "31"
      }
    return "\u{1B}[1;\(code)m\(text)\u{1B}[0m"
  }
}
