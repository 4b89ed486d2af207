internal import ArgumentParser
internal import CaviardCase
internal import CaviardPipeline
internal import CaviardReading
internal import CaviardReporting
internal import Glibc

struct StreamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream",
    abstract: "JSON Lines in, JSON Lines out: one record out for every record in, in order.")

  @OptionGroup var options: SharedOptions

  @Flag(name: .customLong("fail-on-error"), help: "Exit 2 after the last record if any was an error.")
  var failOnError = false

  /// A byte of text takes at most six in JSON; the rest is for the other members.
  private static let lineLimit = ReadingLimits.standard.caseBytes * 6 + (1 << 20)

  func run() throws {
    let session = try Session(options)
    var lines = LineReader(STDIN_FILENO, limitBytes: Self.lineLimit)
    var number = 0
    var hasError = false
    var isBroken = false
    let reports = JSONReport(session.reports)
    CaseStream(jobs: session.jobs).run(
      next: {
        guard !isBroken, let line = lines.next() else { return nil }
        number += 1
        return NumberedLine(line: line, number: number)
      },
      makeWorker: { RecordScrubber(pipeline: session.pipeline, reports: reports, language: session.language) },
      work: { worker, line in worker.scrub(line) },
      deliver: { record in
        hasError = hasError || record.isError
        if !Terminal.write(record.bytes) { isBroken = true }
      })
    if isBroken || lines.hasFailed {
      Terminal.complain(session.messages.commandError(.cannotWrite))
      throw ExitStatus.unprocessed.code
    }
    if failOnError, hasError { throw ExitStatus.unprocessed.code }
  }
}
