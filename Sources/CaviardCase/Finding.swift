/// What a finding says about its subject.
package enum FindingRole: String, Hashable, Sendable, CaseIterable, Codable {
  /// Age or place at the time of the case; the default.
  case now
  /// Age at onset of a disease or at an earlier event.
  case onset
  case birth
  case death
  /// A date of care or of the case's event.
  case care
  case residence
  case origin
  /// Where the patient was treated.
  case treatment
  /// Where or when something happened.
  case event
}

/// Whom a finding is about.
package struct Subject: Hashable, Sendable {
  package enum Role: String, Hashable, Sendable {
    case patient
    case relative
    case clinician
    case other
  }

  /// 1 is the (first) patient.
  package let id: Int
  package let role: Role
  /// Row in `kinship`, for a relative.
  package let kinship: TermRow?

  package init(id: Int, role: Role, kinship: TermRow? = nil) {
    self.id = id
    self.role = role
    self.kinship = kinship
  }

  package static let patient = Subject(id: 1, role: .patient)
}

/// Why a detector believes what it found. Never text of the case.
package struct Evidence: Hashable, Sendable {
  /// Name of the clue: a rule id (`phone.north-american`) or a clue of the names' weights (`title-before`).
  package let clue: String
  /// What the clue adds, in log-odds (natural); 0 for a rule that decides alone.
  package let weight: Double

  package init(_ clue: String, weight: Double = 0) {
    self.clue = clue
    self.weight = weight
  }
}

/// One span of a case that can help identify someone. It holds no text; whoever may show it slices it.
package struct Finding: Hashable, Sendable {
  package let span: TextSpan
  package let kind: Kind
  package let role: FindingRole
  package let subject: Subject
  package let value: FactValue
  /// 0...1. A direct finding counts from 0.5; confidence never enters K.
  package let confidence: Double
  /// The rule or detector, as the report names it (`age.years`).
  package let detector: String
  package let evidence: [Evidence]
  /// True for what a search engine finds: a reportable or named event (risk.md B2).
  package let needsReview: Bool

  package init(
    span: TextSpan, kind: Kind, role: FindingRole = .now, subject: Subject = .patient, value: FactValue,
    confidence: Double, detector: String, evidence: [Evidence] = [], needsReview: Bool = false
  ) {
    self.span = span
    self.kind = kind
    self.role = role
    self.subject = subject
    self.value = value
    self.confidence = confidence
    self.detector = detector
    self.evidence = evidence
    self.needsReview = needsReview
  }

  /// A complete date of birth identifies directly; everything else by its kind.
  package var identifierClass: IdentifierClass {
    if kind == .date, role == .birth, case .date(let date) = value, date.isComplete { return .direct }
    return kind.identifierClass
  }
}
