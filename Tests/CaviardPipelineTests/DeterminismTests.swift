import CaviardCase
import CaviardPipeline
import CaviardReporting
import CaviardTestSupport
import Testing

@Suite("The same bytes, however a folder is worked through")
struct DeterminismTests {
  @Test("at any number of jobs", arguments: [1, 2, 7])
  func jobs(jobs: Int) throws {
    let runs = try FixtureRun.all.get()
    let outputs = try Self.outputs(of: runs.map(\.fixture.source), jobs: jobs)
    for (run, output) in zip(runs, outputs) { #expect(output == run.scrubbed.output, "\(run.fixture.path)") }
    #expect(outputs.count == runs.count)
  }

  @Test("at any number of jobs, for cases nobody wrote, and their reports too")
  func generated() throws {
    var generator = CaseGenerator(seed: 77)
    let sources = (0..<120).map { _ in generator.next().source }
    let alone = try Self.written(sources, jobs: 1)
    #expect(alone.count == sources.count)
    for jobs in [2, 5] {
      for (index, other) in try Self.written(sources, jobs: jobs).enumerated() {
        #expect(other == alone[index], "case \(index + 1) with \(jobs) jobs")
      }
    }
  }

  @Test("in any order")
  func order() throws {
    var random = SeededGenerator(seed: 7)
    let runs = try FixtureRun.all.get().shuffled(using: &random)
    let outputs = try Self.outputs(of: runs.map(\.fixture.source), jobs: 2)
    for (run, output) in zip(runs, outputs) { #expect(output == run.scrubbed.output, "\(run.fixture.path)") }
  }

  private static func outputs(of sources: [CaseSource], jobs: Int) throws -> [[UInt8]?] {
    let pipeline = try TestPipeline.canada.get()
    var waiting = sources[...]
    var outputs: [[UInt8]?] = []
    CaseStream(jobs: jobs).run(
      next: { waiting.popFirst() }, makeWorker: { pipeline }, work: { worker, source in worker.scrub(source).output },
      deliver: { outputs.append($0) })
    return outputs
  }

  /// What is written, and the report.
  private static func written(_ sources: [CaseSource], jobs: Int) throws -> [[UInt8]] {
    let pipeline = try TestPipeline.canada.get()
    var waiting = sources[...]
    var written: [[UInt8]] = []
    CaseStream(jobs: jobs).run(
      next: { waiting.popFirst() }, makeWorker: { pipeline },
      work: { worker, source in
        let outcome = worker.scrub(source)
        var json = JSONWriter()
        JSONReport(ReportOptions(messages: .english, explains: true)).write(outcome, to: &json)
        return (outcome.output ?? []) + json.bytes
      }, deliver: { written.append($0) })
    return written
  }
}
