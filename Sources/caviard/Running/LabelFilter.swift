internal import CaviardReporting

/// Labels as a person chooses them: a list (`NAME,DATE`), or one regular expression found anywhere in the label.
struct LabelFilter: Sendable {
  private enum Form {
    case all
    case list(Set<String>)
    case expression(String)
  }

  private let form: Form

  /// - Throws: ``ExitStatus/usage`` after saying why.
  init(_ text: String?, option: String, settings: Settings) throws {
    guard let text, !text.isEmpty else {
      form = .all
      return
    }
    if text.contains(","), !text.contains(where: { "()[]{}|^$*+?\\".contains($0) }) {
      form = .list(Set(text.split(separator: ",").map { String($0.drop { $0 == " " }) }))
      return
    }
    do {
      _ = try Regex(text)
      form = .expression(text)
    } catch {
      try settings.refuse(.notAnExpression(option: option))
    }
  }

  func takes(_ label: String) -> Bool {
    switch form {
    case .all: return true
    case .list(let labels): return labels.contains(label)
    case .expression(let pattern):
      // Checked above; a regular expression does not cross threads, its text does.
      guard let expression = try? Regex(pattern) else { return false }
      return label.firstMatch(of: expression) != nil
    }
  }
}
