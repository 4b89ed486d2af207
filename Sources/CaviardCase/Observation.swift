/// Something about a case that has no span to redact, or that weighs on the whole of it.
package enum Observation: Hashable, Sendable {
  /// A sentence in quotation marks that the patient says; the marks' spans.
  case patientQuotation(open: TextSpan, close: TextSpan)
  /// Two values of one role at one time, or an impossible order.
  case contradiction(Kind)
  /// A topic of `sensitive-topics` (risk.md F3).
  case sensitiveTopic(String)
}

/// What the detectors make of a case.
package struct Detection: Sendable {
  /// In text order; findings of direct kinds do not overlap one another.
  package let findings: [Finding]
  package let observations: [Observation]
  /// The languages found, most text first.
  package let languages: [Language]
  /// True when 40 words or more and 60 % of the words are of a third language.
  package let isUnsupportedLanguage: Bool
  package let wordCount: Int
  /// One per block of the text: the words that replace a finding are of its block's language.
  package let blockLanguages: [ParagraphLanguage]

  package init(
    findings: [Finding], observations: [Observation], languages: [Language], isUnsupportedLanguage: Bool,
    wordCount: Int, blockLanguages: [ParagraphLanguage] = []
  ) {
    self.findings = findings
    self.observations = observations
    self.languages = languages
    self.isUnsupportedLanguage = isUnsupportedLanguage
    self.wordCount = wordCount
    self.blockLanguages = blockLanguages
  }
}
