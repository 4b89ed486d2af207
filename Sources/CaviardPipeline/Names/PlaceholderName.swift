internal import CaviardCase

/// Recognises `caviard-person-1` as a name of its own.
enum PlaceholderName {
  private static let starts: Set<String> = Set(
    Kind.allCases.map { String(PlaceholderWords.identifier($0, number: 1).dropLast()) })

  static func matches(_ name: String) -> Bool {
    guard let hyphen = name.lastIndex(of: "-") else { return false }
    let digits = name[name.index(after: hyphen)...]
    return (1...6).contains(digits.utf8.count) && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
      && starts.contains(String(name[...hyphen]))
  }
}
