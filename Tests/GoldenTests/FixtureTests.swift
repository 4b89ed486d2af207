import CaviardCase
import CaviardTestSupport
import Testing

/// The verdicts and reasons of `Fixtures/expectations.tsv`.
@Suite("Every fixture gets the verdict that was written down for it")
struct FixtureTests {
  @Test("save the known misses, which are listed")
  func expectations() throws {
    var misses: [String] = []
    for run in try FixtureRun.all.get() {
      let fixture = run.fixture
      if run.checked.verdict != fixture.verdict {
        misses.append("\(fixture.path)\tcheck\t\(fixture.verdict.rawValue)\t\(run.checked.verdict.rawValue)")
      }
      let missing = fixture.reasons.subtracting(run.checked.report?.reasons ?? [])
      for reason in missing.map(\.rawValue).sorted() {
        let got = run.checked.report?.reasons.map(\.rawValue).joined(separator: ",") ?? "unreadable"
        misses.append("\(fixture.path)\treason\t\(reason)\t\(got)")
      }
      // What is held back, or could not be verified, is not let out.
      let after = run.scrubbed.after?.verdict ?? .block
      if after != fixture.after {
        misses.append("\(fixture.path)\tscrub\t\(fixture.after.rawValue)\t\(Self.words(run.scrubbed))")
      }
    }
    try Baseline("verdicts.tsv").compare(lines: ["# path\tstep\texpected\tgot"] + misses)
  }

  @Test("check and scrub read a case alike")
  func alike() throws {
    for run in try FixtureRun.all.get() {
      #expect(run.checked.report?.verdict == run.scrubbed.report?.verdict, "\(run.fixture.path)")
      #expect(run.checked.report?.reasons == run.scrubbed.report?.reasons, "\(run.fixture.path)")
    }
  }

  private static func words(_ outcome: CaseOutcome) -> String {
    switch outcome.result {
    case .checked, .passedBefore, .scrubbed: outcome.after?.verdict.rawValue ?? "none"
    case .held, .flagged: "held"
    case .failed(let failure): "failed (\(failure.code.rawValue)\(failure.detail.map { ": \($0)" } ?? ""))"
    }
  }
}
