package import CaviardCase

/// A rule of `Dictionaries/patterns`: what to find, why it matters, and sentences that prove it.
package struct PatternRule: Sendable, Equatable {
  /// How a match becomes a value.
  package enum ValueForm: String, Sendable, CaseIterable {
    /// A direct identifier: equal words are one entity.
    case entity
    /// Parts `d` `m` `y` `w` `s` (season) `h` (holiday) make a date.
    case date
    /// Parts `n` (and `x` for an upper end, `o` for none, `u` for the unit, `f` for a half) make an age; part `g` names
    /// an `age-words` row.
    case age
    /// Part `t` names a dictionary row.
    case term
    /// Part `t` names a row of the list that gives the size of an unknown place or institution.
    case unknownPlace = "unknown-place"
    case unknownInstitution = "unknown-institution"
    /// Parts `n` and `u` make a height or a weight.
    case height
    case weight
    case unknown
  }

  package let id: String
  package let kind: Kind
  package let role: FindingRole
  package let patterns: [TokenPattern]
  package let patternTexts: [String]
  /// Empty for both languages.
  package let languages: [Language]
  /// 0...1, when the check (if any) holds.
  package let confidence: Double
  package let check: NumberCheck?
  /// Whether a failed check clears the finding (only where no cue stands beside the number).
  package let isCheckRequired: Bool
  package let value: ValueForm
  /// The finding needs a person's look even after K is settled (risk.md B2, event).
  package let needsReview: Bool
}

/// What a rule file says beyond the rule: its reason, source and proving sentences.
package struct PatternRuleFile: Sendable {
  package let rule: PatternRule
  package let why: String
  package let source: String
  /// Sentences with `[[...]]` around each finding of this rule.
  package let matches: [String]
  package let ignores: [String]
  package let path: String
}
