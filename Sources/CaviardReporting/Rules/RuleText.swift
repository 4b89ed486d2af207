internal import CaviardCase

/// What a rule tells a reader who never heard of it.
package struct RuleText: Hashable, Sendable {
  /// A few words, no stop at the end.
  package let title: String
  /// What is found.
  package let what: String
  /// Why it leads to a person.
  package let why: String
  /// What to write.
  package let instead: String

  package init(_ title: String, _ what: String, _ why: String, _ instead: String) {
    self.title = title
    self.what = what
    self.why = why
    self.instead = instead
  }
}

extension Messages {
  package func text(_ rule: ReportRule) -> RuleText {
    switch rule {
    case .kind(let kind): return ruleText(kind)
    case .reason(let reason):
      let title = self.reason(reason).asSentence
      return RuleText(title, title + ".", why(reason), advice(.reason(reason)))
    case .linked: return linkedText()
    }
  }
}

extension String {
  /// With a capital letter.
  var asSentence: String { prefix(1).uppercased() + dropFirst() }
}
