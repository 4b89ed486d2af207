import CaviardCase

@testable import CaviardRisk

/// Findings of an invented case, put together without a text.
struct Story {
  private(set) var findings: [Finding] = []
  private(set) var observations: [Observation] = []
  var blocks: [TextBlock] = []
  var media: [MediaReference] = []
  var pins: Set<Kind> = []
  var wordCount = 60
  var isUnsupportedLanguage = false
  var body = ""

  func adding(
    _ kind: Kind, _ value: FactValue, role: FindingRole = .now, subject: Subject = .patient, confidence: Double = 0.9,
    needsReview: Bool = false, words: String? = nil
  ) -> Story {
    var story = self
    let start = max(story.findings.count * 10, (story.findings.last?.span.upper ?? -1) + 1)
    var end = start + 5
    if let words {
      story.body += String(repeating: " ", count: start - story.body.utf8.count) + words
      end = story.body.utf8.count
    }
    story.findings.append(
      Finding(
        span: TextSpan(start, end), kind: kind, role: role, subject: subject, value: value,
        confidence: confidence, detector: "test", needsReview: needsReview))
    return story
  }

  func observing(_ observation: Observation) -> Story {
    var story = self
    story.observations.append(observation)
    return story
  }

  /// The same findings in another order of discovery.
  func reordered(_ order: (inout [Finding]) -> Void) -> Story {
    var story = self
    order(&story.findings)
    return story
  }

  func age(_ years: Int, role: FindingRole = .now) -> Story { adding(.age, .age(.years(years)), role: role) }
  func woman() -> Story { adding(.sex, .sex(.female)) }
  func man() -> Story { adding(.sex, .sex(.male)) }
  func place(_ id: String, role: FindingRole = .residence) -> Story {
    adding(.place, TestTables.row(.places, id), role: role)
  }
  func diagnosis(_ id: String) -> Story { adding(.diagnosis, TestTables.row(.diagnoses, id)) }
  func work(_ id: String, subject: Subject = .patient) -> Story {
    adding(.occupation, TestTables.row(.occupations, id), subject: subject)
  }
  func fact(_ kind: Kind, _ id: String) -> Story { adding(kind, TestTables.row(.facts, id)) }
  func date(_ year: Int?, _ month: Int? = nil, _ day: Int? = nil, role: FindingRole = .care) -> Story {
    adding(.date, .date(DateValue(year: year, month: month, day: day)), role: role)
  }
  /// A date with the words it stands in the text with.
  func date(
    _ words: String, _ year: Int?, _ month: Int? = nil, _ day: Int? = nil, role: FindingRole = .care,
    subject: Subject = .patient
  ) -> Story {
    adding(
      .date, .date(DateValue(year: year, month: month, day: day)), role: role, subject: subject, words: words)
  }

  var text: CaseText {
    let bytes = Array(body.utf8)
    return CaseText(
      source: SourceText(utf8: bytes), format: .text, bytes: bytes, blocks: blocks,
      map: OffsetMap(identity: bytes.count), media: media, pins: pins)
  }

  var detection: Detection {
    Detection(
      findings: findings, observations: observations, languages: [.english],
      isUnsupportedLanguage: isUnsupportedLanguage, wordCount: wordCount)
  }

  func assessed(_ policy: Policy = .canada) throws(RiskError) -> Assessment {
    try Decider(model: TestTables.model, policy: policy).assess(detection, text: text)
  }
}

extension Assessment {
  /// What becomes of the findings of a kind, in order.
  func replacements(_ kind: Kind) -> [Replacement?] {
    decisions.filter { $0.finding.kind == kind }.map(\.replacement)
  }

  func actions(_ kind: Kind) -> [Action] { decisions.filter { $0.finding.kind == kind }.map(\.action) }
}

extension AgeValue {
  static func band(_ lower: Int, _ upper: Int) -> AgeValue { AgeValue(unit: .years, lower: lower, upper: upper) }
}

extension Policy {
  static func canada(pins: Set<Kind> = [], candidates: Int = 2_000_000, threshold: Double = 0.09) -> Policy {
    var policy = Policy.canada
    policy.pins = pins
    policy.candidates = candidates
    policy.threshold = threshold
    return policy
  }
}
