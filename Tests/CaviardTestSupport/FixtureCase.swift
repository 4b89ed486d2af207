package import CaviardCase
internal import CaviardPipeline
internal import Foundation

/// A row of `Fixtures/expectations.tsv` with its file.
package struct FixtureCase: Sendable {
  /// From `Fixtures/Cases`.
  package let path: String
  package let source: CaseSource
  package let verdict: Verdict
  package let reasons: Set<VerdictReason>
  /// After `scrub`; `block` for what is held back.
  package let after: Verdict

  package static let all: Result<[FixtureCase], any Error> = Result { try load() }

  private static func load() throws -> [FixtureCase] {
    let folder = ProjectFolder.url.appending(path: "Fixtures")
    let rows = try String(contentsOf: folder.appending(path: "expectations.tsv"), encoding: .utf8)
    return try rows.split(separator: "\n").map { row in
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 6, let verdict = Verdict(rawValue: cells[2]), let after = Verdict(rawValue: cells[4]),
        let format = CaseSelection.format(of: cells[0])
      else { throw FixtureError.row(String(row)) }
      let path = String(cells[0].trimmingPrefix("Cases/"))
      let bytes = try Data(contentsOf: folder.appending(path: cells[0]))
      let reasons = cells[3].split(separator: ",").compactMap { VerdictReason(rawValue: String($0)) }
      return FixtureCase(
        path: path, source: CaseSource(name: path, format: format, bytes: Array(bytes)),
        verdict: verdict, reasons: Set(reasons), after: after)
    }
  }
}

package enum FixtureError: Error {
  case row(String)
}
