package import CaviardCase

/// The language of the cases as a person names it.
package enum LanguageChoice: String, Hashable, Sendable, CaseIterable {
  /// Decided per paragraph.
  case auto
  case english = "en"
  case french = "fr"

  package var language: Language? {
    switch self {
    case .auto: nil
    case .english: .english
    case .french: .french
    }
  }
}
