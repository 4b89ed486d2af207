/// Whether words for one of several children born together ("part of a multiple birth") may stand for what was read.
struct MultipleBirth {
  /// As it stands in the text.
  let replaced: String

  /// True where the text does not speak of one such child: of all of them, or of their parent.
  func isFalse(_ words: String) -> Bool {
    guard words.hasPrefix("part of") || words.hasPrefix("issu ") else { return false }
    let text = replaced.lowercased()
    if ["one of ", "un des ", "une des ", "l'un", "l’un"].contains(where: text.hasPrefix) { return false }
    let parents = ["mother", "father", "parent", "mère", "père", "pregnan", "grossesse", "gestation"]
    return parents.contains(where: text.contains) || text.hasSuffix("s") || text.hasSuffix("x")
  }

  /// « issue » for a girl.
  func agreeing(_ words: String) -> String {
    let text = replaced.lowercased()
    let isFeminine = text.hasSuffix("elle") || text.hasSuffix("ée") || text.hasPrefix("une ")
    return isFeminine && words.hasPrefix("issu ") ? "issue " + words.dropFirst(5) : words
  }
}
