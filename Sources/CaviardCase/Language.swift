/// The language a paragraph is read in.
package enum Language: String, Hashable, Sendable, CaseIterable, BitwiseCopyable {
  case english = "en"
  case french = "fr"
}

/// What is known of a paragraph's language.
package enum ParagraphLanguage: Hashable, Sendable, BitwiseCopyable {
  case decided(Language)
  /// Too short or too mixed to decide: both languages' rules apply.
  case undecided
  /// Clearly neither English nor French.
  case other

  /// The languages whose rules apply.
  package func admits(_ language: Language) -> Bool {
    switch self {
    case .decided(let own): own == language
    case .undecided, .other: true
    }
  }
}
