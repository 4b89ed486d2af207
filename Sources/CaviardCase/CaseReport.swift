/// A case as read: what reports say about it, with places in the file.
package struct CaseReport: Sendable {
  package let policy: Policy
  /// Digest of the compiled dictionaries, lower-case hexadecimal.
  package let dictionary: String
  /// Most text first.
  package let languages: [Language]
  package private(set) var verdict: Verdict
  package private(set) var reasons: [VerdictReason]
  package let risk: CaseRisk
  /// In text order.
  package private(set) var findings: [ReportedFinding]
  package let observations: [Observation]
  /// Pictures and other media referred to.
  package let mediaCount: Int
  /// Parts of a container that are never written, as reports name them.
  package let droppedParts: [String]
  package let infeasibility: Infeasibility?
  package let wordCount: Int
  /// The multiplication behind K, only when the user asked for it.
  package let factors: [RiskFactor]
  /// What the names of the file and of its folders tell.
  package private(set) var nameKinds: [Kind]
  /// Where an HTML page ceases to be XML and was read by HTML's rules; `nil` for any other case.
  package let notXML: FindingPlace?
  /// Places do not count it.
  package let hasByteOrderMark: Bool
  /// Comments in which the case's author lets findings be.
  package var allowances: [InlineAllowance] = []

  package init(
    policy: Policy, dictionary: String, languages: [Language], verdict: Verdict, reasons: [VerdictReason],
    risk: CaseRisk, findings: [ReportedFinding], observations: [Observation], mediaCount: Int,
    infeasibility: Infeasibility?, wordCount: Int, factors: [RiskFactor], nameKinds: [Kind] = [],
    droppedParts: [String] = [], notXML: FindingPlace? = nil, hasByteOrderMark: Bool = false
  ) {
    self.notXML = notXML
    self.hasByteOrderMark = hasByteOrderMark
    self.droppedParts = droppedParts
    self.policy = policy
    self.dictionary = dictionary
    self.languages = languages
    self.verdict = verdict
    self.reasons = reasons
    self.risk = risk
    self.findings = findings
    self.observations = observations
    self.mediaCount = mediaCount
    self.infeasibility = infeasibility
    self.wordCount = wordCount
    self.factors = factors
    self.nameKinds = nameKinds
  }

  /// The same, blocked by its name.
  func naming(_ kinds: [Kind]) -> CaseReport {
    let found = Set(reasons + [.identifyingName])
    var report = self
    report.verdict = .block
    report.reasons = VerdictReason.allCases.filter(found.contains)
    report.nameKinds = kinds
    return report
  }

  /// The same with these findings only.
  func showing(_ findings: [ReportedFinding]) -> CaseReport {
    var report = self
    report.findings = findings
    return report
  }
}

/// One factor of the multiplication behind K. Never words of the case.
package struct RiskFactor: Hashable, Sendable {
  /// A kind (`age`, `occupation/relative`), `candidates`, or `year`.
  package let label: String
  /// Number of the fact in the case, from 1; `nil` for what is no fact.
  package let fact: Int?
  /// People for `candidates`, else a share of 0...1.
  package let share: Double
  /// Dex.
  package let halfWidth: Double
  /// Table and row id.
  package let source: String

  package init(label: String, fact: Int?, share: Double, halfWidth: Double, source: String) {
    self.label = label
    self.fact = fact
    self.share = share
    self.halfWidth = halfWidth
    self.source = source
  }
}

/// A finding with its place in the file, what was decided and what would be written.
package struct ReportedFinding: Sendable {
  package let decision: Decision
  package let place: FindingPlace
  /// What is written instead; `nil` when nothing changes. Never text of the case.
  package let replacement: String?
  /// The words found and the line around them, only when the user asked to see them.
  package let shown: ShownText?

  package init(decision: Decision, place: FindingPlace, replacement: String?, shown: ShownText?) {
    self.decision = decision
    self.place = place
    self.replacement = replacement
    self.shown = shown
  }
}

/// Where a finding stands in the file as stored; half-open.
package struct FindingPlace: Hashable, Sendable {
  /// Unicode scalars from the start of the file, from 0, without the byte order mark.
  package let start: Int
  package let end: Int
  /// Bytes of the file as stored.
  package let startByte: Int
  package let endByte: Int
  /// From 1; columns are Unicode scalars.
  package let line: Int
  package let column: Int
  /// The part of a container that the numbers are of; `nil` in a plain file.
  package let part: String?
  /// The same place line by line.
  package let regions: [LineRegion]

  package init(
    start: Int, end: Int, startByte: Int, endByte: Int, line: Int, column: Int, regions: [LineRegion] = [],
    part: String? = nil
  ) {
    self.part = part
    self.regions = regions
    self.start = start
    self.end = end
    self.startByte = startByte
    self.endByte = endByte
    self.line = line
    self.column = column
  }
}

/// Words of the case, for a reader who asked for them.
package struct ShownText: Sendable, CustomStringConvertible {
  package let value: String
  /// The line of the file the finding starts in, without its end.
  package let line: String
  /// Unicode scalars of `line` before the finding, and in it.
  package let lead: Int
  package let length: Int
  /// What the file holds in each of the place's regions.
  package let pieces: [String]

  package init(value: String, line: String, lead: Int, length: Int, pieces: [String] = []) {
    self.value = value
    self.pieces = pieces
    self.line = line
    self.lead = lead
    self.length = length
  }

  package var description: String { "ShownText(\(value.utf8.count) bytes)" }
}
