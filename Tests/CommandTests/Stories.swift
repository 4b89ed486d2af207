/// Invented cases of which the verdict is certain.
enum Stories {
  static let plain = "A 60-year-old man with chest pain.\n"
  static let rare =
    "A 47-year-old lighthouse keeper from Moosonee with Erdheim-Chester disease was seen in March 2021.\n"
  static let rareFrench = "Femme de 34 ans, Chibougamau, maladie de Fabry, mars 2021.\n"
  /// A surname no list knows.
  static let marker = "Zyxquorvel"
  static let named = "Mr. \(marker), a 60-year-old man, called 418-555-0143 about his chest pain.\n"
  static let broken = "<html><body><p>\(marker)</div></body></html>"
}
