internal import CaviardCase

/// The language of the messages when nobody names it: the locale's.
enum MessageLanguage {
  static var ofLocale: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let locale = Terminal.environment(name) else { continue }
      return locale.hasPrefix("fr") ? .french : .english
    }
    return .english
  }
}
