package import CaviardCase

/// A fixture with what `check` and `scrub` make of it.
package struct FixtureRun: Sendable {
  package let fixture: FixtureCase
  package let checked: CaseOutcome
  package let scrubbed: CaseOutcome

  /// Every fixture, run once for the whole test run.
  package static let all: Result<[FixtureRun], any Error> = Result {
    let pipeline = try TestPipeline.canada.get()
    return try FixtureCase.all.get().map { fixture in
      FixtureRun(
        fixture: fixture, checked: pipeline.check(fixture.source), scrubbed: pipeline.scrub(fixture.source))
    }
  }
}
