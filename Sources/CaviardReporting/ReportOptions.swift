package import CaviardCase

/// What a reader asked the reports for.
package struct ReportOptions: Sendable {
  /// The language of the program's sentences.
  package let messages: Language
  /// Why each finding was believed and what it costs.
  package let explains: Bool
  /// Shares, sources and detectors in the text form.
  package let isVerbose: Bool
  package let hasColour: Bool

  package init(messages: Language, explains: Bool = false, isVerbose: Bool = false, hasColour: Bool = false) {
    self.messages = messages
    self.explains = explains
    self.isVerbose = isVerbose
    self.hasColour = hasColour
  }
}
