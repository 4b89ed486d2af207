/// The fixed words of the page report.
package struct PageText: Sendable {
  package let title: String
  /// What the page is and is not.
  package let introduction: String
  package let summary: String
  package let cases: String
  package let caseName: String
  package let verdict: String
  package let people: String
  package let least: String
  package let findings: String
  package let kind: String
  package let places: String
  package let instead: String
  package let why: String
  package let linked: String
  /// Leads past the head of the page.
  package let skip: String
  package let back: String
  package let pass: String
  package let review: String
  package let block: String
  package let unreadable: String
  package let nothing: String
  /// How a place reads: `12:3`.
  package let placeForm: String

  package init(
    title: String, introduction: String, summary: String, cases: String, caseName: String, verdict: String,
    people: String, least: String, findings: String, kind: String, places: String, instead: String, why: String,
    linked: String, skip: String, back: String, pass: String, review: String, block: String, unreadable: String,
    nothing: String, placeForm: String
  ) {
    self.title = title
    self.introduction = introduction
    self.summary = summary
    self.cases = cases
    self.caseName = caseName
    self.verdict = verdict
    self.people = people
    self.least = least
    self.findings = findings
    self.kind = kind
    self.places = places
    self.instead = instead
    self.why = why
    self.linked = linked
    self.skip = skip
    self.back = back
    self.pass = pass
    self.review = review
    self.block = block
    self.unreadable = unreadable
    self.nothing = nothing
    self.placeForm = placeForm
  }
}
